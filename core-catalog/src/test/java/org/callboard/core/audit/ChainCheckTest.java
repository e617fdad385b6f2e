package org.callboard.core.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.callboard.api.problem.PortalException;
import org.callboard.core.audit.Verification.Break;
import org.callboard.core.audit.Verification.Kind;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is done to rows of the log is found, at the first of them. */
class ChainCheckTest {

    private static final int ROWS = 9;
    private static final Instant AT = Instant.parse("2026-06-01T00:00:00Z");
    private static final String FORGED = "f".repeat(64);

    private final List<AuditRow> rows = new ArrayList<>(written(Link.START, ROWS));

    private static List<AuditRow> written(Link before, int count) {
        List<AuditRow> written = new ArrayList<>();
        Link last = before;
        for (int i = 0; i < count; i++) {
            AuditRow row = chained(last, last.number() + 1, "plugin.install");
            written.add(row);
            last = row.link();
        }
        return written;
    }

    private static AuditRow chained(Link last, long number, String act) {
        AuditRow open = row(number, act, null);
        return row(number, act, open.hashAfter(last.hash()));
    }

    private static AuditRow row(long number, String act, @Nullable String hash) {
        Act done = new Act("user:default/mara", "session", null, act, "cost 1." + number, "DONE", null, "7");
        return new AuditRow(number, AT.plusSeconds(number), done, hash);
    }

    private Chain chain() {
        return new Chain(Link.START, written(Link.START, ROWS).get(ROWS - 1).link());
    }

    private Verification check(Chain chain, @Nullable Link noted) {
        ChainCheck check = new ChainCheck(chain, noted);
        rows.forEach(check::take);
        return check.finish();
    }

    private void assertBroken(long number, Kind kind) {
        assertEquals(new Break(number, kind), check(chain(), null).broken());
    }

    private void change(int index, Consumer<List<AuditRow>> change) {
        List<AuditRow> one = new ArrayList<>(List.of(rows.get(index)));
        change.accept(one);
        rows.set(index, one.get(0));
    }

    /** The form of what is hashed is written down in the documentation: others compute it, too. */
    @Test
    void theHashIsThatOfTheDocumentedForm() {
        Act install =
                new Act("user:default/mara", "session", null, "plugin.install", "cloud-cost 1.4.0", "DONE", null, "7");
        AuditRow first = new AuditRow(1, AT, install, null);
        String hash = first.hashAfter(Link.START.hash());
        assertEquals("efe62c6adaf87362b844f9ccd17429fb077c3cd2dc0536b097184a8872c553cd", hash);
        Act create = new Act(
                "user:default/zo\u00eb",
                "token",
                "catalog-api",
                "catalog.location.create",
                "url:https://example.com/, too",
                "REFUSED",
                "It is there, already",
                "8");
        AuditRow second = new AuditRow(2, AT.plusMillis(1_500), create, null);
        assertEquals("2d0cd6106e8e883de68e7c1112ed32f079ea2c48ae4f4b3cf1afa7e71e9165ae", second.hashAfter(hash));
    }

    @Test
    void noTwoRowsAreHashedAlike() {
        Set<String> hashes = new HashSet<>();
        List<Act> acts = List.of(
                new Act("a", null, null, "b", "c", "DONE", null, null),
                new Act("a", "", null, "b", "c", "DONE", null, null),
                new Act("a", null, "", "b", "c", "DONE", null, null),
                new Act("a", null, null, "b", "c", "DONE", "-", null),
                new Act("a", null, null, "b", "c", "DONE", null, "-"),
                new Act("a,1:b", null, null, "", "c", "DONE", null, null),
                new Act("a", null, null, "b,1:c", "", "DONE", null, null));
        acts.forEach(act -> hashes.add(new AuditRow(1, AT, act, null).hashAfter(Link.START.hash())));
        assertEquals(acts.size(), hashes.size());
    }

    @Test
    void aLogThatNobodyTouchedIsWhole() {
        Verification found = check(chain(), null);
        assertNull(found.broken());
        assertEquals(ROWS, found.rows());
        assertEquals(chain().last(), found.head());
        rows.clear();
        assertNull(check(new Chain(Link.START, Link.START), null).broken());
        assertNull(check(new Chain(chain().last(), chain().last()), null).broken());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 4, ROWS - 1})
    void aChangedRowIsFound(int index) {
        change(index, one -> one.set(0, row(index + 1, "plugin.read", one.get(0).hash())));
        assertBroken(index + 1, Kind.CHANGED);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 4, ROWS - 1})
    void aChangedHashIsFound(int index) {
        change(index, one -> one.set(0, row(index + 1, "plugin.install", FORGED)));
        assertBroken(index + 1, Kind.CHANGED);
        change(index, one -> one.set(0, row(index + 1, "plugin.install", null)));
        assertBroken(index + 1, Kind.CHANGED);
    }

    /** Whoever knows the form can write a row that follows its predecessor; the next one gives it away. */
    @Test
    void aChangedRowWithTheHashThatBelongsToItIsFoundByTheNextOne() {
        change(4, one -> one.set(0, chained(rows.get(3).link(), 5, "plugin.read")));
        assertBroken(6, Kind.CHANGED);
    }

    @Test
    void theLastRowWithTheHashThatBelongsToItIsFoundByTheHead() {
        change(ROWS - 1, one -> one.set(0, chained(rows.get(ROWS - 2).link(), ROWS, "plugin.read")));
        assertBroken(ROWS, Kind.CHANGED);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 4, ROWS - 2})
    void aRowRemovedBeforeOthersIsFound(int index) {
        rows.remove(index);
        assertBroken(index + 1, Kind.REMOVED);
    }

    @Test
    void severalRemovedRowsAreFoundAtTheFirst() {
        rows.subList(2, 5).clear();
        assertBroken(3, Kind.REMOVED);
        rows.clear();
        assertBroken(1, Kind.REMOVED);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, ROWS})
    void rowsRemovedAtTheEndAreFound(int count) {
        rows.subList(ROWS - count, ROWS).clear();
        assertBroken(ROWS - count + 1, Kind.REMOVED);
    }

    @Test
    void aRowPutInPlaceOfARemovedOneIsFound() {
        rows.set(4, row(5, "plugin.read", FORGED));
        assertBroken(5, Kind.CHANGED);
    }

    @Test
    void aRowPutBehindTheEndIsFound() {
        rows.add(chained(rows.get(ROWS - 1).link(), ROWS + 1, "plugin.install"));
        assertBroken(ROWS + 1, Kind.INSERTED);
        rows.remove(ROWS - 1);
        assertBroken(ROWS, Kind.REMOVED);
    }

    @Test
    void aRowPutBeforeTheBeginningIsFound() {
        rows.add(0, row(0, "plugin.install", FORGED));
        assertBroken(0, Kind.INSERTED);
    }

    /** The portal goes on behind a row that somebody put there, whose number it can't use. */
    @Test
    void aRowThatWasPutInAndThenPassedOverIsFound() {
        AuditRow last = rows.get(ROWS - 1);
        rows.add(row(ROWS + 1, "plugin.install", null));
        AuditRow next = chained(last.link(), ROWS + 2, "plugin.install");
        rows.add(next);
        Chain chain = new Chain(Link.START, next.link());
        assertEquals(new Break(ROWS + 1, Kind.INSERTED), check(chain, null).broken());
        rows.remove(ROWS);
        assertNull(check(chain, null).broken());
    }

    @Test
    void whatIsLeftAfterForgettingIsComparedWithTheLastRowThatWasForgotten() {
        Link before = rows.get(3).link();
        rows.subList(0, 4).clear();
        Chain shorter = new Chain(before, chain().last());
        assertNull(check(shorter, null).broken());
        rows.remove(0);
        assertEquals(new Break(5, Kind.REMOVED), check(shorter, null).broken());
    }

    @Test
    void aLogThatWasWrittenAnewDiffersFromWhatWasNoted() {
        Link noted = rows.get(6).link();
        assertNull(check(chain(), noted).broken());
        rows.clear();
        Link last = Link.START;
        for (int number = 1; number <= ROWS; number++) {
            AuditRow row = chained(last, number, number == 3 ? "plugin.read" : "plugin.install");
            rows.add(row);
            last = row.link();
        }
        assertNotEquals(noted.hash(), rows.get(6).hash());
        assertNull(check(new Chain(Link.START, last), null).broken());
        assertEquals(
                new Break(7, Kind.CHANGED),
                check(new Chain(Link.START, last), noted).broken());
    }

    @Test
    void aLogThatWasCutOffWithItsHeadDiffersFromWhatWasNoted() {
        Link noted = rows.get(ROWS - 1).link();
        rows.remove(ROWS - 1);
        Chain cut = new Chain(Link.START, rows.get(ROWS - 2).link());
        assertNull(check(cut, null).broken());
        assertEquals(new Break(ROWS, Kind.REMOVED), check(cut, noted).broken());
    }

    @Test
    void whatWasNotedOfAForgottenRowCantBeCompared() {
        Chain shorter = new Chain(rows.get(3).link(), chain().last());
        Link noted = rows.get(2).link();
        PortalException refused = assertThrows(PortalException.class, () -> new ChainCheck(shorter, noted));
        assertTrue(refused.message().contains("Row 3 has been forgotten"), refused.message());
        rows.subList(0, 4).clear();
        assertNull(check(shorter, shorter.before()).broken());
        assertEquals(
                new Break(4, Kind.CHANGED), check(shorter, new Link(4, FORGED)).broken());
    }
}
