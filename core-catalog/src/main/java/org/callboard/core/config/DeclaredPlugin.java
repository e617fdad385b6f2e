package org.callboard.core.config;

import org.jspecify.annotations.Nullable;

/**
 * One of {@code plugins.declared}.
 *
 * @param digest {@code sha256:} and the hexadecimal SHA-256 of the jar; of a file it may be left open
 * @param jar the absolute path of a file, or a URL
 * @param origin which of the two
 * @param place the file and line of the configuration, for people
 */
public record DeclaredPlugin(
        String id, String version, @Nullable String digest, String jar, Origin origin, String place) {

    /** Where a jar comes from. */
    public enum Origin {
        /** The file system. */
        FILE,
        /** The web. */
        URL
    }
}
