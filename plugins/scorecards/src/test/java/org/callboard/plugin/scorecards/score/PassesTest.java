package org.callboard.plugin.scorecards.score;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.callboard.api.model.Entity;
import org.callboard.api.model.EntityRef;
import org.callboard.api.model.Json;
import org.callboard.api.security.Caller;
import org.callboard.api.ui.CatalogColumn;
import org.callboard.api.ui.Value;
import org.junit.jupiter.api.Test;

final class PassesTest {

    private static final EntityRef LEDGER = EntityRef.parse("component:default/ledger");

    private final Fixture fixture = new Fixture();

    private void push(EntityRef entity, long percent) {
        fixture.stored.put(
                entity, "ci/coverage", Json.object().put("percent", percent).build(), "build 7", Instant.now());
    }

    @Test
    void scoresWhatAStandardAppliesTo() {
        assertEquals(
                Map.of("ledger", "ppuu 2", "seats", "pfuu 1", "exempt", "pxuu 2", "orphan", "ffuu 0"),
                fixture.computed().shown());
        assertEquals(fixture.shown(), fixture.kept());
    }

    @Test
    void aFactThatIsTooOldIsUnknown() {
        Instant longAgo = Instant.now().minus(java.time.Duration.ofDays(31));
        fixture.stored.put(
                LEDGER, "ci/coverage", Json.object().put("percent", 99).build(), "x", longAgo);
        assertEquals("ppuu 2", fixture.computed().shown().get("ledger"));
        push(LEDGER, 99);
        assertEquals("pppu 2", fixture.computed().shown().get("ledger"));
    }

    @Test
    void whatAPluginSaidIsNotShownWhenItWent() {
        fixture.extensions.offer("acme", new Deploys(ref -> 3));
        push(LEDGER, 90);
        assertEquals("pppp 3", fixture.computed().shown().get("ledger"));
        fixture.extensions.remove("acme");
        assertEquals("pppu 2", fixture.shown().get("ledger"));
        assertTrue(fixture.scores.isOutdated());
        assertEquals("pppu 2", fixture.computed().shown().get("ledger"));
        fixture.extensions.offer("acme", new Deploys(ref -> 0));
        assertEquals("pppu 2", fixture.shown().get("ledger"));
        assertEquals("pppf 2", fixture.computed().shown().get("ledger"));
    }

    @Test
    void whatStandsInAPluginsColumnIsAFact() {
        fixture.catalog.add(
                Fixture.STANDARD.replace("acme/deploys, path: $.count", "'column:acme/open-reports', path: $"));
        assertEquals("ppuu 2", fixture.computed().shown().get("ledger"));
        fixture.extensions.offer("acme", new OpenReports());
        assertEquals("ppup 2", fixture.computed().shown().get("ledger"));
        assertEquals("pfuu 1", fixture.shown().get("seats"), "that it leaves out");
    }

    /** A column with one row. */
    private static final class OpenReports implements CatalogColumn {

        @Override
        public String title() {
            return "Open reports";
        }

        @Override
        public Map<EntityRef, Value> values(List<Entity> entities, Caller caller) {
            return Map.of(LEDGER, Value.of(2));
        }
    }

    @Test
    void lastKnownScoresAreThereAfterAStartButForWhatPluginsSaidThatAreOthers() {
        fixture.extensions.offer("acme", new Deploys(ref -> 3));
        push(LEDGER, 90);
        fixture.computed();
        assertEquals(fixture.shown(), fixture.shown(fixture.restarted()));
        fixture.extensions.remove("acme");
        assertEquals("pppu 2", fixture.shown(fixture.restarted()).get("ledger"));
        fixture.catalog.add(Fixture.STANDARD.replace("id: bronze,", "id: copper,"));
        assertEquals(Map.of(), fixture.shown(fixture.restarted()));
    }

    @Test
    void aPluginThatFailsMakesItsFactsUnknown() {
        fixture.extensions.offer("acme", new Deploys(ref -> {
            throw new IllegalStateException("The server is away.");
        }));
        assertEquals("ppuu 2", fixture.computed().shown().get("ledger"));
    }

    @Test
    void keepsWhichLevelsWereReachedAndLost() {
        fixture.computed();
        fixture.put("seats", "booking", "java");
        fixture.passes.some(fixture.caller, List.of(EntityRef.parse("component:default/seats")));
        fixture.put("ledger", "booking", "go");
        fixture.computed();
        List<String> changes = fixture
                .history
                .changes(Fixture.BASICS, Instant.now().minusSeconds(60))
                .stream()
                .map(change -> change.entity().name() + " " + change.was() + " " + change.became())
                .toList();
        assertEquals(List.of("ledger 2 1", "seats 1 2"), changes);
    }

    @Test
    void aStandardThatChangedIsNoChangeOfLevelsWhereItsLevelsChanged() {
        fixture.computed();
        fixture.catalog.add(Fixture.STANDARD
                .replace("id: bronze,", "id: copper,")
                .replace("count: {atLeast: 1}", "count: {atLeast: 2}"));
        fixture.passes.all(fixture.caller, Passes.Extent.CHANGED_STANDARDS, () -> false);
        assertEquals("fpuu 0", fixture.shown().get("ledger"));
        assertEquals(List.of(), fixture.history.changes(Fixture.BASICS, Instant.EPOCH));
    }

    @Test
    void countsTheDay() {
        fixture.computed().computed();
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        assertEquals(
                List.of(
                        new History.Count(today, "", List.of(1, 0, 0, 0)),
                        new History.Count(today, "group:default/booking", List.of(0, 1, 1, 0)),
                        new History.Count(today, "group:default/venues", List.of(0, 0, 1, 0))),
                fixture.history.counts(Fixture.BASICS, "main", today).stream()
                        .sorted(java.util.Comparator.comparing(History.Count::owner))
                        .toList());
    }

    @Test
    void aStandardThatWentHasNoScores() {
        fixture.computed();
        fixture.catalog.remove(Fixture.BASICS);
        fixture.computed();
        assertEquals(Map.of(), fixture.kept());
    }

    @Test
    void nothingChangesWhenItIsCancelled() {
        fixture.computed();
        fixture.put("ledger", "booking", "go");
        fixture.passes.all(fixture.caller, Passes.Extent.ALL, () -> true);
        assertEquals("ppuu 2", fixture.shown().get("ledger"));
    }

    /** Whatever changes in whatever order: step by step comes out what would come out at once. */
    @Test
    void stepByStepIsTheSameAsAtOnce() {
        fixture.computed();
        Random random = new Random(42);
        for (int round = 0; round < 25; round++) {
            List<EntityRef> changed = new ArrayList<>();
            for (int i = random.nextInt(6); i >= 0; i--) {
                changed.add(change(random));
            }
            fixture.passes.some(fixture.caller, changed);
            Map<String, String> stepByStep = fixture.shown();
            assertEquals(stepByStep, fixture.kept());
            assertEquals(fixture.computed().shown(), stepByStep, "round " + round);
        }
    }

    private EntityRef change(Random random) {
        EntityRef ref = EntityRef.parse("component:default/s" + random.nextInt(12));
        switch (random.nextInt(4)) {
            case 0 -> fixture.catalog.remove(ref);
            case 1 -> push(ref, random.nextInt(100));
            case 2 ->
                fixture.catalog.add("{apiVersion: v1, kind: Component, metadata: {name: " + ref.name()
                        + "}, spec: {type: library}}");
            default -> fixture.put(ref.name(), random.nextBoolean() ? "a" : "b", random.nextBoolean() ? "java" : "go");
        }
        return ref;
    }
}
