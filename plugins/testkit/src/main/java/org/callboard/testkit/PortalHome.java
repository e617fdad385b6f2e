package org.callboard.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.callboard.testkit.run.PortalRun;
import org.callboard.testkit.run.UnpackedPortal;

/** A folder with what one run of the portal keeps. */
record PortalHome(Path folder) {

    static PortalHome make(String config) {
        try {
            PortalHome home = new PortalHome(Files.createTempDirectory("portal-test"));
            Files.createDirectories(home.folder.resolve("catalog"));
            Files.createDirectories(home.folder.resolve("plugins"));
            Files.writeString(home.more(), config);
            return home;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Starts a portal here, on a free port. */
    PortalRun start(UnpackedPortal program) {
        ProcessBuilder command = program.command(List.of(
                "start",
                "--config",
                program.developmentSettings().toString(),
                "--config",
                more().toString(),
                "--port",
                "0"));
        command.environment().put("CALLBOARD_FOLDER", folder.toString());
        UnpackedPortal.shortLived(command);
        return PortalRun.start(command, folder.resolve("out"), folder.resolve("errors"));
    }

    String token() {
        try {
            return Files.readString(folder.resolve("storage/admin.token")).strip();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    void writeCatalog(String yaml) {
        try {
            Files.writeString(folder.resolve("catalog/catalog.yaml"), yaml);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private Path more() {
        return folder.resolve("more.yaml");
    }

    void delete() {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
