package org.callboard.core.store;

import org.callboard.api.model.Json;
import org.jspecify.annotations.Nullable;

/** An entity that changed, as it is now. */
public final class Change {

    private final String ref;
    private final byte @Nullable [] document;
    private final Json.@Nullable Obj decoded;

    /**
     * Says what an entity is now.
     *
     * @param ref its canonical reference
     * @param document the served document in UTF-8, or null where the entity is gone; not copied
     */
    public Change(String ref, byte @Nullable [] document) {
        this(ref, document, null);
    }

    /** Says the same where the document is at hand in decoded form, too. */
    Change(String ref, byte @Nullable [] document, Json.@Nullable Obj decoded) {
        this.ref = ref;
        this.document = document;
        this.decoded = decoded;
    }

    /** {@return its canonical reference} */
    public String ref() {
        return ref;
    }

    /** {@return the served document in UTF-8, or null where the entity is gone} */
    public byte @Nullable [] document() {
        return document;
    }

    /** {@return the served document, or null where it must be decoded first} */
    public Json.@Nullable Obj decoded() {
        return decoded;
    }
}
