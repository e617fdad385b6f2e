package org.callboard.core.pluginstore;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JarFolderTest {

    private final Instant now = Instant.now();
    private static final Duration HOUR = Duration.ofHours(1);

    @TempDir
    private Path folder;

    private void file(String name, Instant written) throws IOException {
        Files.setLastModifiedTime(Files.createFile(folder.resolve(name)), FileTime.from(written));
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void deletesWhatNobodyNamesUnlessItIsNew() throws IOException {
        Instant old = now.minus(Duration.ofHours(2));
        file("kept.jar", old);
        file("forgotten.jar", old);
        file("new.jar", now);
        file("upload1.part", old);
        file("upload2.part", now);
        new JarFolder(folder).deleteAllBut(Set.of("sha256:kept"), now.minus(HOUR));
        assertEquals(List.of("kept.jar", "new.jar", "upload2.part"), names());
    }

    @Test
    void aFileThatIsWantedAgainIsNew() throws IOException {
        JarFolder jars = new JarFolder(folder);
        file("again.jar", now.minus(Duration.ofDays(9)));
        jars.file("sha256:again", () -> new byte[0]);
        jars.deleteAllBut(Set.of(), now.minus(HOUR));
        assertEquals(List.of("again.jar"), names());
    }

    @Test
    void nothingIsLeftOfAFileThatCouldNotBeMade() throws IOException {
        JarFolder jars = new JarFolder(folder);
        assertThrows(
                IllegalStateException.class,
                () -> jars.file("sha256:a", () -> {
                    throw new IllegalStateException("not in the database");
                }));
        assertEquals(List.of(), names());
        assertArrayEquals(new byte[] {1}, Files.readAllBytes(jars.file("sha256:a", () -> new byte[] {1})));
        assertEquals(List.of("a.jar"), names());
    }
}
