package org.callboard.core.pluginstore;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Set;
import java.util.function.Supplier;
import org.callboard.core.archive.PluginArchive;
import org.callboard.core.entity.Sha256;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The files of the jars, which can be made anew from the database at any time. */
public final class JarFolder {

    private static final Logger LOG = LoggerFactory.getLogger(JarFolder.class);

    private final Path folder;

    public JarFolder(Path folder) {
        this.folder = folder;
        try {
            Files.createDirectories(folder);
        } catch (IOException failure) {
            throw new UncheckedIOException("The plugin folder " + folder + " can't be made.", failure);
        }
    }

    /** {@return where the files are, and others may lie for a while} */
    public Path path() {
        return folder;
    }

    /** {@return a new file for an upload, in the same file system as the jars} */
    public Path upload() throws IOException {
        return Files.createTempFile(folder, "upload", ".part");
    }

    /** {@return the jar's file, made from these bytes where it is not there or not what it was} */
    Path file(String digest, Supplier<byte[]> bytes) throws IOException {
        return fill(
                place(digest),
                file -> digest.equals("sha256:" + Sha256.hex(Files.readAllBytes(file))),
                part -> Files.write(part, bytes.get()));
    }

    /** Puts a checked jar at its place. */
    public Path adopt(PluginArchive archive) {
        try {
            return fill(
                    place(archive.digest()),
                    file -> Files.mismatch(archive.file(), file) < 0,
                    part -> Files.copy(archive.file(), part, StandardCopyOption.REPLACE_EXISTING));
        } catch (IOException failure) {
            throw new UncheckedIOException("The jar of '" + archive.id() + "' can't be kept.", failure);
        }
    }

    /** Writes the content of a file that nobody sees yet. */
    private interface Content {
        void write(Path part) throws IOException;
    }

    /** Whether a file that is there is what it should be. */
    private interface Proof {
        boolean holds(Path file) throws IOException;
    }

    /** A file that is there is made young, so that nobody tidies it up who does not know yet what it is for. */
    private Path fill(Path file, Proof proof, Content content) throws IOException {
        if (Files.exists(file) && proof.holds(file)) {
            Files.setLastModifiedTime(file, FileTime.from(Instant.now()));
            return file;
        }
        Path part = upload();
        try {
            content.write(part);
            return Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    public void delete(String digest) {
        delete(place(digest));
    }

    /** Deletes what earlier uploads and removed plugins have left, as far as it was last written before this moment. */
    public void deleteAllBut(Set<String> digests, Instant before) {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                boolean isKept = digests.contains(
                        "sha256:" + file.getFileName().toString().replace(".jar", ""));
                if (!isKept && Files.getLastModifiedTime(file).toInstant().isBefore(before)) {
                    delete(file);
                }
            }
        } catch (NoSuchFileException gone) {
            LOG.debug("{} was deleted by somebody else", gone.getFile());
        } catch (IOException failure) {
            LOG.warn("{} could not be tidied up", folder, failure);
        }
    }

    private Path place(String digest) {
        return folder.resolve(digest.replace("sha256:", "") + ".jar");
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException failure) {
            LOG.warn("{} could not be deleted", file, failure);
        }
    }
}
