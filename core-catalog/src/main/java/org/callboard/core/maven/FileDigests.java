package org.callboard.core.maven;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.callboard.core.entity.Sha256;

/**
 * The digests of files, each taken once. Builds that can be repeated give every file the same date, so that size and date
 * alone tell less than they seem to.
 */
final class FileDigests {

    private final Map<Path, Known> known = new ConcurrentHashMap<>();

    private record Known(long size, long written, String digest) {}

    /** {@return the digest of what is in a file of the program, of which there are few} */
    String of(Path file) throws IOException {
        long size = Files.size(file);
        long written = Files.getLastModifiedTime(file).toMillis();
        Known before = known.get(file);
        if (before != null && before.size() == size && before.written() == written) {
            return before.digest();
        }
        String digest = Sha256.hex(Files.readAllBytes(file));
        known.put(file, new Known(size, written, digest));
        return digest;
    }
}
