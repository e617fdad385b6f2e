package org.callboard.launcher;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.UserPrincipal;
import java.util.Comparator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A folder that is needed for as long as its process runs. What a killed one left is deleted by the next: beside each folder
 * lies a file that its process holds a lock on, and a lock ends with its process, however that ends.
 */
final class Scratch implements AutoCloseable {

    private static final String PREFIX = "callboard-";
    private static final String LOCK = ".lock";

    private final Path file;
    private final FileChannel lock;

    private Scratch(Path file, FileChannel lock) {
        this.file = file;
        this.lock = lock;
    }

    /** Makes one, and deletes those that nobody needs any more. */
    static Scratch in(Path parent) throws IOException {
        Scratch made = null;
        while (made == null) {
            Path folder = Files.createTempDirectory(parent, PREFIX);
            // another that starts may have taken it for one that was left
            made = locked(Files.createFile(folder.resolveSibling(folder.getFileName() + LOCK)));
        }
        made.deleteLeft(parent);
        return made;
    }

    Path folder() {
        return file.resolveSibling(file.getFileName().toString().replace(LOCK, ""));
    }

    /** In a folder of temporary files others put theirs, too. */
    private void deleteLeft(Path parent) {
        try (DirectoryStream<Path> others = Files.newDirectoryStream(parent, PREFIX + "*" + LOCK)) {
            UserPrincipal owner = Files.getOwner(file);
            for (Path other : others) {
                if (!other.equals(file)
                        && Files.getOwner(other, LinkOption.NOFOLLOW_LINKS).equals(owner)) {
                    deleteIfLeft(other);
                }
            }
        } catch (NoSuchFileException gone) {
            // another that starts deletes them
        } catch (IOException | DirectoryIteratorException failure) {
            System.err.println("What killed processes left in " + parent + " could not be deleted: " + failure);
        }
    }

    private static void deleteIfLeft(Path other) throws IOException {
        Scratch left = locked(other);
        if (left != null) {
            left.close();
        }
    }

    /** {@return what the file stands for, or null where its process runs or somebody else has just deleted it} */
    private static @Nullable Scratch locked(Path file) throws IOException {
        try {
            FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
            if (channel.tryLock() != null && Files.exists(file)) {
                return new Scratch(file, channel);
            }
            channel.close();
        } catch (NoSuchFileException | OverlappingFileLockException taken) {
            // it went before it was opened, or this very process has it
        }
        return null;
    }

    /** The file goes last, and while it is locked: as long as it is there, the folder can be found by it. */
    @Override
    public void close() {
        try (lock) {
            deleteFolder();
            if (!Files.exists(folder())) {
                Files.delete(file);
            }
        } catch (IOException failure) {
            System.err.println("The folder " + folder() + " could not be deleted: " + failure.getMessage());
        }
    }

    private void deleteFolder() throws IOException {
        try (Stream<Path> files = Files.walk(folder())) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(path -> path.toFile().delete());
        } catch (NoSuchFileException gone) {
            // somebody tidied up the folder of temporary files
        }
    }
}
