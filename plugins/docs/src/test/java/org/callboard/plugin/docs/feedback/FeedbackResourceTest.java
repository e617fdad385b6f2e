package org.callboard.plugin.docs.feedback;

import static org.callboard.plugin.docs.feedback.Fixture.JON;
import static org.callboard.plugin.docs.feedback.Fixture.LEDGER;
import static org.callboard.plugin.docs.feedback.Fixture.MARA;
import static org.callboard.plugin.docs.feedback.Fixture.NOW;
import static org.callboard.plugin.docs.feedback.Fixture.PATH;
import static org.callboard.plugin.docs.feedback.Fixture.page;
import static org.callboard.plugin.docs.feedback.Fixture.said;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.callboard.api.model.EntityRef;
import org.callboard.api.model.Json;
import org.callboard.api.problem.PortalException;
import org.callboard.api.problem.ProblemKind;
import org.callboard.api.security.Caller;
import org.callboard.api.security.Permission;
import org.callboard.api.storage.Rows;
import org.callboard.plugin.docs.feedback.Fixture.SignedIn;
import org.callboard.testkit.TestCaller;
import org.junit.jupiter.api.Test;

class FeedbackResourceTest {

    private static final String HOSTILE = "<img src=x onerror=alert(1)> & \"quotes\"\u0000\u0007 \uD83D\uDE00";

    private final Fixture fixture = new Fixture();

    private ProblemKind refusal(Runnable act) {
        return assertThrows(PortalException.class, act::run).kind();
    }

    private Json.Arr reportsSeenBy(Caller caller, String page) {
        return fixture.about(caller, page).array("owners", "reports");
    }

    private void vote(Caller caller, String page, Json helpful) {
        fixture.resource.vote(
                PATH, Json.object().put("page", page).put("helpful", helpful).build(), new SignedIn(caller));
    }

    private void close(Caller caller, long id, String note) {
        fixture.resource.close(PATH, id, Json.object().put("note", note).build(), new SignedIn(caller));
    }

    private long first() {
        return fixture.reports.open(page("close")).get(0).id();
    }

    @Test
    void tellsWhenAPageWasChangedByWhomAndWhoseItIs() {
        Json.Obj about = fixture.about(JON, "");
        assertEquals(Optional.of(NOW.toString()), about.text("change", "at"));
        assertEquals(Optional.of("Øst"), about.text("change", "commit", "author"));
        assertEquals(
                Optional.of("https://github.com/acme/ledger/commit/" + "ab".repeat(20)),
                about.text("change", "commit", "page"));
        assertEquals(Optional.of("group:default/books"), about.text("owner", "ref"));
        assertEquals(Optional.of("The bookkeepers"), about.text("owner", "title"));
        assertEquals(Optional.of("https://github.com/acme/ledger/issues/new"), about.text("issue", "address"));
        assertEquals(Json.Null.NULL, fixture.about(JON, "close").get("change"));
        assertEquals(ProblemKind.NOT_FOUND, refusal(() -> fixture.about(JON, "gone")));
    }

    @Test
    void aVoteIsOneForEachPersonAndCanBeChanged() {
        assertEquals(Json.Null.NULL, fixture.about(JON, "").get("vote"));
        vote(JON, "", Json.Bool.TRUE);
        vote(JON, "", Json.Bool.FALSE);
        vote(MARA, "", Json.Bool.TRUE);
        assertEquals(Json.Bool.FALSE, fixture.about(JON, "").get("vote"));
        assertEquals(new Votes.Count(1, 1), fixture.votes.counts(LEDGER).get(""));
        assertEquals(ProblemKind.BAD_INPUT, refusal(() -> vote(JON, "", Json.of("yes"))));
        assertEquals(ProblemKind.NOT_FOUND, refusal(() -> vote(JON, "gone", Json.Bool.TRUE)));
    }

    @Test
    void whatIsReportedIsSeenByItsOwnersAlone() {
        fixture.report(JON, said("close", "at-the-end", "amounts", HOSTILE));
        assertEquals(Json.Null.NULL, fixture.about(JON, "close").get("owners"));
        Json.Obj report = (Json.Obj) reportsSeenBy(MARA, "close").items().get(0);
        assertEquals(Optional.of("<img src=x onerror=alert(1)> & \"quotes\" \uD83D\uDE00"), report.text("words"));
        assertEquals(Optional.of("at-the-end"), report.text("section"));
        assertEquals(Optional.of("user:default/jon"), report.text("person"));
        assertEquals(0, reportsSeenBy(MARA, "").items().size());
        assertEquals(1, fixture.about(MARA, "").array("owners", "open").items().size());
        TestCaller inspector = JON.only(Permission.CATALOG_READ, CloseReports.NAME);
        assertEquals(1, reportsSeenBy(inspector, "close").items().size());
    }

    @Test
    void aSectionThatIsNotThereIsThePage() {
        fixture.report(JON, said("close", "x\" onclick=alert(1)", "", "wrong"));
        assertEquals("", fixture.reports.open(page("close")).get(0).said().section());
    }

    @Test
    void refusesWhatIsTooLongOrEmpty() {
        assertEquals(ProblemKind.BAD_INPUT, refusal(() -> fixture.report(JON, said("close", "", "", " \n"))));
        assertEquals(
                ProblemKind.BAD_INPUT, refusal(() -> fixture.report(JON, said("close", "", "", "x".repeat(2_001)))));
        assertEquals(
                ProblemKind.BAD_INPUT, refusal(() -> fixture.report(JON, said("close", "", "x".repeat(601), "words"))));
        assertEquals(ProblemKind.BAD_INPUT, refusal(() -> fixture.report(JON, Json.of("text"))));
        assertEquals(ProblemKind.NOT_FOUND, refusal(() -> fixture.report(JON, said("gone", "", "", "words"))));
    }

    @Test
    void nobodySendsMoreThanTwentyADay() {
        for (int i = 0; i < Reports.MOST_A_DAY; i++) {
            fixture.report(JON, said("close", "", "", "words " + i));
        }
        assertEquals(ProblemKind.REFUSED, refusal(() -> fixture.report(JON, said("close", "", "", "one more"))));
        fixture.report(MARA, said("close", "", "", "another person"));
    }

    @Test
    void ofTenThousandReportsAHundredAreShownAndNoMoreAreTaken() {
        String insert = "insert into report (entity, page, section, quote, words, person, made)"
                + " values (?, 'close', '', '', 'words', 'user:default/p', ?)";
        fixture.tables.write(connection -> {
            int added = 0;
            while (added < 10_000) {
                added += Rows.update(connection, insert, LEDGER.toString(), NOW);
            }
            return added;
        });
        assertEquals(Reports.SHOWN, reportsSeenBy(MARA, "close").items().size());
        assertEquals(10_000L, fixture.reports.open(LEDGER).get("close"));
        assertEquals(ProblemKind.REFUSED, refusal(() -> fixture.report(JON, said("close", "", "", "one more"))));
    }

    @Test
    void itsOwnersCloseItAndNobodyElse() {
        fixture.report(JON, said("close", "", "", "wrong"));
        long id = first();
        assertEquals(ProblemKind.NOT_ALLOWED, refusal(() -> close(JON, id, "no")));
        close(MARA, id, "Done.");
        assertEquals(List.of(), fixture.reports.open(page("close")));
        assertEquals("docs.close", fixture.acts.acts().get(0).name());
        assertEquals(ProblemKind.NOT_FOUND, refusal(() -> close(MARA, id, "again")));
    }

    @Test
    void whoMayNotReadTheEntityHearsThatThereIsNone() {
        fixture.report(JON, said("close", "", "", "wrong"));
        long id = first();
        fixture.catalog.remove(EntityRef.parse("component:default/ledger"));
        assertEquals(ProblemKind.NOT_FOUND, refusal(() -> fixture.about(MARA, "close")));
        assertEquals(ProblemKind.NOT_FOUND, refusal(() -> vote(MARA, "close", Json.Bool.TRUE)));
        assertEquals(ProblemKind.NOT_FOUND, refusal(() -> fixture.report(MARA, said("close", "", "", "x"))));
        assertEquals(ProblemKind.NOT_FOUND, refusal(() -> close(MARA, id, "")));
    }

    @Test
    void whoMayNotUseThePortalSendsNothing() {
        TestCaller reader = JON.only(Permission.CATALOG_READ);
        assertEquals(Json.Bool.FALSE, fixture.about(reader, "").get("maySend"));
        assertEquals(Json.Bool.TRUE, fixture.about(JON, "").get("maySend"));
        assertTrue(new CloseReports().permission().startsWith("docs."));
    }
}
