package org.callboard.plugin.scorecards.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.callboard.api.ui.ElementPage;
import org.callboard.api.ui.PagePlace;
import org.callboard.plugin.scorecards.score.Fixture;
import org.callboard.plugin.scorecards.score.Scores;
import org.callboard.testkit.MemoryCatalog;
import org.junit.jupiter.api.Test;

final class PagesTest {

    private static final Path UI = Path.of("src/main/resources/ui");
    private static final Pattern ELEMENT = Pattern.compile("'([a-z-]+)': \\(\\) => import\\(");
    private static final Pattern IMPORT = Pattern.compile("(?:from |import\\()'\\./([a-z-]+\\.js)'");

    private static final List<ElementPage> PAGES =
            List.of(new StandardsPage(), new StandardPage(), new EditPage(), new NewPage());

    private final Fixture fixture = new Fixture();
    private final Scores scores = fixture.scores;

    private static Set<String> found(Pattern pattern, Path file) {
        try {
            return pattern.matcher(Files.readString(file))
                    .results()
                    .map((MatchResult match) -> match.group(1))
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException failure) {
            throw new AssertionError(file.toString(), failure);
        }
    }

    @Test
    void areAllInTheModuleAndNothingElseIs() {
        Set<String> named = Stream.concat(
                        PAGES.stream().map(ElementPage::element),
                        Stream.of(new ScorecardTab(scores).element(), new ScorecardCard(scores).element()))
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(named, found(ELEMENT, UI.resolve("main.js")));
    }

    @Test
    void stepIntoNoFileThatIsMissing() throws IOException {
        try (Stream<Path> files = Files.list(UI)) {
            Set<String> imported = files.flatMap(file -> found(IMPORT, file).stream())
                    .filter(name -> !Files.exists(UI.resolve(name)))
                    .collect(Collectors.toCollection(TreeSet::new));
            assertEquals(Set.of(), imported);
        }
    }

    @Test
    void keepANewStandardApartFromThoseThatAreThere() {
        assertEquals("new", new NewPage().place().path());
        assertEquals(PagePlace.Listing.UNLISTED, new NewPage().place().listing());
        assertEquals("{namespace}/{name}", new StandardPage().place().path());
        assertEquals("{namespace}/{name}/edit", new EditPage().place().path());
        assertEquals("", new StandardsPage().place().path());
    }

    @Test
    void areWhereStandardsApply() {
        MemoryCatalog catalog = MemoryCatalog.of("""
                kind: Component
                metadata: {name: shop}
                ---
                kind: User
                metadata: {name: mara}
                """);
        assertTrue(new ScorecardTab(scores).place().holds(catalog.entity("component:shop")));
        assertFalse(new ScorecardCard(scores).place().holds(catalog.entity("user:mara")));
        fixture.catalog.add(Fixture.STANDARD
                .replace("name: basics", "name: people")
                .replace("kinds: [Component], types: [service]", "kinds: [User]"));
        fixture.computed();
        assertTrue(new ScorecardTab(scores).place().holds(catalog.entity("component:shop")));
        assertTrue(new ScorecardTab(scores).place().holds(catalog.entity("user:mara")));
        assertTrue(new ScorecardCard(scores).place().holds(catalog.entity("user:mara")));
    }
}
