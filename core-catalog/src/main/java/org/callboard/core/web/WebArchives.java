package org.callboard.core.web;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.callboard.api.problem.SourcePosition;
import org.callboard.core.read.UnreadableException;
import org.eclipse.jetty.util.ssl.SslContextFactory;

/**
 * The last good archives that were asked for, on the disk. They are fetched again and again in the background for as long as somebody
 * reads them; those that nobody has read longest go where there are too many. Thread-safe.
 */
public final class WebArchives implements AutoCloseable {

    /** The most that are held. */
    static final int MOST = 1_000;

    /** The largest that is taken. */
    public static final int LARGEST = 256 << 20;

    private static final long MOST_BYTES = 4L << 30;
    private static final FetchLimits LIMITS = new FetchLimits(
            Duration.ofSeconds(5), Duration.ofMinutes(2), LARGEST, FetchLimits.DEFAULT.headerBytes(), 5);

    private final ArchiveFolder folder;
    private final ArchiveIntake intake;
    private final ReadingRules rules;
    private final Schedule schedule;
    private final Fetcher fetcher;
    private final Threads threads;
    private final FetchQueue queue;
    private final Map<String, HeldArchive> archives = new ConcurrentHashMap<>();
    private final Object writing = new Object();
    private volatile boolean closed;

    /**
     * Takes up the archives that are on the disk.
     *
     * @param interval how often an archive is asked for, a quarter more or less
     */
    public WebArchives(Path folder, ReadingRules rules, Duration interval, Clock clock, ArchiveCheck check) {
        this(new ArchiveFolder(folder), rules, new Schedule(interval, clock, new Random()), new FetchThreads(), check);
    }

    private WebArchives(
            ArchiveFolder folder, ReadingRules rules, Schedule schedule, Threads threads, ArchiveCheck check) {
        this(
                folder,
                rules,
                schedule,
                new WebClient(rules, NameResolver.SYSTEM, LIMITS, new SslContextFactory.Client(), folder),
                threads,
                check);
    }

    WebArchives(
            ArchiveFolder folder,
            ReadingRules rules,
            Schedule schedule,
            Fetcher fetcher,
            Threads threads,
            ArchiveCheck check) {
        this.folder = folder;
        this.intake = new ArchiveIntake(folder, check);
        this.rules = rules;
        this.schedule = schedule;
        this.fetcher = new ContainedFetcher(fetcher);
        this.threads = threads;
        this.queue = new FetchQueue(threads);
        load();
    }

    private void load() {
        for (CopyRows.Row row : folder.all()) {
            try {
                WebUrl url = WebUrl.parse(row.url());
                rules.require(url);
                archives.put(row.url(), new HeldArchive(new Copy(url, schedule.atFirst(), row), schedule.now()));
            } catch (UnreadableException notAllowed) {
                folder.delete(row.url(), row.hash());
            }
        }
        if (!archives.isEmpty()) {
            threads.tick(this::fetchDue);
        }
    }

    /**
     * {@return what there is of an archive}; one that nobody asked for yet is fetched from now on
     *
     * @throws UnreadableException where it may not be read
     */
    public Held open(WebUrl url) throws UnreadableException {
        rules.require(url);
        HeldArchive archive = wanted(url);
        archive.use(schedule.now());
        String hash = archive.copy().hash();
        return new Held(
                hash == null ? null : folder.archive(archive.url(), hash),
                hash == null ? "" : hash,
                archive.copy().problem(),
                archive.copy().underWay().copy());
    }

    /** The same for work in the background: for that, none goes that is held for others. */
    public Held openIfRoom(WebUrl url) throws UnreadableException {
        if (!archives.containsKey(url.toString()) && isFull()) {
            throw new UnreadableException(
                    "url-no-room",
                    SourcePosition.ofFile(url.toString()),
                    "The portal holds as many repositories as it may, and '" + url + "' is not among them.",
                    "Open its documentation, which makes room for it, or have fewer entities be looked through.");
        }
        return open(url);
    }

    private boolean isFull() {
        return archives.size() >= MOST || bytes() >= MOST_BYTES;
    }

    private long bytes() {
        return archives.values().stream().mapToLong(this::size).sum();
    }

    private HeldArchive wanted(WebUrl url) {
        HeldArchive known = archives.get(url.toString());
        if (known != null) {
            return known;
        }
        HeldArchive fresh = archives.computeIfAbsent(
                url.toString(), key -> new HeldArchive(new Copy(url, schedule.now()), schedule.now()));
        threads.tick(this::fetchDue);
        start(fresh);
        makeRoom(fresh);
        return fresh;
    }

    /** Has an archive that is held be asked for now. {@return done when that has ended, well or not} */
    public CompletableFuture<Void> refresh(String url) {
        HeldArchive known = archives.get(url);
        if (known == null) {
            return CompletableFuture.completedFuture(null);
        }
        start(known);
        return known.copy().underWay().copy();
    }

    /** Has the archives of a repository that are held be asked for now, as something was pushed to it. {@return how many these are} */
    public int pushed(RepositoryAddress repository) {
        List<HeldArchive> its = archives.values().stream()
                .filter(archive -> archive.copy().isOf(repository))
                .toList();
        its.forEach(archive -> archive.copy().pushed(schedule.now()));
        its.forEach(this::start);
        return its.size();
    }

    private void fetchDue() {
        archives.values().stream()
                .filter(archive -> archive.isDue(schedule.now()))
                .forEach(this::start);
    }

    private void start(HeldArchive archive) {
        archive.copy().begin(schedule.now()).ifPresent(done -> {
            if (closed) {
                done.complete(null);
            } else {
                queue.submit(RawAddress.of(archive.copy().url()).host(), () -> fetch(archive, done));
            }
        });
    }

    private void fetch(HeldArchive archive, CompletableFuture<Void> done) {
        try {
            if (isWanted(archive)) {
                take(archive, fetcher.fetch(archive.copy().url(), archive.copy().validators(schedule.now())));
            }
        } finally {
            done.complete(null);
        }
    }

    private boolean isWanted(HeldArchive archive) {
        return !closed && archives.get(archive.url()) == archive;
    }

    private void take(HeldArchive archive, Outcome outcome) {
        try {
            Outcome fit = intake.checked(archive.copy(), outcome);
            synchronized (writing) {
                if (isWanted(archive)) {
                    String before = archive.copy().hash();
                    archive.copy().take(intake.kept(archive.copy(), fit, schedule.now()), schedule);
                    if (before != null && !before.equals(archive.copy().hash())) {
                        ArchiveFolder.remove(folder.archive(archive.url(), before));
                    }
                    makeRoom(archive);
                }
            }
        } finally {
            ArchiveIntake.clear(outcome);
        }
    }

    /** Those that nobody has read longest go, but for one. */
    private void makeRoom(HeldArchive kept) {
        synchronized (writing) {
            long bytes = bytes();
            List<HeldArchive> oldest = archives.values().stream()
                    .filter(archive -> archive != kept)
                    .sorted(Comparator.comparing(HeldArchive::used))
                    .toList();
            for (HeldArchive archive : oldest) {
                if (archives.size() <= MOST && bytes <= MOST_BYTES) {
                    return;
                }
                bytes -= size(archive);
                archives.remove(archive.url());
                Optional.ofNullable(archive.copy().hash()).ifPresent(hash -> folder.delete(archive.url(), hash));
            }
        }
    }

    private long size(HeldArchive archive) {
        String hash = archive.copy().hash();
        return hash == null ? 0 : folder.size(archive.url(), hash);
    }

    /** Breaks off what is under way; nobody waits for it any more. */
    @Override
    public void close() {
        closed = true;
        fetcher.close();
        threads.close();
        archives.values().forEach(archive -> archive.copy().underWay().complete(null));
    }
}
