package org.callboard.testkit.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A portal in a process of its own, which ends with this one at the latest. */
public final class PortalRun implements AutoCloseable {

    private static final Duration STOP = Duration.ofSeconds(30);
    private static final Pattern ADDRESS = Pattern.compile("^Callboard is at (http\\S+)$", Pattern.MULTILINE);
    private static final Pattern LINK = Pattern.compile("(http\\S+/signin\\?code=\\S+)");

    private final Process process;
    private final Path out;
    private final Path errors;
    private final Thread atExit;

    private PortalRun(Process process, Path out, Path errors) {
        this.process = process;
        this.out = out;
        this.errors = errors;
        this.atExit = new Thread(process::destroyForcibly, "end of the portal under test");
    }

    /**
     * Starts it and waits for nothing.
     *
     * @param out takes what it prints
     * @param errors takes what it logs
     */
    public static PortalRun start(ProcessBuilder command, Path out, Path errors) {
        try {
            Process process = command.redirectOutput(out.toFile())
                    .redirectError(errors.toFile())
                    .start();
            PortalRun run = new PortalRun(process, out, errors);
            Runtime.getRuntime().addShutdownHook(run.atExit);
            return run;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** {@return the process} */
    public Process process() {
        return process;
    }

    /**
     * Goes on where it still runs.
     *
     * @throws AssertionError with what it wrote, where it does not
     */
    public void expectAlive() {
        if (!process.isAlive()) {
            throw new AssertionError("The portal ended with " + process.exitValue() + ":\n" + written());
        }
    }

    /** {@return where it answers, once it has said so} */
    public Optional<URI> address() {
        return printed(ADDRESS).map(URI::create);
    }

    /** {@return the link that it printed at its start, which signs an administrator in, once} */
    public URI signInLink() {
        return printed(LINK)
                .map(URI::create)
                .orElseThrow(() -> new AssertionError("The portal printed no sign-in link."));
    }

    /** {@return what it logged so far} */
    public String written() {
        return read(errors);
    }

    private Optional<String> printed(Pattern pattern) {
        Matcher matcher = pattern.matcher(read(out));
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Stops it as an operator would, and ends it where it does not stop. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(STOP.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException stopped) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        Runtime.getRuntime().removeShutdownHook(atExit);
    }
}
