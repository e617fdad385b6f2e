package org.callboard.plugin.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.callboard.api.model.EntityRef;
import org.callboard.api.problem.PortalException;
import org.callboard.api.problem.ProblemKind;
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
            metadata: {name: wrong, annotations: {backstage.io/techdocs-ref: 'docs'}}
            """);
    private final MemoryFiles files = new MemoryFiles()
            .put(LEDGER, "mkdocs.yml", "site_name: Ledger")
            .put(LEDGER, "docs/index.md", "# Ledger\n\nBooks amounts.\n")
            .put(LEDGER, "docs/close.md", "# Closing\n\nOf months.\n\n## At the end\n\nThe amounts of a year.\n");
    private final AtomicLong now = new AtomicLong();
    private final Sites sites = new Sites(catalog, files, now::get);

    private Sites.Docs docs(String ref) {
        return sites.of(MARA, EntityRef.parse(ref));
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
        assertEquals(ProblemKind.UNAVAILABLE, refusal("component:default/far").kind());
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
}
