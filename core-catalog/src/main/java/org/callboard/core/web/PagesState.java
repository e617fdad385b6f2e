package org.callboard.core.web;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How things stand with the pages of the web that the catalog reads.
 *
 * @param pages how many there are
 * @param failing how many could not be read the last time
 * @param fetching how many are read at the moment, or wait for their turn
 * @param next when the next one is read; null where there is none
 */
public record PagesState(
        int pages, int failing, int fetching, @Nullable Instant next) {

    static PagesState of(Iterable<Copy> copies) {
        int pages = 0;
        int failing = 0;
        int fetching = 0;
        Instant next = null;
        for (Copy copy : copies) {
            Status status = copy.status();
            Instant due = status.nextDue();
            pages++;
            failing += status.problem() == null ? 0 : 1;
            fetching += copy.underWay().isDone() ? 0 : 1;
            next = due != null && (next == null || due.isBefore(next)) ? due : next;
        }
        return new PagesState(pages, failing, fetching, next);
    }
}
