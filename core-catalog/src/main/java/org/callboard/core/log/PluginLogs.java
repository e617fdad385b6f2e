package org.callboard.core.log;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.callboard.core.thread.Workers;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The logs of all plugins. Who logs is never made to wait; one thread writes the files and serves who follows a log. */
public final class PluginLogs implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(PluginLogs.class);

    /** A plugin's id; it becomes the name of a file. */
    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]{0,62}");

    private static final int MOST_LOGS = 500;
    private static final long PAUSE_MILLIS = 1_000;
    private static final long CLOSE_SECONDS = 5;

    private final Path folder;
    private final LogSettings settings;
    private final LineCount count;
    private final Map<String, PluginLog> logs = new ConcurrentHashMap<>();
    private final ScheduledThreadPoolExecutor writer;

    /** Counts what plugins log, also what comes too fast to be kept. */
    @FunctionalInterface
    public interface LineCount {
        /** A plugin logged a line. */
        void logged(String plugin, String level);
    }

    /** Keeps logs in a folder, which is made when there is something to keep, and lets go of what is too old. */
    public PluginLogs(Path folder, LogSettings settings, LineCount count) {
        this.folder = folder;
        this.settings = settings;
        this.count = count;
        this.writer = new ScheduledThreadPoolExecutor(1, Workers.named("plugin-logs"));
        // now, or the first plugin to log would be the thread's parent, and leave its class loader with it
        writer.prestartAllCoreThreads();
        soon(this::deleteOldFiles);
        ScheduledFuture<?> unused = writer.scheduleWithFixedDelay(this::deleteOldFiles, 1, 1, TimeUnit.DAYS);
    }

    /** Adds a line. {@return false where there are too many: then it is counted, and never made} */
    public boolean add(String plugin, String level, Supplier<LogLine> line) {
        PluginLog log = logs.get(plugin);
        if (log == null) {
            if (!ID.matcher(plugin).matches() || logs.size() >= MOST_LOGS) {
                return true;
            }
            log = log(plugin);
        }
        count.logged(plugin, level);
        LineQuota.Verdict verdict = log.admit(System.nanoTime());
        if (verdict == LineQuota.Verdict.TAKEN) {
            addTo(log, line.get());
            return true;
        }
        if (verdict == LineQuota.Verdict.FIRST_DROPPED) {
            sayLater(log);
        }
        return false;
    }

    private PluginLog log(String plugin) {
        return logs.computeIfAbsent(
                plugin,
                id -> new PluginLog(
                        id,
                        new LogFile(folder, id, settings),
                        new LineQuota(settings.linesPerSecond(), System.nanoTime())));
    }

    private void addTo(PluginLog log, LogLine line) {
        if (log.add(line)) {
            soon(log::write);
        }
    }

    private void sayLater(PluginLog log) {
        try {
            ScheduledFuture<?> unused = writer.schedule(() -> sayDropped(log), PAUSE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException closed) {
            LOG.debug("The logs are closed", closed);
        }
    }

    private static void sayDropped(PluginLog log) {
        if (log.addDropped()) {
            log.write();
        }
    }

    private void soon(Runnable task) {
        try {
            writer.execute(() -> contained(task));
        } catch (RejectedExecutionException closed) {
            LOG.debug("The logs are closed", closed);
        }
    }

    /** A reader that fails is none of the others' business. */
    private static void contained(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException failure) {
            LOG.warn("Who follows a log failed", failure);
        }
    }

    /** {@return the last lines of a plugin, the newest last; also of earlier runs of the portal} */
    public List<LogLine> tail(String plugin, int most) {
        return known(plugin).tail(most);
    }

    /** Gives a reader a plugin's last lines, and then what comes, until the answer is run. It must not wait for anything. */
    public Runnable follow(String plugin, int most, Consumer<List<LogLine>> reader) {
        PluginLog log = known(plugin);
        soon(() -> log.follow(most, reader));
        return () -> soon(() -> log.leave(reader));
    }

    private PluginLog known(String plugin) {
        if (!ID.matcher(plugin).matches()) {
            throw new IllegalArgumentException(plugin);
        }
        return log(plugin);
    }

    /** Lets go of what is in memory of a plugin that is no more; its files stay for their time. */
    public void forget(String plugin) {
        soon(() -> {
            PluginLog log = logs.get(plugin);
            if (log != null && !log.isFollowed()) {
                log.write();
                logs.remove(plugin);
            }
        });
    }

    private void deleteOldFiles() {
        if (!Files.isDirectory(folder)) {
            return;
        }
        Instant oldest = Instant.now().minus(settings.keep());
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.log")) {
            for (Path file : files) {
                if (Files.getLastModifiedTime(file).toInstant().isBefore(oldest)) {
                    Files.delete(file);
                }
            }
        } catch (IOException failure) {
            LOG.warn("Old logs of plugins can't be deleted: {}", failure.toString());
        }
    }

    /** Writes what is not written yet. */
    @Override
    public void close() {
        logs.values()
                .forEach(log -> soon(() -> {
                    log.addDropped();
                    log.write();
                }));
        writer.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        writer.shutdown();
        try {
            if (!writer.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("Not all that plugins logged was written: the disk is too slow");
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
