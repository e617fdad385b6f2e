package org.callboard.plugin.scorecards.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.ws.rs.core.SecurityContext;
import java.security.Principal;
import java.time.Instant;
import java.util.List;
import org.callboard.api.model.EntityRef;
import org.callboard.api.model.Json;
import org.callboard.api.problem.PortalException;
import org.callboard.api.security.Caller;
import org.callboard.plugin.scorecards.score.Fixture;
import org.callboard.testkit.TestCaller;
import org.callboard.testkit.TestJson;
import org.junit.jupiter.api.Test;

final class ResourcesTest {

    private final Fixture fixture = new Fixture().computed();
    private final ReadableScores readable =
            new ReadableScores(fixture.catalog, fixture.standards, fixture.scores, fixture.rescoring);
    private final EntityScoresResource entities =
            new EntityScoresResource(fixture.catalog, fixture.scoring, fixture.rescoring, new ScoreJson(fixture.files));

    /** Somebody signed in. */
    private record SignedIn(Caller caller) implements SecurityContext {
        @Override
        public Principal getUserPrincipal() {
            return caller;
        }

        @Override
        public boolean isUserInRole(String role) {
            return false;
        }

        @Override
        public boolean isSecure() {
            return false;
        }

        @Override
        public String getAuthenticationScheme() {
            return "test";
        }
    }

    private static final SignedIn MARA = new SignedIn(TestCaller.named("Mara"));

    private static List<String> texts(Json.Obj answer, String list, String... path) {
        return answer.array(list).items().stream()
                .map(item -> ((Json.Obj) item).text(path).orElse(""))
                .toList();
    }

    @Test
    void theHeatMapHasARowAnEntityByTitle() {
        Json.Obj map = new HeatmapResource(readable).heatmap("basics", "", "", "name", null, MARA);
        assertEquals(List.of("exempt", "ledger", "orphan", "seats"), texts(map, "rows", "title"));
        assertEquals(List.of("pxuu", "ppuu", "ffuu", "pfuu"), texts(map, "rows", "states"));
    }

    @Test
    void theHeatMapIsNarrowedDown() {
        HeatmapResource resource = new HeatmapResource(readable);
        Json.Obj ofBooking = resource.heatmap("basics", "group:default/booking", "", "name", 1, MARA);
        assertEquals(List.of("ledger"), texts(ofBooking, "rows", "title"));
        assertEquals("[100,50,0,0]", new TestJson().toText(ofBooking.array("passed")));
        assertEquals(List.of("ppuu", "pfuu"), ofBooking.array("strip").texts());
        Json.Obj more = resource.more("basics", "group:default/booking", "", "name", 1, MARA);
        assertEquals(List.of("seats"), texts(more, "rows", "title"));
        assertEquals(ofBooking.get("version"), more.get("version"));
        assertEquals(Json.of(2), ofBooking.get("total"));
        assertEquals(
                List.of("orphan"), texts(resource.heatmap("basics", "", "ORPH", "name", null, MARA), "rows", "title"));
        assertThrows(PortalException.class, () -> resource.heatmap("basics", "", "", "name", 2_001, MARA));
        assertThrows(PortalException.class, () -> resource.heatmap("none", "", "", "name", null, MARA));
    }

    @Test
    void theHeatMapHasTheOrderThatIsAskedFor() {
        HeatmapResource resource = new HeatmapResource(readable);
        assertEquals(List.of("orphan", "seats", "exempt", "ledger"), titles(resource, "level"));
        assertEquals(List.of("ledger", "seats", "exempt", "orphan"), titles(resource, "owner"));
        assertEquals(List.of("orphan", "seats", "exempt", "ledger"), titles(resource, "check:java"));
        assertEquals(List.of("exempt", "ledger", "orphan", "seats"), titles(resource, "check:gone"));
    }

    private static List<String> titles(HeatmapResource resource, String order) {
        return texts(resource.heatmap("basics", "", "", order, null, MARA), "rows", "title");
    }

    @Test
    void scoresOfBeforeAStartAreShownAsSuch() {
        ReadableScores restarted =
                new ReadableScores(fixture.catalog, fixture.standards, fixture.restarted(), fixture.rescoring);
        Json.Obj before = new HeatmapResource(restarted).heatmap("basics", "", "", "name", null, MARA);
        Json.Obj now = new HeatmapResource(readable).heatmap("basics", "", "", "name", null, MARA);
        assertEquals(now.get("rows"), before.get("rows"));
        assertEquals(now.get("computed"), before.get("computed"));
        assertEquals(Json.Bool.TRUE, before.get("pending"));
        assertEquals(Json.Bool.FALSE, now.get("pending"));
    }

    @Test
    void theNextStepsBeginWithTheLeastEffort() {
        fixture.catalog.add("{apiVersion: v1, kind: User, metadata: {name: mara}, spec: {memberOf: [booking]}}");
        NextResource resource = new NextResource(new NextSteps(readable, new Owners(fixture.catalog)));
        Json.Obj mine = resource.next(null, null, MARA);
        assertEquals(List.of("covered", "deployed", "java"), texts(mine, "items", "check"));
        assertEquals(
                List.of("deployed", "covered"),
                texts(resource.next("group:default/venues", 5, MARA), "items", "check").stream()
                        .sorted(java.util.Comparator.reverseOrder())
                        .toList());
    }

    @Test
    void theNextStepsAreThoseOfTheGroupsThatTheSignInSays() {
        NextResource resource = new NextResource(new NextSteps(readable, new Owners(fixture.catalog)));
        SignedIn sara = new SignedIn(TestCaller.named("Sara").in("group:default/venues"));
        assertEquals(
                List.of("covered", "deployed"),
                texts(resource.next(null, null, sara), "items", "check").stream()
                        .sorted()
                        .toList());
    }

    @Test
    void groupsCountTheirLevels() {
        Json.Obj groups = new GroupsResource(readable, fixture.catalog).groups("basics", "owner", MARA);
        assertEquals(List.of("none", "booking", "venues"), texts(groups, "rows", "title"));
        Json.Obj booking = (Json.Obj) groups.array("rows").items().get(1);
        assertEquals("[0,1,1,0]", new TestJson().toText(booking.object("tracks").array("main")));
    }

    @Test
    void anEntityHearsWhyAndWhatNext() {
        Json.Obj answer = entities.scores("default/component/seats", MARA);
        Json.Obj standard = (Json.Obj) answer.array("standards").items().get(0);
        Json.Obj track = (Json.Obj) standard.array("tracks").items().get(0);
        assertEquals("bronze", track.text("level", "id").orElse(""));
        assertEquals(List.of("java"), track.object("next").array("checks").texts());
        Json.Obj java = (Json.Obj) standard.array("checks").items().get(1);
        assertEquals("failed", java.text("state").orElse(""));
        Json.Obj evidence = (Json.Obj) java.array("evidence").items().get(0);
        assertEquals(List.of("go"), evidence.array("value").texts());
        Json.Obj covered = (Json.Obj) standard.array("checks").items().get(2);
        assertEquals(
                "Nobody has told 'ci/coverage' yet.", covered.text("message").orElse(""));
    }

    @Test
    void anEntityIsScoredAsItIsNowWhateverIsKept() {
        fixture.put("seats", "booking", "java");
        Json.Obj answer = entities.scores("default/component/seats", MARA);
        Json.Obj standard = (Json.Obj) answer.array("standards").items().get(0);
        assertEquals(
                "passed",
                ((Json.Obj) standard.array("checks").items().get(1))
                        .text("state")
                        .orElse(""));
        assertTrue(fixture.rescoring.isPending(EntityRef.parse("component:default/seats")));
    }

    @Test
    void aDryRunSaysWhatWouldChange() {
        DryRunResource resource = new DryRunResource(readable, fixture.catalog, fixture.sources);
        Json.Obj answer = resource.run(Fixture.STANDARD.replace("contains: java", "contains: go"), MARA);
        assertEquals(List.of("ledger", "seats"), texts(answer, "changes", "title"));
        assertEquals(List.of("bronze", "silver"), texts(answer, "changes", "to"));
        assertEquals("ppuu 2", fixture.shown().get("ledger"));
        Json.Obj faulty = resource.run("kind: Standard\n", MARA);
        assertEquals(Json.of(0), faulty.get("entities"));
        assertTrue(faulty.array("problems").items().size() > 2);
    }

    @Test
    void pushedFactsCountAtOnce() {
        FactsResource resource = new FactsResource(fixture.catalog, fixture.stored, fixture.rescoring);
        Json body =
                new TestJson().readText("{\"fact\":\"ci/coverage\",\"value\":{\"percent\":90},\"source\":\"build 9\"}");
        resource.push("default/component/ledger", body, MARA);
        assertEquals(List.of("ci/coverage"), texts(resource.list("default/component/ledger", MARA), "items", "fact"));
        Json catalog = new TestJson().readText("{\"fact\":\"catalog\",\"value\":1}");
        assertThrows(PortalException.class, () -> resource.push("default/component/ledger", catalog, MARA));
        SignedIn guest = new SignedIn(TestCaller.named("Ole").only("catalog.entity.read"));
        assertThrows(PortalException.class, () -> resource.push("default/component/ledger", body, guest));
    }

    @Test
    void trendsEndWithToday() {
        HistoryResource resource = new HistoryResource(readable, fixture.history);
        Json.Obj trends = resource.history("trends", "basics", "main", null, 30, MARA);
        Json.Obj today = (Json.Obj) trends.array("days").items().get(0);
        assertEquals("[1,1,2,0]", new TestJson().toText(today.array("counts")));
        assertEquals(
                Instant.now().toString().substring(0, 10), today.text("day").orElse(""));
    }
}
