package org.callboard.core.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.callboard.core.http.ViewChanges.Change;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ViewChangesTest {

    private static final Change ALL = new Change("cost", null, null);
    private static final Change CARD = new Change("cost", "card", null);
    private static final Change LEDGER = new Change("cost", "card", "component:default/ledger");

    private final BlockingQueue<Change> told = new LinkedBlockingQueue<>();
    private final ViewChanges changes = new ViewChanges(told::add);

    @AfterEach
    void close() {
        changes.close();
    }

    @Test
    void tellsByItselfWhatChanged() throws InterruptedException {
        changes.changed(CARD);
        assertEquals(CARD, told.take());
        changes.changed(LEDGER);
        assertEquals(LEDGER, told.take());
    }

    @Test
    void gathersWhatIsSaidTwice() {
        ViewChanges byHand = silent();
        for (Change change : List.of(CARD, LEDGER, CARD, LEDGER)) {
            byHand.changed(change);
        }
        byHand.tell();
        assertEquals(List.of(CARD, LEDGER), List.copyOf(told));
    }

    @Test
    void tellsOnlyThatAllChangedWhereThatWasSaid() {
        ViewChanges byHand = silent();
        List.of(CARD, ALL, LEDGER).forEach(byHand::changed);
        byHand.tell();
        assertEquals(List.of(ALL), List.copyOf(told));
    }

    @Test
    void makesOneChangeOfAFloodAndLetsOtherPluginsBe() {
        ViewChanges byHand = silent();
        Change other = new Change("other", "card", null);
        byHand.changed(other);
        for (int number = 0; number < 1_000; number++) {
            byHand.changed(new Change("cost", "card", "component:default/c" + number));
        }
        byHand.tell();
        assertEquals(2, told.size());
        assertEquals(List.of(true, true), List.of(told.contains(ALL), told.contains(other)));
    }

    /** One whose own thread has ended, so that only the test tells. */
    private ViewChanges silent() {
        ViewChanges silent = new ViewChanges(told::add);
        silent.close();
        return silent;
    }
}
