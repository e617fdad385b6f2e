package org.callboard.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A server in a process of its own, which prints its address. */
final class ServerProcess implements AutoCloseable {

    private static final Pattern ADDRESS = Pattern.compile("http://127\\.0\\.0\\.1:([0-9]+)");
    private static final int PATIENCE_SECONDS = 60;

    private final Process process;
    private final Path log;
    private final long begin;
    private final CompletableFuture<Integer> port = new CompletableFuture<>();
    private final Thread reader;

    /**
     * Starts a command; what it prints goes to the log as well.
     *
     * @param run where the installation keeps what outlives its processes
     */
    ServerProcess(List<String> command, Path log, Path run) throws IOException {
        this.log = log;
        Files.writeString(log, "");
        begin = System.nanoTime();
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        // the process is then the portal's own, which is the one to be measured
        builder.environment().put("CALLBOARD_SUPERVISED", "1");
        builder.environment().put("CALLBOARD_RUN", run.toString());
        process = builder.start();
        reader = new Thread(this::readOutput, "output of " + command.get(0));
        reader.start();
    }

    /** {@return the port it listens on, once it has printed it} */
    int port() throws IOException, InterruptedException {
        try {
            return port.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            close();
            throw new IOException("The server printed no address. It said:\n" + Files.readString(log), e);
        }
    }

    /** {@return when it was started, as {@link System#nanoTime}} */
    long begin() {
        return begin;
    }

    long pid() {
        return process.pid();
    }

    @Override
    public void close() throws IOException {
        // the process's own destroy() would close the output under the reader
        process.toHandle().destroy();
        try {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
            reader.join();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private void readOutput() {
        try (BufferedReader output = process.inputReader()) {
            String line = output.readLine();
            while (line != null) {
                Files.writeString(log, line + "\n", StandardOpenOption.APPEND);
                Matcher address = ADDRESS.matcher(line);
                if (address.find()) {
                    port.complete(Integer.valueOf(address.group(1)));
                }
                line = output.readLine();
            }
            port.completeExceptionally(new IOException("The process ended"));
        } catch (IOException e) {
            port.completeExceptionally(e);
            throw new UncheckedIOException(e);
        }
    }
}
