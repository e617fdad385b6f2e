package org.callboard.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Graphs are drawn by the reader's browser, whatever they are made of; each page fetches what its own diagrams need. */
class DocsDiagramsJourney {

    private static final String ENTITY = """
            apiVersion: backstage.io/v1alpha1
            kind: Component
            metadata:
              name: graphs
              annotations: {backstage.io/techdocs-ref: 'dir:./graphs'}
            spec: {type: service, lifecycle: production, owner: group:booking}
            """;

    private static BrowserStage stage;

    private final List<Page> opened = new ArrayList<>();
    private final List<String> asked = new ArrayList<>();

    @BeforeAll
    static void start(@TempDir Path root) {
        write(root, "docs.yaml", ENTITY);
        write(root, "graphs/mkdocs.yml", "site_name: Graphs\nplugins: [techdocs-core]\n");
        write(root, "graphs/docs/index.md", "# Index\n\n```mermaid\nflowchart LR\n  a --> b\n```\n");
        write(root, "graphs/docs/drawn.md", """
                # Drawn

                {% dot gate.svg
                digraph Gate {
                  rankdir=LR
                  door -> seat [label="a ticket"]
                  lit [style=filled, fillcolor=yellow]
                }
                %}

                ```graphviz neato ring.svg
                graph Ring { a -- b -- c -- a }
                ```
                """);
        write(root, "graphs/docs/broken.md", """
                # Broken

                ```dot
                digraph {
                  a -> -> b
                }
                ```

                ```plantuml
                A -> B
                ```

                ```dot
                digraph After { a }
                ```
                """);
        write(root, "graphs/docs/evil.md", """
                # Evil

                ```dot
                digraph Evil {
                  stylesheet="https://example.com/x.css"
                  imagepath="/etc"
                  a [image="passwd", shapefile="/etc/passwd", URL="javascript:parent.stolen=1", label="<script>parent.stolen=1</script>"]
                  b [label=<<table><tr><td><img src="https://example.com/x.png"/></td></tr></table>>]
                  a -> b [href="javascript:top.stolen=1", label="</text><script>parent.stolen=1</script>"]
                }
                ```
                """);
        write(root, "graphs/docs/endless.md", "# Endless\n\n```dot\ndigraph {\n" + manyEdges() + "}\n```\n");
        stage = BrowserStage.start(root, "    - {type: file, target: docs.yaml, rules: [{allow: [Component]}]}\n");
    }

    /** Dot needs minutes for them. */
    private static String manyEdges() {
        StringBuilder edges = new StringBuilder();
        for (int edge = 0; edge < 3000; edge++) {
            edges.append(String.format("n%d -> n%d;%n", edge % 200, edge * 7919 % 211));
        }
        return edges.toString();
    }

    private static void write(Path root, String path, String text) {
        PortalFolder.write(root.resolve(path), text);
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

    private Page open(String name) {
        Page page = stage.at("/docs/default/component/graphs", ColorScheme.DARK);
        opened.add(page);
        assertThat(picture(page, "flowchart")).isVisible();
        page.onRequest(request -> asked.add(request.url().replaceFirst("^https?://[^/]*", "")));
        page.getByLabel("Pages of Graphs").getByText(name).click();
        return page;
    }

    private static Locator picture(Page page, String begin) {
        return page.getByRole(AriaRole.IMG, new Page.GetByRoleOptions().setName("Diagram: " + begin));
    }

    private static String svg(Locator picture) {
        return URLDecoder.decode(picture.getAttribute("src").replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    private List<String> frames() {
        return asked.stream().filter(path -> path.contains("/diagrams/")).toList();
    }

    @Test
    void drawsGraphsInTheColoursOfTheTheme() {
        Page page = open("Drawn");
        Locator gate = picture(page, "digraph Gate");
        assertThat(gate).isVisible();
        assertTrue((int) gate.evaluate("image => image.naturalWidth") > 100);
        String dark = svg(gate);
        assertTrue(dark.contains(">a ticket</text>"), dark);
        assertTrue(dark.contains("stroke=\"#e6e6e6\""), dark);
        assertTrue(dark.matches("(?s).*fill=\"#1f2328\">lit</text>.*"), dark);
        assertFalse(dark.contains("<polygon fill=\"white\""), dark);
        assertThat(picture(page, "graph Ring")).isVisible();
        page.evaluate("document.documentElement.dataset.theme = 'light'");
        page.waitForFunction("before => decodeURIComponent(before.src).includes('#1f2328\" d=')", gate.elementHandle());
        assertFalse(svg(gate).contains("#e6e6e6"));
    }

    @Test
    void fetchesWhatDrawsALanguageWhereThatIsUsed() {
        Page page = open("Drawn");
        assertThat(picture(page, "graph Ring")).isVisible();
        assertEquals(1, frames().size(), () -> "" + asked);
        assertTrue(frames().get(0).startsWith("/api/docs/diagrams/graphviz?of="), () -> "" + asked);
        page.reload();
        assertThat(picture(page, "graph Ring")).isVisible();
        assertTrue(frames().stream().noneMatch(path -> path.contains("mermaid")), () -> "" + asked);
    }

    @Test
    void saysWhatIsWrongWithAGraph() {
        Page page = open("Broken");
        assertThat(page.getByText("This diagram can't be drawn. syntax error in line 2 near '->'"))
                .isVisible();
        assertThat(page.getByText("This diagram is not drawn here; below is how it is written."))
                .isVisible();
        assertThat(picture(page, "digraph After")).isVisible();
    }

    @Test
    void nothingInAGraphIsFetchedOrRun() {
        Page page = open("Evil");
        Locator evil = picture(page, "digraph Evil");
        assertThat(evil).isVisible();
        assertTrue((int) evil.evaluate("image => image.naturalWidth") > 50);
        String svg = svg(evil);
        assertFalse(svg.contains("<script") || svg.contains("<image") || svg.contains("xml-stylesheet"), svg);
        assertEquals(null, page.evaluate("window.stolen"));
        page.frames().stream()
                .filter(frame -> frame != page.mainFrame())
                .forEach(frame -> assertEquals("null", frame.evaluate("window.origin")));
        assertTrue(
                asked.stream().noneMatch(url -> url.contains("example.com") || url.contains("passwd")),
                () -> "" + asked);
    }

    @Test
    void aGraphThatTakesTooLongIsGivenUpWhileThePageIsUsed() {
        Page page = open("Endless");
        assertThat(page.locator(".prose pre")).isVisible();
        page.getByLabel("Search in Graphs").fill("Drawn");
        assertThat(page.locator("[role='status']").getByText("found")).isAttached();
        assertThat(page.getByText("This diagram can't be drawn. It took too long to draw."))
                .isVisible(new IsVisibleOptions().setTimeout(30_000));
        page.getByLabel("Search in Graphs").fill("");
        page.getByLabel("Pages of Graphs").getByText("Drawn").click();
        assertThat(picture(page, "digraph Gate")).isVisible();
    }
}
