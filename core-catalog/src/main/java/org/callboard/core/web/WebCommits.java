package org.callboard.core.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.callboard.api.source.FileChange;
import org.callboard.core.web.Outcome.Failed;
import org.callboard.core.web.Outcome.Fetched;
import org.eclipse.jetty.util.ssl.SslContextFactory;

/**
 * Which commits changed files of repositories on the web, as code hosts tell it to everybody: each file is asked about once, and by
 * one thread in the background. Thread-safe.
 */
public final class WebCommits implements AutoCloseable {

    private static final int MOST_KEPT = 20_000;
    private static final int MOST_WAITING = 200;
    private static final int MOST_HOSTS = 1_000;
    private static final float FULL = 0.75f;
    private static final Duration ASK_AGAIN = Duration.ofHours(1);
    private static final Duration REST = Duration.ofMinutes(15);
    private static final FetchLimits LIMITS = new FetchLimits(
            Duration.ofSeconds(5), Duration.ofSeconds(10), 1 << 20, FetchLimits.DEFAULT.headerBytes(), 5);

    private final Fetcher fetcher;
    private final Clock clock;
    private final Executor thread;
    private final Map<String, Instant> resting = new HashMap<>();
    private final Map<Asked, Answer> answers = new LinkedHashMap<>(16, FULL, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Asked, Answer> eldest) {
            return size() > MOST_KEPT;
        }
    };

    /** Starts no thread before it is asked. */
    public WebCommits(ReadingRules rules, Clock clock) {
        this(
                new WebClient(rules, NameResolver.SYSTEM, LIMITS, new SslContextFactory.Client()),
                clock,
                new ThreadPoolExecutor(
                        0,
                        1,
                        5,
                        TimeUnit.SECONDS,
                        new LinkedBlockingQueue<>(MOST_WAITING),
                        FetchThreads.named("web-commits")));
    }

    WebCommits(Fetcher fetcher, Clock clock, Executor thread) {
        this.fetcher = new ContainedFetcher(fetcher);
        this.clock = clock;
        this.thread = thread;
    }

    /** A file as it is now: what it holds was put there by the same commit, wherever the repository has gone since. */
    private record Asked(String repository, String file, String content) {}

    private record Answer(CompletableFuture<Optional<FileChange>> change, Instant asked) {}

    /**
     * {@return the commit that last changed a file, as far as it is known yet}
     *
     * @param commit the one that the repository is at; empty where that is not known
     * @param content what differs where what the file holds does
     * @param patience how long the caller waits for the code host
     */
    public Optional<FileChange> of(
            ArchiveAddress repository, String commit, String file, String content, Duration patience) {
        Optional<WebUrl> feed = repository.commits(commit, file);
        if (feed.isEmpty()) {
            return Optional.empty();
        }
        CompletableFuture<Optional<FileChange>> change =
                answer(new Asked(repository.feed(), file, content), feed.get()).change();
        try {
            return change.get(patience.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException | ExecutionException notYet) {
            return Optional.empty();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private Answer answer(Asked asked, WebUrl feed) {
        Instant now = clock.instant();
        synchronized (answers) {
            Answer known = answers.get(asked);
            boolean isOver = known != null
                    && known.asked().isBefore(now.minus(ASK_AGAIN))
                    && known.change().getNow(Optional.empty()).isEmpty();
            if (known != null && !isOver) {
                return known;
            }
            Answer answer = new Answer(new CompletableFuture<>(), now);
            if (isResting(feed, now) || !isBegun(asked, feed, answer)) {
                answer.change().complete(Optional.empty());
            }
            return answer;
        }
    }

    private boolean isResting(WebUrl feed, Instant now) {
        synchronized (resting) {
            return resting.getOrDefault(feed.authority(), Instant.MIN).isAfter(now);
        }
    }

    private boolean isBegun(Asked asked, WebUrl feed, Answer answer) {
        try {
            thread.execute(() -> answer.change().complete(fetch(feed)));
            answers.put(asked, answer);
            return true;
        } catch (RejectedExecutionException full) {
            return false;
        }
    }

    private Optional<FileChange> fetch(WebUrl feed) {
        if (isResting(feed, clock.instant())) {
            return Optional.empty();
        }
        Outcome outcome = fetcher.fetch(feed, Validators.NONE);
        if (outcome instanceof Failed failed && !failed.problem().code().equals("url-not-found")) {
            rest(feed, failed);
        }
        return outcome instanceof Fetched fetched
                ? CommitFeed.newest(fetched.body().bytes())
                : Optional.empty();
    }

    /** A host that does not let itself be asked is left alone, whatever it is asked about. */
    private void rest(WebUrl feed, Failed failed) {
        Instant now = clock.instant();
        Instant until = now.plus(RetryAfter.of(failed.retryAfter(), now).orElse(REST));
        synchronized (resting) {
            resting.values().removeIf(end -> !end.isAfter(now));
            if (resting.size() < MOST_HOSTS) {
                resting.put(feed.authority(), until);
            }
        }
    }

    @Override
    public void close() {
        if (thread instanceof ThreadPoolExecutor pool) {
            pool.shutdownNow();
        }
        fetcher.close();
    }
}
