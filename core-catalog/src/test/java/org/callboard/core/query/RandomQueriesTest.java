package org.callboard.core.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.callboard.api.catalog.Filter;
import org.callboard.api.catalog.Order;
import org.callboard.api.catalog.Page;
import org.callboard.api.catalog.Query;
import org.callboard.api.model.Entity;
import org.callboard.api.model.Json;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The index against a search that looks into every document, on random entities that come, change and go. */
class RandomQueriesTest {

    private static final int QUERIES = 500;
    private static final int ENTITIES = 150;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void answersLikeASearchThatLooksIntoEveryDocument(long seed) {
        RandomEntities random = new RandomEntities(seed);
        MemoryFeed feed = new MemoryFeed(seed);
        SearchIndex index = SearchIndex.open(folder, feed);
        int matched = 0;
        for (int i = 0; i < QUERIES; i++) {
            if (i % 10 == 0) {
                change(feed, random, i == 0 ? ENTITIES : 5);
                index.catchUp();
            }
            if (i % 100 == 99) {
                index.close();
                index = SearchIndex.open(folder, feed);
            }
            matched +=
                    check(index, new NaiveSearch(feed.documents().values()), random, "seed " + seed + ", query " + i);
        }
        index.close();
        assertTrue(matched > QUERIES * 10, "too few matches to say anything: " + matched);
    }

    private static void change(MemoryFeed feed, RandomEntities random, int count) {
        for (int i = 0; i < count; i++) {
            String name = "e" + random.below(2 * ENTITIES);
            List<String> present = List.copyOf(feed.documents().keySet());
            if (random.oneIn(4) && !present.isEmpty()) {
                feed.remove(random.oneOf(present));
            } else {
                Json.Obj entity = random.entity(name);
                String kind = SearchRows.fold(entity.text("kind").orElseThrow());
                feed.put(entity, "uid-" + kind + "-" + name, random.relations());
            }
        }
    }

    private static int check(SearchIndex index, NaiveSearch naive, RandomEntities random, String which) {
        Filter filter = random.filter(3);
        List<Order> order = random.order();
        List<String> expected = naive.query(filter, order);
        String message = which + ": " + filter + " by " + order;
        int limit = 1 + random.below(40);
        Query query = Query.of(filter, limit).orderedBy(order.toArray(Order[]::new));
        checkPages(index, query, expected, message);
        checkOffset(index, query, expected, random.below(expected.size() + 2), message);
        for (Entity entity : index.query(Query.of(Filter.NONE, 20)).items()) {
            assertEquals(expected.contains(uid(entity)), EntityMatch.lets(filter, entity), message);
        }
        String path = random.path();
        assertEquals(List.of(naive.facet(filter, path)), index.facets(filter, List.of(path), Sight.ALL), message);
        return expected.size();
    }

    /** Pages to the end by next and back to the start by previous. */
    private static void checkPages(SearchIndex index, Query query, List<String> expected, String message) {
        List<String> forward = new ArrayList<>();
        List<String> backward = new ArrayList<>();
        Page page = index.query(query);
        assertEquals(null, page.previous(), message);
        forward.addAll(uids(page));
        while (page.next() != null) {
            page = index.query(query.after(page.next()));
            forward.addAll(uids(page));
            assertEquals(expected.size(), page.total(), message);
        }
        backward.addAll(uids(page));
        while (page.previous() != null) {
            page = index.query(query.before(page.previous()));
            backward.addAll(0, uids(page));
            assertEquals(expected.size(), page.total(), message);
        }
        assertEquals(expected, forward, message);
        assertEquals(expected, backward, message);
        assertEquals(expected.size(), page.total(), message);
    }

    private static void checkOffset(SearchIndex index, Query query, List<String> expected, int offset, String message) {
        Query shifted = new Query(query.filter(), query.order(), query.limit(), offset, null, null);
        int from = Math.min(offset, expected.size());
        int to = Math.min(from + query.limit(), expected.size());
        assertEquals(expected.subList(from, to), uids(index.query(shifted)), message + " from " + offset);
    }

    private static List<String> uids(Page page) {
        return page.items().stream().map(RandomQueriesTest::uid).toList();
    }

    private static String uid(Entity entity) {
        return entity.document().text("metadata", "uid").orElseThrow();
    }
}
