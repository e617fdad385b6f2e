package org.callboard.core.log;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.callboard.core.mask.KnownSecrets;
import org.jspecify.annotations.Nullable;

/**
 * One of the process's two outputs. What plugins print becomes lines of their logs and goes on to the output if it is not
 * too much; everything else goes on as it is. It must not log, since whoever logs may be waiting to print.
 */
final class PrintedLines extends OutputStream {

    private static final int LONGEST = 8_192;
    private static final int MOST_UNENDED = 100;

    private final PrintStream output;
    private final String name;
    private final String level;
    private final PluginLogs logs;
    private final Supplier<@Nullable String> printing;
    private final KnownSecrets secrets;
    private final Map<String, ByteArrayOutputStream> unended = new HashMap<>();

    /**
     * Stands before an output.
     *
     * @param name what the lines' logger is called
     * @param printing tells whose code this thread is running; null where it is no plugin's
     * @param secrets become asterisks
     */
    PrintedLines(
            PrintStream output,
            String name,
            String level,
            PluginLogs logs,
            Supplier<@Nullable String> printing,
            KnownSecrets secrets) {
        this.output = output;
        this.name = name;
        this.level = level;
        this.logs = logs;
        this.printing = printing;
        this.secrets = secrets;
    }

    @Override
    public void write(int one) {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
        Objects.checkFromIndexSize(offset, length, bytes.length);
        String plugin = printing.get();
        if (plugin == null) {
            pass(bytes, offset, length);
        } else {
            print(plugin, bytes, offset, length);
        }
    }

    private void pass(byte[] bytes, int offset, int length) {
        if (secrets.isEmpty()) {
            output.write(bytes, offset, length);
        } else {
            output.writeBytes(secrets.masked(Arrays.copyOfRange(bytes, offset, offset + length)));
        }
    }

    private synchronized void print(String plugin, byte[] bytes, int offset, int length) {
        if (unended.size() >= MOST_UNENDED && !unended.containsKey(plugin)) {
            unended.clear();
        }
        ByteArrayOutputStream line = unended.computeIfAbsent(plugin, id -> new ByteArrayOutputStream(100));
        for (int index = offset; index < offset + length; index++) {
            if (bytes[index] != '\n') {
                line.write(bytes[index]);
            }
            if (bytes[index] == '\n' || line.size() >= LONGEST) {
                add(plugin, line.toString(Charset.defaultCharset()).stripTrailing());
                line.reset();
            }
        }
        if (line.size() == 0) {
            unended.remove(plugin);
        }
    }

    private void add(String plugin, String text) {
        String thread = secrets.masked(Thread.currentThread().getName());
        LogLine line = new LogLine(Instant.now(), level, name, thread, secrets.masked(text), null);
        if (logs.add(plugin, level, () -> line)) {
            output.println("[" + plugin + "] " + line.message());
        }
    }

    @Override
    public void flush() {
        output.flush();
    }
}
