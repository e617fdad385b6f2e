package org.callboard.core.git;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.callboard.api.source.FileChange;
import org.callboard.core.thread.Workers;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which commit was the last to touch each file of a folder: looked up once for each commit that is checked out, by one thread
 * in the background. Thread-safe.
 */
public final class Histories implements Closeable {

    private static final Logger LOG = LoggerFactory.getLogger(Histories.class);
    private static final int MOST_FOLDERS = 200;
    private static final int MOST_COMMITS = 20_000;
    private static final long LONGEST = Duration.ofSeconds(30).toNanos();
    private static final long LOOK_AGAIN = Duration.ofSeconds(1).toNanos();
    /** Most histories are looked through in less, and then nobody has to ask twice. */
    private static final Duration PATIENCE = Duration.ofMillis(250);

    private static final float FULL = 0.75f;

    private final Map<Path, Known> folders = new LinkedHashMap<>(16, FULL, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Path, Known> eldest) {
            return size() > MOST_FOLDERS;
        }
    };
    private final ThreadPoolExecutor thread = new ThreadPoolExecutor(
            1,
            1,
            5,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(MOST_FOLDERS),
            Workers.named("histories"),
            new ThreadPoolExecutor.DiscardPolicy());

    private final long patience;

    /** Starts no thread before it is asked. */
    public Histories() {
        this(PATIENCE);
    }

    Histories(Duration patience) {
        this.patience = patience.toNanos();
        thread.allowCoreThreadTimeOut(true);
    }

    /**
     * What is known of a folder.
     *
     * @param head the commit that is checked out; null where there is none
     * @param started when it was begun to look the commits up
     * @param before what is answered until that is done
     */
    private record Known(
            @Nullable GitId head,
            long looked,
            long started,
            CompletableFuture<Map<String, Commit>> commits,
            Map<String, Commit> before) {

        Known lookedAt(long now) {
            return new Known(head, now, started, commits, before);
        }
    }

    /** {@return the last commit of a file, by its path in a folder, as far as that is known yet} */
    public Optional<FileChange> of(Path folder, String path) {
        Known known = known(folder);
        return Optional.ofNullable(commits(known).get(path)).map(Histories::change);
    }

    private static FileChange change(Commit commit) {
        return new FileChange(commit.at(), new FileChange.Commit(commit.id().toString(), commit.author()));
    }

    private Map<String, Commit> commits(Known known) {
        long waited = System.nanoTime() - known.started();
        try {
            return known.commits().get(Math.max(0, patience - waited), TimeUnit.NANOSECONDS);
        } catch (TimeoutException | ExecutionException notYet) {
            return known.before();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return known.before();
        }
    }

    private synchronized Known known(Path folder) {
        long now = System.nanoTime();
        Known held = folders.get(folder);
        if (held == null || now - held.looked() >= LOOK_AGAIN) {
            held = look(folder, held, now);
            folders.put(folder, held);
        }
        return held;
    }

    private Known look(Path folder, @Nullable Known held, long now) {
        Map<String, Commit> before = held == null ? Map.of() : held.commits().getNow(held.before());
        try {
            Optional<GitFolder> git = GitFolder.of(folder);
            Optional<GitId> head = git.isEmpty() ? Optional.empty() : git.get().commit();
            if (held != null && Objects.equals(held.head(), head.orElse(null))) {
                return held.lookedAt(now);
            }
            if (head.isPresent()) {
                return new Known(head.get(), now, now, walk(git.get(), head.get()), before);
            }
        } catch (IOException unreadable) {
            LOG.debug("The repository of {} can't be read", folder, unreadable);
        }
        return new Known(null, now, now, CompletableFuture.completedFuture(Map.of()), Map.of());
    }

    private CompletableFuture<Map<String, Commit>> walk(GitFolder git, GitId head) {
        CompletableFuture<Map<String, Commit>> commits = new CompletableFuture<>();
        thread.execute(() -> {
            Budget budget = new Budget(MOST_COMMITS, LONGEST, System::nanoTime);
            try (GitObjects objects = GitObjects.open(git.common(), budget)) {
                commits.complete(new HistoryWalk(objects, git.prefix(), budget).run(head));
            } catch (IOException | RuntimeException faulty) {
                LOG.info("The history of {} can't be read: {}", git.common(), faulty.getMessage());
                commits.complete(Map.of());
            }
        });
        return commits;
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
