package org.callboard.core.session;

import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The token that somebody asks for.
 *
 * @param permissions null for all that they have
 * @param plugins null for all that they may install and steer
 * @param lifetime null for the usual one
 * @param owner the reference of for whom the machine is to act; null for who asks
 */
public record TokenWish(
        String name,
        @Nullable Set<String> permissions,
        @Nullable Set<String> plugins,
        @Nullable Duration lifetime,
        @Nullable String owner) {

    /** A token of who asks for it. */
    public TokenWish(
            String name,
            @Nullable Set<String> permissions,
            @Nullable Set<String> plugins,
            @Nullable Duration lifetime) {
        this(name, permissions, plugins, lifetime, null);
    }
}
