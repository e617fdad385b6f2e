package org.callboard.core.backup;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.callboard.api.problem.PortalException;
import org.callboard.api.problem.ProblemKind;

/** A storage folder that is being filled, with a mark in it until it is full: nothing runs on half a backup. */
public final class StorageFolder {

    private static final String MARK = "restore.unfinished";

    private final Path folder;

    private StorageFolder(Path folder) {
        this.folder = folder;
    }

    /**
     * Lets nobody start on what a restore left that was cut off.
     *
     * @throws PortalException where there is such a thing
     */
    public static void refuseHalfRestored(Path folder) {
        if (Files.exists(folder.resolve(MARK))) {
            throw new PortalException(
                    ProblemKind.CONFLICT,
                    "A restore into " + folder + " was cut off.",
                    "Empty this folder, and the database if it is another's, and restore again.");
        }
    }

    /** Takes an empty folder, or makes it, and marks it. */
    static StorageFolder begin(Path folder) throws IOException {
        Files.createDirectories(folder);
        try (DirectoryStream<Path> there = Files.newDirectoryStream(folder)) {
            for (Path first : there) {
                throw new PortalException(
                        ProblemKind.CONFLICT,
                        "The storage folder " + folder + " is not empty: a portal uses it, or did; it holds "
                                + first.getFileName() + ".",
                        "Name another with storage.dir, or stop the portal and move the folder away.");
            }
        }
        Files.createFile(folder.resolve(MARK));
        return new StorageFolder(folder);
    }

    Path path() {
        return folder;
    }

    /** The folder is as it was when the backup was made. */
    void finish() throws IOException {
        Files.delete(folder.resolve(MARK));
    }

    /** Empties the folder again; the mark goes last. */
    void giveUp() throws IOException {
        Path mark = folder.resolve(MARK);
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                if (!file.equals(mark) && !file.equals(folder)) {
                    Files.delete(file);
                }
            }
        }
        Files.delete(mark);
    }
}
