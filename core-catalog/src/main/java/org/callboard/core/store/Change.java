package org.callboard.core.store;

import org.jspecify.annotations.Nullable;

/** An entity that changed, as it is now. */
public final class Change {

    private final String ref;
    private final byte @Nullable [] document;

    /**
     * Says what an entity is now.
     *
     * @param ref its canonical reference
     * @param document the served document in UTF-8, or null where the entity is gone; not copied
     */
    public Change(String ref, byte @Nullable [] document) {
        this.ref = ref;
        this.document = document;
    }

    /** {@return its canonical reference} */
    public String ref() {
        return ref;
    }

    /** {@return the served document in UTF-8, or null where the entity is gone} */
    public byte @Nullable [] document() {
        return document;
    }
}
