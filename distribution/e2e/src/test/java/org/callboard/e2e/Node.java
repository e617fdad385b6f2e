package org.callboard.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.callboard.testkit.run.Requirements;

/** The machine's own Node.js, in a folder with scripts and the packages that they need. */
record Node(Path folder) {

    private static final int PATIENCE_MINUTES = 3;
    private static final int DID_NOT_END = -1;

    /** Copies scripts to a folder and installs their packages; where that can't be, the test is skipped or fails. */
    static Node in(Path folder, Path scripts) {
        Node node = new Node(folder);
        try {
            Files.createDirectories(folder);
            try (Stream<Path> files = Files.list(scripts)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    Files.copy(file, folder.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
                }
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        Requirements.present(node.has("node") && node.has("npm"), "there is no Node.js with npm");
        Ended installed = node.run(Map.of(), "npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund");
        Requirements.present(
                installed.exitCode() == 0, "npm can't install what " + scripts + " needs:\n" + installed.out());
        return node;
    }

    /** What a command that came to its end left behind. */
    record Ended(int exitCode, String out) {}

    /** Runs a command, and ends it where it does not end by itself. */
    Ended run(Map<String, String> environment, String... command) {
        try {
            Path out = Files.createTempFile("node", ".out");
            try {
                ProcessBuilder builder = new ProcessBuilder(List.of(command)).directory(folder.toFile());
                builder.environment().putAll(environment);
                Process process = builder.redirectErrorStream(true)
                        .redirectOutput(out.toFile())
                        .start();
                return new Ended(exitCode(process), Files.readString(out));
            } finally {
                Files.delete(out);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static int exitCode(Process process) {
        try {
            if (process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES)) {
                return process.exitValue();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        process.destroyForcibly();
        return DID_NOT_END;
    }

    private boolean has(String command) {
        return Stream.of(System.getenv("PATH").split(":"))
                .anyMatch(place -> Files.isExecutable(Path.of(place, command)));
    }
}
