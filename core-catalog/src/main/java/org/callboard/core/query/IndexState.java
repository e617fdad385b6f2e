package org.callboard.core.query;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How things stand with the search index.
 *
 * @param entities how many can be found
 * @param changed when a change could last be read that had not been there, since the portal was started; null for none yet
 * @param written when it was last written to the disk; null where it never was
 * @param built when it was last built from the database; null where that is not known
 */
public record IndexState(
        int entities,
        @Nullable Instant changed,
        @Nullable Instant written,
        @Nullable Instant built) {}
