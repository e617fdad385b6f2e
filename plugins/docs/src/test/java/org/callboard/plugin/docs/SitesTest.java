package org.callboard.plugin.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.callboard.api.model.EntityRef;
import org.callboard.api.problem.PortalException;
import org.callboard.api.problem.Problem;
import org.callboard.api.problem.ProblemKind;
import org.callboard.api.problem.SourcePosition;
import org.callboard.api.security.Caller;
import org.callboard.plugin.docs.site.RenderedPage;
import org.callboard.testkit.MemoryCatalog;
import org.callboard.testkit.MemoryFiles;
import org.callboard.testkit.TestCaller;
import org.junit.jupiter.api.Test;

class SitesTest {

    private static final Caller MARA = TestCaller.named("Mara");
    private static final String LEDGER = "component:default/ledger";

    private final MemoryCatalog catalog = MemoryCatalog.of("""
            kind: Component
            metadata: {name: ledger, annotations: {backstage.io/techdocs-ref: 'dir:.'}}
            ---
            kind: API
            metadata: {name: ledger-api, annotations: {backstage.io/techdocs-entity: 'component:default/ledger'}}
            ---
            kind: Component
            metadata: {name: bare}
            ---
            kind: Component
            metadata: {name: far, annotations: {backstage.io/techdocs-ref: 'url:https://example.com/x'}}
            ---
            kind: Component
            metadata:
              name: shop
              annotations:
                backstage.io/techdocs-ref: 'url:https://example.com/shop/tree/main'
                callboard.org/docs-versions: main, v2.1
            ---
            kind: Component
            metadata: {name: wrong, annotations: {backstage.io/techdocs-ref: 'docs'}}
            """);
    private final MemoryFiles files = new MemoryFiles()
            .put(LEDGER, "mkdocs.yml", "site_name: Ledger")
            .put(LEDGER, "docs/index.md", "# Ledger\n\nBooks amounts.\n")
            .put(LEDGER, "docs/close.md", "# Closing\n\nOf months.\n\n## At the end\n\nThe amounts of a year.\n");
    private final AtomicLong now = new AtomicLong();
    private final Sites sites = new Sites(catalog, files, now::get);

    private Sites.Docs docs(String ref) {
        return docs(ref, "");
    }

    private Sites.Docs docs(String ref, String version) {
        return sites.of(MARA, EntityRef.parse(ref), version);
    }

    private static String html(Sites.Docs docs, String address) {
        return docs.page(address).map(RenderedPage::html).orElseThrow();
    }

    private PortalException refusal(String ref) {
        return assertThrows(PortalException.class, () -> docs(ref));
    }

    @Test
    void readsWhatStandsBesideTheDescriptor() {
        assertEquals("Ledger", docs(LEDGER).site().name().orElseThrow());
        assertTrue(html(docs(LEDGER), "").contains("Books amounts."));
    }

    @Test
    void anEntityMayHaveTheDocumentationOfAnother() {
        assertTrue(html(docs("api:default/ledger-api"), "").contains("Books amounts."));
        assertEquals(
                EntityRef.parse("api:default/ledger-api"),
                docs("api:default/ledger-api").entity().ref());
    }

    @Test
    void saysWhyThereIsNone() {
        assertEquals(ProblemKind.NOT_FOUND, refusal("component:default/nothing").kind());
        assertEquals(ProblemKind.NOT_FOUND, refusal("component:default/bare").kind());
        assertEquals(ProblemKind.NOT_FOUND, refusal("component:default/far").kind());
        PortalException wrong = refusal("component:default/wrong");
        assertEquals(ProblemKind.BAD_INPUT, wrong.kind());
        assertTrue(wrong.hint().contains("dir:."), wrong.hint());
    }

    @Test
    void isReadAgainWhenAFileWasWrittenAndNotMoreOftenThanOnceASecond() {
        RenderedPage before = docs(LEDGER).page("").orElseThrow();
        files.put(LEDGER, "docs/index.md", "# Ledger\n\nBooks all amounts.\n");
        assertSame(before, docs(LEDGER).page("").orElseThrow());
        now.addAndGet(Duration.ofSeconds(2).toNanos());
        assertTrue(html(docs(LEDGER), "").contains("Books all amounts."));
        Sites.Docs same = docs(LEDGER);
        now.addAndGet(Duration.ofSeconds(2).toNanos());
        assertSame(same.site(), docs(LEDGER).site());
    }

    @Test
    void aVersionIsShownThatIsListedAndTheFirstWhereNoneIsChosen() {
        String shop = "component:default/shop";
        files.put(shop, "@main/https:/example.com/shop/tree/main/docs/index.md", "# Shop of today\n");
        files.put(shop, "@v2.1/https:/example.com/shop/tree/main/docs/index.md", "# Shop of yesterday\n");
        assertTrue(html(docs(shop), "").contains("today"));
        assertTrue(html(docs(shop, "main"), "").contains("today"));
        assertTrue(html(docs(shop, "v2.1"), "").contains("yesterday"));
        PortalException unlisted = assertThrows(PortalException.class, () -> docs(shop, "secret"));
        assertEquals(ProblemKind.NOT_FOUND, unlisted.kind());
        assertTrue(String.valueOf(unlisted.hint()).contains("main, v2.1"), unlisted.hint());
        assertThrows(PortalException.class, () -> docs(LEDGER, "v2.1"));
    }

    @Test
    void whyItMayBeOldIsSaidOnEachPageAndMakesItAnotherOne() {
        String before = docs(LEDGER).fingerprint();
        files.problem(
                LEDGER,
                new Problem(
                        Problem.Level.WARNING,
                        "url-unreachable",
                        null,
                        SourcePosition.ofFile("https://example.com"),
                        "The server is gone.",
                        "Wait."));
        now.addAndGet(Duration.ofSeconds(2).toNanos());
        Sites.Docs old = docs(LEDGER);
        assertNotEquals(before, old.fingerprint());
        RenderedPage page = old.page("close").orElseThrow();
        assertTrue(SiteJson.page(old, page).toString().contains("The server is gone."));
    }
}
