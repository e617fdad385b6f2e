package org.callboard.plugin.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.callboard.api.model.EntityRef;
import org.callboard.api.search.SearchCollection;
import org.callboard.api.security.Caller;
import org.callboard.plugin.docs.site.NavItem;
import org.callboard.testkit.MemoryCatalog;
import org.callboard.testkit.MemoryFiles;
import org.callboard.testkit.TestCaller;
import org.junit.jupiter.api.Test;

class FoundDocsTest {

    private static final Caller MARA = TestCaller.named("Mara");
    private static final String LEDGER = "component:default/ledger";
    private static final String TILL = "component:default/till";

    private final MemoryCatalog catalog = MemoryCatalog.of("""
            kind: Component
            metadata: {name: ledger, annotations: {backstage.io/managed-by-location: 'file:/a/catalog-info.yaml'}}
            ---
            kind: Component
            metadata: {name: ledger-jobs, annotations: {backstage.io/managed-by-location: 'file:/a/catalog-info.yaml'}}
            ---
            kind: API
            metadata: {name: ledger-api, annotations: {backstage.io/managed-by-location: 'file:/a/catalog-info.yaml'}}
            ---
            kind: Component
            metadata: {name: till, annotations: {backstage.io/managed-by-location: 'file:/b/catalog-info.yaml'}}
            ---
            kind: Component
            metadata:
              name: said
              annotations:
                backstage.io/managed-by-location: 'file:/b/catalog-info.yaml'
                backstage.io/techdocs-ref: 'dir:.'
            """);
    private final MemoryFiles files = new MemoryFiles()
            .put(LEDGER, "README.md", "# The ledger\n\n1. one\n   - two\n\nSee [why](docs/adr/0002-numbers.md).\n")
            .put(LEDGER, "CHANGELOG.md", "# Changes\n")
            .put(LEDGER, "docs/close.md", "# Closing\n")
            .put(LEDGER, "docs/deep/more.md", "# More\n")
            .put(LEDGER, "docs/adr/0010-later.md", "# 10. Later\n\n## Status\n\nSuperseded by nothing\n")
            .put(LEDGER, "docs/adr/0002-numbers.md", "---\nstatus: accepted\n---\n# ADR 2: Numbers: it's \"ours\"\n")
            .put(LEDGER, "docs/runbooks/night.md", "# At night\n")
            .put(LEDGER, "src/Main.md", "# Not this\n")
            .put("component:default/ledger-jobs", "README.md", "# The ledger\n")
            .put("api:default/ledger-api", "README.md", "# The ledger\n")
            .put("component:default/said", "README.md", "# Said\n")
            .put(TILL, "README.md", "# Till\n");
    private final AtomicLong now = new AtomicLong();
    private final Sites sites = new Sites(catalog, files, now::get);

    private boolean has(String ref) {
        return sites.has(MARA, catalog.find(MARA, EntityRef.parse(ref)).orElseThrow());
    }

    private Sites.Docs docs() {
        return sites.of(MARA, EntityRef.parse(LEDGER), "");
    }

    private static String text(List<NavItem> items) {
        StringBuilder text = new StringBuilder();
        items.forEach(item -> text.append(item.title())
                .append(item.items().isEmpty() ? "" : text(item.items()))
                .append("; "));
        return text.toString();
    }

    @Test
    void whatStandsInTheUsualPlacesIsASite() {
        assertEquals(
                "The ledger; Closing; DeepMore; ; Decisions2 Numbers: it's \"ours\" (accepted); 10 Later (superseded by nothing); ;"
                        + " RunbooksAt night; ; Changelog; ",
                text(docs().site().navigation()));
        assertTrue(docs().page("").orElseThrow().html().contains("data-page=\"docs/adr/0002-numbers\""));
        assertTrue(docs().page("src/Main").isEmpty());
    }

    @Test
    void oneOfThoseThatShareADescriptorHasIt() {
        assertTrue(has(LEDGER));
        assertFalse(has("component:default/ledger-jobs"));
        assertFalse(has("api:default/ledger-api"));
        assertFalse(has(TILL), "another has it by its annotation");
        assertTrue(has("component:default/said"));
    }

    @Test
    void isLookedForOnceInAWhile() {
        assertTrue(has(LEDGER));
        files.paths(LEDGER).forEach(path -> files.remove(LEDGER, path));
        assertTrue(has(LEDGER));
        now.addAndGet(Duration.ofSeconds(6).toNanos());
        assertFalse(has(LEDGER));
        files.put(LEDGER, "mkdocs.yml", "site_name: Ledger").put(LEDGER, "docs/index.md", "# Site\n");
        now.addAndGet(Duration.ofSeconds(6).toNanos());
        assertTrue(has(LEDGER));
        assertEquals("Ledger", docs().site().name().orElseThrow());
    }

    @Test
    void withoutAReadmeTheFirstPageIsShown() {
        files.remove(LEDGER, "README.md");
        assertEquals("docs/close", docs().page("").orElseThrow().address());
    }

    @Test
    void isFoundByItsWords() {
        DocsSearch search = new DocsSearch(catalog, files, day -> Set.of());
        List<SearchCollection> collections = search.collections(MARA);
        assertEquals(
                List.of("component:default/said", LEDGER),
                collections.stream().map(SearchCollection::id).toList());
        assertTrue(search.read(collections.get(1), MARA)
                .anyMatch(document -> document.title().equals("The ledger")));
    }

    @Test
    void onTheWebWhatSomebodyReadsIsFoundByItsWords() {
        MemoryCatalog web = MemoryCatalog.of("""
                kind: Component
                metadata: {name: far, annotations: {backstage.io/managed-by-location: 'url:https://example.com/catalog-info.yaml'}}
                ---
                kind: Component
                metadata: {name: far-jobs, annotations: {backstage.io/managed-by-location: 'url:https://example.com/catalog-info.yaml'}}
                ---
                kind: Component
                metadata: {name: unread, annotations: {backstage.io/managed-by-location: 'url:https://example.com/b/catalog-info.yaml'}}
                """);
        String far = "component:default/far";
        files.put(far, "README.md", "# Far\n").put("component:default/unread", "README.md", "# Unread\n");
        files.put("component:default/far-jobs", "README.md", "# Far\n");
        Set<EntityRef> read =
                Set.of(EntityRef.parse(far), EntityRef.parse("component:default/far-jobs"), EntityRef.parse(LEDGER));
        DocsSearch search = new DocsSearch(web, files, day -> read);
        List<SearchCollection> collections = search.collections(MARA);
        assertEquals(
                List.of(far), collections.stream().map(SearchCollection::id).toList());
        assertTrue(search.read(collections.get(0), MARA)
                .anyMatch(document -> document.title().equals("Far")));
        assertEquals(List.of(), new DocsSearch(web, files, day -> Set.of()).collections(MARA));
    }
}
