package org.callboard.core.query;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.callboard.api.catalog.Facet;
import org.callboard.api.catalog.Filter;
import org.callboard.api.catalog.Page;
import org.callboard.api.catalog.Query;
import org.callboard.api.model.Entity;
import org.callboard.api.model.EntityRef;
import org.callboard.core.store.ChangeFeed;
import org.callboard.core.store.ChangeFeed.Changes;
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

    private final ChangeFeed feed;
    private final IndexFiles files;
    private final Columns columns = new Columns();
    private volatile Generation current;
    private int uncommitted;

    private SearchIndex(ChangeFeed feed, IndexFiles files, long number) {
        this.feed = feed;
        this.files = files;
        this.current = new Generation(files.reader(), columns, number);
    }

    /** Opens the index in this folder and brings it up to date. */
    public static SearchIndex open(Path folder, ChangeFeed feed) {
        try {
            long identity = feed.identity();
            IndexFiles files = IndexFiles.open(folder, identity);
            long number = files.number();
            if (number < feed.pruned() || number > feed.latest()) {
                LOG.info("Building the search index from the database");
                files.clear();
                number = feed.scan(files::put);
            }
            SearchIndex index = new SearchIndex(feed, files, number);
            index.catchUp();
            return index;
        } catch (IOException failure) {
            throw new UncheckedIOException("The search index in " + folder + " can't be used.", failure);
        }
    }

    /** Applies what has changed since; when it returns, it can be read. */
    public synchronized void catchUp() {
        long number = current.number();
        Changes changes = feed.changesAfter(number, PORTION);
        while (changes.upTo() > number) {
            changes.changes().forEach(files::put);
            uncommitted += changes.changes().size();
            number = changes.upTo();
            changes = feed.changesAfter(number, PORTION);
        }
        if (number > current.number()) {
            show(number);
        }
        if (uncommitted >= WORTH_A_COMMIT) {
            commit();
        }
    }

    private void show(long number) {
        Generation old = current;
        current = new Generation(files.refreshed(old.reader()), columns, number);
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

    /** {@return the entity, if it is there} */
    public Optional<Entity> find(EntityRef ref) {
        return reading(generation -> generation.find(Fields.REF, ref.toString()));
    }

    /** {@return the entity with this uid, if it is there} */
    public Optional<Entity> findByUid(String uid) {
        return reading(generation -> generation.find(Fields.ROW, Fields.row(Fields.UID, SearchRows.fold(uid))));
    }

    /** {@return a page of the entities that match} */
    public Page query(Query query) {
        return reading(generation -> new PageSearch(generation, query).page());
    }

    /** {@return the values of each path among the entities that match} */
    public List<Facet> facets(Filter filter, List<String> paths) {
        FilterLimits.check(filter);
        return reading(generation ->
                paths.stream().map(path -> generation.facet(filter, path)).toList());
    }

    /** Holds on to a generation while it is read, so that its files stay open. */
    private <R> R reading(Function<Generation, R> read) {
        Generation generation = current;
        while (!generation.reader().tryIncRef()) {
            generation = current;
        }
        try {
            return read.apply(generation);
        } finally {
            files.release(generation.reader());
        }
    }

    @Override
    public synchronized void close() {
        files.commit(current.number());
        files.release(current.reader());
        files.close();
    }
}
