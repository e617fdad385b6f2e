package org.callboard.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScratchTest {

    @TempDir
    private Path parent;

    /** A process that has scratch until it is killed. */
    static final class Holder {

        private Holder() {}

        public static void main(String... arguments) throws IOException {
            try (Scratch scratch = Scratch.in(Path.of(arguments[0]))) {
                Files.writeString(
                        Files.createDirectory(scratch.folder().resolve("bundle0"))
                                .resolve("id"),
                        "0");
                System.out.println(scratch.folder());
                while (System.in.read() >= 0) {
                    // until the test ends
                }
            }
        }
    }

    private Process hold() throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Holder.class.getName(),
                        parent.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static Path folderOf(Process holder) throws IOException {
        BufferedReader out = holder.inputReader();
        return Path.of(Objects.requireNonNull(out.readLine()));
    }

    private Set<Path> left() throws IOException {
        try (Stream<Path> files = Files.list(parent)) {
            return files.collect(Collectors.toSet());
        }
    }

    @Test
    void deletesWhatAKilledProcessLeft() throws Exception {
        Process holder = hold();
        Path folder = folderOf(holder);
        holder.destroyForcibly().waitFor();
        assertTrue(Files.exists(folder.resolve("bundle0/id")));

        try (Scratch next = Scratch.in(parent)) {
            assertEquals(Set.of(next.folder(), Path.of(next.folder() + ".lock")), left());
        }
        assertEquals(Set.of(), left());
    }

    @Test
    void leavesAloneWhatARunningProcessHas() throws Exception {
        Process holder = hold();
        try {
            Path folder = folderOf(holder);
            Scratch.in(parent).close();
            assertEquals(Set.of(folder, Path.of(folder + ".lock")), left());
            assertTrue(Files.exists(folder.resolve("bundle0/id")));
        } finally {
            holder.destroyForcibly().waitFor();
        }
    }
}
