package org.callboard.core.lifecycle;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.callboard.api.problem.PortalException;
import org.callboard.api.problem.ProblemKind;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The bytes that somebody sends, in a file that is gone when they have been dealt with. */
record Upload(Path file) implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Upload.class);

    /**
     * Receives all of it.
     *
     * @throws PortalException where it ends early or is too large; nothing is left of it then
     */
    static Upload receive(InputStream jar, JarFolder folder) {
        Upload upload = null;
        try {
            upload = new Upload(folder.upload());
            if (copy(jar, upload.file()) <= PluginArchive.MAX_BYTES) {
                return upload;
            }
        } catch (IOException failure) {
            close(upload);
            throw new PortalException(
                    ProblemKind.BAD_INPUT, "The upload ended before the jar was complete.", "Send it again.", failure);
        }
        upload.close();
        throw new PortalException(
                ProblemKind.TOO_LARGE,
                "The jar is larger than " + (PluginArchive.MAX_BYTES >> 20) + " MiB.",
                "Leave out what the plugin does not need.");
    }

    private static long copy(InputStream jar, Path file) throws IOException {
        try (var out = Files.newOutputStream(file)) {
            byte[] buffer = new byte[65_536];
            long length = 0;
            for (int read = jar.read(buffer); read >= 0 && length <= PluginArchive.MAX_BYTES; read = jar.read(buffer)) {
                out.write(buffer, 0, read);
                length += read;
            }
            return length;
        }
    }

    private static void close(@org.jspecify.annotations.Nullable Upload upload) {
        if (upload != null) {
            upload.close();
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
