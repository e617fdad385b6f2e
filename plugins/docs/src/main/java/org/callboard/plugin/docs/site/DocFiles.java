package org.callboard.plugin.docs.site;

import java.util.List;
import java.util.Optional;

/** The files a site is made of. Nothing else of a site is read from anywhere. Implementations are thread-safe. */
public interface DocFiles {

    /** All files, relative to the folder with {@code mkdocs.yml}, with slashes between folders, in order. */
    List<String> paths();

    /** The bytes of a file; empty where there is none. */
    Optional<byte[]> read(String path);

    /** Whether pages are written as GitHub reads them, whatever the configuration says. */
    default boolean isOfGitHub() {
        return false;
    }
}
