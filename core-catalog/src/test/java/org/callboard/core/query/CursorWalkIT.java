package org.callboard.core.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.callboard.api.catalog.Filter;
import org.callboard.api.catalog.Order;
import org.callboard.api.catalog.Page;
import org.callboard.api.catalog.Query;
import org.callboard.api.model.Json;
import org.callboard.core.Repetitions;
import org.callboard.core.db.Database;
import org.callboard.core.db.TestDatabase;
import org.callboard.core.entity.JsonCodec;
import org.callboard.core.query.ChangingEntities.Version;
import org.callboard.core.store.ChangeFeed;
import org.callboard.core.store.JdbcCatalogStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Walks from page to page, and back, while entities come, change and go: whatever stays, and stays the same in what it is
 * found and sorted by, is there once and in its place.
 */
class CursorWalkIT {

    private static final int ENTITIES = Repetitions.of(2_000, 6_000);
    private static final int WRITES_PER_WALK = 20;
    private static final int LONGEST = 100;
    private static final int DIFFERENT = 0;
    private static final List<Integer> LENGTHS = List.of(1, 7, 33, LONGEST, DIFFERENT);

    private static final List<Query> QUERIES = List.of(
            Query.of(Filter.NONE, 1),
            Query.of(Filter.NONE, 1).orderedBy(Order.by("metadata.name")),
            Query.of(Filter.NONE, 1).orderedBy(descending("metadata.name")),
            Query.of(Filter.NONE, 1).orderedBy(Order.by("metadata.title")),
            Query.of(Filter.NONE, 1).orderedBy(descending("spec.type"), Order.by("metadata.title")),
            Query.of(Filter.NONE, 1).orderedBy(Order.by("kind"), descending("spec.type")),
            Query.of(Filter.equal("kind", "component"), 1).orderedBy(descending("metadata.title")),
            Query.of(new Filter.Not(new Filter.Prefix("spec.type", "s")), 1).orderedBy(Order.by("spec.size")));

    private final RandomEntities random = new RandomEntities(7);
    private final ChangingEntities entities = new ChangingEntities(ENTITIES);

    @TempDir
    private Path folder;

    private static Order descending(String path) {
        return new Order(path, Order.Direction.DESCENDING);
    }

    @Test
    void skipsAndDoublesNothingWhileTheIndexFollowsItsFeed() throws InterruptedException {
        MemoryFeed feed = new MemoryFeed(1);
        walkAll(feed, versions -> versions.forEach(version -> version.putInto(feed)));
    }

    @Test
    void skipsAndDoublesNothingWhileTheStoreIsWritten() throws InterruptedException {
        try (Database database = TestDatabase.H2.open(folder.resolve("database"))) {
            JdbcCatalogStore store = new JdbcCatalogStore(database, new JsonCodec());
            walkAll(store.changes(), versions -> {
                store.apply(versions.stream().map(Version::source).toList());
                store.sweep(origin -> false);
                store.stitchPending();
            });
        }
    }

    private void walkAll(ChangeFeed feed, Consumer<List<Version>> store) throws InterruptedException {
        store.accept(entities.first());
        List<Json.Obj> staying = staying(feed);
        int passed = 0;
        int written = 0;
        try (SearchIndex index = SearchIndex.open(folder.resolve("index"), feed);
                WritingThread writer = new WritingThread(() -> write(index, store))) {
            for (int i = 0; i < QUERIES.size(); i++) {
                for (int length : lengths(i)) {
                    passed += new Walk(index, writer, QUERIES.get(i), length).check(staying);
                }
            }
            written = writer.written();
        }
        int least = ENTITIES / 2;
        assertTrue(passed > least && written > least, "too little to say anything: " + passed + ", " + written);
    }

    /** {@return the lengths to walk in, for one of the queries}; all are walked in, but not by each */
    private static List<Integer> lengths(int query) {
        return Repetitions.areScaled() ? List.of(LENGTHS.get(query % LENGTHS.size())) : LENGTHS;
    }

    private int write(SearchIndex index, Consumer<List<Version>> store) {
        List<Version> versions = entities.next();
        store.accept(versions);
        index.catchUp();
        return versions.size();
    }

    private static List<Json.Obj> staying(ChangeFeed feed) {
        JsonCodec codec = new JsonCodec();
        List<Json.Obj> staying = new ArrayList<>();
        feed.scan(change -> staying.add((Json.Obj) codec.decode(change.document())));
        staying.removeIf(document -> !ChangingEntities.stays(document));
        return staying;
    }

    /** A walk to the end and back, in pages of some length. */
    private final class Walk {

        private final SearchIndex index;
        private final WritingThread writer;
        private final Query query;
        private final int length;
        private final int pagesPerWrite;
        private int pages;

        Walk(SearchIndex index, WritingThread writer, Query query, int length) {
            this.index = index;
            this.writer = writer;
            this.query = query;
            this.length = length;
            int usual = length == DIFFERENT ? LONGEST / 2 : length;
            this.pagesPerWrite = Math.max(1, 2 * ENTITIES / usual / WRITES_PER_WALK);
        }

        /** Looks for all that stays, and nothing of it twice. {@return how many others it came by} */
        int check(List<Json.Obj> staying) throws InterruptedException {
            List<String> expected = new NaiveSearch(staying).query(query.filter(), query.order());
            List<String> forward = new ArrayList<>();
            List<String> backward = backward(forward(forward));
            int seen = forward.size() + backward.size();
            Set<String> uids = staying.stream().map(CursorWalkIT::uid).collect(Collectors.toSet());
            forward.retainAll(uids);
            backward.retainAll(uids);
            assertEquals(expected, forward, () -> "in pages of " + length + ", on: " + query);
            assertEquals(expected, backward, () -> "in pages of " + length + ", back: " + query);
            return seen - 2 * expected.size();
        }

        /** {@return the last page that is not empty} */
        private Page forward(List<String> found) throws InterruptedException {
            Page page = index.query(sized());
            Page last = page;
            found.addAll(uids(page));
            while (page.next() != null) {
                page = turn(sized().after(page.next()));
                last = page.items().isEmpty() ? last : page;
                found.addAll(uids(page));
            }
            return last;
        }

        private List<String> backward(Page last) throws InterruptedException {
            Page page = last;
            List<String> found = new ArrayList<>(uids(page));
            while (page.previous() != null) {
                page = turn(sized().before(page.previous()));
                found.addAll(0, uids(page));
            }
            return found;
        }

        private Page turn(Query next) throws InterruptedException {
            if (++pages % pagesPerWrite == 0) {
                writer.await();
            }
            return index.query(next);
        }

        private Query sized() {
            int limit = length == DIFFERENT ? 1 + random.below(LONGEST) : length;
            return new Query(query.filter(), query.order(), limit, 0, null, null);
        }
    }

    private static List<String> uids(Page page) {
        return page.items().stream().map(entity -> uid(entity.document())).toList();
    }

    private static String uid(Json.Obj document) {
        return document.text("metadata", "uid").orElseThrow();
    }
}
