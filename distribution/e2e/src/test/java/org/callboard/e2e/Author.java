package org.callboard.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Playwright;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.callboard.testkit.run.Requirements;

/**
 * Somebody who writes plugins for a portal, and has nothing of ours but that and the zip.
 *
 * @param work has a folder for each project
 * @param repository Maven's local one
 */
record Author(PortalProcess portal, Path work, Path repository) {

    private static final Path DRIVER = Path.of("com/microsoft/playwright");

    /** Makes a project. */
    MavenProcess project(String id, String... options) {
        Path project = work.resolve(id);
        List<String> words = new ArrayList<>(List.of(
                "plugin",
                "new",
                id,
                "--dir",
                project.toString(),
                "--portal",
                portal.address().toString()));
        words.addAll(List.of(options));
        Distribution.Ended ended = Distribution.run(Map.of(), words.toArray(String[]::new));
        assertEquals(0, ended.exitCode(), ended::errors);
        return new MavenProcess(project, repository, Map.of())
                .with("CALLBOARD_TOKEN", portal.folder().token());
    }

    /** {@return what Maven said when it built this} */
    static String built(MavenProcess maven, String... words) {
        MavenProcess.Built built = maven.run(words);
        Requirements.present(!built.isUnreachable(), "Maven reaches no repository of what others have published.");
        assertEquals(0, built.exitCode(), built::out);
        return built.out();
    }

    /** Spares the download of the browser's driver, of 200 MB, which this build has had already. */
    void takeDriver() {
        try {
            Path jar = Path.of(Playwright.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            Path had = jar.getParent().getParent().getParent();
            if (!had.endsWith(DRIVER)) {
                return;
            }
            try (Stream<Path> files = Files.walk(had)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    Path taken = repository.resolve(DRIVER).resolve(had.relativize(file));
                    Files.createDirectories(taken.getParent());
                    if (Files.notExists(taken)) {
                        Files.copy(file, taken);
                    }
                }
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Exchanges a piece of a source file. */
    static void change(MavenProcess project, String file, String before, String after) {
        Path source = project.folder().resolve(file);
        String text = PortalFolder.read(source);
        if (!text.contains(before)) {
            throw new IllegalStateException(file + " has no " + before);
        }
        PortalFolder.write(source, PluginJar.bytes(text.replace(before, after)));
    }
}
