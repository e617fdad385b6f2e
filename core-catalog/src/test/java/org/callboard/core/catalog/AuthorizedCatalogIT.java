package org.callboard.core.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.callboard.api.catalog.Filter;
import org.callboard.api.catalog.Order;
import org.callboard.api.catalog.Query;
import org.callboard.api.model.Entity;
import org.callboard.api.model.EntityRef;
import org.callboard.api.model.Json;
import org.callboard.api.problem.PortalException;
import org.callboard.api.problem.Problem;
import org.callboard.api.problem.ProblemKind;
import org.callboard.api.problem.SourcePosition;
import org.callboard.api.security.Caller;
import org.callboard.api.security.Permission;
import org.callboard.core.Repetitions;
import org.callboard.core.db.Database;
import org.callboard.core.entity.JsonCodec;
import org.callboard.core.policy.Identity;
import org.callboard.core.process.EmittedRelation;
import org.callboard.core.process.LocationTarget;
import org.callboard.core.process.ProcessedEntity;
import org.callboard.core.process.SourceResult;
import org.callboard.core.process.SourceResult.Readability;
import org.callboard.core.query.NaiveSearch;
import org.callboard.core.query.RandomEntities;
import org.callboard.core.query.SearchIndex;
import org.callboard.core.session.AccessToken;
import org.callboard.core.session.PluginCaller;
import org.callboard.core.session.PortalCaller;
import org.callboard.core.session.Scope;
import org.callboard.core.session.TestRights;
import org.callboard.core.store.JdbcCatalogStore;
import org.callboard.core.store.SourceVersion;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

/** What a caller reads, by every method that reads, against a catalog that holds nothing but what they may read. */
class AuthorizedCatalogIT {

    private static final int ENTITIES = 60;
    private static final int CALLERS = Repetitions.of(12, 60);
    private static final List<String> OWNERS = List.of("group:default/x", "group:default/y", "group:default/none");
    private static final EntityRef MISSING = EntityRef.parse("component:default/missing");

    private final RandomEntities random = new RandomEntities(21);

    @TempDir
    private Path folder;

    private Database database;
    private JdbcCatalogStore store;
    private SearchIndex index;
    private AuthorizedCatalog catalog;
    private Map<String, Json.Obj> documents;

    @BeforeEach
    void fill() {
        database = new Database(folder.resolve("database"));
        store = new JdbcCatalogStore(database, new JsonCodec());
        List<SourceVersion> files = new ArrayList<>();
        for (int i = 0; i < ENTITIES; i++) {
            files.add(file("e" + i, random.oneOf(OWNERS)));
        }
        files.add(group("x"));
        files.add(group("y"));
        files.add(broken());
        store.apply(files);
        store.stitchPending();
        index = SearchIndex.open(folder.resolve("index"), store.changes());
        catalog = new AuthorizedCatalog(new SeenCatalog(index, store));
        documents = new LinkedHashMap<>();
        JsonCodec codec = new JsonCodec();
        store.changes().scan(change -> documents.put(change.ref(), (Json.Obj) codec.decode(change.document())));
    }

    @AfterEach
    void close() {
        index.close();
        database.close();
    }

    private SourceVersion file(String name, String owner) {
        Json.Obj document = random.entity(name);
        EntityRef ref = ref(document);
        LocationTarget file = new LocationTarget("file", "/" + name, "file:/", null);
        List<EmittedRelation> relations = List.of(new EmittedRelation(ref, "ownedBy", EntityRef.parse(owner)));
        List<Problem> problems = random.oneIn(2)
                ? List.of()
                : List.of(problem(ref.toString(), "/" + name, 1), problem(ref.toString(), "/" + name, 2));
        return version(file, List.of(ProcessedEntity.of(ref, document, relations, place(file, 1))), problems);
    }

    private static SourceVersion group(String name) {
        Json.Obj document = Json.object()
                .put("kind", "Group")
                .put("metadata", Json.object().put("name", name).build())
                .build();
        LocationTarget file = new LocationTarget("file", "/group-" + name, "file:/", null);
        return version(
                file, List.of(ProcessedEntity.of(ref(document), document, List.of(), place(file, 1))), List.of());
    }

    /** A file with a document that was refused, and one that nobody can tell the entity of. */
    private static SourceVersion broken() {
        LocationTarget file = new LocationTarget("file", "/broken", "file:/", null);
        return version(
                file, List.of(), List.of(problem(null, "/broken", 1), problem(MISSING.toString(), "/broken", 2)));
    }

    private static SourceVersion version(LocationTarget file, List<ProcessedEntity> entities, List<Problem> problems) {
        SourceResult result = new SourceResult(file, Readability.COMPLETE, entities, List.of(), problems);
        return new SourceVersion(result, "file:/", "stamp");
    }

    private static SourcePosition place(LocationTarget file, int line) {
        return new SourcePosition(file.target(), line, 1);
    }

    private static Problem problem(@Nullable String ref, String target, int line) {
        return new Problem(
                Problem.Level.WARNING, "odd", ref, new SourcePosition(target, line, 1), "It is odd.", "Even it out.");
    }

    private static EntityRef ref(Json.Obj document) {
        return new EntityRef(
                document.text("kind").orElseThrow(),
                EntityRef.DEFAULT_NAMESPACE,
                document.text("metadata", "name").orElseThrow());
    }

    private static String uid(Json.Obj document) {
        return document.text("metadata", "uid").orElseThrow();
    }

    @Test
    void everyAnswerIsThatOfACatalogWithoutWhatIsHidden() {
        int seen = 0;
        for (int i = 0; i < CALLERS; i++) {
            Filter rights = random.filter(2);
            PortalCaller caller = TestRights.caller(Map.of(Permission.CATALOG_READ, rights));
            List<String> uids = new NaiveSearch(documents.values()).query(rights, List.of());
            Map<String, Json.Obj> open = documents.entrySet().stream()
                    .filter(entry -> uids.contains(uid(entry.getValue())))
                    .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
            String message = "caller " + i + ": " + rights;
            checkEntities(caller, open, message);
            checkSearch(caller, open, message);
            checkProblems(caller, open.keySet(), rights.equals(Filter.NONE), message);
            seen += open.size();
        }
        assertTrue(seen > ENTITIES && seen < CALLERS * documents.size(), "too little to say anything: " + seen);
    }

    private void checkEntities(Caller caller, Map<String, Json.Obj> open, String message) {
        documents.forEach((ref, document) -> {
            Optional<Json.Obj> expected = Optional.ofNullable(open.get(ref));
            assertEquals(expected, catalog.find(caller, EntityRef.parse(ref)).map(Entity::document), message + ref);
            assertEquals(
                    expected,
                    catalog.findByUid(caller, uid(document).toUpperCase(Locale.ROOT))
                            .map(Entity::document),
                    message + ref);
        });
        assertEquals(Optional.empty(), catalog.find(caller, MISSING), message);
        Predicate<String> readable = catalog.readable(caller);
        documents.keySet().forEach(ref -> assertEquals(open.containsKey(ref), readable.test(ref), message + ref));
        assertEquals(false, readable.test(MISSING.toString()), message);
    }

    private void checkSearch(Caller caller, Map<String, Json.Obj> open, String message) {
        NaiveSearch search = new NaiveSearch(open.values());
        for (int i = 0; i < 5; i++) {
            Filter filter = random.filter(2);
            List<Order> order = random.order();
            List<String> expected = search.query(filter, order);
            Query query = Query.of(filter, ENTITIES * 2).orderedBy(order.toArray(Order[]::new));
            assertEquals(
                    expected,
                    catalog.query(caller, query).items().stream()
                            .map(entity -> uid(entity.document()))
                            .toList(),
                    message + filter);
            assertEquals(
                    expected.size(), catalog.query(caller, Query.of(filter, 0)).total(), message + filter);
            String path = random.path();
            assertEquals(
                    List.of(search.facet(filter, path), search.facet(filter, "relations.ownedBy")),
                    catalog.facets(caller, filter, List.of(path, "relations.ownedBy")),
                    message + filter);
        }
    }

    private void checkProblems(Caller caller, Set<String> open, boolean whole, String message) {
        for (int limit : List.of(0, 1, 7, 1_000)) {
            assertEquals(
                    store.problems(1_000).stream()
                            .filter(problem -> whole || open.contains(String.valueOf(problem.entityRef())))
                            .limit(limit)
                            .toList(),
                    catalog.problems(caller, limit),
                    message);
        }
        for (String ref : documents.keySet()) {
            List<Problem> own = catalog.problems(caller, EntityRef.parse(ref)).stream()
                    .filter(problem -> problem.code().equals("odd"))
                    .toList();
            assertEquals(open.contains(ref) ? store.problems(EntityRef.parse(ref)) : List.of(), own, message + ref);
        }
        assertEquals(whole ? 1 : 0, catalog.problems(caller, MISSING).size(), message);
        for (String owner : OWNERS) {
            List<String> owned = open.stream()
                    .filter(ref -> documents.get(ref).array("relations").items().contains(ownedBy(owner)))
                    .toList();
            assertEquals(
                    store.problemsOf(owned), catalog.problemsOwnedBy(caller, EntityRef.parse(owner), 1_000), message);
        }
    }

    private static Json ownedBy(String owner) {
        return Json.object().put("type", "ownedBy").put("targetRef", owner).build();
    }

    @Test
    void anOwnerWhoIsHiddenIsSpokenOfLikeOneWhoIsMissing() {
        Filter components = new Filter.Not(Filter.equal("kind", "group"));
        PortalCaller some = TestRights.caller(Map.of(Permission.CATALOG_READ, components));
        PortalCaller all = TestRights.caller(Map.of(Permission.CATALOG_READ, Filter.NONE));
        Set<String> reasons = missing(some).map(Problem::reason).collect(Collectors.toSet());
        assertEquals(
                Set.of(
                        "The owner 'group:default/x' is not in the catalog, or you may not read it.",
                        "The owner 'group:default/y' is not in the catalog, or you may not read it.",
                        "The owner 'group:default/none' is not in the catalog, or you may not read it."),
                reasons);
        assertEquals(
                Set.of("There is no such owner: 'group:default/none' is not in the catalog, and gives nobody any"
                        + " rights."),
                missing(all).map(Problem::reason).collect(Collectors.toSet()));
    }

    private Stream<Problem> missing(Caller caller) {
        return documents.keySet().stream()
                .flatMap(ref -> catalog.problems(caller, EntityRef.parse(ref)).stream())
                .filter(problem -> problem.code().equals("no-such-owner"));
    }

    @Test
    void aPluginOnItsOwnAccountReadsEverything() {
        assertEquals(
                documents.size(),
                catalog.query(new PluginCaller("cost"), Query.of(Filter.NONE, 0))
                        .total());
        assertEquals(store.problems(100), catalog.problems(new PluginCaller("cost"), 100));
    }

    @Test
    void nobodyReadsWithoutThePermissionOrAsACallerOfTheirOwnMaking() {
        PortalCaller visitor = TestRights.caller(Map.of(Permission.PORTAL_USE, Filter.NONE));
        for (Caller caller : List.of(visitor, new Disguise(PortalCaller.ADMINISTRATOR), new Disguise(visitor))) {
            for (Executable read : reads(caller).toList()) {
                assertEquals(
                        ProblemKind.NOT_ALLOWED,
                        assertThrows(PortalException.class, read).kind());
            }
        }
    }

    @Test
    void aTokenThatMayNotReadSeesNothingOfWhatItsOwnerSees() {
        AccessToken token = new AccessToken(
                "hash",
                "ci",
                "user:default/visitor",
                new Scope(Set.of(Permission.PORTAL_USE), null),
                Instant.EPOCH,
                Instant.MAX,
                null,
                null);
        PortalCaller caller = new PortalCaller(
                new Identity("user:default/visitor", "Visitor"),
                new TestRights(Map.of(Permission.CATALOG_READ, Filter.NONE)),
                token);
        for (Executable read : reads(caller).toList()) {
            assertEquals(
                    ProblemKind.NOT_ALLOWED,
                    assertThrows(PortalException.class, read).kind());
        }
    }

    private Stream<Executable> reads(Caller caller) {
        return Stream.of(
                () -> catalog.find(caller, MISSING),
                () -> catalog.findByUid(caller, "uid"),
                () -> catalog.query(caller, Query.of(Filter.NONE, 10)),
                () -> catalog.facets(caller, Filter.NONE, List.of("kind")),
                () -> catalog.problems(caller, MISSING),
                () -> catalog.problems(caller, 10),
                () -> catalog.problemsOwnedBy(caller, MISSING, 10));
    }

    /** Somebody else's caller, with more than that one may. */
    private record Disguise(Caller caller) implements Caller {

        @Override
        public String getName() {
            return caller.getName();
        }

        @Override
        public String displayName() {
            return caller.displayName();
        }

        @Override
        public boolean may(Permission permission) {
            return true;
        }

        @Override
        public boolean may(Permission permission, Entity entity) {
            return true;
        }
    }
}
