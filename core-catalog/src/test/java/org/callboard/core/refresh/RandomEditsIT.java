package org.callboard.core.refresh;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.stream.LongStream;
import org.callboard.api.model.Json;
import org.callboard.api.problem.PortalException;
import org.callboard.core.db.TestDatabase;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Random edits of files, and after each what the catalog serves against what the rules in their simplest form ask for: also
 * where the portal was killed in the middle of a pass. What is done follows from the seed; where exactly a kill strikes
 * doesn't.
 */
@ParameterizedClass
@EnumSource
class RandomEditsIT {

    private static final boolean FULL = System.getProperty("repetitions", "").equals("full");
    private static final int SEEDS = FULL ? 20 : 2;
    private static final int EDITS = FULL ? 500 : 75;
    private static final int STEPS_TO_RESTART = 20;
    private static final int STEPS_TO_KILL = 4;

    @Parameter
    private TestDatabase server;

    @TempDir
    private Path folder;

    private final ReferenceCatalog reference = new ReferenceCatalog();
    private final Follower follower = new Follower();
    private Random random = new Random();
    private RandomEdits edits = new RandomEdits(random, reference);
    private long nanosOfPass;
    private int cutOff;
    private int conflictsSeen;
    private int servedSeen;

    static LongStream seeds() {
        return LongStream.rangeClosed(1, SEEDS);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void servesWhatTheFilesHoldWhateverIsDoneToThem(long seed) throws IOException {
        random = new Random(seed);
        edits = new RandomEdits(random, reference);
        FolderCatalog catalog = open();
        int done = 0;
        try {
            edits.begin(catalog);
            for (int step = 1; done < EDITS; step++) {
                List<String> some = new ArrayList<>();
                for (int i = 1 + random.nextInt(3); i > 0; i--) {
                    some.add(edits.edit(catalog));
                }
                done += some.size();
                for (boolean again = step % STEPS_TO_KILL == 0; again; again = random.nextInt(4) == 0) {
                    killInPass(catalog);
                    catalog = open();
                }
                pass(catalog);
                check(catalog, "seed " + seed + ", step " + step + ": " + some);
                if (step % STEPS_TO_RESTART == 0) {
                    catalog.close();
                    catalog = open();
                }
            }
        } finally {
            catalog.close();
        }
        assertTrue(conflictsSeen > EDITS / 8 && servedSeen > EDITS, conflictsSeen + " of " + servedSeen);
        assertTrue(cutOff > 0, "no kill came in time");
    }

    private FolderCatalog open() throws IOException {
        FolderCatalog catalog = new FolderCatalog(server, folder, "main", "side", "root.yaml");
        edits.resume(catalog);
        return catalog;
    }

    private void pass(FolderCatalog catalog) {
        edits.pass();
        long begun = System.nanoTime();
        catalog.pass();
        nanosOfPass = System.nanoTime() - begun;
        assertTrue(edits.areAnswered());
    }

    /** The moment is one of all those that a pass has, and a few after it. */
    private void killInPass(FolderCatalog catalog) {
        long wait = (long) (random.nextDouble() * 1.2 * nanosOfPass);
        CountDownLatch begun = new CountDownLatch(1);
        CompletableFuture<Void> pass = CompletableFuture.runAsync(
                () -> {
                    begun.countDown();
                    catalog.pass();
                },
                task -> new Thread(task, "killed").start());
        await(begun);
        for (long since = System.nanoTime(); System.nanoTime() - since < wait; ) {
            Thread.onSpinWait();
        }
        catalog.kill();
        try {
            pass.join();
        } catch (CompletionException failed) {
            assertTrue(failed.getCause() instanceof PortalException, () -> "not the database: " + failed.getCause());
            cutOff++;
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    private void check(FolderCatalog catalog, String message) {
        Map<String, Json.Obj> entities = new TreeMap<>(catalog.entities());
        assertTrue(entities.remove("location:default/more") != null, message);
        Json.Obj group = entities.remove("group:default/x");
        assertEquals(reference.ownerOf("x"), relations(group), message);
        Map<String, String> expected = new TreeMap<>();
        Map<String, String> actual = new TreeMap<>();
        reference
                .served()
                .forEach((name, component) -> expected.put(
                        "component:default/" + name,
                        component.owner() + " of " + reference.file(name) + " " + reference.relations(name)));
        entities.forEach((ref, entity) -> actual.put(ref, shown(catalog, entity)));
        assertEquals(expected, actual, message);
        long conflicts =
                catalog.problemCodes().stream().filter("declared-twice"::equals).count();
        assertEquals(reference.conflicts(), conflicts, message);
        checkUids(entities, message);
        follower.follow(catalog, message);
        conflictsSeen += reference.conflicts();
        servedSeen += actual.size();
    }

    private static String shown(FolderCatalog catalog, Json.Obj entity) {
        String file = entity.text("metadata", "annotations", "backstage.io/managed-by-location")
                .orElseThrow();
        return entity.text("spec", "owner").orElseThrow() + " of " + file.replace("file:" + catalog.files() + "/", "")
                + " " + relations(entity);
    }

    private static List<String> relations(Json.Obj entity) {
        return entity.array("relations").items().stream()
                .map(Json.Obj.class::cast)
                .map(relation -> relation.text("type").orElseThrow() + " "
                        + relation.text("targetRef").orElseThrow())
                .sorted()
                .toList();
    }

    /** An entity that stays keeps its uid, whatever file it moves to. */
    private void checkUids(Map<String, Json.Obj> entities, String message) {
        Map<String, String> uids = edits.uids();
        uids.keySet().retainAll(entities.keySet());
        entities.forEach((ref, entity) -> {
            String uid = entity.text("metadata", "uid").orElseThrow();
            assertEquals(uids.getOrDefault(ref, uid), uid, message);
            uids.put(ref, uid);
        });
    }
}
