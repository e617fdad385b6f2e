package org.callboard.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Diagrams of PlantUML are drawn by the server that the operator names, and shown as pictures in which nothing runs. */
class DocsUmlJourney {

    private static final String DOCS = "/api/docs/default/component/uml/";

    private static UmlDrawingServer server;
    private static BrowserStage stage;

    @BeforeAll
    static void start(@TempDir Path root) {
        server = new UmlDrawingServer();
        PortalFolder.write(root.resolve("docs.yaml"), """
                apiVersion: backstage.io/v1alpha1
                kind: Component
                metadata:
                  name: uml
                  annotations: {backstage.io/techdocs-ref: 'dir:./uml'}
                spec: {type: service, lifecycle: production, owner: group:booking}
                """);
        PortalFolder.write(root.resolve("uml/mkdocs.yml"), "site_name: Drawings\nplugins: [techdocs-core]\n");
        PortalFolder.write(root.resolve("uml/docs/look.puml"), "@startuml\nskinparam monochrome true\n@enduml\n");
        PortalFolder.write(root.resolve("uml/docs/index.md"), """
                # Drawings

                ```plantuml
                !include look.puml
                Alice -> Bob: <hello>
                ```

                ::uml:: format="png"
                Bob -> Carol
                ::end-uml::

                ```puml
                Carol -> broken
                ```
                """);
        stage = BrowserStage.start(
                root,
                "  config: {docs: {plantUml: 'http://" + server.host() + "/svg'}}\n  hosts: {docs: [{host: '"
                        + server.host() + "'}]}\n",
                "    - {type: file, target: docs.yaml, rules: [{allow: [Component]}]}\n");
    }

    @AfterAll
    static void stop() {
        if (stage != null) {
            stage.close();
        }
        server.close();
    }

    private static Locator picture(Page page, String begin) {
        return page.getByRole(AriaRole.IMG, new Page.GetByRoleOptions().setName("Diagram: " + begin));
    }

    @Test
    void drawsWhatIsOnThePage() {
        Page page = stage.at("/docs/default/component/uml", ColorScheme.DARK);
        Locator first = picture(page, "!include look.puml");
        assertThat(first).isVisible();
        assertEquals(180, first.evaluate("image => image.naturalWidth"));
        assertEquals("rgb(255, 255, 255)", first.evaluate("image => getComputedStyle(image).backgroundColor"));
        assertThat(picture(page, "Bob -> Carol")).isVisible();
        assertThat(page.getByText("This diagram can't be drawn. Line 2: Syntax Error?"))
                .isVisible();
        page.evaluate("document.documentElement.dataset.theme = 'light'");
        assertThat(picture(page, "Bob -> Carol")).isVisible();
        assertEquals(null, page.evaluate("window.stolen"));
        assertEquals(
                Set.of(
                        "POST @startuml\nskinparam monochrome true\nAlice -> Bob: <hello>\n@enduml\n",
                        "POST @startuml\nBob -> Carol\n@enduml\n",
                        "POST @startuml\nCarol -> broken\n@enduml\n"),
                Set.copyOf(server.asked()));
        assertEquals(3, server.asked().size());
        page.context().close();
        stage.assertNoComplaints();
    }

    @Test
    void nobodyHasAnotherTextDrawn() {
        Answer drawn = stage.client().get(DOCS + "uml?number=1").expect(200);
        assertTrue(drawn.json().path("svg").asText().contains("Bob -> Carol"), drawn::text);
        assertEquals(
                "The page has no diagram 3.",
                stage.client()
                        .get(DOCS + "uml?number=3&text=A+-%3E+B")
                        .expect(404)
                        .json()
                        .path("error")
                        .path("message")
                        .asText());
        for (String number : List.of("-1", "x", "99999999999")) {
            stage.client().get(DOCS + "uml?number=" + number).expect(404);
        }
    }
}
