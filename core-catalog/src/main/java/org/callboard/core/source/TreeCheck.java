package org.callboard.core.source;

import java.io.IOException;
import java.nio.file.Path;
import org.callboard.core.read.UnreadableException;
import org.callboard.core.web.ArchiveCheck;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes archives that are trees of files and do no harm, and notes which files they changed. */
final class TreeCheck implements ArchiveCheck {

    private static final Logger LOG = LoggerFactory.getLogger(TreeCheck.class);

    @Override
    public void require(String url, Path archive) throws UnreadableException {
        try {
            ArchiveTree.open(archive).requireHarmless();
        } catch (UnfitArchiveException unfit) {
            throw TreeProblems.unfit(url, unfit);
        } catch (IOException unreadable) {
            throw TreeProblems.unfit(url, new UnfitArchiveException("could not be kept on the portal's disk"));
        }
    }

    @Override
    public void compare(Path before, Path archive) {
        try {
            TreeChanges known = TreeChanges.read(ArchiveCheck.notes(before));
            TreeChanges.between(ArchiveTree.open(before), known, ArchiveTree.open(archive))
                    .write(ArchiveCheck.notes(archive));
        } catch (IOException | UnfitArchiveException gone) {
            LOG.debug("What an archive changed can't be told", gone);
        }
    }
}
