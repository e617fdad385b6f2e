package org.callboard.core.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import org.callboard.api.plugins.PluginInfo.Role;
import org.callboard.core.extension.ActiveExtension.RevisionName;
import org.callboard.core.extension.ForeignCall;
import org.callboard.core.extension.PluginEntries;
import org.callboard.core.extension.PluginLimits;
import org.callboard.core.extension.PluginThreads;
import org.callboard.core.mask.KnownSecrets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

class LogCaptureTest {

    private static final Logger LOG = LoggerFactory.getLogger("org.example.Ledger");

    private final ClassLoader loader = new URLClassLoader(new URL[0]);
    private final List<String> counted = new CopyOnWriteArrayList<>();
    private final KnownSecrets secrets = new KnownSecrets();
    private final Path folder;
    private final PluginLogs logs;
    private final LogCapture capture;

    LogCaptureTest(@TempDir Path folder) {
        this.folder = folder;
        logs = new PluginLogs(folder, LogSettings.DEFAULT, (plugin, level) -> counted.add(plugin + " " + level));
        capture = LogCapture.into(logs, owner -> owner == loader ? "ledger" : null, secrets);
    }

    @AfterEach
    void close() {
        capture.close();
        logs.close();
    }

    private LogLine only() {
        List<LogLine> lines = logs.tail("ledger", 10);
        assertEquals(1, lines.size(), lines::toString);
        return lines.get(0);
    }

    @Test
    void takesWhatIsLoggedWhileThePluginsCodeRuns() throws Exception {
        RevisionName ledger = new RevisionName("ledger", "1.0.0", "sha256:00");
        try (ForeignCall entry = new PluginEntries(PluginLimits.DEFAULT, 8).open(ledger, Role.OPTIONAL, loader)) {
            LogLine unused = entry.call(() -> {
                LOG.warn("booked {} of {}", 1, 2);
                return null;
            });
        }
        LOG.warn("nobody's");
        LogLine line = only();
        assertEquals("booked 1 of 2", line.message());
        assertEquals("WARN", line.level());
        assertEquals("org.example.Ledger", line.logger());
        assertEquals(List.of("ledger WARN"), counted);
    }

    @Test
    void takesWhatEndsAThreadThatThePluginStarted() throws Exception {
        RevisionName ledger = new RevisionName("ledger", "1.0.0", "sha256:00");
        try (ForeignCall entry = new PluginEntries(PluginLimits.DEFAULT, 8).open(ledger, Role.OPTIONAL, loader)) {
            Thread own = entry.call(() -> {
                Thread thread = new Thread(
                        () -> {
                            throw new IllegalStateException("no more");
                        },
                        "own");
                thread.start();
                return thread;
            });
            own.join();
        }
        List<LogLine> lines = logs.tail("ledger", 10);
        assertEquals("Plugin 'ledger' lost its thread 'own'", lines.get(0).message());
        assertTrue(String.valueOf(lines.get(1).thrown()).startsWith("java.lang.IllegalStateException: no more\n"));
    }

    @Test
    void takesWhatThePluginsOwnThreadsLog() throws InterruptedException {
        Thread own = new Thread(() -> LOG.error("on my own"), "own");
        own.setContextClassLoader(loader);
        own.start();
        own.join();
        assertEquals("own", only().thread());
    }

    @Test
    void leavesToTheCoreWhatTheCoreLogsOnAThreadThatAPluginStarted() throws InterruptedException {
        Thread started =
                new Thread(() -> LoggerFactory.getLogger("org.callboard.core.x").error("the core's"));
        started.setContextClassLoader(loader);
        started.start();
        started.join();
        assertEquals(List.of(), counted);
    }

    @Test
    void takesWhatTheCoreSaysAboutThePlugin() {
        LOG.atWarn().addKeyValue(PluginThreads.LOG_KEY, "ledger").log("it failed");
        assertEquals("it failed", only().message());
    }

    @Test
    void keepsTheBeginningOfALongStackTrace() {
        RuntimeException deep = new IllegalStateException("first\nforged");
        for (int depth = 0; depth < 50; depth++) {
            deep = new IllegalStateException("y".repeat(10_000), deep);
        }
        MDC.put(PluginThreads.LOG_KEY, "ledger");
        LOG.error("failed", deep);
        LOG.error("failed", new IllegalStateException("first\nforged"));
        MDC.remove(PluginThreads.LOG_KEY);
        List<LogLine> lines = logs.tail("ledger", 10);
        String first = Objects.requireNonNull(lines.get(0).thrown());
        assertTrue(first.length() < 20_000, () -> first.length() + " characters");
        String second = Objects.requireNonNull(lines.get(1).thrown());
        assertTrue(second.startsWith("java.lang.IllegalStateException: first\\nforged\n    at org.callboard."), second);
        assertTrue(second.contains(" more"), second);
    }

    @Test
    void sparesTheOtherAppendersWhatIsDroppedAndGivesThemBack() {
        ch.qos.logback.classic.Logger root =
                (ch.qos.logback.classic.Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
        capture.close();
        ListAppender<ILoggingEvent> console = new ListAppender<>();
        console.start();
        root.addAppender(console);
        try (PluginLogs few = new PluginLogs(
                        folder, new LogSettings(1, 10_000, 1, Duration.ofDays(1)), (plugin, level) -> {});
                LogCapture between = LogCapture.into(few, owner -> null, secrets)) {
            MDC.put(PluginThreads.LOG_KEY, "ledger");
            for (int count = 0; count < 500; count++) {
                LOG.error("again");
            }
            MDC.remove(PluginThreads.LOG_KEY);
            LOG.error("another's");
            assertTrue(console.list.size() < 400, () -> console.list.size() + " events");
            assertEquals("another's", console.list.get(console.list.size() - 1).getMessage());
            assertFalse(root.isAttached(console));
            assertTrue(between.isStarted());
        }
        assertTrue(root.isAttached(console));
        root.detachAppender(console);
    }

    @Test
    void noLineHasASecretInIt() {
        ch.qos.logback.classic.Logger root =
                (ch.qos.logback.classic.Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
        capture.close();
        ListAppender<ILoggingEvent> console = new ListAppender<>();
        console.start();
        root.addAppender(console);
        secrets.know(List.of("hush-3f9a"));
        try (LogCapture between = LogCapture.into(logs, owner -> null, secrets)) {
            MDC.put(PluginThreads.LOG_KEY, "ledger");
            Throwable cause = new IllegalArgumentException("no aHVzaC0zZjlh");
            LOG.atError()
                    .addKeyValue("password", "hush-3f9a")
                    .setCause(new IllegalStateException("not hush-3f9a", cause))
                    .log("token={}", "hush-3f9a");
            MDC.remove(PluginThreads.LOG_KEY);
            assertTrue(between.isStarted());
        }
        root.detachAppender(console);
        assertEquals("token=***", only().message());
        String thrown = Objects.requireNonNull(only().thrown());
        assertTrue(thrown.startsWith("java.lang.IllegalStateException: not ***\n"), thrown);
        assertTrue(thrown.contains("Caused by: java.lang.IllegalArgumentException: no ***\n"), thrown);
        ILoggingEvent written = console.list.get(0);
        assertEquals("token=***", written.getFormattedMessage());
        assertEquals("***", written.getKeyValuePairs().get(0).value);
        assertEquals("not ***", written.getThrowableProxy().getMessage());
        assertEquals("no ***", written.getThrowableProxy().getCause().getMessage());
        assertNull(written.getArgumentArray());
    }

    @Test
    void believesNoPluginThatCallsItselfAPath() {
        MDC.put(PluginThreads.LOG_KEY, "../../etc/x");
        LOG.error("hello");
        MDC.remove(PluginThreads.LOG_KEY);
        assertEquals(List.of(), counted);
    }
}
