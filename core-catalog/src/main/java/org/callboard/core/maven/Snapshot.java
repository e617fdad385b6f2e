package org.callboard.core.maven;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.callboard.core.entity.Sha256;

/**
 * A version that is still changing. Maven asks for a build of it by time and number; here the number follows from the
 * content, so that a portal of another build offers another one.
 *
 * @param version such as {@code 1.2.0-SNAPSHOT}
 * @param build such as {@code 20260131.120000-17}
 * @param files the names of its files, which have the version in them
 */
record Snapshot(String artifact, String version, String build, List<String> files) {

    static final String MARK = "-SNAPSHOT";

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd.HHmmss").withZone(ZoneOffset.UTC);

    private static final Pattern FOLDER = Pattern.compile(".+/([^/]+)/([^/]+" + MARK + ")");

    /** {@return the snapshot in a folder of the repository, where its path says that it is one} */
    static Optional<Snapshot> in(Path repository, String path, FileDigests digests) throws IOException {
        Matcher named = FOLDER.matcher(path);
        Path folder = repository.resolve(path);
        if (!named.matches() || !Files.isDirectory(folder)) {
            return Optional.empty();
        }
        List<Path> files;
        try (Stream<Path> entries = Files.list(folder)) {
            files = entries.filter(Files::isRegularFile).sorted().toList();
        }
        return Optional.of(new Snapshot(named.group(1), named.group(2), build(files, digests), names(files)));
    }

    private static String build(List<Path> files, FileDigests digests) throws IOException {
        MessageDigest digest = Sha256.digest();
        Instant latest = Instant.EPOCH;
        for (Path file : files) {
            digest.update(digests.of(file).getBytes(StandardCharsets.US_ASCII));
            Instant written = Files.getLastModifiedTime(file).toInstant();
            latest = written.isAfter(latest) ? written : latest;
        }
        int number = 1 + (ByteBuffer.wrap(digest.digest()).getInt() >>> 8);
        return TIME.format(latest) + "-" + number;
    }

    private static List<String> names(List<Path> files) {
        return files.stream().map(file -> file.getFileName().toString()).toList();
    }

    /** {@return the version of this build, as it stands in the names that Maven asks for} */
    String buildVersion() {
        return version.substring(0, version.length() - MARK.length()) + "-" + build;
    }

    /** {@return the name of the file here that Maven means by a name with the build in it} */
    String fileOf(String name) {
        String prefix = artifact + "-" + buildVersion();
        return name.startsWith(prefix) ? artifact + "-" + version + name.substring(prefix.length()) : name;
    }
}
