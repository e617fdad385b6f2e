package org.callboard.plugin.scorecards.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.callboard.api.problem.PortalException;
import org.callboard.api.security.Caller;
import org.callboard.plugin.scorecards.score.AllScores;
import org.callboard.plugin.scorecards.score.Fixture;
import org.callboard.plugin.scorecards.score.Row;
import org.callboard.plugin.scorecards.standard.Standard;
import org.callboard.plugin.scorecards.standard.Standards;
import org.callboard.testkit.TestCaller;
import org.callboard.testkit.TestRun;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whether or not the portal's own caller is known, which tells who may read everything. */
final class ReadableScoresTest {

    private static final Caller OLE = TestCaller.named("Ole");
    private final Fixture fixture = new Fixture();

    @BeforeEach
    void compute() {
        new AllScores(fixture.passes, fixture.rescoring).run(TestRun.now());
    }

    private ReadableScores hiding(String name) {
        HidingCatalog catalog = new HidingCatalog(fixture.catalog, name);
        return new ReadableScores(catalog, new Standards(catalog), fixture.scores, fixture.rescoring);
    }

    private static List<String> names(List<Row> rows) {
        return rows.stream().map(row -> row.ref().name()).toList();
    }

    @Test
    void showsNoRowsOfWhatTheCallerMayNotRead() {
        ReadableScores readable = hiding("ledger");
        Standard standard = readable.standard(OLE, "basics");
        assertEquals(List.of("exempt", "orphan", "seats"), names(readable.rows(OLE, standard)));
        assertEquals(
                List.of("exempt", "ledger", "orphan", "seats"),
                names(readable.rows(TestCaller.named("Mara"), standard)));
    }

    @Test
    void countsNoOwnerOfWhomSomethingIsHidden() {
        ReadableScores readable = hiding("ledger");
        Standard standard = readable.standard(OLE, "basics");
        assertFalse(readable.ownersReadWhole(OLE, standard).test("group:default/booking"));
        assertTrue(readable.ownersReadWhole(OLE, standard).test("group:default/venues"));
    }

    @Test
    void aStandardThatTheyMayNotReadIsNotThere() {
        ReadableScores readable = hiding("basics");
        assertEquals(List.of(), readable.standards(OLE));
        assertThrows(PortalException.class, () -> readable.standard(OLE, "basics"));
    }
}
