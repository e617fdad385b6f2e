package org.callboard.core.store;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.callboard.core.store.ChangeFeed.Changes;
import org.jspecify.annotations.Nullable;

/** The changes that were told last, for a reader that is no further behind: it need not put the entities together again. */
final class RecentChanges {

    private static final int MOST = 2;

    private final Runnable kept;
    private final Deque<Told> told = new ArrayDeque<>();

    RecentChanges(Runnable kept) {
        this.kept = kept;
    }

    /**
     * Changes that were told in one transaction.
     *
     * @param first the number of the first; the others follow it
     */
    record Told(long first, List<Change> changes) {}

    /** Keeps some changes until they are read or too many others have come. {@return how many these are} */
    int keep(Told changes) {
        if (!changes.changes().isEmpty()) {
            add(changes);
            kept.run();
        }
        return changes.changes().size();
    }

    private synchronized void add(Told changes) {
        told.add(changes);
        if (told.size() > MOST) {
            told.remove();
        }
    }

    synchronized void forget() {
        told.clear();
    }

    /** {@return the changes right behind a number, if they are here; once} */
    synchronized @Nullable Changes after(long number) {
        while (!told.isEmpty() && told.element().first() <= number + 1) {
            Told next = told.remove();
            if (next.first() == number + 1) {
                return new Changes(next.changes(), number + next.changes().size());
            }
        }
        return null;
    }
}
