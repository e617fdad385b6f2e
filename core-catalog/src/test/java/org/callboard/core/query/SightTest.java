package org.callboard.core.query;

import static org.callboard.core.query.MemoryFeed.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.callboard.api.catalog.CatalogEvent;
import org.callboard.api.catalog.CatalogEvent.Change;
import org.callboard.api.catalog.Filter;
import org.callboard.api.catalog.Order;
import org.callboard.api.catalog.Page;
import org.callboard.api.catalog.Query;
import org.callboard.api.model.Entity;
import org.callboard.api.model.EntityRef;
import org.callboard.api.model.Json;
import org.callboard.core.Repetitions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What somebody sees of the index, against a search that looks into every document that they see. */
class SightTest {

    private static final int ENTITIES = 120;
    private static final int QUERIES = Repetitions.of(60, 300);
    private static final Sight OWN = Sight.of(Filter.equal("spec.owner", "us"));

    private final MemoryFeed feed = new MemoryFeed(1);

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13})
    void answersAsIfThereWereNothingButWhatIsSeen(long seed) {
        RandomEntities random = new RandomEntities(seed);
        int seen = 0;
        int hidden = 0;
        try (SearchIndex index = SearchIndex.open(folder, feed)) {
            for (int i = 0; i < QUERIES; i++) {
                if (i % 10 == 0) {
                    change(random, i == 0 ? ENTITIES : 5);
                    index.catchUp();
                }
                Sight sight = Sight.of(random.filter(2));
                List<Json.Obj> open = documents(sight);
                seen += open.size();
                hidden += feed.documents().size() - open.size();
                String message = "seed " + seed + ", query " + i + ", seen: " + sight.condition();
                checkLookups(index, sight, open, message);
                checkQuery(index, sight, random, message);
            }
        }
        assertTrue(seen > QUERIES && hidden > QUERIES, "too little to say anything: " + seen + ", " + hidden);
    }

    private void change(RandomEntities random, int count) {
        for (int i = 0; i < count; i++) {
            String name = "e" + random.below(2 * ENTITIES);
            Json.Obj entity = random.entity(name);
            String kind = SearchRows.fold(entity.text("kind").orElseThrow());
            feed.put(entity, "uid-" + kind + "-" + name, random.relations());
        }
    }

    private List<Json.Obj> documents(Sight sight) {
        List<String> uids = new NaiveSearch(feed.documents().values()).query(sight.condition(), List.of());
        return feed.documents().values().stream()
                .filter(document -> uids.contains(uid(document)))
                .toList();
    }

    private void checkLookups(SearchIndex index, Sight sight, List<Json.Obj> open, String message) {
        feed.documents().forEach((ref, document) -> {
            Optional<EntityRef> expected =
                    open.contains(document) ? Optional.of(EntityRef.parse(ref)) : Optional.empty();
            assertEquals(expected, index.find(EntityRef.parse(ref), sight).map(Entity::ref), message);
            assertEquals(expected, index.findByUid(uid(document), sight).map(Entity::ref), message);
            assertEquals(expected.isPresent(), index.shows(ref, sight), message);
        });
    }

    private void checkQuery(SearchIndex index, Sight sight, RandomEntities random, String message) {
        Filter filter = random.filter(2);
        List<Order> order = random.order();
        NaiveSearch open = new NaiveSearch(documents(sight));
        List<String> expected = open.query(filter, order);
        Query query = Query.of(filter, 1 + random.below(30)).orderedBy(order.toArray(Order[]::new));
        String which = message + ", asked: " + filter + " by " + order;
        List<String> found = new ArrayList<>();
        Page page = index.query(query, sight);
        found.addAll(uids(page));
        while (page.next() != null) {
            assertEquals(expected.size(), page.total(), which);
            page = index.query(query.after(page.next()), sight);
            found.addAll(uids(page));
        }
        assertEquals(expected, found, which);
        assertEquals(expected.size(), page.total(), which);
        assertEquals(page.previous() == null, found.size() <= query.limit(), which);
        checkForeignPosition(index, sight, query, open, which);
        String path = random.path();
        assertEquals(List.of(open.facet(filter, path)), index.facets(filter, List.of(path), sight), which);
    }

    /** A position of somebody who sees everything leads somebody else to what stands behind it of what they see. */
    private void checkForeignPosition(SearchIndex index, Sight sight, Query query, NaiveSearch open, String which) {
        Page foreign = index.query(query);
        if (foreign.next() == null) {
            return;
        }
        List<String> all = new NaiveSearch(feed.documents().values()).query(query.filter(), query.order());
        List<String> behind = new ArrayList<>(all.subList(query.limit(), all.size()));
        List<String> before = new ArrayList<>(all.subList(0, query.limit() - 1));
        List<String> seen = open.query(query.filter(), query.order());
        behind.retainAll(seen);
        before.retainAll(seen);
        Page next = index.query(query.after(foreign.next()), sight);
        assertEquals(behind.subList(0, Math.min(query.limit(), behind.size())), uids(next), which);
        assertEquals(seen.size(), next.total(), which);
        assertEquals(before, uids(index.query(query.before(foreign.next()), sight)), which);
    }

    private static List<String> uids(Page page) {
        return page.items().stream().map(entity -> uid(entity.document())).toList();
    }

    private static String uid(Json.Obj document) {
        return document.text("metadata", "uid").orElseThrow();
    }

    private void put(String name, String owner) {
        feed.put(
                json("{'kind': 'Component', 'metadata': {'name': '" + name + "'}, 'spec': {'owner': '" + owner + "'}}"),
                "uid-" + name);
    }

    private static CatalogEvent event(long number, Change change, String name) {
        return new CatalogEvent(number, change, EntityRef.parse("component:default/" + name));
    }

    @Test
    void aChangeIsHeardOfByThoseWhoSawTheEntityBeforeOrSeeItAfter() {
        put("stays", "us");
        put("goes", "us");
        put("leaves", "us");
        put("joins", "them");
        put("other", "them");
        put("gone", "them");
        try (SearchIndex index = SearchIndex.open(folder, feed)) {
            put("stays", "us");
            feed.remove("component:default/goes");
            put("leaves", "them");
            put("joins", "us");
            put("other", "them");
            feed.remove("component:default/gone");
            put("new", "us");
            List<CatalogEvent> events = List.of(
                    event(7, Change.UPDATED, "stays"),
                    event(8, Change.REMOVED, "goes"),
                    event(9, Change.UPDATED, "leaves"),
                    event(10, Change.UPDATED, "joins"),
                    event(11, Change.UPDATED, "other"),
                    event(12, Change.REMOVED, "gone"),
                    event(13, Change.UPDATED, "new"),
                    event(14, Change.REMOVED, "never"));
            try (Advance step = index.advance()) {
                assertEquals(6, step.from());
                EntityChanges changes = step.changes(events);
                assertEquals(events, changes.all());
                assertSame(changes.all(), changes.heardBy(Sight.ALL));
                assertEquals(
                        List.of("stays", "goes", "leaves", "joins", "new"),
                        changes.heardBy(OWN).stream()
                                .map(event -> event.ref().name())
                                .toList());
                assertEquals(List.of(), changes.heardBy(Sight.NOTHING));
            }
            assertEquals(13, index.generation());
        }
    }

    @Test
    void whatSomebodySeesNeverDependsOnWhoAskedBefore() {
        for (int i = 0; i < 20; i++) {
            put("c" + i, i % 2 == 0 ? "us" : "them");
        }
        Query query = Query.of(Filter.equal("kind", "component"), 5).orderedBy(Order.by("metadata.name"));
        try (SearchIndex index = SearchIndex.open(folder, feed)) {
            for (int round = 0; round < 2; round++) {
                assertEquals(20, index.query(query).total());
                assertEquals(10, index.query(query, OWN).total());
                assertEquals(0, index.query(query, Sight.NOTHING).total());
                assertEquals(
                        List.of("uid-c0", "uid-c10", "uid-c12", "uid-c14", "uid-c16"), uids(index.query(query, OWN)));
            }
        }
    }

    @Test
    void aConditionThatSaysNothingHidesNothing() {
        assertSame(Sight.ALL, Sight.of(new Filter.All(List.of())));
        assertTrue(Sight.ALL.isWhole());
        assertEquals(Sight.NOTHING, Sight.of(new Filter.Any(List.of())));
    }
}
