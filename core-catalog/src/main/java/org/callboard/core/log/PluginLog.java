package org.callboard.core.log;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The log of one plugin. Who logs only ever adds to memory; files and readers are served on the writer's thread. */
final class PluginLog {

    private static final Logger LOG = LoggerFactory.getLogger(PluginLog.class);

    private final String plugin;
    private final LogFile file;
    private final LineQuota quota;
    private final RecentLines recent = new RecentLines();
    private final AtomicBoolean awaitsWriter = new AtomicBoolean();
    private final Map<Consumer<List<LogLine>>, Long> readers = new ConcurrentHashMap<>();
    private final Object disk = new Object();
    private long written;
    private boolean hasHistory;
    private boolean isFailing;

    PluginLog(String plugin, LogFile file, LineQuota quota) {
        this.plugin = plugin;
        this.file = file;
        this.quota = quota;
    }

    /** {@return whether one more line is to be added} */
    LineQuota.Verdict admit(long now) {
        return quota.take(now);
    }

    /** {@return whether the writer has to be told} */
    boolean add(LogLine line) {
        recent.add(line);
        return awaitsWriter.compareAndSet(false, true);
    }

    /** Adds the line that says how many were dropped. {@return whether the writer has to be told} */
    boolean addDropped() {
        long dropped = quota.dropped();
        if (dropped == 0) {
            return false;
        }
        LOG.warn("Plugin '{}' logs too fast: {} lines were dropped", plugin, dropped);
        return add(notice(dropped + " lines were dropped here: they came too fast."));
    }

    private static LogLine notice(String message) {
        return new LogLine(
                Instant.now(), "WARN", "callboard", Thread.currentThread().getName(), message, null);
    }

    List<LogLine> tail(int most) {
        return latest(most).lines();
    }

    private RecentLines.Portion latest(int most) {
        synchronized (disk) {
            readHistory();
        }
        return recent.last(most);
    }

    /** Gives a reader the last lines, and from then on what comes. On the writer's thread. */
    void follow(int most, Consumer<List<LogLine>> reader) {
        RecentLines.Portion latest = latest(most);
        readers.put(reader, latest.end());
        reader.accept(latest.lines());
    }

    boolean isFollowed() {
        return !readers.isEmpty();
    }

    void leave(Consumer<List<LogLine>> reader) {
        readers.remove(reader);
    }

    /** Brings files and readers up to the last line. On the writer's thread. */
    void write() {
        awaitsWriter.set(false);
        synchronized (disk) {
            readHistory();
            append();
        }
        readers.replaceAll((reader, place) -> give(reader, place));
    }

    private long give(Consumer<List<LogLine>> reader, long place) {
        RecentLines.Portion portion = recent.after(place);
        if (!portion.lines().isEmpty()) {
            reader.accept(portion.lines());
        }
        return portion.end();
    }

    private void append() {
        RecentLines.Portion portion = recent.after(written);
        written = portion.end();
        try {
            if (portion.missed() > 0) {
                file.append(List.of(notice(portion.missed() + " lines are missing here: the disk was too slow.")));
            }
            file.append(portion.lines());
            isFailing = false;
        } catch (IOException failure) {
            if (!isFailing) {
                LOG.warn("The log of plugin '{}' can't be written: {}", plugin, failure.toString());
            }
            isFailing = true;
        }
    }

    private void readHistory() {
        if (hasHistory) {
            return;
        }
        hasHistory = true;
        try {
            recent.addHistory(file.tail());
        } catch (IOException failure) {
            LOG.warn("The earlier log of plugin '{}' can't be read: {}", plugin, failure.toString());
        }
    }
}
