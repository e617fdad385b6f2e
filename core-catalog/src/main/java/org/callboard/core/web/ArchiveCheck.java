package org.callboard.core.web;

import java.nio.file.Path;
import org.callboard.core.read.UnreadableException;

/** Looks an archive over before it takes the place of the one there was. */
public interface ArchiveCheck {

    /**
     * Throws what is wrong with an archive that is not to be used.
     *
     * @param url where it is from
     */
    void require(String url, Path archive) throws UnreadableException;

    /** Notes in the file that is for that what an archive has that is not in the one whose place it takes. */
    void compare(Path before, Path archive);

    /** {@return the file of notes on an archive}, which goes where that goes, and with it */
    static Path notes(Path archive) {
        return archive.resolveSibling(archive.getFileName() + ".changes");
    }
}
