package org.callboard.plugin.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.callboard.api.model.EntityRef;
import org.callboard.api.search.SearchCollection;
import org.callboard.api.search.SearchDocument;
import org.callboard.api.search.SearchDocuments;
import org.callboard.api.search.SearchHit;
import org.callboard.api.search.SearchQuery;
import org.callboard.api.security.Caller;
import org.callboard.testkit.MemoryCatalog;
import org.callboard.testkit.MemoryFiles;
import org.callboard.testkit.MemorySearch;
import org.callboard.testkit.SearchDocumentsContract;
import org.callboard.testkit.TestCaller;
import org.junit.jupiter.api.Test;

class DocsSearchTest implements SearchDocumentsContract {

    private static final Caller MARA = TestCaller.named("Mara");
    private static final String LEDGER = "component:default/ledger";
    private static final String FRONT = "/docs/default/component/ledger";

    private final MemoryCatalog catalog = MemoryCatalog.of("""
            kind: Component
            metadata: {name: ledger, annotations: {backstage.io/techdocs-ref: 'dir:.'}}
            ---
            kind: API
            metadata: {name: ledger-api, annotations: {backstage.io/techdocs-entity: 'component:default/ledger'}}
            ---
            kind: Component
            metadata: {name: far, annotations: {backstage.io/techdocs-ref: 'url:https://example.com/x'}}
            """);
    private final MemoryFiles files = new MemoryFiles()
            .put(LEDGER, "mkdocs.yml", "site_name: Ledger")
            .put(LEDGER, "docs/index.md", "# Ledger\n\nBooks amounts.\n")
            .put(LEDGER, "docs/year end.md", "# Closing\n\nOf months.\n\n## At the end\n\nThe amounts of a year.\n");

    @Override
    public SearchDocuments extension() {
        return new DocsSearch(catalog, files, day -> Set.of(EntityRef.parse("component:default/far")));
    }

    private List<SearchDocument> documents() {
        SearchDocuments documents = extension();
        return documents.collections(MARA).stream()
                .flatMap(collection -> documents.read(collection, MARA))
                .toList();
    }

    @Test
    void eachSectionIsADocumentWithTheAddressThatOpensIt() {
        assertEquals(
                List.of(
                        new SearchDocument("Ledger", "", "Books amounts.", FRONT),
                        new SearchDocument("Closing", "", "Of months.", FRONT + "/year%20end"),
                        new SearchDocument(
                                "Closing", "At the end", "The amounts of a year.", FRONT + "/year%20end#at-the-end")),
                documents());
    }

    @Test
    void onlyWhatHasItsOwnDocumentationIsACollectionAndAnotherOneWhenAFileChanges() {
        List<SearchCollection> before = extension().collections(MARA);
        assertEquals(List.of(LEDGER), before.stream().map(SearchCollection::id).toList());
        files.put(LEDGER, "docs/index.md", "# Ledger\n\nBooks all amounts.\n");
        assertNotEquals(before, extension().collections(MARA));
    }

    @Test
    void allThatStandsBesideDescriptorsIsFoundHoweverMuchItIs() {
        StringBuilder descriptors = new StringBuilder();
        MemoryFiles readmes = new MemoryFiles();
        List<String> expected = new ArrayList<>();
        for (int number = 100; number < 600; number++) {
            for (String kind : List.of("component", "system")) {
                String name = kind + "-" + number;
                String ref = kind + ":default/" + name;
                // a descriptor has several entities, and its system goes first
                String file = "file:/" + (kind.equals("system") ? number / 100 * 100 : number) + "/catalog-info.yaml";
                descriptors.append("""
                        ---
                        kind: %s
                        metadata: {name: %s, annotations: {backstage.io/managed-by-location: '%s'}}
                        """.formatted(kind, name, file));
                readmes.put(ref, "README.md", "# " + name);
                boolean isFirst = number % 100 == 0 == kind.equals("system");
                if (isFirst) {
                    expected.add(ref);
                }
            }
        }
        List<String> found = new DocsSearch(MemoryCatalog.of(descriptors.toString()), readmes, day -> Set.of())
                .collections(MARA).stream().map(SearchCollection::id).sorted().toList();
        assertEquals(expected.stream().sorted().toList(), found);
    }

    @Test
    void whatIsFoundInASiteNamesItsPage() {
        EntityRef ledger = EntityRef.parse(LEDGER);
        SiteAddress addresses = new SiteAddress(ledger);
        List<SearchHit> found = new MemorySearch()
                .offer("docs", extension())
                .search(MARA, SearchQuery.of("end year", 5).about(ledger));
        assertEquals(1, found.size());
        Hit hit = Hit.of(addresses, found.get(0));
        assertEquals("year end", hit.page());
        assertEquals("at-the-end", hit.id());
        assertEquals(true, addresses.holds(found.get(0).address()));
        assertEquals(false, addresses.holds("/docs/default/component/ledger-api/year"));
    }
}
