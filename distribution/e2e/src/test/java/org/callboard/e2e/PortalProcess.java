package org.callboard.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
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

    /** Starts a portal on this port and waits until it is ready, and its plugins have been tried. */
    static PortalProcess start(PortalFolder folder, int port) {
        return start(folder, port, unchanged -> {});
    }

    /** Starts a portal by a command that is changed beforehand, and waits until it is ready. */
    static PortalProcess start(PortalFolder folder, int port, Consumer<ProcessBuilder> change) {
        return launch(folder, folder.start(port), change).ready().settled();
    }

    /** Starts a portal on a free port, with more arguments, and waits until it is ready; its plugins may still be coming. */
    static PortalProcess startAtOnce(PortalFolder folder, String... more) {
        return begin(folder, more).ready();
    }

    /** Starts a portal on a free port and waits for nothing. */
    static PortalProcess begin(PortalFolder folder, String... more) {
        List<String> arguments = new ArrayList<>(folder.start(0));
        arguments.addAll(List.of(more));
        return launch(folder, arguments, unchanged -> {});
    }

    private static PortalProcess launch(PortalFolder folder, List<String> arguments, Consumer<ProcessBuilder> change) {
        try {
            Path logs = Files.createDirectories(Path.of(System.getProperty("logs", "target/portal-logs")));
            Path out = Files.createTempFile(logs, "portal", ".out");
            Path errors = Path.of(out.toString().replace(".out", ".err"));
            ProcessBuilder command = Distribution.command(arguments.toArray(String[]::new));
            change.accept(command);
            String scratch = "-Djava.io.tmpdir=" + Files.createDirectories(folder.scratch());
            command.environment().merge("CALLBOARD_JVM", scratch, (before, more) -> before + " " + more);
            Process process = command.redirectOutput(out.toFile())
                    .redirectError(errors.toFile())
                    .start();
            return new PortalProcess(folder, process, out, errors);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private PortalProcess ready() {
        return once(() -> {
            awaited("the portal's address", () -> printed(ADDRESS));
            Client anyone = anyone();
            awaited("200 of /health/ready", () -> anyone.get("/health/ready").ifStatus(200));
        });
    }

    private PortalProcess settled() {
        return once(() -> {
            awaited(
                    "the end of STARTING",
                    () -> administrator()
                            .get("/api/plugins")
                            .ifStatus(200)
                            .filter(answer -> !answer.text().contains("\"STARTING\"")));
            awaited("an empty inbox", () -> Optional.of(folder).filter(PortalFolder::isInboxTaken));
        });
    }

    private PortalProcess once(Runnable steps) {
        try {
            steps.run();
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
