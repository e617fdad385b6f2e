package org.callboard.core.store;

import java.util.List;
import java.util.function.Consumer;
import org.callboard.api.catalog.CatalogEvent;

/** The served entities and, by rising number, their changes: what a search index is fed with. Thread-safe. */
public interface ChangeFeed {

    /**
     * Some changes.
     *
     * @param changes the changed entities, each once
     * @param upTo the number of the last change they contain
     */
    record Changes(List<Change> changes, long upTo) {
        /** Copies the changes. */
        public Changes {
            changes = List.copyOf(changes);
        }
    }

    /** {@return a number that no other database has} */
    long identity();

    /** {@return the number of the last change of anything that can be read} */
    long latest();

    /** {@return the number up to which changes are no longer kept} */
    long pruned();

    /** {@return the changes behind a number, of about {@code limit} entities} */
    Changes changesAfter(long number, int limit);

    /** Hands over every served entity. {@return the number of the last change they contain} */
    long scan(Consumer<Change> consumer);

    /** {@return the changes behind a number, as listeners hear of them} */
    List<CatalogEvent> eventsAfter(long number, int limit);

    /** Drops changes, except for the last ones. */
    void prune(long keep);
}
