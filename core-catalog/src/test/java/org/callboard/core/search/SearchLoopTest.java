package org.callboard.core.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.callboard.api.model.EntityRef;
import org.callboard.api.search.SearchCollection;
import org.callboard.api.search.SearchDocument;
import org.callboard.api.search.SearchDocuments;
import org.callboard.api.search.SearchHit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SearchLoopTest {

    private static final EntityRef LEDGER = EntityRef.parse("component:default/ledger");
    private static final EntityRef VAULT = EntityRef.parse("component:default/vault");

    @TempDir
    Path folder;

    private final Shelf docs = new Shelf("docs");
    private final List<Shelf> serving = new ArrayList<>(List.of(docs));
    private final AtomicLong now = new AtomicLong();
    private DocumentIndex index;
    private SearchLoop loop;

    @BeforeEach
    void open() {
        index = new DocumentIndex(folder);
        loop = new SearchLoop(index, Shelf.serving(serving), now::get);
    }

    @AfterEach
    void close() {
        index.close();
    }

    private static SearchDocument page(String title, String text) {
        return new SearchDocument(title, "", text, "/docs/" + title.replace(' ', '-'));
    }

    private static SearchCollection ledger(String fingerprint) {
        return SearchCollection.of(LEDGER, fingerprint);
    }

    private List<String> found(String words) {
        return found(words, Set.of(LEDGER.toString(), VAULT.toString()));
    }

    private List<String> found(String words, Set<String> seen) {
        Set<String> origins = serving.stream()
                .map(shelf -> CollectionKey.origin(shelf.plugin(), shelf.id()))
                .collect(Collectors.toSet());
        return index.search(new Wanted(TypedWords.of(words), null, origins, 20), seen::contains).stream()
                .map(SearchHit::title)
                .toList();
    }

    @Test
    void readsACollectionOnceAndAgainWhenItsFingerprintIsAnother() {
        docs.put(ledger("1"), page("Closing", "Of months"));
        loop.look();
        loop.look();
        assertEquals(List.of("Closing"), found("months"));
        assertEquals(1, docs.read.size());
        docs.put(ledger("2"), page("Opening", "Of days"));
        loop.look();
        assertEquals(List.of(), found("months"));
        assertEquals(List.of("Opening"), found("days"));
        docs.digest = "sha256:2";
        loop.look();
        assertEquals(3, docs.read.size());
    }

    @Test
    void whoMayNotReadTheEntityFindsNothingOfIt() {
        docs.put(ledger("1"), page("Ledger", "The combination"))
                .put(SearchCollection.of(VAULT, "1"), page("Vault", "The combination"))
                .put(new SearchCollection("all", "1", null), page("All", "The combination"));
        loop.look();
        assertEquals(Set.of("Ledger", "All"), Set.copyOf(found("combination", Set.of(LEDGER.toString()))));
        assertEquals(List.of("All"), found("combination", Set.of()));
        assertEquals(List.of(), found("vault", Set.of(LEDGER.toString())));
    }

    @Test
    void whatSomebodyMayNotReadTakesNobodysPlace() {
        SearchDocument[] hidden = Stream.generate(() -> page("Secret lantern", "lantern"))
                .limit(500)
                .toArray(SearchDocument[]::new);
        docs.put(SearchCollection.of(VAULT, "1"), hidden).put(ledger("1"), page("Other", "A lantern"));
        loop.look();
        assertEquals(List.of("Other"), found("lantern", Set.of(LEDGER.toString())));
    }

    @Test
    void whatIsGoneIsNotFound() {
        docs.put(ledger("1"), page("Closing", "Of months"));
        Shelf other = new Shelf("other").put(ledger("1"), page("Other", "Of months"));
        serving.add(other);
        loop.look();
        assertEquals(Set.of("Closing", "Other"), Set.copyOf(found("months")));
        docs.remove(LEDGER.toString());
        loop.look();
        assertEquals(List.of("Other"), found("months"));
        serving.remove(other);
        assertEquals(List.of(), found("months"));
        loop.look();
        assertEquals(Set.of("other/shelf"), index.origins());
        now.addAndGet(Duration.ofMinutes(11).toNanos());
        loop.look();
        assertEquals(Set.of(), index.origins());
    }

    @Test
    void aReadThatFailsLeavesWhatWasReadLast() {
        docs.put(ledger("1"), page("Closing", "Of months"));
        loop.look();
        docs.put(ledger("2"), page("Opening", "Of days"));
        docs.failure = new IllegalStateException("no");
        loop.look();
        loop.look();
        assertEquals(List.of("Closing"), found("months"));
        assertEquals(2, docs.read.size());
        docs.failure = null;
        now.addAndGet(Duration.ofMinutes(6).toNanos());
        loop.look();
        assertEquals(List.of("Opening"), found("days"));
    }

    @Test
    void isReadFromItsFilesWhenThePortalStartsAgainAndMadeAnewWhenTheyAreBroken() throws IOException {
        docs.put(ledger("1"), page("Closing", "Of months"));
        loop.look();
        index.close();
        open();
        assertEquals(List.of("Closing"), found("months"));
        loop.look();
        assertEquals(1, docs.read.size());
        index.close();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".cfs")).toList()) {
                Files.write(file, new byte[10]);
            }
        }
        open();
        assertEquals(List.of(), found("months"));
        loop.look();
        assertEquals(List.of("Closing"), found("months"));
    }

    @Test
    void keepsWhatAPluginHadUntilItHasHadTimeToStartAgain() {
        docs.put(ledger("1"), page("Closing", "Of months"));
        loop.look();
        index.close();
        serving.clear();
        open();
        loop.look();
        assertEquals(Set.of("docs/shelf"), index.origins());
        now.addAndGet(Duration.ofMinutes(11).toNanos());
        loop.look();
        assertEquals(Set.of(), index.origins());
    }

    @Test
    void goesOnAfterAFailedWrite() {
        docs.put(ledger("1"), page("Closing", "Of months"));
        loop.look();
        docs.put(ledger("2"), page("Opening", "Of days"));
        Thread.currentThread().interrupt();
        assertThrows(RuntimeException.class, loop::look);
        assertTrue(Thread.interrupted());
        loop.look();
        assertEquals(List.of("Opening"), found("days"));
    }

    @Test
    void takesNoMoreThanItMay() {
        String most = "word ".repeat(SearchDocuments.LONGEST_TEXT / 5);
        int enough = SearchDocuments.MOST_TEXT / SearchDocuments.LONGEST_TEXT;
        SearchDocument[] all = Stream.iterate(0, number -> number <= enough, number -> number + 1)
                .map(number -> page("Page " + number, most + " behind"))
                .toArray(SearchDocument[]::new);
        assertEquals(enough + 1, all.length);
        docs.put(ledger("1"), all).put(new SearchCollection("x".repeat(400), "1", null), page("Long", "elsewhere"));
        loop.look();
        assertEquals(List.of(), found("behind"));
        assertEquals(List.of(), found("elsewhere"));
        assertEquals(List.of("Page 0"), found("page 0").stream().limit(1).toList());
        assertEquals(List.of(), found("page " + enough));
    }
}
