package org.callboard.core.source;

import java.time.Duration;
import java.util.Optional;
import org.callboard.api.source.FileChange;
import org.callboard.core.web.ArchiveAddress;
import org.callboard.core.web.WebCommits;

/**
 * When files of a repository on the web were changed: as its code host says, or else as far as the portal has seen it. All who ask
 * of one folder wait for the host no longer than one of them may. Thread-safe.
 */
final class TreeHistory {

    private static final Duration PATIENCE = Duration.ofMillis(300);

    private final KnownTree tree;
    private final WebCommits commits;
    private final ArchiveAddress address;
    private final long end = System.nanoTime() + PATIENCE.toNanos();

    TreeHistory(KnownTree tree, WebCommits commits, ArchiveAddress address) {
        this.tree = tree;
        this.commits = commits;
        this.address = address;
    }

    /** {@return when a file was last changed, by its path in the repository} */
    Optional<FileChange> of(String path) {
        return tree.files()
                .file(path)
                .flatMap(file -> asked(path, file))
                .or(() -> tree.changes().of(path));
    }

    private Optional<FileChange> asked(String path, PackedFile file) {
        String content = Integer.toHexString(file.crc()) + "-" + file.size();
        Duration patience = Duration.ofNanos(Math.max(0, end - System.nanoTime()));
        return commits.of(address, tree.files().commit(), path, content, patience);
    }
}
