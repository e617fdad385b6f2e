package org.callboard.core.policy;

import org.callboard.api.model.Entity;
import org.jspecify.annotations.Nullable;

/** What somebody wants to do something to. */
public sealed interface Thing {

    /** No single thing. */
    Thing NONE = new Nothing();

    /** No single thing. */
    record Nothing() implements Thing {}

    /** An entity. */
    record One(Entity entity) implements Thing {}

    /**
     * A plugin.
     *
     * @param owner as its jar names it
     */
    record Plugin(String id, @Nullable String owner) implements Thing {}
}
