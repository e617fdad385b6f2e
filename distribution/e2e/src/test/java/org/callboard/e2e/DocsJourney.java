package org.callboard.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.callboard.e2e.BrowserJourney.heading;
import static org.callboard.e2e.ViewsJourney.link;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Documentation is read where it is looked for, and changes when its files do. */
class DocsJourney {

    private static final String SITE = "/api/docs/default/component/handbook";

    private static final String ENTITY = """
            apiVersion: backstage.io/v1alpha1
            kind: Component
            metadata:
              name: handbook
              title: Handbook
              annotations: {backstage.io/techdocs-ref: 'dir:./handbook'}
            spec: {type: service, lifecycle: production, owner: group:booking}
            """;

    private static BrowserStage stage;
    private static Path files;

    private final List<Page> opened = new ArrayList<>();

    @BeforeAll
    static void start(@TempDir Path root) {
        files = root.resolve("handbook");
        PortalFolder.write(root.resolve("docs.yaml"), PluginJar.bytes(ENTITY));
        write(
                "mkdocs.yml",
                "site_name: Handbook\nplugins: [techdocs-core]\nhooks: [evil.py]\nmarkdown_extensions: [pymdownx.arithmatex]\n");
        write("docs/index.md", "# Welcome\n\nRead [the guide](guide/first.md#second-part).\n\n![A map](map.svg)\n");
        write(
                "docs/guide/first.md",
                "# First\n\nSome words.\n\n## Second part\n\nMore about lanterns.\n\n[gone](gone.md)\n");
        write(
                "docs/map.svg",
                "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'><script>alert(1)</script></svg>");
        write("docs/evil.md", """
                # Evil <img src=x onerror=alert(1)>

                <script>window.stolen = 1</script>
                <a href="javascript:alert(1)">press</a> [press](javascript:alert(1)) <div style="position:fixed" onclick="alert(1)">x</div>
                <iframe src="https://example.com"></iframe><form action="https://example.com"><input name="password"></form>

                ![pixel](https://example.com/pixel.png)
                """);
        write("docs/drawn.md", """
                # Drawn

                ```java
                class Gate {}
                ```

                $e^{i\\pi}$ and $\\nonsense{$

                ```mermaid
                flowchart LR
                  a["<img src=x onerror=parent.stolen=1>"] --> b
                  click a "javascript:parent.stolen=1"
                ```

                ```mermaid
                %%{init: {"securityLevel": "loose", "themeCSS": "* { background: url(https://example.com) }"}}%%
                flowchart LR
                  this is none
                ```
                """);
        PortalFolder.write(root.resolve("secret.md"), PluginJar.bytes("# hush"));
        stage = BrowserStage.start(root, "    - {type: file, target: docs.yaml, rules: [{allow: [Component]}]}\n");
        Eventually.holds(
                "the documentation is read",
                Duration.ofSeconds(60),
                () -> !stage.client()
                        .get("/api/web-shell/search?q=lanterns")
                        .expect(200)
                        .json()
                        .path("hits")
                        .isEmpty());
    }

    @Test
    void coloursCodeAndDrawsFormulasAndDiagrams() {
        Page page = open("/docs/default/component/handbook/drawn");
        assertThat(page.locator("pre .hljs-keyword").first()).hasText("class");
        assertThat(page.locator(".math math")).hasCount(1);
        assertThat(page.getByText("$\\nonsense{$")).isVisible();
        Locator diagram = page.getByRole(AriaRole.IMG, new Page.GetByRoleOptions().setName("Diagram: flowchart"));
        assertThat(diagram).isVisible();
        assertTrue((int) diagram.evaluate("image => image.naturalWidth") > 100);
        String light = diagram.getAttribute("src");
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        assertThat(diagram).not().hasAttribute("src", light);
        String dark = diagram.getAttribute("src");
        page.evaluate("document.documentElement.dataset.theme = 'light'");
        assertThat(diagram).not().hasAttribute("src", dark);
        assertThat(page.getByText("This diagram can't be drawn.")).isVisible();
        assertEquals(null, page.evaluate("window.stolen"));
        assertEquals(
                "null", page.frames().get(1).evaluate("window.origin"), "The frame that draws belongs to no origin.");
        // it says that what the diagram tried was forbidden
        stage.forgiveComplaints();
    }

    private static void write(String path, String text) {
        PortalFolder.write(files.resolve(path), text);
    }

    @AfterAll
    static void stop() {
        if (stage != null) {
            stage.close();
        }
    }

    @AfterEach
    void close() {
        opened.forEach(page -> page.context().close());
        stage.assertNoComplaints();
    }

    private Page open(String path) {
        Page page = stage.at(path, ColorScheme.LIGHT);
        opened.add(page);
        return page;
    }

    @Test
    void isListedReadAndWalkedThrough() {
        Page page = open("/docs");
        link(page, "Booking Engine").click();
        assertThat(heading(page, "Booking Engine")).isVisible();
        page.getByLabel("Pages of Booking Engine")
                .getByText("States of a booking")
                .click();
        assertThat(heading(page, "States of a booking")).isVisible();
        assertTrue(page.url().endsWith("/docs/default/system/booking-engine/states"), page.url());
        page.reload();
        assertThat(heading(page, "States of a booking")).isVisible();
        page.getByLabel("Previous and next page").getByText("On-sale day").click();
        assertThat(heading(page, "On-sale day")).isVisible();
        page.goBack();
        assertThat(heading(page, "States of a booking")).isVisible();
    }

    @Test
    void isATabOfItsEntity() {
        Page page = open("/catalog/default/component/handbook");
        page.locator("a[href$='/docs.docs']").click();
        assertThat(heading(page, "Welcome")).isVisible();
        link(page, "the guide").click();
        assertThat(heading(page, "Second part")).isInViewport();
        assertThat(page.getByText("A problem in the source of this page")).isVisible();
        assertTrue(page.url().contains("/catalog/default/component/handbook/docs.docs"), page.url());
    }

    @Test
    void isATabOfThoseThatShareIt() {
        Page page = open("/catalog/default/component/booking-service");
        page.locator("a[href$='/docs.docs']").click();
        assertThat(heading(page, "Booking Engine")).isVisible();
    }

    @Test
    void findsWordsInASite() {
        Page page = open("/docs/default/component/handbook");
        page.getByLabel("Search in Handbook").fill("lanterns");
        page.getByText("First: Second part").click();
        assertThat(heading(page, "First")).isVisible();
    }

    @Test
    void theSearchOverEverythingFindsASectionAndOpensItThere() {
        Page page = open("/");
        page.keyboard().press("Control+k");
        page.getByLabel("Search entities, documents, pages and commands").fill("lantrens");
        Locator found =
                page.getByRole(AriaRole.OPTION).filter(new Locator.FilterOptions().setHasText("First: Second part"));
        assertThat(found).isVisible();
        found.click();
        assertThat(heading(page, "Second part")).isInViewport();
        assertTrue(page.url().endsWith("/docs/default/component/handbook/guide/first#second-part"), page.url());
    }

    @Test
    void isSearchedFromItsListAndWhatIsFoundIsWalkedThroughByTheKeyboard() {
        Page page = open("/docs");
        page.getByLabel("Search in all documentation").fill("lanterns");
        page.keyboard().press("Enter");
        assertThat(heading(page, "Search")).isVisible();
        Locator hit =
                page.getByRole(AriaRole.LISTITEM).filter(new Locator.FilterOptions().setHasText("More about lanterns"));
        assertThat(hit.locator("mark")).hasText("lanterns");
        page.getByLabel("Search in texts").focus();
        page.keyboard().press("ArrowDown");
        page.keyboard().press("Enter");
        assertThat(heading(page, "Second part")).isInViewport();
        page.navigate(page.url().replaceFirst("/docs/.*", "/search?q=nothingofthekind"));
        assertThat(page.getByText("Nothing says “nothingofthekind”")).isVisible();
    }

    @Test
    void showsWhatWasSavedWithoutBeingLoadedAgain() {
        write("docs/news.md", "# News\n\nOf yesterday.\n");
        Page page = open("/docs/default/component/handbook/news");
        assertThat(page.getByText("Of yesterday.")).isVisible();
        page.evaluate("window.stillTheSame = true");
        write("docs/news.md", "# News\n\nOf today, which is longer.\n");
        assertThat(page.getByText("Of today, which is longer.")).isVisible();
        assertEquals(true, page.evaluate("window.stillTheSame"));
    }

    @Test
    void letsNothingInAPageRun() {
        Page page = open("/docs/default/component/handbook/evil");
        assertThat(heading(page, "Evil")).isVisible();
        assertEquals(null, page.evaluate("window.stolen"));
        String html = stage.client()
                .get(SITE + "/page?at=evil")
                .expect(200)
                .json()
                .path("html")
                .asText();
        for (String active : List.of(
                "<script", "onerror", "onclick", "javascript:", "<iframe", "<form", "<input", "style=", "<img")) {
            assertFalse(html.contains(active), () -> active + " in " + html);
        }
    }

    @Test
    void servesFilesSoThatNothingInThemRuns() {
        Answer picture = stage.client().get(SITE + "/files/map.svg").expect(200);
        assertEquals("image/svg+xml", picture.header("Content-Type"));
        List<String> policies = picture.headers().allValues("Content-Security-Policy");
        assertTrue(policies.stream().anyMatch(policy -> policy.contains("sandbox")), policies::toString);
        assertEquals("nosniff", picture.header("X-Content-Type-Options"));
        write("docs/page.png", "<html><script>alert(1)</script></html>");
        Answer page = Eventually.find(
                "the file",
                Duration.ofSeconds(30),
                () -> stage.client().get(SITE + "/files/page.png").ifStatus(200));
        assertEquals("application/octet-stream", page.header("Content-Type"));
        assertEquals("attachment", page.header("Content-Disposition"));
    }

    @Test
    void readsNothingElse() {
        for (String path : List.of("..%2F..%2Fsecret.md", "../mkdocs.yml", "%2Fetc%2Fpasswd", "nothing.png")) {
            int status = stage.client().get(SITE + "/files/" + path).status();
            assertTrue(status == 404 || status == 400, path + " " + status);
        }
        stage.client().get("/api/docs/default/component/booking-service-x/site").expect(404);
        stage.client().get(SITE + "/page?at=..%2F..%2Fsecret").expect(404);
        assertFalse(stage.client().get(SITE + "/site").expect(200).text().contains("hush"));
    }
}
