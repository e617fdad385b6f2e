package org.callboard.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is around an entity: seen, walked through, narrowed and read. */
class GraphJourney {

    private static final String REF = "component:default/booking-service";
    private static final String GRAPH = "/graph/component/default/booking-service";

    private static Path late;
    private static BrowserStage stage;

    @BeforeAll
    static void start(@TempDir Path root) {
        late = PortalFolder.write(root.resolve("late.yaml"), new byte[0]);
        stage = BrowserStage.start(root, "    - {type: file, target: late.yaml}\n");
    }

    @AfterAll
    static void stop() {
        if (stage != null) {
            stage.close();
        }
    }

    @AfterEach
    void expectNoComplaints() {
        stage.assertNoComplaints();
    }

    private static JsonNode graph(String more) {
        return stage.client()
                .get("/api/web-shell/graph?entity=" + REF + more)
                .expect(200)
                .json();
    }

    private static Page shown(String path, ColorScheme scheme) {
        Page page = stage.at(path, scheme);
        assertThat(boxes(page).first()).isVisible();
        assertThat(page.locator("[aria-busy=true]")).hasCount(0);
        page.evaluate("document.fonts.ready.then(() => true)");
        return page;
    }

    private static Locator boxes(Page page) {
        return page.locator("cb-graph-canvas .node");
    }

    private static Locator focused(Page page) {
        return page.locator("cb-graph-canvas .node:focus");
    }

    @ParameterizedTest
    @EnumSource(
            value = ColorScheme.class,
            names = {"LIGHT", "DARK"})
    void everybodyCanUseThePictureAndTheList(ColorScheme scheme) {
        Page page = shown(GRAPH, scheme);
        AppearanceJourney.assertAccessible(page);
        AppearanceJourney.picture("graph", page, scheme);
        boxes(page).first().hover();
        AppearanceJourney.picture("graph-peek", page, scheme);
        page.navigate(stage.portal().address() + GRAPH + "?depth=2");
        assertThat(boxes(page).nth(30)).isAttached();
        AppearanceJourney.picture("graph-far", page, scheme);
        page.getByRole(AriaRole.BUTTON, BrowserJourney.named("List")).click();
        assertThat(page.getByRole(AriaRole.TABLE)).isVisible();
        assertThat(page).hasURL(Pattern.compile("view=list$"));
        AppearanceJourney.assertAccessible(page);
        AppearanceJourney.picture("graph-list", page, scheme);
        page.setViewportSize(360, 720);
        AppearanceJourney.picture("graph-list-narrow", page, scheme);
        page.navigate(stage.portal().address() + GRAPH);
        assertThat(boxes(page).first()).isVisible();
        AppearanceJourney.picture("graph-narrow", page, scheme);
        assertEquals(0, page.evaluate("document.documentElement.scrollWidth - innerWidth"), "beside the page");
        AppearanceJourney.assertAccessible(page);
        page.context().close();
    }

    @Test
    void showsWhatTheServerLaidOut() {
        JsonNode graph = graph("&depth=1");
        assertEquals(REF, graph.at("/nodes/0/ref").asText());
        Page page = shown(GRAPH, ColorScheme.LIGHT);
        assertThat(boxes(page)).hasCount(graph.path("nodes").size());
        page.getByRole(AriaRole.BUTTON, BrowserJourney.named("List")).click();
        assertThat(page.locator("cb-graph tbody tr"))
                .hasCount(graph.path("nodes").size());
        page.context().close();
    }

    @Test
    void needsNoMouse() {
        Page page = shown(GRAPH, ColorScheme.LIGHT);
        page.getByRole(AriaRole.BUTTON, BrowserJourney.named("List")).focus();
        page.keyboard().press("Tab");
        assertThat(focused(page)).hasAttribute("href", Pattern.compile("booking-service$"));
        assertThat(page.locator("cb-graph-canvas .peek")).containsText(REF);
        page.keyboard().press("ArrowRight");
        assertThat(focused(page)).not().hasAttribute("href", Pattern.compile("booking-service$"));
        String target = focused(page).getAttribute("href");
        String before = sight(page);
        page.keyboard().press("+");
        assertTrue(!before.equals(sight(page)), "Plus makes it larger.");
        page.keyboard().press("r");
        String[] steps = target.split("/", -1);
        assertThat(page).hasURL(stage.portal().address() + "/graph/" + steps[3] + "/" + steps[2] + "/" + steps[4]);
        assertThat(page.locator("cb-graph-canvas .root")).hasAttribute("href", target);
        page.locator("cb-graph-canvas .root").focus();
        page.keyboard().press("Enter");
        assertThat(page).hasURL(stage.portal().address() + target);
        page.goBack();
        page.goBack();
        assertThat(page).hasURL(stage.portal().address() + GRAPH);
        page.context().close();
    }

    private static String sight(Page page) {
        return page.locator("cb-graph-canvas svg.canvas > g").getAttribute("transform");
    }

    @Test
    void takesInWhatComesAndStaysWhereTheReaderIs() {
        Page page = shown(GRAPH, ColorScheme.LIGHT);
        page.locator("cb-graph-canvas .root").focus();
        page.keyboard().press("ArrowRight");
        page.keyboard().press("+");
        String here = focused(page).getAttribute("href");
        String scale = sight(page).replaceFirst(".*scale", "");
        Path unused = PortalFolder.write(late, PluginJar.bytes("""
                apiVersion: backstage.io/v1alpha1
                kind: Component
                metadata: {name: late-comer}
                spec: {type: service, lifecycle: production, owner: booking, dependsOn: [component:default/booking-service]}
                """));
        assertThat(page.locator("cb-graph-canvas .node[href$='/late-comer']"))
                .isAttached(new LocatorAssertions.IsAttachedOptions().setTimeout(30_000));
        assertThat(focused(page)).hasAttribute("href", here);
        assertEquals(scale, sight(page).replaceFirst(".*scale", ""));
        page.context().close();
    }

    @Test
    void isNarrowedInTheAddress() {
        Page page = shown(GRAPH, ColorScheme.LIGHT);
        page.locator("cb-graph details").first().locator("summary").click();
        page.getByRole(AriaRole.CHECKBOX, BrowserJourney.named("group")).check();
        assertThat(page).hasURL(Pattern.compile("kinds=group$"));
        assertThat(boxes(page))
                .hasCount(graph("&depth=1&kinds=group").path("nodes").size());
        page.keyboard().press("Escape");
        page.locator("cb-graph select").last().selectOption("3");
        assertThat(page).hasURL(Pattern.compile("depth=3&kinds=group$"));
        page.reload();
        assertThat(boxes(page))
                .hasCount(graph("&depth=3&kinds=group").path("nodes").size());
        page.context().close();
    }

    @Test
    void isMovedAndOpenedWithTheMouse() {
        Page page = shown(GRAPH, ColorScheme.LIGHT);
        String before = sight(page);
        page.locator("cb-graph-canvas").hover(new Locator.HoverOptions().setPosition(8, 8));
        page.mouse().wheel(0, -240);
        assertThat(page.locator("cb-graph-canvas svg.canvas > g")).not().hasAttribute("transform", before);
        page.keyboard().press("Home");
        page.getByRole(AriaRole.BUTTON, BrowserJourney.named("Show all of it")).click();
        Locator other = boxes(page).nth(1);
        String target = other.getAttribute("href");
        other.dblclick();
        assertThat(page.locator("cb-graph-canvas .root")).hasAttribute("href", target);
        assertThat(page).hasURL(Pattern.compile("/graph/"));
        page.locator("cb-graph-canvas .root").click();
        assertThat(page).hasURL(stage.portal().address() + target);
        page.context().close();
    }

    @Test
    void isATabOfEveryEntity() {
        Page page = stage.at("/catalog/default/component/booking-service", ColorScheme.LIGHT);
        page.getByRole(AriaRole.NAVIGATION, BrowserJourney.named("Parts of this page"))
                .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("Graph"))
                .click();
        assertThat(boxes(page).first()).isVisible();
        AppearanceJourney.assertAccessible(page);
        AppearanceJourney.picture("graph-tab", page, ColorScheme.LIGHT);
        page.locator("cb-graph select").last().selectOption("2");
        assertThat(boxes(page)).hasCount(graph("&depth=2").path("nodes").size());
        page.context().close();
    }

    @Test
    void saysSoWhereThereIsNothingOrNobody() {
        Page page = stage.at("/graph/component/default/nowhere", ColorScheme.LIGHT);
        assertThat(page.getByText("There is no entity component:default/nowhere"))
                .isVisible();
        AppearanceJourney.assertAccessible(page);
        stage.forgiveComplaints();
        page.navigate(stage.portal().address() + GRAPH + "?kinds=template");
        assertThat(page.getByText("Nothing around it is asked for")).isVisible();
        page.getByRole(AriaRole.BUTTON, BrowserJourney.named("Show everything")).click();
        assertThat(boxes(page).first()).isVisible();
        page.context().close();
    }
}
