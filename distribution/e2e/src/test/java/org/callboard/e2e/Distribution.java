package org.callboard.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.callboard.testkit.run.UnpackedPortal;

/** The unzipped product. */
final class Distribution {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private Distribution() {}

    /** What a command that came to its end left behind. */
    record Ended(int exitCode, String out, String errors) {}

    static Path home() {
        return program().home();
    }

    private static UnpackedPortal program() {
        return new UnpackedPortal(Path.of(System.getProperty("callboard.home", "../assembly/target/callboard")));
    }

    /** {@return a command of the product's, ready to be started} */
    static ProcessBuilder command(String... arguments) {
        ProcessBuilder command = program().command(List.of(arguments));
        if (Repetitions.areScaled()) {
            UnpackedPortal.shortLived(command);
        }
        return command;
    }

    /** Runs a command that ends by itself. */
    static Ended run(Map<String, String> environment, String... arguments) {
        return run(environment, Redirect.PIPE, arguments);
    }

    /** Runs a command that reads this file as its standard input. */
    static Ended runReading(Path input, Map<String, String> environment, String... arguments) {
        return run(environment, Redirect.from(input.toFile()), arguments);
    }

    private static Ended run(Map<String, String> environment, Redirect input, String... arguments) {
        try {
            Path out = Files.createTempFile("callboard", ".out");
            Path errors = Files.createTempFile("callboard", ".err");
            try {
                ProcessBuilder builder = command(arguments);
                builder.environment().putAll(environment);
                Process process = builder.redirectInput(input)
                        .redirectOutput(out.toFile())
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

    /** {@return a port that nobody listens at just now} */
    static int freePort() {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** {@return the exit code of a process, which must end soon} */
    static int exitCode(Process process) {
        return exitCode(process, PATIENCE);
    }

    /** {@return the exit code of a process, which must end in time} */
    static int exitCode(Process process, Duration patience) {
        try {
            if (process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                return process.exitValue();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        process.destroy();
        throw new AssertionError("The command did not end within " + patience.toSeconds() + " s.");
    }
}
