package org.callboard.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assertions;

/** A running portal: {@code bin/callboard start} in a process of its own, on a free port. */
final class PortalProcess implements AutoCloseable {

    private static final Duration START = Duration.ofSeconds(60);
    private static final Duration STOP = Duration.ofSeconds(15);
    private static final Pattern ADDRESS = Pattern.compile("^Callboard is at (http\\S+)$", Pattern.MULTILINE);
    private static final Pattern LINK = Pattern.compile("(http\\S+/signin\\?code=\\S+)");

    private final PortalFolder folder;
    private final Process process;
    private final Path out;
    private final Path errors;

    private PortalProcess(PortalFolder folder, Process process, Path out, Path errors) {
        this.folder = folder;
        this.process = process;
        this.out = out;
        this.errors = errors;
    }

    /** Starts a portal on a free port and waits until it is ready. */
    static PortalProcess start(PortalFolder folder) {
        return start(folder, 0);
    }

    /** Starts a portal on this port and waits until it is ready. */
    static PortalProcess start(PortalFolder folder, int port) {
        try {
            Path logs = Files.createDirectories(Path.of(System.getProperty("logs", "target/portal-logs")));
            Path out = Files.createTempFile(logs, "portal", ".out");
            Path errors = Path.of(out.toString().replace(".out", ".err"));
            Process process = Distribution.command(folder.start(port).toArray(String[]::new))
                    .redirectOutput(out.toFile())
                    .redirectError(errors.toFile())
                    .start();
            return new PortalProcess(folder, process, out, errors).ready();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private PortalProcess ready() {
        try {
            awaited("the portal's address", () -> printed(ADDRESS));
            Client anyone = anyone();
            awaited("200 of /health/ready", () -> anyone.get("/health/ready").ifStatus(200));
            return this;
        } catch (AssertionError | RuntimeException failure) {
            process.destroyForcibly();
            throw new AssertionError(failure.getMessage() + "\nThe portal wrote:\n" + errors(), failure);
        }
    }

    private <T> T awaited(String what, Supplier<Optional<T>> probe) {
        return Eventually.find(what, START, () -> {
            if (!process.isAlive()) {
                Assertions.fail("The portal ended with " + process.exitValue() + " before there was " + what);
            }
            return probe.get();
        });
    }

    private Optional<String> printed(Pattern pattern) {
        Matcher matcher = pattern.matcher(PortalFolder.read(out));
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    /** {@return where it answers} */
    URI address() {
        return URI.create(printed(ADDRESS).orElseThrow());
    }

    /** {@return the sign-in link that it printed} */
    String signInLink() {
        return printed(LINK).orElseThrow(() -> new AssertionError("No sign-in link: " + PortalFolder.read(out)));
    }

    PortalFolder folder() {
        return folder;
    }

    long pid() {
        return process.pid();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** {@return what it wrote to standard error so far} */
    String errors() {
        return PortalFolder.read(errors);
    }

    /** {@return a client that nobody is signed in to} */
    Client anyone() {
        return new Client(address());
    }

    /** {@return a client with the portal's first token} */
    Client administrator() {
        return anyone().with("Authorization", "Bearer " + folder.token());
    }

    /** {@return a client for the example company's catalog, once all of it is there} */
    Client filled() {
        Client client = administrator();
        Eventually.holds("the example company's catalog", START, () -> client.entities() >= 60);
        return client;
    }

    /** Asks it to stop, which it must do cleanly and soon. */
    void stop() {
        long start = System.nanoTime();
        process.destroy();
        assertEquals(0, Distribution.exitCode(process), () -> "exit code after SIGTERM; it wrote:\n" + errors());
        Duration taken = Duration.ofNanos(System.nanoTime() - start);
        assertTrue(taken.compareTo(STOP) < 0, () -> "It took " + taken.toMillis() + " ms to stop.");
    }

    /** Ends it as a crash would. */
    void kill() {
        process.destroyForcibly();
        Distribution.exitCode(process);
    }

    @Override
    public void close() {
        if (process.isAlive()) {
            process.destroy();
            Distribution.exitCode(process);
        }
    }
}
