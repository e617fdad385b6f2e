package org.callboard.api.catalog;

import java.time.Instant;
import java.util.List;
import org.callboard.api.model.EntityRef;
import org.jspecify.annotations.Nullable;

/**
 * Where an entity comes from and how fresh it is.
 *
 * @param entity which entity
 * @param location the file or URL that declares it, as {@code type:target}; null where nothing does any more
 * @param origin the configured or registered location that led there, as {@code type:target}
 * @param parents the Location entities that lead there; none for one that stands for a location itself
 * @param read when its source was last looked at, or null where that was not since the portal started
 * @param changed when the entity last changed
 * @param next when its source is looked at again, or null where that happens as soon as it changes
 * @param explanation one sentence: why it is as fresh as it is, and what keeps it from being fresher
 */
public record Provenance(
        EntityRef entity,
        @Nullable String location,
        @Nullable String origin,
        List<EntityRef> parents,
        @Nullable Instant read,
        @Nullable Instant changed,
        @Nullable Instant next,
        String explanation) {
    /** Copies the parents. */
    public Provenance {
        parents = List.copyOf(parents);
    }
}
