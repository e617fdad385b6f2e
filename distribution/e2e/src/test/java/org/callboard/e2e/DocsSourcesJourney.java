package org.callboard.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.callboard.e2e.BrowserJourney.heading;
import static org.callboard.e2e.ViewsJourney.link;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Documentation comes from where the code is: repositories on the web, their versions, and the usual places. */
class DocsSourcesJourney {

    private static final String REFRESH = "{\"entityRef\":\"component:default/NAME\"}";

    private static final String FEED = """
            <feed xmlns="http://www.w3.org/2005/Atom"><entry><id>0123456789abcdef0123456789abcdef01234567</id>
            <updated>2026-05-04T10:20:30Z</updated><author><name>Mara Öst</name></author></entry></feed>
            """;

    private static BrowserStage stage;
    private static ArchiveServer host;

    private static String entity(String name, String annotations) {
        return """
            apiVersion: backstage.io/v1alpha1
            kind: Component
            metadata: {name: %s, annotations: {%s}}
            spec: {type: service, lifecycle: production, owner: group:booking}
            ---
            """.formatted(name, annotations);
    }

    @BeforeAll
    static void start(@TempDir Path root) {
        host = new ArchiveServer();
        String shop = "http://" + host.host() + "/acme/shop/src/branch/main/docs";
        String lost = "http://" + host.host() + "/acme/lost/src/branch/main";
        host.repository(
                        "/acme/shop",
                        "main",
                        Map.of("docs/index.md", "# Shop of today\n\n[Open](open.md)\n", "docs/open.md", "# Opening\n"))
                .repository(
                        "/acme/shop",
                        "v1",
                        Map.of(
                                "docs/index.md",
                                "# Shop of yesterday\n\n[Open](open.md)\n",
                                "docs/open.md",
                                "# Opening, then\n"))
                .repository("/acme/kiosk", "main", Map.of("docs/index.md", "# Kiosk\n"))
                .repository("/acme/aged", "main", Map.of("index.md", "# Aged\n"))
                .raw("/acme/shop/atom/branch/main/docs/open.md", FEED)
                .raw(
                        "/acme/kiosk/src/branch/main/catalog-info.yaml",
                        entity("kiosk", "backstage.io/techdocs-ref: 'dir:docs'"));
        PortalFolder.write(
                root.resolve("web.yaml"),
                PluginJar.bytes(entity(
                                "shop",
                                "backstage.io/techdocs-ref: 'url:" + shop
                                        + "', callboard.org/docs-versions: 'main, v1'")
                        + entity("lost", "backstage.io/techdocs-ref: 'url:" + lost + "'")
                        + entity("barred", "backstage.io/techdocs-ref: 'url:https://git.example.com/a/b/-/tree/main'")
                        + entity(
                                "aged",
                                "backstage.io/techdocs-ref: 'url:http://" + host.host()
                                        + "/acme/aged/src/branch/main'")));
        PortalFolder.write(root.resolve("plain/catalog-info.yaml"), entity("plain", ""));
        PortalFolder.write(root.resolve("plain/README.md"), "# Plainly read\n\nOf candles.\n");
        PortalFolder.write(root.resolve("plain/docs/adr/0003-candles.md"), "# 3. Candles\n\n## Status\n\nAccepted\n");
        stage = BrowserStage.start(
                root,
                "    - {type: file, target: web.yaml, rules: [{allow: [Component]}]}\n"
                        + "    - {type: file, target: plain/catalog-info.yaml, rules: [{allow: [Component]}]}\n"
                        + "    - {type: url, target: 'http://" + host.host()
                        + "/acme/kiosk/src/branch/main/catalog-info.yaml', rules: [{allow: [Component]}]}\n"
                        + "reading: {allow: [{host: '" + host.host() + "'}]}\n");
    }

    @AfterAll
    static void stop() {
        if (stage != null) {
            stage.close();
        }
        host.close();
    }

    private static Answer page(String name, String query) {
        return stage.client().get("/api/docs/default/component/" + name + "/page" + query);
    }

    private static JsonNode shown(String name) {
        return Eventually.find(
                        "the documentation of " + name,
                        Duration.ofSeconds(60),
                        () -> page(name, "").ifStatus(200))
                .json();
    }

    @Test
    void aRepositoryOnTheWebIsReadAndItsVersionsAreChosenFrom() {
        shown("shop");
        Page page = stage.at("/docs/default/component/shop", ColorScheme.LIGHT);
        assertThat(heading(page, "Shop of today")).isVisible();
        page.getByLabel("Version", new Page.GetByLabelOptions().setExact(true)).selectOption("v1");
        assertThat(heading(page, "Shop of yesterday")).isVisible();
        link(page, "Open").first().click();
        assertThat(heading(page, "Opening, then")).isVisible();
        assertTrue(page.url().endsWith("/docs/default/component/shop/open?version=v1"), page.url());
        page.reload();
        assertThat(heading(page, "Opening, then")).isVisible();
        page.getByLabel("Version", new Page.GetByLabelOptions().setExact(true)).selectOption("main");
        assertThat(heading(page, "Opening").first()).isVisible();
        page.waitForURL("**/docs/default/component/shop/open");
        page("shop", "?version=secret").expect(404);
        page.context().close();
        stage.assertNoComplaints();
    }

    @Test
    void theCodeHostSaysWhoChangedAPage() {
        shown("shop");
        JsonNode change = Eventually.find(
                        "the commit",
                        Duration.ofSeconds(30),
                        () -> stage.client()
                                .get("/api/docs/default/component/shop/about?at=open")
                                .ifStatus(200)
                                .filter(about -> !about.json().path("change").isNull()))
                .json()
                .path("change");
        assertEquals("2026-05-04T10:20:30Z", change.path("at").asText());
        Page page = stage.at("/docs/default/component/shop/open", ColorScheme.LIGHT);
        assertThat(page.getByText("Mara Öst")).isVisible();
        page.context().close();
        stage.assertNoComplaints();
    }

    @Test
    void aFolderBesideADescriptorOnTheWebIsRead() {
        assertEquals("Kiosk", shown("kiosk").path("title").asText());
    }

    @Test
    void whatCanNoLongerBeHadIsShownStillAndSaysWhy() {
        assertEquals("Aged", shown("aged").path("title").asText());
        host.forget("/acme/aged");
        JsonNode old = Eventually.find("the reason", Duration.ofSeconds(60), () -> {
            stage.client()
                    .post("/api/catalog/refresh", "application/json", PluginJar.bytes(REFRESH.replace("NAME", "aged")));
            JsonNode now = page("aged", "").expect(200).json();
            return now.path("problems").isEmpty() ? Optional.<JsonNode>empty() : Optional.of(now);
        });
        assertEquals("Aged", old.path("title").asText());
        String problem = old.path("problems").get(0).path("message").asText();
        assertTrue(problem.contains("last copy") && problem.contains("answers 404"), problem);
    }

    @Test
    void whyThereIsNothingToReadIsSaidOnItsTab() {
        Page page = stage.at("/catalog/default/component/barred/docs.docs", ColorScheme.LIGHT);
        assertThat(page.getByText("The configuration does not let the portal read"))
                .isVisible();
        assertThat(page.getByText("reading: {allow: [{host: 'git.example.com'}]}"))
                .isVisible();
        page.navigate(page.url().replace("barred", "lost"));
        assertThat(page.getByText("answers 404")).isVisible();
        page.context().close();
        stage.forgiveComplaints();
    }

    @Test
    void whatStandsInTheUsualPlacesNeedsNoAnnotation() {
        Page page = stage.at("/catalog/default/component/plain", ColorScheme.LIGHT);
        Locator tab = page.locator("a[href$='/docs.docs']");
        tab.click();
        assertThat(heading(page, "Plainly read")).isVisible();
        page.getByText("3 Candles (accepted)").first().click();
        assertThat(heading(page, "Candles").first()).isVisible();
        assertThat(tab).hasCount(1);
        page.context().close();
        stage.assertNoComplaints();
    }
}
