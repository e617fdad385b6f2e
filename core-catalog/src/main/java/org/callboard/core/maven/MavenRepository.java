package org.callboard.core.maven;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.callboard.core.maven.RepositoryFile.Lifetime;

/**
 * A folder in the layout of Maven repositories, with what it need not hold because it follows from the rest: metadata and
 * checksums.
 */
public final class MavenRepository {

    private static final String METADATA = "maven-metadata.xml";
    private static final String NAME = "[A-Za-z0-9][A-Za-z0-9._-]*";
    private static final Pattern POM = Pattern.compile("(.+)/([^/]+)/([^/]+)/\\2-\\3\\.pom");
    private static final Map<String, String> CHECKSUMS = Map.of(".sha1", "SHA-1", ".sha256", "SHA-256");

    private final Path folder;
    private final FileDigests digests = new FileDigests();

    /** Serves a folder; where there is none, nothing. */
    public MavenRepository(Path folder) {
        this.folder = folder;
    }

    /** {@return the file at a path without a slash before it} */
    public Optional<RepositoryFile> find(String path) throws IOException {
        List<String> names = List.of(path.split("/", -1));
        if (names.size() > 20 || !names.stream().allMatch(name -> name.matches(NAME))) {
            return Optional.empty();
        }
        for (Map.Entry<String, String> checksum : CHECKSUMS.entrySet()) {
            if (path.endsWith(checksum.getKey())) {
                String of = path.substring(0, path.length() - checksum.getKey().length());
                return checksum(find(of), checksum.getValue());
            }
        }
        int slash = path.lastIndexOf('/');
        String parent = path.substring(0, Math.max(0, slash));
        String name = path.substring(slash + 1);
        return name.equals(METADATA) ? metadata(parent) : artifact(parent, name);
    }

    private static Optional<RepositoryFile> checksum(Optional<RepositoryFile> of, String algorithm) throws IOException {
        if (of.isEmpty()) {
            return Optional.empty();
        }
        byte[] digest = digest(algorithm).digest(of.get().content().read());
        byte[] text = HexFormat.of().formatHex(digest).getBytes(StandardCharsets.US_ASCII);
        return Optional.of(RepositoryFile.of(text, "", of.get().lifetime()));
    }

    private static MessageDigest digest(String algorithm) {
        try {
            return MessageDigest.getInstance(algorithm);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private Optional<RepositoryFile> artifact(String parent, String name) throws IOException {
        Path file = folder.resolve(parent).resolve(name);
        if (isFile(file)) {
            Lifetime lifetime = name.contains(Snapshot.MARK) ? Lifetime.UNTIL_ASKED : Lifetime.FOREVER;
            return Optional.of(RepositoryFile.of(file, digests.of(file), name, lifetime));
        }
        Path plain = Snapshot.in(folder, parent, digests)
                .map(snapshot -> file.resolveSibling(snapshot.fileOf(name)))
                .orElse(file);
        return isFile(plain)
                ? Optional.of(RepositoryFile.of(plain, digests.of(plain), name, Lifetime.FOREVER))
                : Optional.empty();
    }

    private static boolean isFile(Path file) {
        return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS);
    }

    private Optional<RepositoryFile> metadata(String of) throws IOException {
        Path described = folder.resolve(of);
        if (of.isEmpty() || !Files.isDirectory(described)) {
            return Optional.empty();
        }
        Optional<Snapshot> snapshot = Snapshot.in(folder, of, digests);
        String xml = snapshot.isPresent()
                ? Metadata.ofSnapshot(snapshot.get())
                : Metadata.ofFolder(described, of, folders(described));
        return xml.isEmpty()
                ? Optional.empty()
                : Optional.of(RepositoryFile.of(xml.getBytes(StandardCharsets.UTF_8), METADATA, Lifetime.UNTIL_ASKED));
    }

    /** {@return what it holds, as {@code group:artifact:version}} */
    public List<String> artifacts() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.map(file -> POM.matcher(path(folder.relativize(file))))
                    .filter(Matcher::matches)
                    .map(pom -> pom.group(1).replace('/', '.') + ":" + pom.group(2) + ":" + pom.group(3))
                    .sorted()
                    .toList();
        }
    }

    private static String path(Path relative) {
        return relative.toString().replace('\\', '/');
    }

    private static List<String> folders(Path of) throws IOException {
        try (Stream<Path> entries = Files.list(of)) {
            return entries.filter(Files::isDirectory)
                    .map(entry -> entry.getFileName().toString())
                    .sorted()
                    .toList();
        }
    }
}
