package org.callboard.core.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.callboard.core.thread.Workers;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells when files of the configuration have become others, and stayed so for a moment: who saves one may write it in pieces.
 * It looks at them rather than waits to be told, which works for links and mounted folders too.
 */
public final class ConfigWatch implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ConfigWatch.class);
    private static final long PAUSE_MILLIS = 500;
    private static final long END_SECONDS = 5;

    private final Supplier<? extends Collection<Path>> files;
    private final Runnable changed;
    private final ScheduledExecutorService thread = Workers.of("configuration-watch", 1);

    private Map<Path, Stamp> known = Map.of();
    private Map<Path, Stamp> seen = Map.of();

    /** What tells a file from the same file changed. */
    private record Stamp(
            @Nullable FileTime modified,
            long size,
            @Nullable Object key) {
        static final Stamp ABSENT = new Stamp(null, 0, null);
    }

    /** Knows nothing of the files yet, so that it tells of them once soon: they may have changed since they were read. */
    public ConfigWatch(Supplier<? extends Collection<Path>> files, Runnable changed) {
        this.files = files;
        this.changed = changed;
    }

    /** Looks at the files every now and then. */
    public ConfigWatch start() {
        ScheduledFuture<?> unused =
                thread.scheduleWithFixedDelay(this::check, PAUSE_MILLIS, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
        return this;
    }

    /** Tells soon, whatever the files are: something else that the configuration is made of has become another. */
    public void again() {
        try {
            thread.execute(() -> {
                known = Map.of();
                check();
            });
        } catch (RejectedExecutionException closed) {
            LOG.debug("The configuration is not watched any more", closed);
        }
    }

    /** Looks once. */
    void check() {
        try {
            Map<Path, Stamp> now = look();
            boolean isSettled = now.equals(seen);
            seen = now;
            if (isSettled && !now.equals(known)) {
                known = now;
                changed.run();
            }
        } catch (RuntimeException failure) {
            LOG.error("The configuration could not be read again", failure);
        }
    }

    private Map<Path, Stamp> look() {
        Map<Path, Stamp> stamps = new HashMap<>();
        for (Path file : files.get()) {
            stamps.put(file, stamp(file));
        }
        return stamps;
    }

    private static Stamp stamp(Path file) {
        try {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return new Stamp(attributes.lastModifiedTime(), attributes.size(), attributes.fileKey());
        } catch (IOException absent) {
            return Stamp.ABSENT;
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
        try {
            if (!thread.awaitTermination(END_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("A change of the configuration is still being taken in while the portal stops");
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
