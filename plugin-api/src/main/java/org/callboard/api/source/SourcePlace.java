package org.callboard.api.source;

import java.util.List;
import org.callboard.api.model.EntityRef;

/**
 * Where files are.
 *
 * @param entity whose descriptor they stand beside
 * @param path of their folder, from the folder of that descriptor: {@code .} for that folder itself, {@code docs}, {@code ../handbook}; or
 *     the {@code http} or {@code https} address of a folder in a repository on the web, or of a ZIP archive
 * @param version the branch, tag or commit of a repository on the web; empty for the one that its address names
 * @param patterns which files are meant, by their paths from the folder: {@code *} is any part of a name, {@code **} any number of
 *     folders, and case does not count; empty for all
 */
public record SourcePlace(EntityRef entity, String path, String version, List<String> patterns) {

    /** Copies the patterns. */
    public SourcePlace {
        patterns = List.copyOf(patterns);
    }

    /** {@return the folder that a path leads to, with all that is in it} */
    public static SourcePlace beside(EntityRef entity, String path) {
        return new SourcePlace(entity, path, "", List.of());
    }

    /** {@return the same at another branch, tag or commit} */
    public SourcePlace version(String other) {
        return new SourcePlace(entity, path, other, patterns);
    }

    /** {@return those of its files that fit some patterns}; into folders that none of them leads into nobody looks */
    public SourcePlace only(List<String> some) {
        return new SourcePlace(entity, path, version, some);
    }

    /** {@return whether a file is meant, by its path from the folder} */
    public boolean holds(String file) {
        return patterns.isEmpty() || patterns.stream().map(SourcePattern::of).anyMatch(pattern -> pattern.fits(file));
    }

    /** {@return whether a file in a folder, or further below, may be meant; by the folder's own path} */
    public boolean leadsInto(String folder) {
        return patterns.isEmpty()
                || patterns.stream().map(SourcePattern::of).anyMatch(pattern -> pattern.leadsInto(folder));
    }
}
