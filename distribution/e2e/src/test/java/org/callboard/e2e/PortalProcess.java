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
import org.callboard.testkit.run.PortalRun;
import org.callboard.testkit.run.UnpackedPortal;

/** A running portal: {@code bin/callboard start} in a process of its own, on a free port. */
final class PortalProcess implements AutoCloseable {

    private static final Duration START = Duration.ofSeconds(60);
    private static final Duration STOP = Duration.ofSeconds(15);

    private final PortalFolder folder;
    private final PortalRun run;
    private final Process process;

    private PortalProcess(PortalFolder folder, PortalRun run) {
        this.folder = folder;
        this.run = run;
        this.process = run.process();
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
            UnpackedPortal.options(command, "-Djava.io.tmpdir=" + Files.createDirectories(folder.scratch()));
            return new PortalProcess(folder, PortalRun.start(command, out, errors));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private PortalProcess ready() {
        return once(() -> {
            awaited("the portal's address", run::address);
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
            run.expectAlive();
            return probe.get();
        });
    }

    /** {@return whether it has said where it answers} */
    boolean hasAddress() {
        return run.address().isPresent();
    }

    /** {@return where it answers} */
    URI address() {
        return run.address().orElseThrow();
    }

    /** {@return the sign-in link that it printed} */
    String signInLink() {
        return run.signInLink().toString();
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
        return run.written();
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
        run.close();
    }
}
