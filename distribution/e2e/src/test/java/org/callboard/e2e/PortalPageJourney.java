package org.callboard.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.callboard.e2e.BrowserJourney.heading;
import static org.callboard.e2e.ViewsJourney.link;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The page that shows how the portal itself does. */
class PortalPageJourney {

    private static final String ADDRESS = "/settings/health";
    private static final String POLICY = """
            rules:
              - allow: [portal.use, catalog.entity.read, plugin.read]
                to: everyone
              - allow: [portal.inspect, task.read]
                to: user:default/ines.carvalho
            """;

    private static BrowserStage stage;
    private static Path root;

    @BeforeAll
    static void start(@TempDir Path folder) {
        root = folder;
        PortalFolder.write(folder.resolve("policy.yaml"), PluginJar.bytes(POLICY));
        stage = BrowserStage.start(folder, """
                audit:
                  kept: 90d
                auth:
                  policy: policy.yaml
                  proxy:
                    from: [127.0.0.1]
                    user: X-Forwarded-User
                """);
        stage.client().install(chore()).expect(201);
    }

    @AfterAll
    static void stop() {
        if (stage != null) {
            stage.close();
        }
    }

    private static byte[] chore() {
        return PluginJar.of("e2e-chore", "1.0.0").with("Chore", """
                import org.callboard.api.task.*;
                @Component
                public final class Chore implements ScheduledTask {
                    @Override public String title() { return "Sweep the stage"; }
                    @Override public Schedule schedule() { return Schedule.onDemand(); }
                    @Override public void run(TaskRun run) { }
                }
                """).build();
    }

    private static Locator own(Page page) {
        return page.locator("cb-portal-page");
    }

    private static Locator settings(Page page) {
        return own(page).locator("cb-portal-settings tbody tr");
    }

    private static Locator row(Page page, String text) {
        return own(page).locator("tbody tr").filter(new Locator.FilterOptions().setHasText(text));
    }

    private static Locator.GetByRoleOptions called(String name) {
        return new Locator.GetByRoleOptions().setName(name);
    }

    private static JsonNode health() {
        return stage.client().get("/api/portal/health").expect(200).json();
    }

    private static JsonNode setting(String key) {
        for (JsonNode setting : health().path("configuration")) {
            if (setting.path("key").asText().equals(key)) {
                return setting;
            }
        }
        throw new AssertionError("There is no setting " + key + " in " + health());
    }

    @Test
    void theAnswerSaysWhatThePageShows() {
        JsonNode health = health();
        assertEquals("H2", health.path("database").path("product").asText());
        assertTrue(health.path("database").path("failing").isNull(), health::toString);
        assertTrue(health.path("process").path("heapUsed").asLong() > 0, health::toString);
        assertTrue(health.path("process").path("notReady").isEmpty(), health::toString);
        assertTrue(health.path("index").path("entities").asInt() > 0, health::toString);
        assertTrue(health.path("sources").path("configured").asInt() >= 2, health::toString);
        health.path("places")
                .forEach(place -> assertTrue(
                        place.path("used").asInt() <= place.path("limit").asInt(), place::toString));
        assertEquals("90d", setting("audit.kept").path("value").asText());
        assertTrue(setting("audit.kept").path("origin").asText().matches(".*/callboard\\.yaml:\\d+"));
        assertEquals("default", setting("audit.rows").path("origin").asText());
        assertEquals("--port", setting("server.port").path("origin").asText());
        String metrics = stage.client().get("/metrics").expect(200).text();
        assertTrue(metrics.contains("callboard_places_database_limit 6\n"), metrics);
        assertFalse(metrics.contains("callboard_places_database_limit 0"), metrics);
    }

    @ParameterizedTest
    @EnumSource(
            value = ColorScheme.class,
            names = {"LIGHT", "DARK"})
    void showsHowThePortalDoes(ColorScheme scheme) {
        Page page = stage.at("/", scheme);
        link(page, "Portal").click();
        assertThat(heading(page, "Portal")).isVisible();
        assertThat(page).hasTitle("Portal · Callboard");
        assertThat(own(page).getByLabel("Database", new Locator.GetByLabelOptions().setExact(true)))
                .containsText("answers");
        assertThat(row(page, "Connections to the database")).containsText("6");
        assertThat(row(page, "audit.kept")).containsText("90d");
        assertThat(row(page, "plugins.probation")).containsText("default");
        assertThat(row(page, "Sweep the stage")).containsText("e2e-chore");
        AppearanceJourney.assertAccessible(page);
        byte[] unused = AppearanceJourney.picture("portal", page, scheme);
        stage.assertNoComplaints();
        page.context().close();
    }

    @Test
    void isUsedByKeyboard() {
        Page page = stage.at(ADDRESS, ColorScheme.LIGHT);
        Locator run = own(page).getByRole(AriaRole.BUTTON, called("Run Sweep the stage now"));
        run.focus();
        page.keyboard().press("Enter");
        assertThat(row(page, "Sweep the stage")).containsText("done");
        int all = settings(page).count();
        own(page).getByLabel("Find settings").focus();
        page.keyboard().type("audit kept");
        assertThat(settings(page)).hasCount(1);
        page.keyboard().press("Control+a");
        page.keyboard().press("Delete");
        assertThat(settings(page)).hasCount(all);
        page.keyboard().press("Tab");
        page.keyboard().press("Space");
        assertThat(row(page, "plugins.probation")).hasCount(0);
        assertThat(row(page, "audit.kept")).hasCount(1);
        stage.assertNoComplaints();
        page.context().close();
    }

    @Test
    void saysWhatWaitsForTheNextStart() throws Exception {
        Path file = root.resolve("callboard.yaml");
        String before = Files.readString(file);
        Page page = stage.at(ADDRESS, ColorScheme.DARK);
        Files.writeString(file, before.replace("kept: 90d", "kept: 60d"));
        try {
            Eventually.holds(
                    "the change is known",
                    Duration.ofSeconds(30),
                    () -> setting("audit.kept")
                            .path("next")
                            .path("value")
                            .asText()
                            .equals("60d"));
            assertEquals("90d", setting("audit.kept").path("value").asText());
            assertThat(row(page, "audit.kept")).containsText("60d after the next start");
            assertThat(own(page)).containsText("Start the portal again to have it count.");
            AppearanceJourney.assertAccessible(page);
        } finally {
            Files.writeString(file, before);
        }
        page.context().close();
    }

    @Test
    void isThereForThoseWhoMayInspectThePortalAndForNobodyElse() {
        Page keeper = of("ines.carvalho");
        link(keeper, "Portal").click();
        assertThat(row(keeper, "Sweep the stage")).isVisible();
        assertThat(own(keeper).getByRole(AriaRole.BUTTON, called("Run Sweep the stage now")))
                .hasCount(0);
        keeper.context().close();

        Page other = of("hanna.virtanen");
        assertThat(other.getByRole(AriaRole.LINK, BrowserJourney.named("Plugins"))
                        .first())
                .isVisible();
        assertThat(link(other, "Portal")).hasCount(0);
        other.navigate(stage.portal().address() + ADDRESS);
        assertThat(own(other)).containsText("portal.inspect");
        AppearanceJourney.assertAccessible(other);
        other.context().close();
        stage.forgiveComplaints();
    }

    /** {@return a page of somebody whom a proxy names} */
    private static Page of(String user) {
        Page page = stage.stranger(ColorScheme.LIGHT);
        page.setExtraHTTPHeaders(Map.of("X-Forwarded-User", user));
        page.navigate(stage.portal().address().toString());
        return page;
    }

    @Test
    void saysWhatFailed() {
        Page page = stage.signedIn(ColorScheme.DARK);
        page.route("**/api/portal/health", Route::abort);
        page.navigate(stage.portal().address() + ADDRESS);
        assertThat(page.getByText("The portal does not answer.")).isVisible();
        // while nothing answers: the page asks again of its own accord, and the button is gone as soon as something
        // comes
        page.waitForRequest(
                "**/api/portal/health",
                () -> own(page)
                        .getByRole(AriaRole.BUTTON, called("Try again"))
                        .first()
                        .click());
        page.unroute("**/api/portal/health");
        assertThat(row(page, "audit.kept")).isVisible();
        stage.forgiveComplaints();
        page.context().close();
    }
}
