package org.callboard.core.pluginstore;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.callboard.api.problem.PortalException;
import org.callboard.api.problem.ProblemKind;
import org.callboard.core.archive.PluginArchive;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The bytes that somebody sends, in a file that is gone when they have been dealt with. */
public record Upload(Path file) implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Upload.class);

    /**
     * Receives all of it.
     *
     * @throws PortalException where it ends early or is too large; nothing is left of it then
     */
    public static Upload receive(InputStream jar, JarFolder folder) {
        Upload upload = new Upload(newFile(folder));
        try {
            if (copy(jar, upload.file()) <= PluginArchive.MAX_BYTES) {
                return upload;
            }
        } catch (WriteException failure) {
            upload.close();
            throw full(failure);
        } catch (IOException failure) {
            upload.close();
            throw new PortalException(
                    ProblemKind.BAD_INPUT, "The upload ended before the jar was complete.", "Send it again.", failure);
        }
        upload.close();
        throw new PortalException(
                ProblemKind.TOO_LARGE,
                "The jar is larger than " + (PluginArchive.MAX_BYTES >> 20) + " MiB.",
                "Leave out what the plugin does not need.");
    }

    private static Path newFile(JarFolder folder) {
        try {
            return folder.upload();
        } catch (IOException failure) {
            throw full(failure);
        }
    }

    private static PortalException full(IOException failure) {
        LOG.error("A jar can't be written to the storage folder: {}", failure.getMessage());
        return new PortalException(
                ProblemKind.UNAVAILABLE,
                "The portal can't write the jar to its disk: it is full, or can't be written to.",
                "Make room below storage.dir and send the jar again.",
                failure);
    }

    /** The jar can't be written, which is nothing that whoever sends it could mend. */
    private static final class WriteException extends IOException {
        private static final long serialVersionUID = 1L;

        private WriteException(IOException cause) {
            super(cause.getMessage(), cause);
        }
    }

    private static void write(OutputStream out, byte[] buffer, int length) throws WriteException {
        try {
            out.write(buffer, 0, length);
        } catch (IOException failure) {
            throw new WriteException(failure);
        }
    }

    private static long copy(InputStream jar, Path file) throws IOException {
        try (var out = Files.newOutputStream(file)) {
            byte[] buffer = new byte[65_536];
            long length = 0;
            for (int read = jar.read(buffer); read >= 0 && length <= PluginArchive.MAX_BYTES; read = jar.read(buffer)) {
                write(out, buffer, read);
                length += read;
            }
            return length;
        }
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException failure) {
            LOG.warn("{} could not be deleted", file, failure);
        }
    }
}
