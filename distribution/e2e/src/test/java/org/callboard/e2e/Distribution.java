package org.callboard.e2e;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The unzipped product. */
final class Distribution {

    private static final long PATIENCE_SECONDS = 60;

    private Distribution() {}

    /** What a command that came to its end left behind. */
    record Ended(int exitCode, String out, String errors) {}

    static Path home() {
        Path home = Path.of(System.getProperty("callboard.home", "../assembly/target/callboard"))
                .toAbsolutePath()
                .normalize();
        assertTrue(
                Files.isExecutable(home.resolve("bin/callboard")),
                () -> "There is no product at " + home + ": build distribution/assembly first.");
        return home;
    }

    /** {@return a command of the product's, ready to be started} */
    static ProcessBuilder command(String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(home().resolve("bin/callboard").toString());
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().remove("CALLBOARD_TOKEN");
        // a test that kills the portal must not leave it behind
        builder.environment().put("CALLBOARD_SUPERVISED", "1");
        if (Repetitions.areScaled()) {
            // a process that lives for seconds has nothing from the compiler for long-lived code
            builder.environment().put("CALLBOARD_JVM", "-XX:TieredStopAtLevel=1");
        }
        return builder;
    }

    /** Runs a command that ends by itself. */
    static Ended run(Map<String, String> environment, String... arguments) {
        try {
            Path out = Files.createTempFile("callboard", ".out");
            Path errors = Files.createTempFile("callboard", ".err");
            try {
                ProcessBuilder builder = command(arguments);
                builder.environment().putAll(environment);
                Process process = builder.redirectOutput(out.toFile())
                        .redirectError(errors.toFile())
                        .start();
                return new Ended(exitCode(process), Files.readString(out), Files.readString(errors));
            } finally {
                Files.delete(out);
                Files.delete(errors);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** {@return the exit code of a process, which must end soon} */
    static int exitCode(Process process) {
        try {
            if (process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                return process.exitValue();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        process.destroyForcibly();
        throw new AssertionError("The command did not end within " + PATIENCE_SECONDS + " s.");
    }
}
