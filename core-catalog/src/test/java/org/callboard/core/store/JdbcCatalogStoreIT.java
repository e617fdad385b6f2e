package org.callboard.core.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.callboard.api.catalog.CatalogEvent;
import org.callboard.api.model.EntityRef;
import org.callboard.api.model.Json;
import org.callboard.api.problem.PortalException;
import org.callboard.api.problem.Problem;
import org.callboard.api.problem.SourcePosition;
import org.callboard.core.db.Database;
import org.callboard.core.db.TestDatabase;
import org.callboard.core.entity.JsonCodec;
import org.callboard.core.process.EmittedRelation;
import org.callboard.core.process.LocationTarget;
import org.callboard.core.process.ProcessedEntity;
import org.callboard.core.process.SourceResult;
import org.callboard.core.process.SourceResult.Readability;
import org.callboard.core.store.ChangeFeed.Changes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource
class JdbcCatalogStoreIT {

    private static final JsonCodec CODEC = new JsonCodec();

    private final TestDatabase server;
    private final Path folder;
    private Database database;
    private JdbcCatalogStore store;
    private ChangeFeed feed;

    JdbcCatalogStoreIT(TestDatabase server, @TempDir Path folder) {
        this.server = server;
        this.folder = folder;
        this.database = server.open(folder);
        this.store = new JdbcCatalogStore(database, CODEC);
        this.feed = store.changes();
    }

    @AfterEach
    void close() {
        database.close();
    }

    /** Leaves all work where it is and starts anew, as after a crash between two transactions. */
    private void restart() {
        database.close();
        database = server.open(folder);
        store = new JdbcCatalogStore(database, CODEC);
        feed = store.changes();
    }

    private static EntityRef ref(String name) {
        return new EntityRef("component", "default", name);
    }

    /** An entity in a certain version that depends on others. */
    private static ProcessedEntity entity(String name, int version, String... needs) {
        Json.Obj document = Json.object()
                .put("kind", "Component")
                .put("metadata", Json.object().put("name", name).build())
                .put("spec", Json.object().put("version", version).build())
                .build();
        List<EmittedRelation> relations = Arrays.stream(needs)
                .flatMap(need -> List.of(
                        new EmittedRelation(ref(name), "dependsOn", ref(need)),
                        new EmittedRelation(ref(need), "dependencyOf", ref(name)))
                        .stream())
                .toList();
        return ProcessedEntity.of(ref(name), document, relations, new SourcePosition("/f.yaml", 1, 1));
    }

    private static SourceVersion file(String name, ProcessedEntity... entities) {
        return file(name, List.of(), entities);
    }

    private static SourceVersion file(String name, List<Problem> problems, ProcessedEntity... entities) {
        LocationTarget source = new LocationTarget("file", "/" + name, "file:/", null);
        SourceResult result = new SourceResult(source, Readability.COMPLETE, List.of(entities), List.of(), problems);
        return new SourceVersion(result, "file:/", "stamp");
    }

    private void publish(SourceVersion... versions) {
        store.apply(List.of(versions));
        store.sweep(origin -> false);
        store.stitchPending();
    }

    /** {@return what each served entity looks like: its version and its relations} */
    private Map<String, String> served() {
        Map<String, String> served = new TreeMap<>();
        feed.scan(change -> take(served, change));
        return served;
    }

    private static void take(Map<String, String> replica, Change change) {
        byte[] document = change.document();
        if (document == null) {
            replica.remove(change.ref());
        } else {
            Json.Obj entity = (Json.Obj) CODEC.decode(document);
            replica.put(
                    change.ref(),
                    entity.object("spec").get("version") + " "
                            + entity.array("relations").items());
        }
    }

    private static Problem problem(String reason) {
        return new Problem(Problem.Level.ERROR, "code", null, new SourcePosition("/f.yaml", 1, 1), reason, "Mend it.");
    }

    @Test
    void whatWasAppliedAndNotStitchedIsStitchedAfterARestart() {
        publish(file("f", entity("a", 1)), file("g", entity("b", 1)));
        long latest = feed.latest();
        store.apply(List.of(file("f", entity("a", 2, "b"))));
        restart();
        assertEquals(latest, feed.latest());
        assertEquals(2, store.stitchPending());
        restart();
        assertTrue(served().get("component:default/b").contains("dependencyOf"), served().toString());
        assertEquals(0, store.stitchPending());
    }

    @Test
    void whatWasGivenUpAndNotSweptIsSweptAfterARestart() {
        publish(file("f", entity("a", 1, "b")), file("g", entity("b", 1)));
        store.keepOnly(Set.of("file:/g"));
        restart();
        assertEquals(2, served().size());
        assertEquals(1, store.sweep(origin -> false));
        restart();
        assertEquals(1, store.stitchPending());
        assertEquals(Set.of("component:default/b"), served().keySet());
        assertTrue(!served().toString().contains("dependencyOf"), served().toString());
    }

    @Test
    void aFailureInTheMiddleLeavesNothingBehind() {
        publish(file("f", entity("a", 1)));
        Map<String, String> before = served();
        long latest = feed.latest();
        assertThrows(
                PortalException.class,
                () -> store.apply(List.of(
                        file("f", List.of(problem("lost")), entity("a", 2), entity("b", 1)),
                        file("g", entity("n".repeat(500), 1)))));
        assertEquals(Set.of("file:/f"), store.sources().keySet());
        assertEquals(List.of(), store.problems(10));
        assertEquals(0, store.stitchPending());
        assertEquals(before, served());
        assertEquals(latest, feed.latest());
        publish(file("f", entity("a", 2)));
        assertNotEquals(before, served());
    }

    @Test
    void whatComesToTheSameTakesNoNumber() {
        publish(file("f", List.of(problem("first")), entity("a", 1, "b")));
        long latest = feed.latest();
        publish(file("f", List.of(problem("first")), entity("a", 1, "b")));
        assertEquals(latest, feed.latest());
        publish(file("f", List.of(problem("second")), entity("a", 1, "b")));
        assertEquals(latest + 1, feed.latest());
        assertEquals(List.of(), feed.eventsAfter(latest, 10));
        assertEquals(latest + 1, feed.changesAfter(latest, 10).upTo());
    }

    @Test
    void aRemovalIsToldOnceAndOnlyOfWhatWasServed() {
        publish(file("f", entity("a", 1)));
        long before = feed.latest();
        store.apply(List.of(file("g", entity("never", 1))));
        store.keepOnly(Set.of());
        assertEquals(2, store.sweep(origin -> false));
        assertEquals(0, store.stitchPending());
        assertEquals(0, store.sweep(origin -> false));
        assertEquals(
                List.of(new CatalogEvent(before + 1, CatalogEvent.Change.REMOVED, ref("a"))),
                feed.eventsAfter(before, 10));
        Changes changes = feed.changesAfter(before, 10);
        assertEquals(1, changes.changes().size());
        assertNull(changes.changes().get(0).document());
    }

    @Test
    void anEntityThatChangedTwiceIsToldOnceAsItIsNow() {
        publish(file("f", entity("a", 1)), file("g", entity("b", 1)));
        publish(file("f", entity("a", 2)));
        Changes changes = feed.changesAfter(0, 10);
        Map<String, String> replica = new TreeMap<>();
        changes.changes().forEach(change -> take(replica, change));
        assertEquals(2, changes.changes().size());
        assertEquals(served(), replica);
        assertEquals(3, changes.upTo());
    }

    @Test
    void aReaderSeesEveryNumberInItsTurnWhileTwoWrite() {
        ProcessedEntity[] many =
                IntStream.range(0, 40).mapToObj(i -> entity("e" + i, 0)).toArray(ProcessedEntity[]::new);
        publish(file("f", many));
        CompletableFuture<Void> pass = CompletableFuture.runAsync(() -> {
            for (int version = 1; version <= 40; version++) {
                publish(file("f", entity("a", version, "b"), entity("b", version), entity("e" + version, version)));
            }
        });
        CompletableFuture<Void> other = CompletableFuture.runAsync(() -> {
            for (int i = 0; i < 100; i++) {
                database.inTransaction(connection -> {
                    OutboxRows.add(connection, CatalogEvent.Change.UPDATED, List.of(ref("a").toString()));
                    OutboxRows.add(connection, CatalogEvent.Change.UPDATED, List.of(ref("b").toString()));
                    return 2;
                });
            }
        });
        List<Long> numbers = new ArrayList<>();
        Map<String, String> replica = new TreeMap<>();
        long number = 0;
        boolean more = true;
        while (more) {
            more = !pass.isDone() || !other.isDone();
            feed.eventsAfter(numbers.size(), 1_000).forEach(event -> numbers.add(event.number()));
            Changes changes = feed.changesAfter(number, 7);
            while (changes.upTo() > number) {
                changes.changes().forEach(change -> take(replica, change));
                number = changes.upTo();
                changes = feed.changesAfter(number, 7);
            }
        }
        pass.join();
        other.join();
        assertEquals(LongStream.rangeClosed(1, feed.latest()).boxed().toList(), numbers);
        assertEquals(feed.latest(), number);
        assertEquals(served(), replica);
    }

    @Test
    void pruningKeepsTheLastChangesAndSaysWhichAreGone() {
        for (int version = 1; version <= 10; version++) {
            publish(file("f", entity("a", version)));
        }
        feed.prune(100);
        assertEquals(0, feed.pruned());
        assertEquals(10, feed.eventsAfter(0, 100).size());
        feed.prune(3);
        assertEquals(7, feed.pruned());
        assertEquals(10, feed.latest());
        assertEquals(
                List.of(8L, 9L, 10L),
                feed.eventsAfter(0, 100).stream().map(CatalogEvent::number).toList());
        assertEquals(1, feed.changesAfter(7, 100).changes().size());
        feed.prune(5);
        assertEquals(7, feed.pruned());
        restart();
        publish(file("f", entity("a", 11)));
        assertEquals(11, feed.latest());
        assertEquals(7, feed.pruned());
    }

    @Test
    void aDatabaseKeepsItsIdentityAndHasNoOthers() {
        long identity = feed.identity();
        restart();
        assertEquals(identity, feed.identity());
        try (Database other = server.open(folder.resolve("other"))) {
            assertNotEquals(
                    identity, new JdbcCatalogStore(other, CODEC).changes().identity());
        }
    }

    @Test
    void whatStrangersWriteIntoAProblemIsKept() {
        Problem strange = problem("null \0, half \ud83d, whole \ud83d\ude00 " + "x".repeat(9_000));
        publish(file("f", List.of(strange)));
        long latest = feed.latest();
        assertTrue(store.problems(1).get(0).reason().contains("whole \ud83d\ude00 xxx"));
        publish(file("f", List.of(strange)));
        assertEquals(latest, feed.latest());
    }
}
