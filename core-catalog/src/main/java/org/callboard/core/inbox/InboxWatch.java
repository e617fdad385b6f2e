package org.callboard.core.inbox;

import static java.nio.file.StandardWatchEventKinds.ENTRY_CREATE;
import static java.nio.file.StandardWatchEventKinds.ENTRY_MODIFY;

import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.callboard.core.thread.Workers;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks at an inbox for as long as the portal runs: when the system tells of a change, and now and then anyway. */
public final class InboxWatch implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(InboxWatch.class);
    private static final long SOON_MILLIS = 200;
    private static final long ANYWAY_MILLIS = 1_000;
    private static final long END_MILLIS = 10_000;

    private final Path folder;
    private final Inbox inbox;
    private final ThreadPoolExecutor installers;
    private final Thread looker;
    private final @Nullable WatchService service;
    private @Nullable WatchKey watched;
    private volatile boolean closed;

    private InboxWatch(Path folder, Path work, Inbox.Road road) {
        this.folder = folder;
        this.installers = new ThreadPoolExecutor(
                Inbox.MOST_AT_ONCE,
                Inbox.MOST_AT_ONCE,
                10,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(Inbox.MOST_AT_ONCE),
                Workers.named("inbox-install"));
        installers.allowCoreThreadTimeOut(true);
        this.inbox = new Inbox(folder, work, road, installers);
        this.service = service();
        this.looker = Workers.named("inbox").newThread(this::run);
    }

    /** Begins to look. */
    public static InboxWatch open(Path folder, Path work, Inbox.Road road) {
        InboxWatch watch = new InboxWatch(folder, work, road);
        watch.looker.start();
        return watch;
    }

    private static @Nullable WatchService service() {
        try {
            return FileSystems.getDefault().newWatchService();
        } catch (IOException | UnsupportedOperationException unavailable) {
            LOG.debug("Changes of the inbox can't be heard of; they are looked for", unavailable);
            return null;
        }
    }

    private void run() {
        inbox.recover();
        while (!closed) {
            boolean isWaiting = look();
            try {
                await(isWaiting);
            } catch (InterruptedException | ClosedWatchServiceException over) {
                closed = true;
            }
        }
    }

    private boolean look() {
        try {
            return inbox.look(System.nanoTime());
        } catch (RuntimeException | Error failure) {
            LOG.warn("A look at the inbox failed; there will be others", failure);
            return false;
        }
    }

    private void await(boolean isWaiting) throws InterruptedException {
        if (service == null || isWaiting) {
            // what is waited for is not told: that nothing happens
            TimeUnit.MILLISECONDS.sleep(isWaiting ? SOON_MILLIS : ANYWAY_MILLIS);
            return;
        }
        register(service);
        WatchKey key = service.poll(ANYWAY_MILLIS, TimeUnit.MILLISECONDS);
        if (key != null) {
            key.pollEvents();
            key.reset();
        }
    }

    private void register(WatchService open) {
        try {
            if ((watched == null || !watched.isValid()) && Files.isDirectory(folder)) {
                watched = folder.register(open, ENTRY_CREATE, ENTRY_MODIFY);
            }
        } catch (IOException unavailable) {
            LOG.debug("The inbox can't be watched; it is looked at", unavailable);
        }
    }

    @Override
    public void close() {
        closed = true;
        looker.interrupt();
        try {
            looker.join(END_MILLIS);
            installers.shutdown();
            if (!installers.awaitTermination(END_MILLIS, TimeUnit.MILLISECONDS)) {
                installers.shutdownNow();
            }
            if (service != null) {
                service.close();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (IOException failure) {
            LOG.debug("The watch did not close cleanly", failure);
        }
    }
}
