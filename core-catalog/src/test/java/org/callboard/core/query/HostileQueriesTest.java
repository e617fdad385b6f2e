package org.callboard.core.query;

import static org.callboard.core.query.MemoryFeed.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.callboard.api.catalog.Filter;
import org.callboard.api.catalog.Order;
import org.callboard.api.catalog.Query;
import org.callboard.api.model.Entity;
import org.callboard.api.model.EntityRef;
import org.callboard.api.model.Json;
import org.callboard.api.problem.PortalException;
import org.callboard.api.problem.ProblemKind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Texts that mean something to databases, search engines and shells mean nothing to the index. */
class HostileQueriesTest {

    private static final List<String> TEXTS = List.of(
            "' OR 1=1--",
            "';DROP TABLE entity",
            "\0",
            "kind\0component",
            "%00",
            "\\",
            "$1",
            "%",
            "%a%",
            "*",
            "?",
            "a~2",
            "+kind:component",
            "[a TO z]",
            "/.*/",
            "^(a+)+$",
            "$..name",
            "metadata'->>'name",
            "\uD800",
            "\u202E",
            "x".repeat(100_000));

    private final MemoryFeed feed = new MemoryFeed(1);
    private final SearchIndex index;

    HostileQueriesTest(@TempDir Path folder) {
        feed.put(
                json("{'kind': 'Component', 'metadata': {'name': 'a', 'title': 'a'}, 'spec': {'type': 'b'}}"), "uid-a");
        feed.put(json("{'kind': 'Component', 'metadata': {'name': 'b'}, 'spec': {'type': 'secret'}}"), "uid-b");
        index = SearchIndex.open(folder, feed);
    }

    @AfterEach
    void close() {
        index.close();
    }

    private static List<Filter> filters(String text) {
        return List.of(
                Filter.equal(text, "a"),
                Filter.equal("metadata.name", text),
                new Filter.Equal("metadata.name", List.of(text, text)),
                new Filter.Exists(text),
                new Filter.Prefix(text, "a"),
                new Filter.Prefix("metadata.name", text),
                new Filter.Contains(List.of(text), "a"),
                new Filter.Contains(List.of("metadata.name", "metadata.title"), text));
    }

    @Test
    void everyTextIsOneInEveryPlaceOfAQuestion() {
        Sight sight = Sight.of(new Filter.Not(Filter.equal("spec.type", "secret")));
        NaiveSearch naive = new NaiveSearch(feed.documents().values());
        NaiveSearch seen = new NaiveSearch(List.of(document("component:default/a")));
        for (String text : TEXTS) {
            List<Order> order = List.of(Order.by(text), new Order("metadata.name", Order.Direction.DESCENDING));
            for (Filter filter : filters(text)) {
                for (Filter asked : List.of(filter, new Filter.Not(filter))) {
                    Query query = Query.of(asked, 10).orderedBy(order.toArray(Order[]::new));
                    assertEquals(
                            naive.query(asked, order), uids(index.query(query).items()), () -> "" + asked);
                    assertEquals(
                            seen.query(asked, order),
                            uids(index.query(query, sight).items()),
                            () -> "" + asked);
                    assertEquals(
                            List.of(seen.facet(asked, text)),
                            index.facets(asked, List.of(text), sight),
                            () -> "" + asked);
                }
            }
            assertEquals(Optional.empty(), index.findByUid(text, sight));
            assertEquals(Optional.empty(), index.find(new EntityRef("component", "default", text), sight));
        }
    }

    private Json.Obj document(String ref) {
        return Optional.ofNullable(feed.documents().get(ref)).orElseThrow();
    }

    private static List<String> uids(List<? extends Entity> entities) {
        return entities.stream()
                .map(entity -> entity.document().text("metadata", "uid").orElseThrow())
                .toList();
    }

    @Test
    void whatCostsTooMuchIsRefusedToThoseWhoSeeLittleAsWell() {
        List<Order> orders = new ArrayList<>(Collections.nCopies(11, Order.by("kind")));
        Filter deep = Filter.NONE;
        for (int i = 0; i < 10_000; i++) {
            deep = new Filter.Not(deep);
        }
        for (Query query : List.of(
                Query.of(Filter.NONE, 1).orderedBy(orders.toArray(Order[]::new)),
                Query.of(deep, 1),
                Query.of(new Filter.Any(Collections.nCopies(10_000, Filter.equal("kind", "x"))), 1),
                Query.of(Filter.NONE, 1_000_000_000),
                Query.of(Filter.NONE, Integer.MIN_VALUE),
                new Query(Filter.NONE, List.of(), 1, Integer.MIN_VALUE, null, null))) {
            PortalException refused = assertThrows(PortalException.class, () -> index.query(query, Sight.NOTHING));
            assertEquals(ProblemKind.BAD_INPUT, refused.kind());
        }
        Query far = new Query(Filter.NONE, List.of(), 1, Integer.MAX_VALUE, null, null);
        assertEquals(List.of(), index.query(far).items());
    }

    /** The rights of somebody in very many groups are no filter that they asked for. */
    @Test
    void rightsOfAnySizeLeaveRoomForAQuestion() {
        List<Filter> many = new ArrayList<>(Collections.nCopies(5_000, Filter.equal("spec.type", "nothing")));
        many.add(Filter.equal("spec.type", "b"));
        Sight sight = Sight.of(new Filter.Any(many));
        assertEquals(
                List.of("uid-a"),
                uids(index.query(Query.of(Filter.equal("kind", "component"), 10), sight)
                        .items()));
    }
}
