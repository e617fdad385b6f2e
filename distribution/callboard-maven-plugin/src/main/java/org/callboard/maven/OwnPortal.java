package org.callboard.maven;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.maven.plugin.MojoFailureException;
import org.jspecify.annotations.Nullable;

/** A portal of the author's own, in a process that ends with this one. */
final class OwnPortal implements AutoCloseable {

    private static final long PATIENCE_SECONDS = 60;
    private static final Pattern ADDRESS = Pattern.compile("^Callboard is at (http\\S+)$");

    private final Process process;
    private final Path storage;
    private final CompletableFuture<String> address = new CompletableFuture<>();

    private OwnPortal(Process process, Path storage) {
        this.process = process;
        this.storage = storage;
    }

    /**
     * How a portal is started.
     *
     * @param program where it is unpacked
     * @param folder what it keeps, from one run to the next
     * @param config more of the author's own, or null
     * @param debugPort for a debugger to attach to; 0 for none
     */
    record Start(Path program, Path folder, @Nullable Path config, int port, int debugPort) {

        List<String> command() {
            List<String> command = new ArrayList<>(List.of(
                    program.resolve("bin/callboard").toString(),
                    "start",
                    "--config",
                    program.resolve("system/development.yaml").toString(),
                    "--port",
                    Integer.toString(port)));
            if (config != null && Files.exists(config)) {
                command.addAll(4, List.of("--config", config.toString()));
            }
            return command;
        }
    }

    /** Starts a portal; its lines go to {@code lines}. */
    static OwnPortal start(Start start, Consumer<String> lines) throws IOException, MojoFailureException {
        Path storage = start.folder().resolve("storage");
        Files.createDirectories(start.folder().resolve("plugins"));
        OwnPortal portal = new OwnPortal(command(start).start(), storage);
        portal.read(lines);
        Runtime.getRuntime().addShutdownHook(new Thread(portal::close, "end of the portal"));
        return portal;
    }

    private static ProcessBuilder command(Start start) {
        ProcessBuilder command = new ProcessBuilder(start.command()).redirectErrorStream(true);
        // one that ends with its author's command must not be started again
        command.environment().put("CALLBOARD_SUPERVISED", "1");
        command.environment().put("CALLBOARD_FOLDER", start.folder().toString());
        if (start.debugPort() > 0) {
            String agent =
                    "-agentlib:jdwp=transport=dt_socket,server=y,suspend=n,address=127.0.0.1:" + start.debugPort();
            command.environment().merge("CALLBOARD_JVM", agent, (own, more) -> own + " " + more);
        }
        return command;
    }

    private void read(Consumer<String> lines) {
        Thread reader = new Thread(
                () -> {
                    try (BufferedReader out = new BufferedReader(
                            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
                        for (String line = out.readLine(); line != null; line = out.readLine()) {
                            Matcher matcher = ADDRESS.matcher(line);
                            if (matcher.matches()) {
                                address.complete(matcher.group(1));
                            }
                            lines.accept(line);
                        }
                    } catch (IOException ended) {
                        lines.accept("The portal's output ended: " + ended.getMessage());
                    }
                    address.completeExceptionally(new IOException("The portal ended before it was ready."));
                },
                "output of the portal");
        reader.setDaemon(true);
        reader.start();
    }

    /** {@return where it answers, once it does} */
    String address() throws MojoFailureException {
        try {
            return address.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new MojoFailureException("Interrupted.", stopped);
        } catch (ExecutionException | TimeoutException failure) {
            throw new MojoFailureException("The portal did not start; what it wrote stands above.", failure);
        }
    }

    String token() throws MojoFailureException {
        try {
            return Files.readString(storage.resolve("admin.token")).strip();
        } catch (IOException failure) {
            throw new MojoFailureException("The portal wrote no admin.token in " + storage + ".", failure);
        }
    }

    boolean isAlive() {
        return process.isAlive();
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException stopped) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
