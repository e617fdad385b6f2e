package org.callboard.core.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.callboard.api.search.SearchDocument;
import org.callboard.api.search.SearchHit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TypedWordsTest {

    private static final CollectionKey KEY = new CollectionKey("docs/shelf", "all");

    private final DocumentIndex index;

    TypedWordsTest(@TempDir Path folder) {
        index = new DocumentIndex(folder);
    }

    @AfterEach
    void close() {
        index.close();
    }

    private void put(String... documents) {
        List<SearchDocument> all = List.of(documents).stream()
                .map(line -> line.split("\\|", -1))
                .map(part -> new SearchDocument(part[0], part[1], part[2], "/" + part[0] + "#" + part[1]))
                .toList();
        index.replace(KEY, "1", "", all);
        index.refresh();
    }

    private List<SearchHit> hits(String words) {
        return index.search(new Wanted(TypedWords.of(words), null, Set.of(KEY.origin()), 10), ref -> false);
    }

    private List<String> found(String words) {
        return hits(words).stream()
                .map(hit -> hit.heading().isEmpty() ? hit.title() : hit.title() + "#" + hit.heading())
                .toList();
    }

    @Test
    void aTitleComesBeforeAHeadingAndThatBeforeAText() {
        put("Text||Of booking", "Heading|Booking|Of", "Booking||Of");
        assertEquals(List.of("Booking", "Heading#Booking", "Text"), found("booking"));
    }

    @Test
    void theTitleOfItsPageFindsAPartToo() {
        put("Booking||Of shows", "Booking|States|New, held", "Other|States|Of other things");
        assertEquals(List.of("Booking#States"), found("booking states"));
    }

    @Test
    void whoIsStillTypingFindsByTheStartOfTheLastWord() {
        put("A||The lanterns of a stage");
        assertEquals(List.of("A"), found("stage lant"));
        assertEquals(List.of(), found("lant stage"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"lantren", "lanten", "lantterns", "LANTERNS", "Lanterns!", "configuratoin", "lanterns,stage"})
    void aLetterMayBeWrong(String typed) {
        put("A||The lanterns of a stage, and their configuration", "B||Nothing");
        assertEquals(List.of("A"), found(typed));
    }

    @Test
    void exactWordsComeBeforeMistypedOnes() {
        put("A||The stags", "B||The stage");
        assertEquals(List.of("B", "A"), found("stage"));
    }

    @Test
    void nothingMistypedIsAmongWhatIsThereInPlenty() {
        String[] documents = new String[12];
        Arrays.setAll(documents, number -> number == 0 ? "Wrong||The lanterms" : "Right" + number + "||The lanterns");
        put(documents);
        assertEquals(10, found("lanterns").size());
        assertFalse(found("lanterns").contains("Wrong"), found("lanterns")::toString);
    }

    @Test
    void wordsSideBySideComeFirst() {
        put("A||Where a stage has its own door", "B||The stage door is where");
        assertEquals(List.of("B", "A"), found("stage door"));
    }

    @Test
    void ofOnePageThereAreNotAllParts() {
        put("A|1|door", "A|2|door", "A|3|door", "A|4|door", "B||A door among many other words");
        assertEquals(4, found("door").size());
        assertTrue(found("door").contains("B"), found("door")::toString);
    }

    @ParameterizedTest
    @CsvSource({
        "cafe, Café",
        "café, Cafe",
        "files, SourceFiles",
        "sourcefiles, SourceFiles",
        "舞台, 舞台",
        "yml, mkdocs.yml"
    })
    void findsWhatIsWrittenOtherwise(String typed, String text) {
        put("A||See " + text + " there", "B||Nothing");
        assertEquals(List.of("A"), found(typed));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "!!", "\u0000", "nothingofthekind"})
    void findsNothingByNothing(String typed) {
        put("A||The lanterns");
        assertEquals(List.of(), found(typed));
    }

    @Test
    void longInputIsCut() {
        put("A||The lanterns");
        assertEquals(List.of("A"), found("lanterns " + " ".repeat(300) + "x".repeat(100_000)));
        assertEquals(List.of("A"), found("lanterns ".repeat(8) + "x"));
        assertEquals(List.of(), found("lanterns ".repeat(7) + "x"));
    }

    @Test
    void showsTheWordsInTheirPlace() {
        put("A||" + "Much before. ".repeat(50) + "At last the lantern is lit on the stage. " + "And more. ".repeat(50));
        SearchHit.Excerpt excerpt = hits("stage lantern").get(0).excerpt();
        assertTrue(excerpt.text().length() < 250, excerpt.text());
        assertEquals(
                List.of("lantern", "stage"),
                excerpt.marks().stream()
                        .map(mark -> excerpt.text().substring(mark.start(), mark.end()))
                        .toList());
    }

    @Test
    void showsTheBeginningWhereTheWordsAreInTheTitleAlone() {
        put("Lantern||Begins here.");
        assertEquals(
                new SearchHit.Excerpt("Begins here.", List.of()),
                hits("lantern").get(0).excerpt());
    }
}
