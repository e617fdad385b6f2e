package org.callboard.core.web;

import java.nio.file.Path;
import org.callboard.core.read.UnreadableException;

/** Looks an archive over before it takes the place of the one there was. */
@FunctionalInterface
public interface ArchiveCheck {

    /**
     * Throws what is wrong with an archive that is not to be used.
     *
     * @param url where it is from
     */
    void require(String url, Path archive) throws UnreadableException;
}
