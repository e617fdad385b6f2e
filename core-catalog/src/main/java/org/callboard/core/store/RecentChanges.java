package org.callboard.core.store;

import java.util.List;
import org.callboard.core.store.ChangeFeed.Changes;
import org.jspecify.annotations.Nullable;

/** The changes that were told last, for a reader that is no further behind: it need not put the entities together again. */
final class RecentChanges {

    private final Runnable kept;
    private @Nullable Told last;

    RecentChanges(Runnable kept) {
        this.kept = kept;
    }

    /**
     * Changes that were told in one transaction.
     *
     * @param first the number of the first; the others follow it
     */
    record Told(long first, List<Change> changes) {}

    /** Keeps some changes until they are read or others come. {@return how many these are} */
    int keep(Told told) {
        replace(told);
        kept.run();
        return told.changes().size();
    }

    private synchronized void replace(Told told) {
        last = told;
    }

    /** {@return the changes right behind a number, if they are here; once} */
    synchronized @Nullable Changes after(long number) {
        Told told = last;
        if (told == null || told.changes().isEmpty() || told.first() != number + 1) {
            return null;
        }
        last = null;
        return new Changes(told.changes(), number + told.changes().size());
    }
}
