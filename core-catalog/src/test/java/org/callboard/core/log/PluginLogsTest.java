package org.callboard.core.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PluginLogsTest {

    private static final LogSettings SMALL = new LogSettings(100_000, 2_000, 3, Duration.ofDays(1));

    private final Path folder;
    private final List<PluginLogs> opened = new ArrayList<>();
    private final List<String> counted = new ArrayList<>();

    PluginLogsTest(@TempDir Path own) throws IOException {
        // what lies beside it must be this test's, too: the folder of all temporary files has those of others
        this.folder = Files.createDirectory(own.resolve("logs"));
    }

    @AfterEach
    void close() {
        opened.forEach(PluginLogs::close);
    }

    private PluginLogs open(LogSettings settings) {
        PluginLogs logs = new PluginLogs(folder, settings, this::count);
        opened.add(logs);
        return logs;
    }

    private void count(String plugin, String level) {
        counted.add(plugin + " " + level);
    }

    private int counted(String plugin) {
        return Collections.frequency(counted, plugin + " INFO");
    }

    private static LogLine line(String message) {
        return new LogLine(Instant.now(), "INFO", "org.example.Ledger", "main", message, null);
    }

    private static void add(PluginLogs logs, String plugin, int from, int to) {
        for (int number = from; number < to; number++) {
            LogLine line = line("line " + number);
            logs.add(plugin, "INFO", () -> line);
        }
    }

    private static List<String> messages(List<LogLine> lines) {
        return lines.stream().map(LogLine::message).toList();
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void keepsEachPluginsLinesApart() {
        PluginLogs logs = open(SMALL);
        add(logs, "ledger", 0, 3);
        add(logs, "cost", 7, 8);
        assertEquals(List.of("line 1", "line 2"), messages(logs.tail("ledger", 2)));
        assertEquals(List.of("line 7"), messages(logs.tail("cost", 200)));
        assertEquals(List.of(), logs.tail("silent", 200));
        assertEquals(3, counted("ledger"));
        assertEquals(0, counted("silent"));
    }

    @Test
    void keepsSoManyFilesOfSuchALength() throws IOException {
        PluginLogs logs = open(SMALL);
        for (int batch = 0; batch < 50; batch++) {
            add(logs, "ledger", batch * 10, batch * 10 + 10);
        }
        logs.close();
        assertEquals(List.of("ledger.1.log", "ledger.2.log", "ledger.log"), files());
        List<LogLine> kept = new ArrayList<>();
        for (String name : List.of("ledger.2.log", "ledger.1.log", "ledger.log")) {
            assertTrue(Files.size(folder.resolve(name)) <= 2_000, name);
            kept.addAll(LogFormat.parse(Files.readString(folder.resolve(name))));
        }
        List<String> expected = Stream.iterate(500 - kept.size(), number -> number + 1)
                .limit(kept.size())
                .map(number -> "line " + number)
                .toList();
        assertEquals(expected, messages(kept));
        assertTrue(kept.size() > 30);
    }

    @Test
    void remembersAfterARestart() {
        PluginLogs before = open(SMALL);
        add(before, "ledger", 0, 30);
        before.close();
        PluginLogs after = open(SMALL);
        add(after, "ledger", 30, 31);
        assertEquals(List.of("line 28", "line 29", "line 30"), messages(after.tail("ledger", 3)));
    }

    @Test
    void saysInOneLineHowManyItDropped() throws IOException {
        PluginLogs logs = open(new LogSettings(5, 10_000, 2, Duration.ofDays(1)));
        add(logs, "ledger", 0, 5_000);
        logs.close();
        List<LogLine> written = LogFormat.parse(Files.readString(folder.resolve("ledger.log")));
        assertEquals(5_000, counted("ledger"));
        assertEquals(
                5_000,
                written.stream()
                        .mapToLong(line -> line.message().endsWith("they came too fast.")
                                ? Long.parseLong(line.message().split(" ", 2)[0])
                                : 1)
                        .sum());
        assertTrue(written.size() < 100, () -> written.size() + " lines are no drop");
    }

    @Test
    void neverMakesALineThatItDrops() {
        PluginLogs logs = open(new LogSettings(1, 10_000, 2, Duration.ofDays(1)));
        List<String> made = new ArrayList<>();
        for (int number = 0; number < 1_000; number++) {
            logs.add("ledger", "INFO", () -> {
                made.add("one");
                return line("x");
            });
        }
        assertTrue(made.size() < 500, () -> made.size() + " were made");
    }

    @Test
    void givesAFollowerTheLastLinesAndWhatComes() throws InterruptedException {
        PluginLogs logs = open(SMALL);
        add(logs, "ledger", 0, 5);
        BlockingQueue<List<LogLine>> heard = new LinkedBlockingQueue<>();
        Runnable leave = logs.follow("ledger", 2, heard::add);
        assertEquals(List.of("line 3", "line 4"), messages(heard.take()));
        add(logs, "ledger", 5, 6);
        assertEquals(List.of("line 5"), messages(heard.take()));
        leave.run();
        add(logs, "ledger", 6, 7);
        logs.close();
        assertEquals(null, heard.poll());
    }

    @Test
    void letsNobodyWaitForASlowReader() throws InterruptedException {
        PluginLogs logs = open(SMALL);
        CountDownLatch stuck = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        logs.follow("ledger", 0, lines -> {
            stuck.countDown();
            awaited(go);
        });
        assertTrue(stuck.await(30, TimeUnit.SECONDS));
        add(logs, "ledger", 0, 5_000);
        assertEquals(5_000, counted("ledger"));
        go.countDown();
        assertEquals(List.of("line 4999"), messages(logs.tail("ledger", 1)));
    }

    private static void awaited(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void namesNoFileAfterWhatIsNoPlugin() {
        PluginLogs logs = open(SMALL);
        for (String hostile : List.of("../x", "", "a/b", "A", "x".repeat(70), "a.log", "-a")) {
            add(logs, hostile, 0, 1);
            assertEquals(0, counted(hostile));
            assertThrows(IllegalArgumentException.class, () -> logs.tail(hostile, 1));
        }
        logs.close();
        assertFalse(Files.exists(folder.resolveSibling("x.log")));
    }

    @Test
    void goesOnWhereItsFolderCanNotBeWritten() throws IOException {
        Files.writeString(folder.resolve("taken"), "a file");
        PluginLogs logs = new PluginLogs(folder.resolve("taken"), SMALL, this::count);
        opened.add(logs);
        add(logs, "ledger", 0, 3);
        assertEquals(3, logs.tail("ledger", 10).size());
    }

    @Test
    void letsGoOfFilesThatAreTooOld() throws IOException {
        Path old = Files.writeString(folder.resolve("gone.log"), "");
        Files.setLastModifiedTime(old, FileTime.from(Instant.now().minus(Duration.ofDays(2))));
        Path young = Files.writeString(folder.resolve("here.log"), "");
        open(SMALL).close();
        assertFalse(Files.exists(old));
        assertTrue(Files.exists(young));
    }
}
