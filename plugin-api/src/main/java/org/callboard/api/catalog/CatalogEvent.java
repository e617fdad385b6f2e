package org.callboard.api.catalog;

import org.callboard.api.model.EntityRef;

/**
 * A change of one entity.
 *
 * @param number rises from event to event
 * @param change what happened
 * @param ref to which entity
 */
public record CatalogEvent(long number, Change change, EntityRef ref) {

    /** What happened to an entity. */
    public enum Change {
        /** It is new or has another content. */
        UPDATED,
        /** It is gone. */
        REMOVED
    }
}
