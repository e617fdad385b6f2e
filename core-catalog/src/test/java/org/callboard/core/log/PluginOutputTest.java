package org.callboard.core.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import org.callboard.core.mask.KnownSecrets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PluginOutputTest {

    private final ClassLoader loader = new URLClassLoader(new URL[0]);
    private final ByteArrayOutputStream console = new ByteArrayOutputStream();
    private final PrintStream replaced = new PrintStream(console, true);
    private final PrintStream outBefore = System.out;
    private final PrintStream errorsBefore = System.err;
    private final KnownSecrets secrets = new KnownSecrets();
    private final PluginLogs logs;
    private PluginOutput output;

    PluginOutputTest(@TempDir Path folder) {
        logs = new PluginLogs(folder, LogSettings.DEFAULT, (plugin, level) -> {});
    }

    @BeforeEach
    void begin() {
        System.setOut(replaced);
        System.setErr(replaced);
        output = PluginOutput.into(logs, owner -> owner == loader ? "ledger" : null, secrets);
    }

    @AfterEach
    void close() {
        output.close();
        assertSame(replaced, System.out);
        assertSame(replaced, System.err);
        System.setOut(outBefore);
        System.setErr(errorsBefore);
        logs.close();
    }

    private void onThePluginsThread(Runnable work) throws InterruptedException {
        Thread thread = new Thread(work, "own");
        thread.setContextClassLoader(loader);
        thread.start();
        thread.join();
    }

    @Test
    void nothingThatIsPrintedHasASecretInIt() throws InterruptedException {
        secrets.know(List.of("hush-3f9a"));
        onThePluginsThread(() -> System.out.println("token=hush-3f9a;"));
        System.err.println("nobody's hush-3f9a");
        assertEquals(List.of("INFO stdout own token=***;"), lines());
        assertEquals(
                List.of("[ledger] token=***;", "nobody's ***"),
                console.toString(Charset.defaultCharset()).lines().toList());
    }

    private List<String> lines() {
        return logs.tail("ledger", 10).stream()
                .map(line -> line.level() + " " + line.logger() + " " + line.thread() + " " + line.message())
                .toList();
    }

    @Test
    void takesWhatAPluginPrintsLineByLine() throws InterruptedException {
        onThePluginsThread(() -> {
            System.out.print("one ");
            System.out.println("line");
            System.err.println("a warning");
            System.out.print("not ended");
        });
        assertEquals(List.of("INFO stdout own one line", "WARN stderr own a warning"), lines());
        assertEquals(
                List.of("[ledger] one line", "[ledger] a warning"),
                console.toString(Charset.defaultCharset()).lines().toList());
    }

    @Test
    void cutsALineThatDoesNotEnd() throws InterruptedException {
        onThePluginsThread(() -> System.out.print("x".repeat(20_000)));
        assertEquals(2, logs.tail("ledger", 10).size());
        assertEquals(8_192, logs.tail("ledger", 1).get(0).message().length());
    }

    @Test
    void letsPassWhatOthersPrint() {
        System.out.print("somebody");
        System.err.println(" else");
        assertEquals(
                "somebody else\n", console.toString(Charset.defaultCharset()).replace("\r", ""));
        assertEquals(List.of(), lines());
    }
}
