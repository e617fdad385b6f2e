package org.callboard.plugin.docs.feedback;

import static org.callboard.plugin.docs.feedback.Fixture.JON;
import static org.callboard.plugin.docs.feedback.Fixture.LEDGER;
import static org.callboard.plugin.docs.feedback.Fixture.MARA;
import static org.callboard.plugin.docs.feedback.Fixture.NOW;
import static org.callboard.plugin.docs.feedback.Fixture.page;
import static org.callboard.plugin.docs.feedback.Fixture.said;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.callboard.api.security.Permission;
import org.callboard.api.source.FileChange;
import org.callboard.api.ui.HomeCard;
import org.callboard.api.ui.ViewRequest;
import org.callboard.plugin.docs.DocsConfig;
import org.callboard.plugin.docs.feedback.Needs.Need;
import org.callboard.testkit.HomeCardContract;
import org.callboard.testkit.TestCaller;
import org.junit.jupiter.api.Test;

class DocsNeedsCardTest implements HomeCardContract {

    private final Fixture fixture = new Fixture();

    @Override
    public HomeCard extension() {
        return new DocsNeedsCard(fixture.needs);
    }

    @Override
    public ViewRequest request() {
        return ViewRequest.of(MARA);
    }

    private List<Need> needs(Instant now) {
        return fixture.needs.of(MARA, now);
    }

    private String shown() {
        return extension().show(request()).blocks().toString();
    }

    @Test
    void saysThatThereIsNothing() {
        assertTrue(shown().contains("Nothing needs you"));
    }

    @Test
    void listsWhatIsReportedAndUnhelpfulToOwnersAlone() {
        fixture.report(JON, said("close", "", "", "wrong"));
        fixture.votes.put(page(""), JON.getName(), false, NOW);
        List<Need> needs = needs(NOW);
        assertEquals(List.of("close", ""), needs.stream().map(Need::page).toList());
        assertTrue(shown().contains("1 open report"), shown());
        assertTrue(shown().contains("1 of 1 found it unhelpful"), shown());
        assertEquals(List.of(), fixture.needs.of(JON, NOW));
    }

    @Test
    void groupsThatTheSignInSaysCountWhereTheCatalogKnowsNoneOfThem() {
        fixture.report(JON, said("close", "", "", "wrong"));
        TestCaller nia = TestCaller.named("Nia").only(Permission.CATALOG_READ, Permission.PORTAL_USE);
        assertEquals(List.of(), fixture.needs.of(nia, NOW));
        TestCaller bookkeeper = nia.in("group:default/books");
        assertEquals(
                List.of("close"),
                fixture.needs.of(bookkeeper, NOW).stream().map(Need::page).toList());
    }

    @Test
    void whatIsNotChangedForLongIsStale() {
        assertEquals(List.of(), needs(NOW.plus(Duration.ofDays(364))));
        assertEquals(
                List.of(NOW),
                needs(NOW.plus(Duration.ofDays(366))).stream()
                        .map(need -> need.stale().orElseThrow())
                        .toList());
        fixture.configuration.set(new DocsConfig(10, 90, Optional.empty()));
        assertEquals(1, needs(NOW.plus(Duration.ofDays(11))).size());
    }

    @Test
    void onlyWhoHasCountedForLongEnoughCallsAPageUnread() {
        Instant later = NOW.plus(Duration.ofDays(100));
        fixture.files.changed(LEDGER.toString(), "docs/close.md", new FileChange(later, null));
        assertEquals(List.of(), needs(later));
        fixture.views.count(LEDGER, "close", NOW);
        fixture.views.write();
        List<Need> unread = needs(later);
        assertEquals(List.of(""), unread.stream().map(Need::page).toList());
        assertTrue(unread.get(0).isUnread());
        fixture.views.count(LEDGER, "", later);
        fixture.views.write();
        assertEquals(List.of(), needs(later));
    }

    @Test
    void refusesDaysThatCantBeKnown() {
        assertThrows(IllegalArgumentException.class, () -> new DocsConfig(0, 90, Optional.empty()));
        assertThrows(IllegalArgumentException.class, () -> new DocsConfig(365, 401, Optional.empty()));
    }
}
