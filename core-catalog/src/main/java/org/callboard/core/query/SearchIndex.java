package org.callboard.core.query;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.apache.lucene.index.DirectoryReader;
import org.callboard.api.catalog.Facet;
import org.callboard.api.catalog.Filter;
import org.callboard.api.catalog.Page;
import org.callboard.api.catalog.Query;
import org.callboard.api.model.Entity;
import org.callboard.api.model.EntityRef;
import org.callboard.api.problem.PortalException;
import org.callboard.api.problem.ProblemKind;
import org.callboard.core.store.ChangeFeed;
import org.callboard.core.store.ChangeFeed.Changes;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The read side: a search index on the local disk, fed with the changes of the store by their number, and built again from
 * the store whenever it is missing, of another form or of another database. Reads are from one generation each.
 */
public final class SearchIndex implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SearchIndex.class);
    private static final int PORTION = 500;
    private static final int WORTH_A_COMMIT = 1_000;
    private static final long OUTBOX_KEEPS = 100_000;

    private final Path folder;
    private final ChangeFeed feed;
    private final SegmentCache segments = new SegmentCache();
    private volatile IndexFiles files;
    private volatile Generation current;
    private volatile @Nullable Instant changed;
    private volatile boolean closed;
    private long written;
    private int uncommitted;

    private SearchIndex(Path folder, ChangeFeed feed) {
        this.folder = folder;
        this.feed = feed;
        this.files = files(folder, feed);
        this.written = files.number();
        this.current = new Generation(files.reader(), segments, written);
    }

    /** Opens the index in this folder and brings it up to date. */
    public static SearchIndex open(Path folder, ChangeFeed feed) {
        SearchIndex index = new SearchIndex(folder, feed);
        index.catchUp();
        return index;
    }

    /** {@return the files in the folder, made from the feed where they are of no use} */
    private static IndexFiles files(Path folder, ChangeFeed feed) {
        try {
            IndexFiles files = IndexFiles.open(folder, feed.identity());
            if (files.number() < feed.pruned() || files.number() > feed.latest()) {
                LOG.info("Building the search index from the database");
                files.clear();
                files.commit(feed.scan(files::put));
            }
            return files;
        } catch (IOException failure) {
            throw new UncheckedIOException("The search index in " + folder + " can't be used.", failure);
        }
    }

    /** Applies what has changed since; when it returns, it can be read. */
    public synchronized void catchUp() {
        takeIn();
        if (written > current.number()) {
            show(files.refreshed(current.reader()));
        }
        if (uncommitted >= WORTH_A_COMMIT) {
            commit();
        }
    }

    /** Does as {@link #catchUp}. {@return the step that this made, to be closed} */
    public synchronized Advance advance() {
        Generation before = hold();
        try {
            catchUp();
            return new Advance(before, hold(), this::release);
        } catch (RuntimeException | Error failure) {
            release(before);
            throw failure;
        }
    }

    /** Takes in what has changed since; it can be read after the next {@link #catchUp}. */
    public synchronized void takeIn() {
        if (!files.isOpen()) {
            beginAgain();
        }
        Changes changes = feed.changesAfter(written, PORTION);
        while (changes.upTo() > written) {
            // no two are of the same entity
            changes.changes().parallelStream().forEach(files::put);
            uncommitted += changes.changes().size();
            written = changes.upTo();
            changes = feed.changesAfter(written, PORTION);
        }
    }

    /** A full disk, for one, ends the writer; what it had not committed comes from the feed once more. */
    private void beginAgain() {
        LOG.warn("The search index could not be written and is opened again");
        files = files(folder, feed);
        written = files.number();
        uncommitted = 0;
    }

    private void show(DirectoryReader reader) {
        Generation old = current;
        current = new Generation(reader, segments, written);
        changed = Instant.now();
        files.release(old.reader());
    }

    private void commit() {
        files.commit(current.number());
        feed.prune(OUTBOX_KEEPS);
        uncommitted = 0;
    }

    /** {@return the number of the last change that can be read} */
    public long generation() {
        return current.number();
    }

    /** {@return how things stand with it} */
    public IndexState state() {
        int entities = reading(generation -> generation.reader().numDocs());
        return new IndexState(entities, changed, files.written(), files.built());
    }

    /** {@return the entity, if it is there} */
    public Optional<Entity> find(EntityRef ref) {
        return find(ref, Sight.ALL);
    }

    /** {@return the entity, if it is there and seen} */
    public Optional<Entity> find(EntityRef ref, Sight sight) {
        return reading(generation -> generation.find(ref, sight));
    }

    /** {@return whether an entity is there and seen} */
    public boolean shows(String ref, Sight sight) {
        return reading(generation -> generation.document(ref, sight).isPresent());
    }

    /** {@return the entity with this uid, if it is there and seen} */
    public Optional<Entity> findByUid(String uid, Sight sight) {
        String row = Fields.row(Fields.UID, SearchRows.fold(uid));
        return reading(generation ->
                generation.first(Fields.VALUE, row, sight).or(() -> generation.first(Fields.FOLDED, row, sight)));
    }

    /** {@return a page of the entities that match} */
    public Page query(Query query) {
        return query(query, Sight.ALL);
    }

    /** {@return a page of the entities that match and are seen} */
    public Page query(Query query, Sight sight) {
        return reading(generation -> new PageSearch(generation, query, sight).page());
    }

    /**
     * {@return the entities that match, are seen and may be meant by some words, the likeliest first}
     *
     * @throws PortalException BAD_INPUT where the limit or the filter can't be used
     */
    public List<Entity> search(String words, Filter filter, int limit, Sight sight) {
        FilterLimits.check(filter);
        if (limit < 0 || limit > Query.MAX_FOUND) {
            throw new PortalException(
                    ProblemKind.BAD_INPUT,
                    "The limit is " + limit + ".",
                    "Ask for 0 to " + Query.MAX_FOUND + " entities.");
        }
        return reading(generation ->
                new WordSearch(generation, generation.matching(filter, sight).documents(), limit).find(words));
    }

    /** {@return the values of each path among the entities that match and are seen} */
    public List<Facet> facets(Filter filter, List<String> paths, Sight sight) {
        FilterLimits.check(filter);
        return reading(generation -> paths.stream()
                .map(path -> generation.facet(filter, sight, path))
                .toList());
    }

    private <R> R reading(Function<Generation, R> read) {
        Generation generation = hold();
        try {
            return read.apply(generation);
        } finally {
            release(generation);
        }
    }

    /** {@return what can be read now, held on to, so that its files stay open while it is read} */
    private Generation hold() {
        Generation generation = current;
        while (!generation.reader().tryIncRef()) {
            if (closed) {
                throw new PortalException(ProblemKind.UNAVAILABLE, "The catalog is closed.", "Try again later.");
            }
            generation = current;
        }
        return generation;
    }

    private void release(Generation generation) {
        files.release(generation.reader());
    }

    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        if (files.isOpen()) {
            files.commit(current.number());
        }
        files.release(current.reader());
        files.close();
    }
}
