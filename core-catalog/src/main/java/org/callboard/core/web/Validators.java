package org.callboard.core.web;

import org.jspecify.annotations.Nullable;

/** By what a server knows again what it answered: the {@code ETag} and {@code Last-Modified} headers as they came. */
record Validators(@Nullable String etag, @Nullable String lastModified) {

    static final Validators NONE = new Validators(null, null);
    private static final int LONGEST = 1_000;

    /** Only what can be sent back is kept. */
    static Validators of(@Nullable String etag, @Nullable String lastModified) {
        return new Validators(sendable(etag), sendable(lastModified));
    }

    private static @Nullable String sendable(@Nullable String value) {
        boolean good = value != null
                && !value.isEmpty()
                && value.length() <= LONGEST
                && value.chars().allMatch(c -> c >= ' ' && c <= '~');
        return good ? value : null;
    }
}
