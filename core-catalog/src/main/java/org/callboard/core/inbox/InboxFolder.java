package org.callboard.core.inbox;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.callboard.api.plugins.Diagnosis;
import org.jspecify.annotations.Nullable;

/** The files of an inbox. Others write to it at any time, so whatever goes is looked at once more after it was renamed. */
final class InboxFolder {

    private static final int MOST_FILES = 10_000;
    private static final int LONGEST_LINE = 500;
    private static final String JAR = ".jar";
    private static final String REFUSED = ".refused";
    private static final String TAKEN = ".taken";

    private final Path folder;

    InboxFolder(Path folder) {
        this.folder = folder;
    }

    /** What tells a file from the same file changed. */
    record Stamp(
            Form form,
            long size,
            FileTime modified,
            @Nullable Object key) {}

    /** What a directory entry is. */
    enum Form {
        FILE,
        FOLDER,
        LINK,
        OTHER
    }

    Path path() {
        return folder;
    }

    /** {@return the entries that are called jars, the oldest first; none where there is no folder} */
    Map<Path, Stamp> jars() throws IOException {
        Map<Path, Stamp> found = new TreeMap<>();
        if (!Files.isDirectory(folder)) {
            return found;
        }
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder, InboxFolder::isJar)) {
            for (Path entry : entries) {
                Stamp stamp = stamp(entry);
                if (stamp != null) {
                    found.put(entry, stamp);
                }
                if (found.size() >= MOST_FILES) {
                    break;
                }
            }
        }
        return found.entrySet().stream()
                .sorted(Comparator.comparing(entry -> entry.getValue().modified()))
                .collect(Collectors.toMap(
                        Map.Entry::getKey, Map.Entry::getValue, (one, other) -> one, LinkedHashMap::new));
    }

    private static boolean isJar(Path entry) {
        String name = String.valueOf(entry.getFileName());
        return name.endsWith(JAR) && !name.startsWith(".");
    }

    /** {@return what the entry is now, or null where there is none} */
    static @Nullable Stamp stamp(Path entry) throws IOException {
        try {
            BasicFileAttributes seen =
                    Files.readAttributes(entry, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            Form form = seen.isRegularFile()
                    ? Form.FILE
                    : seen.isDirectory() ? Form.FOLDER : seen.isSymbolicLink() ? Form.LINK : Form.OTHER;
            return new Stamp(form, seen.size(), seen.lastModifiedTime(), seen.fileKey());
        } catch (NoSuchFileException gone) {
            return null;
        }
    }

    /** Deletes a jar that was installed, unless something else has taken its place. */
    void delete(Path jar, Stamp stamp, String digest) throws IOException {
        Path aside = beside(jar, ".", TAKEN);
        if (!rename(jar, aside)) {
            return;
        }
        if (stamp.equals(stamp(aside)) && digest.equals(JarCopy.digest(aside))) {
            Files.delete(aside);
        } else {
            putBack(aside, jar);
        }
    }

    /** Puts a jar aside with the reason. {@return where it is now; null where something else has taken its place} */
    @Nullable Path refuse(Path jar, Stamp stamp, Diagnosis diagnosis) throws IOException {
        Path aside = beside(jar, "", REFUSED);
        if (!stamp.equals(stamp(jar))) {
            return null;
        }
        Path reason = beside(aside, "", ".txt");
        Path written = Files.writeString(beside(reason, ".", ".part"), text(diagnosis));
        Files.move(written, reason, StandardCopyOption.REPLACE_EXISTING);
        if (!rename(jar, aside)) {
            return null;
        }
        if (stamp.equals(stamp(aside))) {
            return aside;
        }
        Files.deleteIfExists(reason);
        putBack(aside, jar);
        return null;
    }

    /** Makes a refused jar one to be looked at again, unless there is another of its name. */
    void takeBack(Path aside, Path jar) throws IOException {
        if (stamp(jar) == null) {
            putBack(aside, jar);
            Files.deleteIfExists(beside(aside, "", ".txt"));
        }
    }

    /** Puts back what a process that was killed had begun to delete. */
    void recover() throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (DirectoryStream<Path> left = Files.newDirectoryStream(folder, ".*" + JAR + TAKEN)) {
            for (Path aside : left) {
                String name = aside.getFileName().toString();
                putBack(aside, aside.resolveSibling(name.substring(1, name.length() - TAKEN.length())));
            }
        }
    }

    /** A newer file of that name stays; it is the one that is meant. */
    private static void putBack(Path aside, Path jar) throws IOException {
        try {
            Files.move(aside, jar);
        } catch (FileAlreadyExistsException newer) {
            Files.delete(aside);
        }
    }

    private static boolean rename(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
            return true;
        } catch (NoSuchFileException gone) {
            return false;
        }
    }

    /** Names that the file system gave, and this Java can't spell, get a plain one. */
    private static Path beside(Path file, String before, String after) {
        String name = String.valueOf(file.getFileName());
        try {
            return file.resolveSibling(before + name + after);
        } catch (InvalidPathException unspeakable) {
            return file.resolveSibling(before + plain(name) + after);
        }
    }

    /** {@return a file's name without what would disturb a log} */
    static String plain(Path file) {
        return Objects.requireNonNullElse(file.getFileName(), file).toString().replaceAll("[\\p{Cntrl}\\uFFFD]", "_");
    }

    private static String plain(String name) {
        return name.replaceAll("[^A-Za-z0-9._-]", "_");
    }

    private static String text(Diagnosis diagnosis) {
        return Stream.of(diagnosis.summary(), diagnosis.cause(), diagnosis.fix())
                .map(InboxFolder::line)
                .filter(line -> !line.isEmpty())
                .collect(Collectors.joining(System.lineSeparator(), "", System.lineSeparator()));
    }

    /** {@return a text as one line that is not too long} */
    static String line(String text) {
        String line = text.replaceAll("\\s+|\\p{Cntrl}", " ").strip();
        return line.length() > LONGEST_LINE ? line.substring(0, LONGEST_LINE) + "..." : line;
    }
}
