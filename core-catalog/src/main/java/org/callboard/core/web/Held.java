package org.callboard.core.web;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.callboard.api.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * What there is of an archive.
 *
 * @param file the last good one; null where there is none
 * @param hash of what is in it; empty where there is none
 * @param problem why it could not be had the last time; null where it could
 * @param fetch done when nothing is under way that would change it
 */
public record Held(
        @Nullable Path file, String hash, @Nullable Problem problem, CompletableFuture<Void> fetch) {}
