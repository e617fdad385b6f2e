package org.callboard.core.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.List;
import org.callboard.api.catalog.Filter;
import org.callboard.api.catalog.Query;
import org.callboard.api.model.Json;
import org.callboard.api.problem.PortalException;
import org.callboard.core.Repetitions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people may mean by some words. */
class WordSearchTest {

    private final MemoryFeed feed = new MemoryFeed(1);

    @TempDir
    private Path folder;

    private SearchIndex index;

    @BeforeEach
    void open() {
        add("Component", "payments", "");
        add("Component", "payments-api", "Payments");
        add("Component", "card-payments", "Card payments");
        add("API", "ledgerEvents", "Ledger of events");
        add("Group", "zahlungen", "Zahlungen Übersee");
        add("Component", "checkout", "Checkout");
        index = SearchIndex.open(folder, feed);
    }

    @AfterEach
    void close() {
        index.close();
    }

    private void add(String kind, String name, String title) {
        Json.Builder metadata = Json.object().put("name", name);
        if (!title.isEmpty()) {
            metadata.put("title", title);
        }
        Json.Obj entity = Json.object()
                .put("apiVersion", "backstage.io/v1alpha1")
                .put("kind", kind)
                .put("metadata", metadata.build())
                .build();
        feed.put(entity, "uid-" + name);
    }

    private List<String> found(String words) {
        return found(words, Filter.NONE, Sight.ALL);
    }

    private List<String> found(String words, Filter filter, Sight sight) {
        return index.search(words, filter, 10, sight).stream()
                .map(entity -> entity.ref().name())
                .toList();
    }

    @Test
    void hasTheExactNameFirstThenTheExactTitleThenWhatStartsSoThenWords() {
        assertEquals(List.of("payments", "payments-api", "card-payments"), found("payments"));
        assertEquals(List.of("card-payments"), found("card payments"));
        assertEquals("payments-api", found("payments api").get(0));
        assertEquals(List.of("payments", "payments-api", "card-payments"), found("pay"));
    }

    @Test
    void findsWordsWithALetterWrongMissingTooManyOrSwapped() {
        for (String typo : List.of("paymemts", "paymnts", "payyments", "paymetns", "apyments", "paymnet")) {
            assertEquals("payments", found(typo).get(0), typo);
        }
        assertEquals(List.of("checkout"), found("chekout"));
        assertEquals(List.of("checkout"), found("chekcotu"), "two in a long word");
        assertEquals(List.of(), found("pxy"), "three letters say too little to be guessed at");
    }

    @Test
    void readsNamesWithoutCaseAccentsAndPunctuation() {
        assertEquals(List.of("zahlungen"), found("ZAHLUNGEN ubersee"));
        assertEquals(
                List.of("ledgerevents"),
                found("ledger events").stream().map(SearchRows::fold).toList());
        assertEquals(List.of("payments-api"), found("paymentsapi"));
        assertEquals(List.of("card-payments"), found("card/payments"));
    }

    @Test
    void takesKindsAsWordsAndReferences() {
        assertEquals(List.of("zahlungen"), found("group zahl"));
        assertEquals("payments", found("component:default/payments").get(0));
        assertEquals(List.of(), found("api checkout"));
    }

    @Test
    void findsNothingByNoWords() {
        assertEquals(List.of(), found(""));
        assertEquals(List.of(), found(" -- / \0 "));
        assertEquals(List.of(), index.search("payments", Filter.NONE, 0, Sight.ALL));
    }

    @Test
    void keepsToTheFilterAndToWhatIsSeen() {
        Filter components = Filter.equal("kind", "component");
        assertEquals(List.of(), found("ledger", components, Sight.ALL));
        assertEquals(
                List.of("payments"),
                found("payments", Filter.NONE, Sight.of(Filter.equal("metadata.name", "payments"))));
        assertEquals(List.of(), found("payments", Filter.NONE, Sight.NOTHING));
    }

    @Test
    void forgetsNamesThatAreNoLongerThere() {
        add("Component", "checkout", "Till");
        index.catchUp();
        assertEquals(List.of("checkout"), found("till"));
        assertEquals(1, found("checkout").size());
    }

    @Test
    void refusesToFindMoreThanItMay() {
        assertThrows(
                PortalException.class, () -> index.search("payments", Filter.NONE, Query.MAX_FOUND + 1, Sight.ALL));
    }

    @Test
    void takesAnyTextInItsStride() {
        RandomEntities random = new RandomEntities(7);
        for (int i = 0; i < Repetitions.of(100, 5_000); i++) {
            StringBuilder text = new StringBuilder();
            int length = random.below(80);
            while (text.length() < length) {
                text.appendCodePoint(random.below(4) == 0 ? random.below(0x11_0000) : 'a' + random.below(4));
            }
            index.search(text.toString(), Filter.NONE, 10, Sight.ALL);
        }
    }
}
