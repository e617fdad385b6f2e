package org.callboard.core.query;

import static org.callboard.core.query.MemoryFeed.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.callboard.api.catalog.Filter;
import org.callboard.api.catalog.Query;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The index's folder is a copy: whatever becomes of it, the database makes it good. */
class IndexFolderTest {

    private static final int ENTITIES = 20;

    private final MemoryFeed feed = feed(1);

    private final Path place;
    private final Path folder;

    IndexFolderTest(@TempDir Path place) {
        this.place = place;
        this.folder = place.resolve("index");
    }

    private static MemoryFeed feed(long identity) {
        MemoryFeed feed = new MemoryFeed(identity);
        for (int i = 0; i < ENTITIES; i++) {
            add(feed, "e" + i);
        }
        return feed;
    }

    private static void add(MemoryFeed feed, String name) {
        feed.put(
                json("{'kind': 'Component', 'metadata': {'name': '" + name + "'}, 'spec': {'x': 'y'}}"), "uid-" + name);
    }

    private void fill() {
        SearchIndex.open(folder, feed).close();
    }

    @Test
    void tellsHowManyEntitiesThereAreAndWhenItWasMade() {
        fill();
        try (SearchIndex index = SearchIndex.open(folder, feed)) {
            IndexState first = index.state();
            assertEquals(ENTITIES, first.entities());
            assertNotNull(first.built());
            assertNotNull(first.written());
            assertNull(first.changed());
            add(feed, "later");
            index.catchUp();
            assertEquals(ENTITIES + 1, index.state().entities());
            assertNotNull(index.state().changed());
            assertEquals(first.built(), index.state().built());
        }
    }

    private static int count(SearchIndex index) {
        int total = index.query(Query.of(Filter.equal("spec.x", "Y"), 0)).total();
        assertEquals(
                total,
                index.query(Query.of(Filter.NONE, 10_000)).items().stream()
                        .filter(entity -> entity.document().at("spec", "x").isPresent())
                        .count());
        return total;
    }

    private int countAfresh(Path index, MemoryFeed source) {
        try (SearchIndex opened = SearchIndex.open(index, source)) {
            assertEquals(source.latest(), opened.generation());
            return count(opened);
        }
    }

    private static List<Path> files(Path index) throws IOException {
        try (Stream<Path> files = Files.list(index)) {
            return files.filter(file -> !file.endsWith("write.lock")).sorted().toList();
        }
    }

    @Test
    void goesOnBehindTheLastChangeThatItHolds() {
        fill();
        long number = feed.latest();
        int scans = feed.scans();
        feed.asked().clear();
        add(feed, "more");
        feed.remove("component:default/e0").remove("component:default/e1");
        assertEquals(ENTITIES - 1, countAfresh(folder, feed));
        assertEquals(scans, feed.scans());
        assertEquals(number, feed.asked().get(0));
    }

    @Test
    void beginsAnewWhereTheChangesInBetweenAreNoLongerKept() {
        fill();
        int scans = feed.scans();
        feed.remove("component:default/e0").remove("component:default/e1");
        feed.prune(1);
        assertEquals(ENTITIES - 2, countAfresh(folder, feed));
        assertEquals(scans + 1, feed.scans());
    }

    @Test
    void beginsAnewWhereTheFolderIsOfAnotherDatabase() {
        fill();
        MemoryFeed other = feed(2);
        add(other, "more");
        assertEquals(ENTITIES + 1, countAfresh(folder, other));
        assertEquals(1, other.scans());
    }

    @Test
    void beginsAnewWhereTheDatabaseIsOlderThanTheFolder() {
        fill();
        MemoryFeed backup = new MemoryFeed(1);
        add(backup, "only");
        assertEquals(1, countAfresh(folder, backup));
        assertEquals(1, backup.scans());
    }

    @Test
    void whatWasNotCommittedIsAppliedOnceMore() throws IOException {
        fill();
        SearchIndex crashed = SearchIndex.open(folder, feed);
        add(feed, "more");
        crashed.catchUp();
        Path copy = copy(folder, place.resolve("copy"));
        crashed.close();
        assertEquals(ENTITIES + 1, countAfresh(copy, feed));
    }

    @Test
    void commitsNowAndThenAndDropsTheChangesThatAreBehind() {
        SearchIndex index = SearchIndex.open(folder, feed);
        for (int i = 0; i < 1_200; i++) {
            add(feed, "n" + i);
        }
        index.catchUp();
        Path copy = copy(folder, place.resolve("copy"));
        index.close();
        feed.asked().clear();
        int scans = feed.scans();
        assertEquals(ENTITIES + 1_200, countAfresh(copy, feed));
        assertEquals(scans, feed.scans());
        assertEquals(feed.latest(), feed.asked().get(0));
    }

    @Test
    void isBuiltAgainAfterItsFolderWasDeleted() throws IOException {
        fill();
        for (Path file : files(folder)) {
            Files.delete(file);
        }
        assertEquals(ENTITIES, countAfresh(folder, feed));
    }

    @Test
    void isBuiltAgainWhicheverFileIsDeleted() throws IOException {
        assertRebuilt("deleted", Files::delete);
    }

    @Test
    void isBuiltAgainWhicheverFileIsEmpty() throws IOException {
        assertRebuilt("emptied", file -> truncate(file, 0));
    }

    @Test
    void isBuiltAgainWhicheverFileIsCutInHalf() throws IOException {
        assertRebuilt("halved", file -> truncate(file, Files.size(file) / 2));
    }

    @Test
    void isBuiltAgainWhereAllFilesAreEmpty() throws IOException {
        fill();
        for (Path file : files(folder)) {
            truncate(file, 0);
        }
        assertEquals(ENTITIES, countAfresh(folder, feed));
    }

    private interface Damage {
        void to(Path file) throws IOException;
    }

    /** Damages one file after the other, each in a folder that is good otherwise; says all that fail. */
    private void assertRebuilt(String name, Damage damage) throws IOException {
        fill();
        List<String> failed = new ArrayList<>();
        for (Path file : files(folder)) {
            Path copy = copy(folder, place.resolve(name + "-" + file.getFileName()));
            damage.to(copy.resolve(file.getFileName()));
            try {
                assertEquals(ENTITIES, countAfresh(copy, feed));
            } catch (RuntimeException | AssertionError failure) {
                failed.add(file.getFileName() + ": " + failure);
            }
        }
        assertTrue(files(folder).size() > 2, "there is too little to damage");
        assertEquals(List.of(), failed);
    }

    private static void truncate(Path file, long size) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.truncate(size);
        }
    }

    private static Path copy(Path from, Path to) {
        try {
            Files.createDirectories(to);
            for (Path file : files(from)) {
                Files.copy(file, to.resolve(file.getFileName()));
            }
            return to;
        } catch (IOException failure) {
            throw new java.io.UncheckedIOException(failure);
        }
    }
}
