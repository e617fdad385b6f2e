package org.callboard.core.web;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.callboard.api.problem.PortalException;
import org.callboard.api.problem.Problem;
import org.callboard.core.db.Database;
import org.callboard.core.read.UnreadableException;
import org.callboard.core.web.Outcome.Fetched;
import org.eclipse.jetty.util.ssl.SslContextFactory;

/**
 * The last copies of the pages that locations and placeholders name. Pages are asked for again and again in the background;
 * whoever reads never waits for a server. Thread-safe.
 */
public final class WebCopies implements AutoCloseable {

    private static final int MOST_PAGES = 10_000;

    private final CopyRows rows;
    private final ReadingRules rules;
    private final Schedule schedule;
    private final Fetcher fetcher;
    private final Threads threads;
    private final Runnable changed;
    private final FetchQueue queue;
    private final Map<String, Copy> copies = new ConcurrentHashMap<>();
    private final Object writing = new Object();
    private volatile boolean closed;

    /**
     * Takes up the copies that are in the database.
     *
     * @param interval how often a page is asked for, a quarter more or less
     * @param changed is run, on a thread of the copies, whenever reading some page comes to something else than before
     */
    public WebCopies(Database database, ReadingRules rules, Duration interval, Clock clock, Runnable changed) {
        this(
                new CopyRows(database),
                rules,
                new Schedule(interval, clock, new Random()),
                new WebClient(rules, NameResolver.SYSTEM, FetchLimits.DEFAULT, new SslContextFactory.Client()),
                new FetchThreads(),
                changed);
    }

    WebCopies(
            CopyRows rows, ReadingRules rules, Schedule schedule, Fetcher fetcher, Threads threads, Runnable changed) {
        this.rows = rows;
        this.rules = rules;
        this.schedule = schedule;
        this.fetcher = new ContainedFetcher(fetcher);
        this.threads = threads;
        this.changed = changed;
        this.queue = new FetchQueue(threads);
        load();
    }

    /** What the configuration allows no more is forgotten. */
    private void load() {
        List<String> refused = new ArrayList<>();
        for (CopyRows.Row row : rows.all()) {
            try {
                WebUrl url = WebUrl.parse(row.url());
                rules.require(url);
                copies.put(row.url(), new Copy(url, schedule.atFirst(), row));
            } catch (UnreadableException notAllowed) {
                refused.add(row.url());
            }
        }
        rows.delete(refused);
        if (!copies.isEmpty()) {
            threads.tick(this::fetchDue);
        }
    }

    /**
     * {@return the last good copy of a page}; a page that nobody has named yet is asked for from now on
     *
     * @throws UnreadableException with code {@code url-pending} where it was never asked for; with what is wrong where it may
     *     not be read, or where the last fetch failed
     */
    public byte[] read(String url) throws UnreadableException {
        Copy copy = wanted(url);
        Problem problem = copy.problem();
        if (problem != null) {
            throw new UnreadableException(problem);
        }
        return rows.body(copy.url()).orElseThrow(() -> new UnreadableException(Copy.pending(copy.url())));
    }

    /** {@return a text that is the same for as long as reading comes to the same}; it asks for new pages as reading does */
    public String fingerprint(String url) {
        try {
            return wanted(url).fingerprint();
        } catch (UnreadableException refused) {
            return Copy.fingerprint(refused.problem());
        }
    }

    /**
     * Has a page be fetched now, however lately it was, unless that is under way or was a second ago.
     *
     * @return done when the fetch has ended, well or not; the status tells
     */
    public CompletableFuture<Void> refresh(String url) {
        try {
            Copy copy = wanted(url);
            start(copy);
            return copy.underWay().copy();
        } catch (UnreadableException refused) {
            return CompletableFuture.completedFuture(null);
        }
    }

    /** Has the pages of a repository be asked for now, failing ones too, as something was pushed to it. {@return how many these are} */
    int pushed(RepositoryAddress repository) {
        List<Copy> its =
                copies.values().stream().filter(copy -> copy.isOf(repository)).toList();
        its.forEach(copy -> copy.pushed(schedule.now()));
        its.forEach(this::start);
        return its.size();
    }

    /** {@return how things stand with a page}; asking does not have it fetched */
    public Status status(String url) {
        try {
            WebUrl parsed = WebUrl.parse(url);
            rules.require(parsed);
            Copy copy = copies.get(parsed.toString());
            return copy == null ? Status.UNKNOWN : copy.status();
        } catch (UnreadableException refused) {
            return Status.refused(refused.problem());
        }
    }

    /** {@return how things stand with all of them} */
    PagesState state() {
        return PagesState.of(copies.values());
    }

    /** Forgets all pages but these. */
    public void keepOnly(Set<String> urls) {
        Set<String> kept = new HashSet<>();
        for (String url : urls) {
            try {
                kept.add(WebUrl.parse(url).toString());
            } catch (UnreadableException refused) {
                // there is no copy of it
            }
        }
        synchronized (writing) {
            List<String> gone =
                    copies.keySet().stream().filter(url -> !kept.contains(url)).toList();
            gone.forEach(copies::remove);
            rows.delete(gone);
        }
    }

    private Copy wanted(String text) throws UnreadableException {
        WebUrl url = WebUrl.parse(text);
        Copy known = copies.get(url.toString());
        if (known != null) {
            return known;
        }
        rules.require(url);
        if (copies.size() >= MOST_PAGES) {
            throw FetchProblems.of(
                    url,
                    "url-too-many",
                    "'" + url + "' is one page too many: " + MOST_PAGES + " are read already.",
                    "Remove locations, or have some of them read from files.");
        }
        Copy fresh = copies.computeIfAbsent(url.toString(), key -> new Copy(url, schedule.now()));
        threads.tick(this::fetchDue);
        start(fresh);
        return fresh;
    }

    private void fetchDue() {
        copies.values().stream().filter(copy -> copy.isDue(schedule.now())).forEach(this::start);
    }

    private void start(Copy copy) {
        copy.begin(schedule.now()).ifPresent(done -> {
            if (closed) {
                done.complete(null);
            } else {
                queue.submit(RawAddress.of(copy.url()).host(), () -> fetch(copy, done));
            }
        });
    }

    private void fetch(Copy copy, CompletableFuture<Void> done) {
        try {
            if (isWanted(copy) && take(copy, fetcher.fetch(copy.url(), copy.validators(schedule.now())))) {
                changed.run();
            }
        } finally {
            done.complete(null);
        }
    }

    private boolean isWanted(Copy copy) {
        return !closed && copies.get(copy.url().toString()) == copy;
    }

    /** One at a time, so that what is forgotten meanwhile does not come back. */
    private boolean take(Copy copy, Outcome outcome) {
        synchronized (writing) {
            return isWanted(copy) && copy.take(kept(copy, outcome), schedule);
        }
    }

    private Outcome kept(Copy copy, Outcome outcome) {
        try {
            if (outcome instanceof Fetched page && !copy.holds(page.body())) {
                rows.write(copy.url(), page, schedule.now());
            }
            return outcome;
        } catch (PortalException failure) {
            return ContainedFetcher.failed(copy.url(), failure);
        }
    }

    /** Breaks off what is under way; nobody waits for it any more. */
    @Override
    public void close() {
        closed = true;
        fetcher.close();
        threads.close();
        copies.values().forEach(copy -> copy.underWay().complete(null));
    }
}
