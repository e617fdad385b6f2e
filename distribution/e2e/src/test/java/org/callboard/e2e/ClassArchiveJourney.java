package org.callboard.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A second start maps the classes that the first one read. */
class ClassArchiveJourney {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final PortalFolder folder;
    private final Path run;

    ClassArchiveJourney(@TempDir Path root) {
        this.folder = PortalFolder.in(root);
        this.run = root.resolve("a run");
    }

    private PortalProcess start() throws IOException {
        return PortalProcess.start(folder, Distribution.freePort(), command -> {
            command.environment().put("CALLBOARD_SUPERVISED", "1");
            command.environment().put("CALLBOARD_RUN", run.toString());
            command.environment().put("CALLBOARD_JVM", "-Dcallboard.classes.after=1");
        });
    }

    private List<Path> archives() {
        try (Stream<Path> files = Files.list(run)) {
            return files.filter(file -> file.toString().endsWith(".jsa")).toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static boolean maps(PortalProcess portal, Path archive) throws IOException {
        return Files.readString(Path.of("/proc/" + portal.pid() + "/maps")).contains(archive.toString());
    }

    @Test
    void theNextStartMapsTheClassesOfThisOne() throws IOException {
        assumeTrue(Files.exists(Path.of("/proc/self/maps")), "this system does not say what a process maps");
        try (PortalProcess portal = start()) {
            Eventually.holds("an archive", PATIENCE, () -> archives().size() == 1);
            assertEquals(
                    "",
                    portal.errors()
                            .lines()
                            .filter(line -> line.contains(".jsa"))
                            .findFirst()
                            .orElse(""));
        }
        Path archive = archives().get(0);
        try (PortalProcess portal = start()) {
            assertTrue(maps(portal, archive));
            portal.administrator().get("/health/ready").expect(200);
        }
        Files.delete(archive);
        Files.writeString(archive, "of another JVM");
        try (PortalProcess portal = start()) {
            portal.administrator().get("/health/ready").expect(200);
            Eventually.holds(
                    "no archive that nobody can use", PATIENCE, () -> archives().isEmpty());
        }
    }
}
