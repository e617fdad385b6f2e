package org.callboard.core.refresh;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class KeptPagesTest {

    private static final String URL = "https://example.com/a.yaml";

    private final List<Object> told = Collections.synchronizedList(new ArrayList<>());

    /** Otherwise it could be fetched, and forgotten before it was read. */
    @Test
    void whoHoldsAPageWaitsForWhatIsBeingForgotten() throws InterruptedException {
        Thread[] holder = new Thread[1];
        KeptPages[] pages = new KeptPages[1];
        pages[0] = new KeptPages(kept -> {
            holder[0] = new Thread(() -> {
                pages[0].hold(List.of(URL));
                told.add("held");
            });
            holder[0].start();
            while (holder[0].isAlive() && holder[0].getState() != Thread.State.BLOCKED) {
                Thread.onSpinWait();
            }
            told.add(kept);
        });
        pages[0].need(Set.of());
        holder[0].join();
        assertEquals(List.of(Set.of(), "held"), told);
    }

    @Test
    void aPageIsKeptForAsLongAsAnyoneHoldsIt() {
        KeptPages pages = new KeptPages(told::add);
        pages.hold(List.of(URL));
        pages.hold(List.of(URL));
        pages.release(List.of(URL));
        pages.need(Set.of());
        pages.release(List.of(URL));
        pages.need(Set.of());
        assertEquals(List.of(Set.of(URL), Set.of()), told);
    }
}
