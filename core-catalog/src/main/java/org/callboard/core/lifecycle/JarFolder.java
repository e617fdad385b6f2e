package org.callboard.core.lifecycle;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Set;
import java.util.function.Supplier;
import org.callboard.core.entity.Sha256;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The files of the jars, which can be made anew from the database at any time. */
final class JarFolder {

    private static final Logger LOG = LoggerFactory.getLogger(JarFolder.class);

    private final Path folder;

    JarFolder(Path folder) {
        this.folder = folder;
        try {
            Files.createDirectories(folder);
        } catch (IOException failure) {
            throw new UncheckedIOException("The plugin folder " + folder + " can't be made.", failure);
        }
    }

    /** {@return where the files are, and others may lie for a while} */
    Path path() {
        return folder;
    }

    /** {@return a new file for an upload, in the same file system as the jars} */
    Path upload() throws IOException {
        return Files.createTempFile(folder, "upload", ".part");
    }

    /** {@return the jar's file, made from these bytes where it is not there or not what it was} */
    Path file(String digest, Supplier<byte[]> bytes) throws IOException {
        Path file = place(digest);
        if (!Files.exists(file) || !digest.equals("sha256:" + Sha256.hex(Files.readAllBytes(file)))) {
            Path part = upload();
            Files.write(part, bytes.get());
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        }
        return file;
    }

    /** Puts a checked jar at its place. */
    Path adopt(PluginArchive archive) throws IOException {
        Path file = place(archive.digest());
        if (!Files.exists(file) || Files.mismatch(archive.file(), file) >= 0) {
            Path part = upload();
            Files.copy(archive.file(), part, StandardCopyOption.REPLACE_EXISTING);
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        }
        return file;
    }

    void delete(String digest) {
        delete(place(digest));
    }

    /** Deletes what earlier uploads and removed plugins have left. */
    void deleteAllBut(Set<String> digests) {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                if (!digests.contains("sha256:" + file.getFileName().toString().replace(".jar", ""))) {
                    delete(file);
                }
            }
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
