package org.callboard.plugin.scorecards.score;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.callboard.api.model.EntityRef;
import org.callboard.api.model.Json;
import org.callboard.api.storage.Tables;
import org.callboard.plugin.scorecards.standard.Standard;
import org.callboard.testkit.MemoryTables;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the tables keep, on both databases. */
final class StoresTest {

    private static final EntityRef SEATS = EntityRef.parse("component:default/seats");
    private static final int ENTITIES = 5_000;
    private static final int OWNERS = 200;
    private static final int YEAR = 365;

    /** The databases. */
    enum Store {
        H2,
        POSTGRESQL;

        private Tables tables() {
            return this == H2 ? new MemoryTables() : new ServerTables();
        }
    }

    /** Without its index the database sorts all scores for each thousand of them. */
    @Test
    void scoresAreReadInTheOrderOfTheirKey() {
        Tables tables = Store.H2.tables();
        new Fixture(tables).computed();
        String plan = tables.query("explain " + ScoreStore.SCORES, row -> row.getString(1), "standard:default/any", "")
                .get(0);
        assertTrue(plan.contains("index sorted"), plan);
    }

    @ParameterizedTest
    @EnumSource
    void scoresAndTheirChangesAreAsTheyWere(Store store) {
        Fixture fixture = new Fixture(store.tables()).computed();
        assertEquals(fixture.shown(), fixture.kept());
        fixture.put("seats", "booking", "java");
        fixture.passes.some(fixture.caller, List.of(SEATS));
        fixture.catalog.remove(EntityRef.parse("component:default/orphan"));
        fixture.computed();
        assertEquals(Map.of("ledger", "ppuu 2", "seats", "ppuu 2", "exempt", "pxuu 2"), fixture.kept());
        assertEquals(fixture.kept(), fixture.shown(fixture.restarted()));
        LevelChange change =
                fixture.history.changes(Fixture.BASICS, Instant.EPOCH).get(0);
        assertEquals(SEATS, change.entity());
        assertEquals(1, change.was());
        assertEquals(2, change.became());
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        assertEquals(
                2,
                fixture.history
                        .counts(Fixture.BASICS, "main", today.minusDays(1))
                        .size());
        fixture.catalog.remove(Fixture.BASICS);
        fixture.computed();
        assertEquals(Map.of(), fixture.kept());
    }

    @ParameterizedTest
    @EnumSource
    void pushedFactsAreAsTheyWere(Store store) {
        Fixture fixture = new Fixture(store.tables());
        Json value = Json.object().put("percent", 90).put("of", "ünïcode").build();
        fixture.stored.put(SEATS, "ci/coverage", value, "build 7", Instant.now());
        fixture.stored.put(SEATS, "ci/coverage", value, "build 8", Instant.now());
        assertEquals(value, fixture.stored.of(SEATS).get(0).answer().value());
        assertEquals("pfpu 1", fixture.computed().shown().get("seats"));
        fixture.stored.forget(List.of(SEATS));
        assertEquals(List.of(), fixture.stored.of(SEATS));
    }

    @ParameterizedTest
    @EnumSource
    void whatIsTooOldIsForgotten(Store store) {
        Fixture fixture = new Fixture(store.tables()).computed();
        fixture.history.prune(Instant.now().plus(Duration.ofDays(History.DAYS - 1)));
        assertEquals(3, days(fixture, LocalDate.EPOCH).size());
        fixture.history.prune(Instant.now().plus(Duration.ofDays(History.DAYS + 1)));
        assertEquals(List.of(), days(fixture, LocalDate.EPOCH));
    }

    private static List<History.Count> days(Fixture fixture, LocalDate since) {
        return fixture.history.counts(Fixture.BASICS, "main", since);
    }

    /** Each day one entity in a hundred rises or falls. */
    @Test
    void aYearOfManyEntitiesTakesBoundedRoom() {
        Tables tables = new ServerTables();
        Fixture fixture = new Fixture(tables);
        Standard standard =
                fixture.standards.find(fixture.caller, Fixture.BASICS).orElseThrow();
        Random random = new Random(7);
        Map<EntityRef, Row> rows = new HashMap<>();
        for (int i = 0; i < ENTITIES; i++) {
            Row row = row(i, 0);
            rows.put(row.ref(), row);
        }
        Instant begin = Instant.now().minus(Duration.ofDays(YEAR));
        for (int day = 0; day < YEAR; day++) {
            Instant now = begin.plus(Duration.ofDays(day));
            List<Board.Change> changes = new ArrayList<>();
            for (int i = 0; i < ENTITIES / 100; i++) {
                Row after = row(random.nextInt(ENTITIES), random.nextInt(4));
                changes.add(new Board.Change(after.ref(), rows.put(after.ref(), after), after));
            }
            Board board = Board.computed(Shape.of(standard), now, rows);
            tables.write(connection -> {
                LevelChange.insert(
                        connection, standard.ref(), LevelChange.of(Shape.of(standard), standard, changes, now));
                return changes;
            });
            fixture.history.writeDay(standard, board, now);
        }
        fixture.history.prune(Instant.now());
        assertEquals(YEAR * OWNERS, days(fixture, LocalDate.EPOCH).size());
        long bytes = size(tables, "level_count") + size(tables, "level_change");
        System.out.println("A year of " + ENTITIES + " entities: " + size(tables, "level_count") + " bytes of counts, "
                + size(tables, "level_change") + " bytes of changes");
        assertTrue(bytes < 40_000_000, () -> bytes + " bytes");
    }

    private static Row row(int entity, int rank) {
        return new Row(
                EntityRef.parse("component:default/service-" + entity),
                "Service " + entity,
                "group:default/team-" + entity % OWNERS,
                "",
                "pppp",
                String.valueOf(rank));
    }

    private static long size(Tables tables, String table) {
        return tables.query("select pg_total_relation_size(?::regclass)", row -> row.getLong(1), table)
                .get(0);
    }
}
