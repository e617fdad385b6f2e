package org.callboard.core.db;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How things stand with the database, as far as is known without asking it.
 *
 * @param used how many of the portal's connections are in use
 * @param limit how many there are at the most
 * @param waiting how many threads wait for one
 * @param answered when it last did what it was asked; null where it never did
 * @param failing since when it does nothing that it is asked; null where it does
 */
public record DatabaseState(
        String product,
        String version,
        int used,
        int limit,
        int waiting,
        @Nullable Instant answered,
        @Nullable Instant failing) {}
