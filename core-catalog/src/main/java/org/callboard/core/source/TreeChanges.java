package org.callboard.core.source;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.callboard.api.source.FileChange;

/**
 * Which commits changed files of a repository on the web, as far as the portal has seen it: one archive tells of all files alike, the next
 * one which of them are others. Immutable and thread-safe.
 */
final class TreeChanges {

    /** Nothing is known. */
    static final TreeChanges NONE = new TreeChanges(Map.of());

    private static final int LARGEST = 8 << 20;
    private static final int MOST_CHARACTERS = LARGEST / 4;

    private final Map<String, FileChange> changes;

    private TreeChanges(Map<String, FileChange> changes) {
        this.changes = Map.copyOf(changes);
    }

    /** {@return what is known of a tree that takes the place of another}: what is as it was there was changed when that says */
    static TreeChanges between(ArchiveTree before, TreeChanges known, ArchiveTree tree) {
        Map<String, FileChange> changes = new HashMap<>();
        for (String path : tree.paths()) {
            PackedFile file = tree.file(path).orElseThrow();
            boolean isSame = before.file(path).filter(file::holdsWhat).isPresent();
            (isSame ? known.of(path) : change(tree, file)).ifPresent(change -> changes.put(path, change));
        }
        return new TreeChanges(changes);
    }

    private static Optional<FileChange> change(ArchiveTree tree, PackedFile file) {
        return tree.commit().isEmpty() || file.modified().equals(Instant.EPOCH)
                ? Optional.empty()
                : Optional.of(new FileChange(file.modified(), new FileChange.Commit(tree.commit(), "")));
    }

    /** {@return when a file was last changed, if that is known} */
    Optional<FileChange> of(String path) {
        return Optional.ofNullable(changes.get(path));
    }

    /** {@return what was written; nothing where that is not there, or damaged} */
    static TreeChanges read(Path notes) {
        try {
            if (!Files.isRegularFile(notes) || Files.size(notes) > LARGEST) {
                return NONE;
            }
            Map<String, FileChange> changes = new HashMap<>();
            Map<FileChange, FileChange> shared = new HashMap<>();
            for (String line : Files.readAllLines(notes)) {
                String[] parts = line.split(" ", 3);
                Instant at = Instant.ofEpochSecond(Long.parseLong(parts[0]));
                FileChange change = new FileChange(at, new FileChange.Commit(parts[1], ""));
                changes.put(parts[2], shared.computeIfAbsent(change, same -> same));
            }
            return new TreeChanges(changes);
        } catch (IOException | NumberFormatException | DateTimeException | IndexOutOfBoundsException damaged) {
            return NONE;
        }
    }

    /** Writes as much as there may be, a line for each file: second, commit, path. No path has a line's end in it. */
    void write(Path notes) throws IOException {
        int length = 0;
        try (BufferedWriter out = Files.newBufferedWriter(notes)) {
            for (Map.Entry<String, FileChange> entry : new TreeMap<>(changes).entrySet()) {
                String line = line(entry.getKey(), entry.getValue());
                length += line.length();
                if (length > MOST_CHARACTERS) {
                    return;
                }
                out.write(line);
            }
        }
    }

    private static String line(String path, FileChange change) {
        FileChange.Commit commit = change.commit();
        return commit == null ? "" : change.at().getEpochSecond() + " " + commit.id() + " " + path + "\n";
    }
}
