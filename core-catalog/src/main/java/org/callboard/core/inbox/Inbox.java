package org.callboard.core.inbox;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import org.callboard.api.plugins.Diagnosis;
import org.callboard.core.inbox.InboxFile.Verdict;
import org.callboard.core.inbox.InboxFolder.Stamp;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decides, look by look, what becomes of the jars in a folder: each is installed once, when it is complete; an accepted one is
 * gone then, a refused one stands aside with its reason. One thread looks; installs run on others.
 */
final class Inbox {

    /** The way that every jar goes. */
    public interface Road {
        /** Installs a file that nobody else writes to, or refuses it with an exception that says why. */
        void install(Path jar);
    }

    /** How many jars are installed at a time, so that one which takes its time holds up no other. */
    static final int MOST_AT_ONCE = 4;

    /** How long a file must have been the same before it is looked into. */
    static final Duration SETTLED = Duration.ofMillis(500);

    /** How long an incomplete file must have been the same before it counts as broken. */
    static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final Logger LOG = LoggerFactory.getLogger(Inbox.class);

    private final InboxFolder folder;
    private final Path work;
    private final Road road;
    private final Executor threads;
    private Map<Path, InboxFile> files = Map.of();
    private final Set<String> underWay = new HashSet<>();
    private final Queue<Done> done = new ConcurrentLinkedQueue<>();
    private final StalledFiles stalled;
    private String trouble = "";

    /**
     * Makes an inbox.
     *
     * @param work where copies may lie for a while
     */
    Inbox(Path folder, Path work, Road road, Executor threads) {
        this.folder = new InboxFolder(folder);
        this.stalled = new StalledFiles(this.folder);
        this.work = work;
        this.road = road;
        this.threads = threads;
    }

    /** An install that has ended, well where there is no failure. */
    private record Done(
            InboxFile file, JarCopy copy, @Nullable RuntimeException failure) {}

    /** Puts right what a kill has left. */
    void recover() {
        guarded(folder::recover);
    }

    /**
     * Looks at all files once.
     *
     * @param now in nanoseconds, from any start
     * @return whether something is waited for, so that the next look should come soon
     */
    boolean look(long now) {
        guarded(() -> {
            for (Done ended = done.poll(); ended != null; ended = done.poll()) {
                conclude(ended, now);
            }
            stalled.takeBackWhatGoesOn();
            files = sighted(folder.jars(), now);
            for (InboxFile file : files.values()) {
                consider(file, now);
            }
            trouble = "";
        });
        return !underWay.isEmpty() || files.values().stream().anyMatch(InboxFile::isWaitedFor);
    }

    private Map<Path, InboxFile> sighted(Map<Path, Stamp> present, long now) {
        Map<Path, InboxFile> sighted = new LinkedHashMap<>();
        present.forEach((path, stamp) -> {
            InboxFile before = files.get(path);
            boolean same = before != null && before.stamp().equals(stamp);
            sighted.put(path, same ? Objects.requireNonNull(before) : new InboxFile(path, stamp, now));
        });
        return sighted;
    }

    private void consider(InboxFile file, long now) {
        if (now < file.due()) {
            return;
        }
        switch (file.verdict()) {
            case UNKNOWN -> begin(file, now);
            case BROKEN, REFUSED -> refuse(file);
            case INSTALLED -> delete(file);
            case UNDER_WAY -> {
                // until its install has ended
            }
        }
    }

    private void begin(InboxFile file, long now) {
        if (underWay.size() >= MOST_AT_ONCE || underWay.contains(file.plugin())) {
            return;
        }
        Diagnosis fault = file.fault();
        if (fault != null) {
            file.broken(fault, now + PATIENCE.toNanos());
            return;
        }
        try {
            copyAndInstall(file);
        } catch (NoSuchFileException gone) {
            LOG.debug("{} went before it was read", InboxFolder.plain(file.path()));
        } catch (JarCopy.IncompleteException incomplete) {
            file.broken(InboxFile.incomplete(incomplete.getMessage()), now + PATIENCE.toNanos());
        } catch (IOException unreadable) {
            notRead(file, unreadable, now);
        }
    }

    private void copyAndInstall(InboxFile file) throws IOException, JarCopy.IncompleteException {
        JarCopy copy;
        try (InputStream in = Files.newInputStream(file.path())) {
            copy = JarCopy.of(in, work);
        }
        file.copied(copy);
        if (!file.stamp().equals(InboxFolder.stamp(file.path())) || underWay.contains(copy.plugin())) {
            copy.close();
            return;
        }
        file.verdict(Verdict.UNDER_WAY);
        underWay.add(copy.plugin());
        threads.execute(() -> install(file, copy));
    }

    private static void notRead(InboxFile file, IOException failure, long now) {
        if (Files.isReadable(file.path())) {
            file.warnOnce("It can't be copied out of the inbox now", failure);
            file.later(now);
        } else {
            file.broken(InboxFile.unreadable(), now + PATIENCE.toNanos());
        }
    }

    private void install(InboxFile file, JarCopy copy) {
        RuntimeException failure = null;
        try {
            road.install(copy.file());
            LOG.info("Took {} from the inbox", InboxFolder.plain(file.path()));
        } catch (RuntimeException refused) {
            failure = refused;
        } finally {
            done.add(new Done(file, copy, failure));
        }
    }

    private void conclude(Done ended, long now) throws IOException {
        InboxFile file = ended.file();
        underWay.remove(ended.copy().plugin());
        ended.copy().close();
        file.concluded(ended.failure(), now);
        if (file.verdict() == Verdict.REFUSED) {
            refuse(file);
        } else if (file.verdict() == Verdict.INSTALLED) {
            delete(file);
        }
    }

    private void delete(InboxFile file) {
        try {
            folder.delete(file.path(), file.stamp(), file.digest());
        } catch (IOException failure) {
            file.warnOnce("It was installed and can't be deleted from the inbox", failure);
        }
    }

    private void refuse(InboxFile file) {
        try {
            Diagnosis diagnosis = Objects.requireNonNull(file.diagnosis());
            Path aside = folder.refuse(file.path(), file.stamp(), diagnosis);
            if (aside != null) {
                LOG.warn("Refused {}: {}", InboxFolder.plain(file.path()), InboxFolder.line(diagnosis.cause()));
                stalled.remember(file, aside);
            }
        } catch (IOException failure) {
            file.warnOnce("It was refused and can't be put aside", failure);
        }
    }

    private interface Work {
        void run() throws IOException;
    }

    /** Whatever is wrong with the folder is said once, and tried again. */
    private void guarded(Work work) {
        try {
            work.run();
        } catch (IOException | RuntimeException failure) {
            if (!trouble.equals(failure.toString())) {
                LOG.warn("The inbox {} can't be looked through; it is tried again", folder.path(), failure);
                trouble = failure.toString();
            }
        }
    }
}
