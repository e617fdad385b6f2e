package org.callboard.api.source;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When a file was last changed.
 *
 * @param at when it was committed; when it was written, where no commit is known
 * @param commit null where the file is in no repository, or its history is not known, or not yet
 */
public record FileChange(Instant at, @Nullable Commit commit) {

    /**
     * What changed it.
     *
     * @param id as forty digits
     * @param author their name, which may be empty
     */
    public record Commit(String id, String author) {}
}
