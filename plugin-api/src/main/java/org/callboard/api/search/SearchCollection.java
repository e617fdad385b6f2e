package org.callboard.api.search;

import org.callboard.api.model.EntityRef;
import org.jspecify.annotations.Nullable;

/**
 * Documents that come, change and go together.
 *
 * @param id unique among the extension's collections, 300 characters at most
 * @param fingerprint another one as soon as one of its documents is, 300 characters at most
 * @param about the entity that they are about, found by those alone who may read it; null where all who search may find them
 */
public record SearchCollection(
        String id, String fingerprint, @Nullable EntityRef about) {

    /** {@return documents about an entity, one collection for each} */
    public static SearchCollection of(EntityRef about, String fingerprint) {
        return new SearchCollection(about.toString(), fingerprint, about);
    }
}
