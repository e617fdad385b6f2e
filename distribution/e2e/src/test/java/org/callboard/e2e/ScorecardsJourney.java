package org.callboard.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.callboard.e2e.BrowserJourney.heading;
import static org.callboard.e2e.BrowserJourney.named;
import static org.callboard.e2e.ViewsJourney.link;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A standard in a file says how good lanterns are; their people see why, mend them, and see them rise. */
class ScorecardsJourney {

    private static final String STANDARD = """
            apiVersion: callboard.org/v1alpha1
            kind: Standard
            metadata: {name: lanterns, title: Lanterns, description: What every lantern has.}
            spec:
              owner: group:default/booking
              applies: {kinds: [Component], types: [lantern]}
              checks:
                - id: described
                  title: It says what it lights
                  effort: small
                  rule: {fact: catalog, path: $.metadata.description, is: present}
                  message: Nobody knows what it lights.
                  fix: Write it into metadata.description.
                - id: tested
                  title: It was tested in the dark
                  effort: medium
                  rule: {fact: ci/darkness, path: $.passed, atLeast: 3}
                  message: It failed in the dark.
                  fix: Test it at night.
              tracks:
                - id: light
                  title: Light
                  levels:
                    - {id: dim, title: Dim, checks: [described]}
                    - {id: bright, title: Bright, checks: [tested]}
            """;

    private static final String LANTERNS = """
            apiVersion: backstage.io/v1alpha1
            kind: Component
            metadata: {name: lantern-a, title: Lantern A%s}
            spec: {type: lantern, lifecycle: production, owner: group:booking}
            ---
            apiVersion: backstage.io/v1alpha1
            kind: Component
            metadata: {name: lantern-b, title: Lantern B, description: Lights the stairs.}
            spec: {type: lantern, lifecycle: production, owner: group:booking}
            """;

    private static final String TAB = "/catalog/default/component/lantern-%s/scorecards.scorecard";
    private static final String PAGE = "/scorecards/default/lanterns";

    private static BrowserStage stage;
    private static Path lanterns;

    private final List<Page> opened = new ArrayList<>();

    @BeforeAll
    static void start(@TempDir Path root) {
        lanterns = root.resolve("lanterns.yaml");
        PortalFolder.write(root.resolve("standards.yaml"), PluginJar.bytes(STANDARD));
        PortalFolder.write(lanterns, PluginJar.bytes(LANTERNS.formatted("")));
        stage = BrowserStage.start(root, """
                    - {type: file, target: standards.yaml, rules: [{allow: [Standard]}]}
                    - {type: file, target: lanterns.yaml, rules: [{allow: [Component]}]}
                """);
        Eventually.holds(
                "scores of all lanterns",
                Duration.ofSeconds(30),
                () -> stage.client()
                                .get("/api/scorecards/heatmap?standard=standard:default/lanterns")
                                .json()
                                .path("total")
                                .asInt()
                        == 2);
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
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1))
                        .first())
                .isVisible();
        return page;
    }

    private static Locator check(Page page, String id) {
        return page.locator("details[data-check=" + id + "]");
    }

    @Test
    void tellsWhatIsMissingAndRisesInTheOpenPageWhenThatIsMended() {
        Page page = open(TAB.formatted("a"));
        assertThat(page.locator(".badge")).hasText("No level yet");
        assertThat(check(page, "described")).containsText("Failed");
        assertThat(check(page, "described")).containsText("Nobody knows what it lights.");
        assertThat(check(page, "described")).containsText("Write it into metadata.description.");
        assertThat(check(page, "described")).containsText("lanterns.yaml");
        page.evaluate("window.stillTheSame = true");
        PortalFolder.write(lanterns, PluginJar.bytes(LANTERNS.formatted(", description: Lights the yard.")));
        refresh("component:default/lantern-a");
        assertThat(page.locator(".badge")).hasText("Dim");
        assertThat(check(page, "described")).containsText("Passed");
        assertEquals(true, page.evaluate("window.stillTheSame"), "The page was loaded again.");
    }

    private static void refresh(String entity) {
        stage.client()
                .post("/api/catalog/refresh", "application/json", PluginJar.bytes("{\"entityRef\":\"" + entity + "\"}"))
                .expect(200);
    }

    @Test
    void tellsWhatIsNotKnownFromWhatFailed() {
        Page page = open(TAB.formatted("b"));
        assertThat(check(page, "tested")).containsText("Unknown");
        push("{\"fact\":\"ci/darkness\",\"value\":{\"passed\":1},\"source\":\"night 1\"}");
        page.getByRole(AriaRole.BUTTON, named("Check again")).click();
        assertThat(check(page, "tested")).containsText("It failed in the dark.");
        assertThat(check(page, "tested")).containsText("night 1");
        push("{\"fact\":\"ci/darkness\",\"value\":{\"passed\":3},\"source\":\"night 2\"}");
        page.getByRole(AriaRole.BUTTON, named("Check again")).click();
        assertThat(page.locator(".badge")).hasText("Bright");
    }

    private static void push(String fact) {
        stage.client()
                .post("/api/scorecards/facts/default/component/lantern-b", "application/json", PluginJar.bytes(fact))
                .expect(204);
    }

    @Test
    void leadsFromTheOverviewThroughTheHeatMapToACheckByKeyboard() {
        Page page = open("/scorecards");
        link(page, "Lanterns").click();
        Locator grid = page.getByRole(AriaRole.GRID, named("Entities by checks"));
        assertThat(grid).hasAttribute("aria-rowcount", "3");
        assertThat(grid.getByRole(AriaRole.ROWHEADER)).hasCount(2);
        page.getByLabel("Sort by").selectOption("name");
        grid.focus();
        for (String key : List.of("Control+Home", "ArrowDown", "ArrowDown", "End", "ArrowLeft")) {
            page.keyboard().press(key);
        }
        assertThat(page.locator("#active")).hasAttribute("aria-label", "Passed");
        assertThat(page.locator(".tip")).containsText("Lantern B");
        page.keyboard().press("Enter");
        assertThat(page).hasURL(Pattern.compile(".*" + TAB.formatted("b") + "#described"));
        assertThat(check(page, "described")).hasAttribute("open", "");
    }

    @Test
    void narrowsTheHeatMapByWhatStandsInTheAddress() {
        Page page = open(PAGE + "?text=lantern+b");
        assertThat(page.getByRole(AriaRole.ROWHEADER)).hasText(new String[] {"Lantern B"});
        page.getByLabel("Filter by name").fill("nothing like it");
        assertThat(page.getByText("Nothing fits")).isVisible();
        assertThat(page).hasURL(Pattern.compile(".*[?]text=nothing[+]like[+]it"));
        page.getByRole(AriaRole.BUTTON, named("Show all")).click();
        assertThat(page.getByRole(AriaRole.ROWHEADER)).hasCount(2);
    }

    @Test
    void triesAChangedFileWithoutSavingIt() {
        Page page = open(PAGE + "/edit");
        assertThat(page.locator("p.lead")).containsText("standards.yaml");
        assertThat(page.getByRole(AriaRole.BUTTON, named("Save"))).hasCount(0);
        Locator text = page.getByLabel("Text of the standard");
        text.fill(STANDARD.replace("is: present", "is: purple"));
        page.getByRole(AriaRole.BUTTON, named("Try it")).click();
        Locator result = page.getByRole(AriaRole.REGION, named("Trial"));
        assertThat(result.getByText("Line 11")).isVisible();
        text.fill(STANDARD.replace("checks: [described]", "checks: [described, tested]"));
        page.keyboard().press("Control+Enter");
        assertThat(result).containsText("It would apply to 2 entities. Nothing was saved.");
    }

    @Test
    void keepsAStandardThatIsWrittenInThePortal() {
        Page page = open("/scorecards/new");
        Locator text = page.getByLabel("Text of the standard");
        text.fill(STANDARD.replace("name: lanterns, title: Lanterns", "name: lamps, title: Lamps"));
        page.getByRole(AriaRole.BUTTON, named("Save")).click();
        assertThat(heading(page, "Lamps")).isVisible();
        assertThat(page.getByRole(AriaRole.ROWHEADER)).hasCount(2);
        link(page, "Edit and try").click();
        assertThat(page.getByText("1 version")).isVisible();
        page.getByRole(AriaRole.BUTTON, named("Remove")).click();
        page.getByRole(AriaRole.DIALOG)
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Remove"))
                .click();
        assertThat(page).hasURL(Pattern.compile(".*/scorecards$"));
        assertThat(link(page, "Lanterns")).isVisible();
        assertThat(link(page, "Lamps")).hasCount(0);
        // the page asked for more of it while it came and went
        stage.forgiveComplaints();
    }

    @ParameterizedTest
    @EnumSource(
            value = ColorScheme.class,
            names = {"LIGHT", "DARK"})
    void isForEverybody(ColorScheme scheme) {
        Page page = stage.signedIn(scheme);
        opened.add(page);
        for (String path : List.of(
                "/scorecards",
                PAGE,
                PAGE + "?view=groups",
                PAGE + "?view=trend",
                PAGE + "/edit",
                "/scorecards/new",
                TAB.formatted("a"),
                "/catalog/default/component/lantern-a")) {
            page.navigate(stage.portal().address() + path);
            assertThat(page.locator("[aria-busy=true]")).hasCount(0);
            AppearanceJourney.assertAccessible(page);
            AppearanceJourney.picture("scorecards" + path.replaceAll("[^a-z]+", "-"), page, scheme);
        }
    }
}
