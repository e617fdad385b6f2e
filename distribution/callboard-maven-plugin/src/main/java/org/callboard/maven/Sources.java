package org.callboard.maven;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The files that a plugin is made of, as they were when looked at. */
final class Sources {

    private final List<Path> roots;
    private Map<Path, String> seen = Map.of();

    Sources(List<Path> roots) {
        this.roots = roots;
        this.seen = look();
    }

    /** {@return whether a file came, went or was written to since this was last asked} */
    boolean haveChanged() {
        Map<Path, String> now = look();
        boolean changed = !now.equals(seen);
        seen = now;
        return changed;
    }

    private Map<Path, String> look() {
        Map<Path, String> found = new HashMap<>();
        for (Path root : roots) {
            if (Files.exists(root)) {
                try (Stream<Path> files = Files.walk(root)) {
                    files.filter(Files::isRegularFile).forEach(file -> found.put(file, stamp(file)));
                } catch (IOException failure) {
                    throw new UncheckedIOException(failure);
                }
            }
        }
        return found;
    }

    private static String stamp(Path file) {
        try {
            return Files.getLastModifiedTime(file).toMillis() + " " + Files.size(file);
        } catch (NoSuchFileException gone) {
            return "";
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
