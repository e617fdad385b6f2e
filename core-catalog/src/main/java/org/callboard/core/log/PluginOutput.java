package org.callboard.core.log;

import java.io.PrintStream;
import java.util.function.Function;
import org.callboard.core.extension.PluginThreads;
import org.callboard.core.mask.KnownSecrets;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/** Takes what plugins print to the logs of the plugins: standard output as information, standard error as warnings. */
public final class PluginOutput implements AutoCloseable {

    private final Function<@Nullable ClassLoader, @Nullable String> owners;
    private final PrintStream outBefore = System.out;
    private final PrintStream errorsBefore = System.err;
    private final PrintStream out;
    private final PrintStream errors;

    private PluginOutput(
            PluginLogs logs, Function<@Nullable ClassLoader, @Nullable String> owners, KnownSecrets secrets) {
        this.owners = owners;
        this.out = new PrintStream(new PrintedLines(outBefore, "stdout", "INFO", logs, this::printing, secrets), true);
        this.errors =
                new PrintStream(new PrintedLines(errorsBefore, "stderr", "WARN", logs, this::printing, secrets), true);
    }

    /**
     * Begins. What logs to the console must write to the outputs as they were before.
     *
     * @param owners tells whose a class loader is; null where it is no plugin's
     * @param secrets are in nothing that is printed, as far as they are printed in one go
     */
    public static PluginOutput into(
            PluginLogs logs, Function<@Nullable ClassLoader, @Nullable String> owners, KnownSecrets secrets) {
        PluginOutput output = new PluginOutput(logs, owners, secrets);
        System.setOut(output.out);
        System.setErr(output.errors);
        return output;
    }

    private @Nullable String printing() {
        String marked = MDC.get(PluginThreads.LOG_KEY);
        return marked != null ? marked : owners.apply(Thread.currentThread().getContextClassLoader());
    }

    /** Gives the outputs back, unless somebody has taken them since. */
    @Override
    public void close() {
        if (System.out == out) {
            System.setOut(outBefore);
        }
        if (System.err == errors) {
            System.setErr(errorsBefore);
        }
    }
}
