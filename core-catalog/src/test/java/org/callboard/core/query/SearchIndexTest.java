package org.callboard.core.query;

import static org.callboard.core.query.MemoryFeed.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.callboard.api.catalog.Facet;
import org.callboard.api.catalog.Filter;
import org.callboard.api.catalog.Order;
import org.callboard.api.catalog.Page;
import org.callboard.api.catalog.Query;
import org.callboard.api.model.EntityRef;
import org.callboard.api.model.Json;
import org.callboard.api.problem.PortalException;
import org.callboard.api.problem.ProblemKind;
import org.callboard.core.stitch.Arrow;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SearchIndexTest {

    private static final Filter NOTHING = new Filter.Any(List.of());

    private final MemoryFeed feed = new MemoryFeed(1);

    private final SearchIndex index;

    SearchIndexTest(@TempDir Path folder) {
        index = SearchIndex.open(folder, feed);
    }

    @AfterEach
    void close() {
        index.close();
    }

    /** Adds an entity with these fields besides its name. */
    private void add(String name, String fields) {
        feed.put(json("{'kind': 'Component', 'metadata': {'name': '" + name + "'}, " + fields + "}"), "uid-" + name);
        index.catchUp();
    }

    private Set<String> names(Filter filter) {
        return index.query(Query.of(filter, 100)).items().stream()
                .map(entity -> entity.ref().name())
                .collect(Collectors.toSet());
    }

    private boolean finds(String path, String value) {
        return !names(Filter.equal(path, value)).isEmpty();
    }

    private boolean has(String path) {
        return !names(new Filter.Exists(path)).isEmpty();
    }

    @Test
    void comparesPathsAndValuesWithoutRegardToCase() {
        add("a", "'spec': {'deployTo': 'Über-Cloud'}");
        assertTrue(finds("SPEC.deployto", "über-CLOUD"));
        assertTrue(finds("Kind", "component"));
        assertFalse(finds("spec.deployTo", "über"));
    }

    @Test
    void comparesNumbersAndTruthAsTexts() {
        add("a", "'spec': {'size': 1.50, 'big': 2e1, 'zero': 0.00, 'open': true}");
        assertTrue(finds("spec.size", "1.5"));
        assertTrue(finds("spec.big", "20"));
        assertTrue(finds("spec.zero", "0"));
        assertTrue(finds("spec.open", "TRUE"));
    }

    @Test
    void aNullIsThereAndHasNoValue() {
        add("a", "'spec': {'gap': null}");
        assertTrue(has("spec.gap"));
        assertFalse(finds("spec.gap", "null"));
        assertFalse(finds("spec.gap", ""));
    }

    @Test
    void anObjectOrListIsNoPathItself() {
        add("a", "'spec': {'parts': [{'size': 1}], 'none': [], 'nothing': {}}");
        assertTrue(has("spec.parts.size"));
        assertFalse(has("spec.parts"));
        assertFalse(has("spec.none"));
        assertFalse(has("spec.nothing"));
        assertFalse(has("spec"));
    }

    @Test
    void aListMatchesByEachItemAndByPathsThatEndInItsTexts() {
        add("a", "'spec': {'ports': [80, 'Admin'], 'parts': [{'name': 'X'}, {'name': 'Y'}]}");
        assertTrue(finds("spec.ports", "80"));
        assertTrue(finds("spec.ports", "admin"));
        assertTrue(finds("spec.ports.admin", "true"));
        assertFalse(has("spec.ports.80"));
        assertTrue(finds("spec.parts.name", "x"));
        assertTrue(finds("spec.parts.name", "y"));
        assertFalse(has("spec.parts.x"));
    }

    @Test
    void keysMayHoldDots() {
        add("a", "'spec': {'example.com/owner': {'x.y': 'z'}}");
        assertTrue(finds("spec.example.com/owner.x.y", "z"));
    }

    @Test
    void relationsMatchByTypeAndTarget() {
        feed.put(
                json("{'kind': 'Component', 'metadata': {'name': 'a'}}"),
                "u",
                new Arrow("ownedBy", "group:default/x"),
                new Arrow("ownedBy", "user:default/y"));
        index.catchUp();
        assertTrue(finds("relations.OWNEDBY", "group:default/X"));
        assertTrue(finds("relations.ownedBy", "user:default/y"));
        assertFalse(has("relations.type"));
        assertFalse(has("relations.targetRef"));
    }

    @Test
    void aLongValueIsThereAndHasNoValue() {
        String longest = "L".repeat(200);
        add("a", "'spec': {'fits': '" + longest + "', 'long': '" + longest + "x'}");
        assertTrue(finds("spec.fits", longest));
        assertTrue(has("spec.long"));
        assertFalse(finds("spec.long", longest + "x"));
        assertTrue(names(new Filter.Prefix("spec.long", "")).isEmpty());
    }

    @Test
    void aLongPathIsNotThere() {
        String longest = "k".repeat(200 - "spec.".length());
        add("a", "'spec': {'" + longest + "': 'v', '" + longest + "x': 'v'}");
        assertTrue(finds("spec." + longest, "v"));
        assertFalse(has("spec." + longest + "x"));
    }

    @Test
    void someSubtreesAreHidden() {
        add("a", "'status': {'items': ['x']}, 'attachments': {'y': 'z'}, 'spec': {'status': 'up'}");
        assertFalse(has("status.items"));
        assertFalse(has("attachments.y"));
        assertFalse(has("metadata.etag"));
        assertTrue(has("metadata.uid"));
        assertTrue(finds("spec.status", "up"));
    }

    @Test
    void theNamespaceIsDefaultWhereNoneIsWritten() {
        add("a", "'spec': {}");
        assertTrue(finds("metadata.namespace", "DEFAULT"));
        assertTrue(finds("metadata.name", "a"));
    }

    @Test
    void aPathWithTheIndexSeparatorIsNotThere() {
        add("a", "'spec': {}");
        assertFalse(has("kind\0component"));
        assertFalse(finds("kind", "component\0"));
        assertEquals(Set.of(), names(new Filter.Contains(List.of("kind"), "component\0")));
    }

    @Test
    void eachConditionLetsThroughWhatItSays() {
        add("a", "'spec': {'type': 'Service', 'size': 1}");
        add("b", "'spec': {'type': 'Server'}");
        add("c", "'spec': {'type': 'website', 'home': 'a b'}");
        Filter service = Filter.equal("spec.type", "service");
        Filter sized = new Filter.Exists("spec.size");
        assertEquals(Set.of("a", "b", "c"), names(Filter.NONE));
        assertEquals(Set.of(), names(NOTHING));
        assertEquals(Set.of("a"), names(service));
        assertEquals(Set.of("a", "c"), names(new Filter.Equal("spec.type", List.of("SERVICE", "Website", "no"))));
        assertEquals(Set.of(), names(new Filter.Equal("spec.type", List.of())));
        assertEquals(Set.of("b", "c"), names(new Filter.Not(sized)));
        assertEquals(Set.of("a", "b"), names(new Filter.Prefix("spec.type", "SERV")));
        assertEquals(Set.of("c"), names(new Filter.Prefix("spec.type", "website")));
        assertEquals(Set.of("c"), names(new Filter.Contains(List.of("spec.type", "spec.home"), " A B ")));
        assertEquals(Set.of("a", "b"), names(new Filter.Contains(List.of("spec.type"), "erv")));
        assertEquals(Set.of(), names(new Filter.Contains(List.of(), "erv")));
        assertEquals(Set.of("a"), names(new Filter.All(List.of(service, sized))));
        assertEquals(Set.of("a", "c"), names(new Filter.Any(List.of(sized, Filter.equal("spec.home", "A b")))));
    }

    @Test
    void findsByReferenceAndByUid() {
        add("Ledger", "'spec': {}");
        EntityRef ref = EntityRef.parse("component:default/ledger");
        assertEquals("Ledger", index.find(ref).orElseThrow().title());
        assertEquals(ref, index.findByUid("UID-ledger", Sight.ALL).orElseThrow().ref());
        assertEquals(Optional.empty(), index.find(EntityRef.parse("component:default/other")));
        assertEquals(Optional.empty(), index.findByUid("other", Sight.ALL));
    }

    @Test
    void seesUpdatesAndRemovalsOnceItHasCaughtUp() {
        add("a", "'spec': {'type': 'old'}");
        feed.put(json("{'kind': 'Component', 'metadata': {'name': 'a'}, 'spec': {'type': 'new'}}"), "uid-a");
        assertTrue(finds("spec.type", "old"));
        index.catchUp();
        assertFalse(finds("spec.type", "old"));
        assertTrue(finds("spec.type", "new"));
        assertEquals(
                List.of(new Facet.Value("new", 1)),
                index.facets(Filter.NONE, List.of("spec.type"), Sight.ALL)
                        .get(0)
                        .values());
        feed.remove("component:default/a");
        index.catchUp();
        assertEquals(0, index.query(Query.of(Filter.NONE, 0)).total());
        assertEquals(Optional.empty(), index.find(EntityRef.parse("component:default/a")));
        assertEquals(Optional.empty(), index.findByUid("uid-a", Sight.ALL));
        assertEquals(
                List.of(),
                index.facets(Filter.NONE, List.of("spec.type"), Sight.ALL)
                        .get(0)
                        .values());
        assertEquals(feed.latest(), index.generation());
    }

    @Test
    void facetsKeepTheCaseAndTheOrderAsked() {
        add("a", "'spec': {'type': 'Service', 'tags': ['x', 'y', 'x']}");
        add("b", "'spec': {'type': 'service', 'tags': ['x']}");
        List<Facet> facets = index.facets(Filter.NONE, List.of("Spec.Tags", "spec.type", "spec.none"), Sight.ALL);
        assertEquals(
                List.of(
                        new Facet("Spec.Tags", List.of(new Facet.Value("x", 2), new Facet.Value("y", 1))),
                        new Facet("spec.type", List.of(new Facet.Value("Service", 1), new Facet.Value("service", 1))),
                        new Facet("spec.none", List.of())),
                facets);
    }

    @Test
    void aPositionStaysGoodWhenItsEntityIsGone() {
        for (String name : List.of("a", "b", "c", "d")) {
            add(name, "'spec': {}");
        }
        Query query = Query.of(Filter.NONE, 2).orderedBy(Order.by("metadata.name"));
        String position = firstPosition(query);
        feed.remove("component:default/b");
        index.catchUp();
        assertEquals(List.of("c", "d"), ordered(query.after(position)));
        assertEquals(List.of("a"), ordered(query.before(position)));
        add("bb", "'spec': {}");
        assertEquals(List.of("bb", "c"), ordered(query.after(position)));
    }

    private List<String> ordered(Query query) {
        return index.query(query).items().stream()
                .map(entity -> entity.ref().name())
                .toList();
    }

    private String firstPosition(Query query) {
        return Objects.requireNonNull(index.query(query).next());
    }

    @Test
    void aLimitOfNoneAsksForTheTotalAlone() {
        add("a", "'spec': {}");
        Page page = index.query(Query.of(Filter.NONE, 0));
        assertEquals(1, page.total());
        assertEquals(List.of(), page.items());
        assertNull(page.next());
        assertNull(page.previous());
    }

    @Test
    void refusesPositionsThatAreNone() {
        for (String name : List.of("a", "b", "c")) {
            add(name, "'spec': {}");
        }
        Query query = Query.of(Filter.NONE, 1).orderedBy(Order.by("metadata.name"));
        String good = firstPosition(query);
        List<String> broken = List.of(
                "",
                "x",
                "!!!",
                "\0",
                good.substring(1),
                good.substring(0, good.length() - 4),
                good + "AAAA",
                "A".repeat(30_000),
                Base64.getUrlEncoder().encodeToString("{\"x\":1}".getBytes(StandardCharsets.UTF_8)));
        for (String token : broken) {
            assertBadInput(query.after(token));
            assertBadInput(query.before(token));
        }
        assertBadInput(Query.of(Filter.NONE, 1).after(good));
        assertBadInput(
                query.orderedBy(Order.by("kind"), Order.by("metadata.name")).after(good));
        assertEquals(List.of("b"), ordered(query.after(good)));
    }

    @Test
    void refusesWhatCannotBeAnswered() {
        assertBadInput(Query.of(Filter.NONE, Query.MAX_LIMIT + 1));
        assertBadInput(Query.of(Filter.NONE, -1));
        assertBadInput(new Query(Filter.NONE, List.of(), 1, -1, null, null));
        assertBadInput(new Query(Filter.NONE, List.of(), 1, 0, "x", "y"));
        assertEquals(0, index.query(Query.of(Filter.NONE, Query.MAX_LIMIT)).total());
    }

    @Test
    void refusesFiltersThatCostTooMuch() {
        Filter deep = Filter.NONE;
        for (int i = 0; i < 5_000; i++) {
            deep = i % 2 == 0 ? new Filter.Not(deep) : new Filter.All(List.of(deep));
        }
        List<Filter> many = Collections.nCopies(1_001, new Filter.Exists("kind"));
        List<String> values =
                IntStream.range(0, 1_001).mapToObj(String::valueOf).toList();
        for (Filter filter : List.of(
                deep,
                new Filter.Any(many),
                new Filter.All(List.of(new Filter.All(many.subList(0, 600)), new Filter.Any(many.subList(0, 600)))),
                new Filter.Equal("kind", values),
                new Filter.Contains(values, "x"))) {
            assertBadInput(Query.of(filter, 1));
            assertEquals(
                    ProblemKind.BAD_INPUT,
                    assertThrows(PortalException.class, () -> index.facets(filter, List.of("kind"), Sight.ALL))
                            .kind());
        }
        assertEquals(
                0,
                index.query(Query.of(new Filter.Any(many.subList(0, 900)), 1)).total());
    }

    private void assertBadInput(Query query) {
        PortalException refused = assertThrows(PortalException.class, () -> index.query(query), query::toString);
        assertEquals(ProblemKind.BAD_INPUT, refused.kind());
    }

    @Test
    void anEntityIsWrittenAsItIsServed() throws java.io.IOException {
        add("a", "'spec': {'x': 1.50, 'text': 'ü'}");
        java.io.ByteArrayOutputStream out = new java.io.ByteArrayOutputStream();
        index.find(EntityRef.parse("component:default/a")).orElseThrow().writeTo(out);
        Json.Obj served = feed.documents().get("component:default/a");
        assertEquals(served, json(out.toString(StandardCharsets.UTF_8)));
    }
}
