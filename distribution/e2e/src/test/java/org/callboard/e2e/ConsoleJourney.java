package org.callboard.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.callboard.e2e.BrowserJourney.heading;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.FileChooser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An operator brings a plugin up, down and away by keyboard, while others look at what it shows. */
class ConsoleJourney {

    private static final String ID = "e2e-console";
    private static final String TITLE = "Plugin " + ID;
    private static final String SERVICE = "/catalog/default/component/booking-service";
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final double PATIENCE_MILLIS = 30_000;
    private static final String LIMITS = "  probation: 1d\n  limits: {failures: 3, coolDown: 1s}\n";

    @TempDir
    private static Path folder;

    private static final LocatorAssertions.ContainsTextOptions SLOWLY =
            new LocatorAssertions.ContainsTextOptions().setTimeout(PATIENCE_MILLIS);

    private static BrowserStage stage;
    private static Client client;

    @BeforeAll
    static void start(@TempDir Path root) {
        stage = BrowserStage.start(root, LIMITS, "");
        client = stage.client();
    }

    @AfterAll
    static void stop() {
        if (stage != null) {
            stage.close();
        }
    }

    private static byte[] jar(String version, String word) {
        return PluginJar.of(ID, version)
                .header("Callboard-Owner", "group:default/booking")
                .with("Words", """
                        @Component
                        @Path("/")
                        public final class Words implements RestResource {
                            @GET @Path("word") @Produces("text/plain") @RequiresPermission("portal.use")
                            public String word() { %s }
                        }
                        """.formatted(word))
                .with("Sign", """
                        @Component
                        public final class Sign implements EntityCard {
                            @Override public String title() { return "Sign of %1$s"; }
                            @Override public CardPlace place() {
                                return CardPlace.EVERYWHERE.kinds("Component").types("service");
                            }
                            @Override public View show(Entity entity, ViewRequest request) {
                                return View.empty().text("This is %2$s.");
                            }
                        }
                        """.formatted(ID, version))
                .build();
    }

    private static byte[] good(String version) {
        return jar(version, "return \"" + version + "\";");
    }

    private static byte[] failing(String version) {
        return jar(version, "throw new IllegalStateException(\"no words today\");");
    }

    private static byte[] neverStarting(String version) {
        return PluginJar.of(ID, version)
                .header("Callboard-Owner", "group:default/booking")
                .with("Sign", """
                        @Component
                        public final class Sign implements EntityCard {
                            public Sign() { throw new IllegalStateException("no ink"); }
                            @Override public String title() { return "never"; }
                            @Override public CardPlace place() { return CardPlace.EVERYWHERE; }
                            @Override public View show(Entity entity, ViewRequest request) { return View.empty(); }
                        }
                        """)
                .build();
    }

    private static JsonNode truth() {
        return client.get("/api/plugins/" + ID).expect(200).json();
    }

    private static void assertServes(String version) {
        JsonNode now = truth();
        assertEquals(version, now.path("version").asText(), now::toString);
        assertEquals("ACTIVE", now.path("state").asText(), now::toString);
    }

    private static Locator dialog(Page page) {
        return page.getByRole(AriaRole.DIALOG);
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static Locator row(Page page, String id) {
        return page.locator("cb-plugins-page tbody tr").filter(new Locator.FilterOptions().setHasText(id));
    }

    private static Locator card(Page page) {
        return page.getByRole(AriaRole.ARTICLE, new Page.GetByRoleOptions().setName("Sign of " + ID));
    }

    private static void pressOn(Locator target, String key) {
        target.focus();
        assertThat(target).isFocused();
        target.press(key);
    }

    /** Chooses a jar by keyboard; its plan is shown then. */
    private static void choose(Page page, String opener, String name, byte[] jar) {
        Path file = PortalFolder.write(folder.resolve(name), jar);
        FileChooser chooser = page.waitForFileChooser(() -> pressOn(button(page, opener), "Enter"));
        chooser.setFiles(file);
        assertThat(dialog(page)).isVisible();
    }

    private static void look(Page page, String name, ColorScheme scheme) {
        assertThat(page.locator("[aria-busy=true]")).hasCount(0);
        AppearanceJourney.assertAccessible(page);
        byte[] unused = AppearanceJourney.picture("console-" + name, page, scheme);
    }

    @Test
    void anOperatorInstallsMendsAndRemovesByKeyboardWhileOthersWatch() {
        Page watcher = stage.at(SERVICE, ColorScheme.DARK);
        watcher.evaluate("window.stillTheSame = true");
        Page other = stage.at("/plugins", ColorScheme.DARK);
        other.evaluate("window.stillTheSame = true");
        Page page = stage.at("/plugins", ColorScheme.LIGHT);
        installs(page, watcher, other);
        breaksAndGoesBack(page, watcher, other);
        refusesWhatNeverStarts(page);
        mendsAndRollsBack(page, watcher, other);
        removes(page, watcher, other);
        assertEquals(true, watcher.evaluate("window.stillTheSame"));
        assertEquals(true, other.evaluate("window.stillTheSame"));
        stage.forgiveComplaints();
    }

    private static void installs(Page page, Page watcher, Page other) {
        choose(page, "Install a jar", "first.jar", good("1.0.0"));
        assertThat(dialog(page)).containsText("Install " + ID + " 1.0.0?");
        assertThat(dialog(page)).containsText("Sign of " + ID);
        assertThat(dialog(page)).containsText("None is touched.");
        client.get("/api/plugins/" + ID).expectError(404);
        look(page, "plan", ColorScheme.LIGHT);
        Locator consent = button(page, "Install");
        assertThat(consent).isFocused();
        page.keyboard().press("Enter");
        assertThat(dialog(page)).containsText(TITLE + " 1.0.0 is installed and serves.", SLOWLY);
        assertServes("1.0.0");
        assertThat(dialog(page).locator("li.done")).hasCount(5);
        look(page, "installed", ColorScheme.LIGHT);
        page.keyboard().press("Enter");
        assertThat(dialog(page)).hasCount(0);
        assertThat(row(page, ID)).containsText("active");
        assertThat(row(other, ID)).containsText("1.0.0");
        assertThat(card(watcher)).containsText("This is 1.0.0.", SLOWLY);
        pressOn(row(page, ID).getByRole(AriaRole.LINK).first(), "Enter");
        assertThat(heading(page, TITLE)).isVisible();
    }

    private static void breaksAndGoesBack(Page page, Page watcher, Page other) {
        choose(page, "Upload a version", "bad.jar", failing("2.0.0"));
        assertThat(button(page, "Replace")).isFocused();
        assertThat(dialog(page)).containsText("Replace " + ID + " 1.0.0 by 2.0.0?");
        page.keyboard().press("Enter");
        assertThat(dialog(page)).containsText("2.0.0 serves in place of 1.0.0.", SLOWLY);
        assertThat(dialog(page)).containsText("if it fails, 1.0.0 comes back by itself");
        assertServes("2.0.0");
        assertThat(card(watcher)).containsText("This is 2.0.0.", SLOWLY);
        assertThat(row(other, ID)).containsText("2.0.0");
        Eventually.holds("the former revision serves again", PATIENCE, () -> {
            client.get("/api/" + ID + "/word");
            return truth().path("version").asText().equals("1.0.0");
        });
        assertThat(dialog(page)).containsText("1.0.0 serves again.", SLOWLY);
        look(page, "went-back", ColorScheme.LIGHT);
        page.keyboard().press("Escape");
        assertThat(dialog(page)).hasCount(0);
        JsonNode why = truth().path("candidate").path("diagnosis");
        Locator diagnosis = page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("Diagnosis"));
        assertThat(diagnosis.getByRole(AriaRole.PARAGRAPH).first())
                .hasText(why.path("fix").asText());
        assertThat(diagnosis).containsText(why.path("cause").asText());
        assertThat(diagnosis).containsText("1.0.0 serves again.");
        assertThat(diagnosis).containsText("1.0.0 goes on serving.");
        assertThat(card(watcher)).containsText("This is 1.0.0.", SLOWLY);
        assertThat(row(other, ID)).containsText("2.0.0 did not come to stay");
        look(page, "diagnosis", ColorScheme.LIGHT);
    }

    private static void refusesWhatNeverStarts(Page page) {
        choose(page, "Upload a version", "never.jar", neverStarting("2.0.1"));
        assertThat(button(page, "Replace")).isFocused();
        page.keyboard().press("Enter");
        assertThat(dialog(page)).containsText("no ink", SLOWLY);
        assertThat(dialog(page)).containsText("1.0.0 goes on serving");
        assertThat(dialog(page).locator("li.failed")).hasCount(1);
        assertServes("1.0.0");
        look(page, "refused", ColorScheme.LIGHT);
        page.keyboard().press("Escape");
        assertThat(dialog(page)).hasCount(0);
    }

    private static void mendsAndRollsBack(Page page, Page watcher, Page other) {
        choose(page, "Upload a version", "mended.jar", good("2.1.0"));
        assertThat(button(page, "Replace")).isFocused();
        page.keyboard().press("Enter");
        assertThat(dialog(page)).containsText("2.1.0 serves in place of 1.0.0.", SLOWLY);
        assertServes("2.1.0");
        page.keyboard().press("Enter");
        assertThat(card(watcher)).containsText("This is 2.1.0.", SLOWLY);
        assertThat(row(other, ID)).containsText("2.1.0");
        looksAround(page);
        pressOn(button(page, "Roll back to 1.0.0…"), "Enter");
        assertThat(dialog(page)).containsText("Roll " + TITLE + " back to 1.0.0?");
        page.keyboard().press("Tab");
        page.keyboard().press("Enter");
        assertThat(card(watcher)).containsText("This is 1.0.0.", SLOWLY);
        assertThat(row(other, ID)).containsText("1.0.0");
        assertServes("1.0.0");
    }

    private static void looksAround(Page page) {
        client.get("/api/" + ID + "/word").expect(200);
        for (String part : List.of("Revisions", "Logs", "Configuration", "Permissions", "Audit", "Overview")) {
            Locator link = page.locator("cb-plugin-console nav")
                    .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(part));
            pressOn(link, "Enter");
            assertThat(link).hasAttribute("aria-current", "page");
            look(page, part.toLowerCase(Locale.ROOT), ColorScheme.LIGHT);
            if (part.equals("Audit")) {
                assertThat(page.locator("cb-plugin-audit tbody tr").first()).containsText("plugin.install");
            }
        }
    }

    private static void removes(Page page, Page watcher, Page other) {
        look(other, "list", ColorScheme.DARK);
        pressOn(button(page, "More"), "Enter");
        page.keyboard().press("End");
        page.keyboard().press("Enter");
        assertThat(dialog(page)).containsText("Remove " + TITLE + " 1.0.0?");
        assertThat(dialog(page)).containsText("1 resource");
        assertThat(dialog(page)).containsText("1 card");
        assertThat(dialog(page)).containsText("It has no tables of its own.");
        assertThat(dialog(page)).containsText("what the configuration sets for it");
        page.keyboard().press("Tab");
        page.keyboard().press("Enter");
        assertThat(page.getByRole(
                        AriaRole.HEADING,
                        new Page.GetByRoleOptions().setName("Plugins").setExact(true)))
                .isVisible();
        assertThat(row(page, ID)).hasCount(0);
        assertThat(row(other, ID)).hasCount(0);
        assertThat(card(watcher)).hasCount(0);
        client.get("/api/plugins/" + ID).expectError(404);
    }

    @Test
    void saysThatAPlanIsStaleAndShowsTheNewOne() {
        String id = "e2e-stale";
        client.install(Plugins.rest(id, "1.0.0")).expect(201);
        Page page = stage.at("/plugins/" + id, ColorScheme.DARK);
        choose(page, "Upload a version", "stale.jar", Plugins.rest(id, "1.2.0"));
        assertThat(dialog(page)).containsText("Replace " + id + " 1.0.0 by 1.2.0?");
        client.install(Plugins.rest(id, "1.1.0")).expect(200);
        pressOn(button(page, "Replace"), "Enter");
        assertThat(dialog(page).getByRole(AriaRole.ALERT)).containsText("Nothing was installed: look again.");
        assertThat(dialog(page)).containsText("Replace " + id + " 1.1.0 by 1.2.0?");
        assertEquals("1.1.0", client.plugin(id, "version"));
        look(page, "stale", ColorScheme.DARK);
        pressOn(button(page, "Replace"), "Enter");
        assertThat(dialog(page)).containsText("1.2.0 serves in place of 1.1.0.", SLOWLY);
        assertEquals("1.2.0", client.plugin(id, "version"));
        page.keyboard().press("Escape");
        look(page, "overview", ColorScheme.DARK);
        stage.forgiveComplaints();
        page.context().close();
    }

    @Test
    void switchesOffAndOnByKeyboard() {
        String id = "e2e-switched";
        client.install(Plugins.rest(id, "1.0.0")).expect(201);
        Page page = stage.at("/plugins/" + id, ColorScheme.DARK);
        Locator state = page.locator("cb-plugin-console .meta dd").first();
        assertThat(state).hasText("active");
        pressOn(button(page, "More"), "Enter");
        page.keyboard().press("Enter");
        assertThat(dialog(page)).containsText("Switch Plugin " + id + " 1.0.0 off?");
        page.keyboard().press("Tab");
        page.keyboard().press("Enter");
        assertThat(state).hasText("off");
        assertEquals("DISABLED", client.plugin(id, "state"));
        look(page, "off", ColorScheme.DARK);
        pressOn(button(page, "Switch on…"), "Enter");
        page.keyboard().press("Tab");
        page.keyboard().press("Enter");
        assertThat(state).containsText("active", SLOWLY);
        assertEquals("ACTIVE", client.plugin(id, "state"));
        page.context().close();
    }

    @Test
    void offersEachPersonWhatThePortalWouldLetThemDo() {
        client.install(PluginJar.of("e2e-owned", "1.0.0")
                        .header("Callboard-Owner", "group:default/booking")
                        .with("Words", """
                                @Component
                                @Path("/")
                                public final class Words implements RestResource {
                                    @GET @Path("word") @Produces("text/plain") @RequiresPermission("portal.use")
                                    public String word() { return "here"; }
                                }
                                """)
                        .build())
                .expect(201);
        String wish = "{\"name\":\"owner\",\"owner\":\"user:default/ines.carvalho\"}";
        String token = client.post("/api/tokens", "application/json", PluginJar.bytes(wish))
                .expect(201)
                .json()
                .path("token")
                .asText();
        Client owner = stage.portal().anyone().with("Authorization", "Bearer " + token);
        for (JsonNode plugin : owner.get("/api/plugins").expect(200).json()) {
            boolean isTheirs = plugin.path("owner").asText().equals("group:default/booking");
            assertEquals(isTheirs, plugin.path("may").size() > 0, plugin::toString);
        }
        JsonNode own = owner.get("/api/plugins/e2e-owned").expect(200).json();
        assertEquals(
                "[\"inspect\",\"run\",\"install\",\"disable\",\"remove\"]",
                own.path("may").toString());
        JsonNode load =
                owner.get("/api/plugins/e2e-owned/load?range=6h").expect(200).json();
        assertEquals(120, load.path("stepSeconds").asInt(), load::toString);
        owner.get("/api/plugins/e2e-owned/load?range=1y").expectError(400);
        owner.get("/api/plugins/e2e-owned/audit").expect(200);
        owner.get("/api/plugins/web-shell/audit").expectError(403);
        owner.get("/api/plugins/web-shell/revisions").expect(200);
        Page page = stage.stranger(ColorScheme.LIGHT);
        page.setExtraHTTPHeaders(Map.of("Authorization", "Bearer " + token));
        page.navigate(stage.portal().address() + "/plugins");
        assertThat(row(page, "e2e-owned").getByRole(AriaRole.BUTTON)).hasCount(1);
        assertThat(row(page, "web-shell").getByRole(AriaRole.BUTTON)).hasCount(0);
        page.getByLabel("Owner").selectOption("mine");
        assertThat(row(page, "e2e-owned")).hasCount(1);
        assertThat(row(page, "web-shell")).hasCount(0);
        look(page, "owner", ColorScheme.LIGHT);
        page.navigate(stage.portal().address() + "/plugins/web-shell");
        assertThat(heading(page, "Callboard web shell")).isVisible();
        assertThat(page.locator("cb-plugin-console .actions button")).hasCount(0);
        assertThat(page.locator("cb-plugin-console nav").getByText("Logs")).hasCount(0);
        page.context().close();
        owner.act("e2e-owned", "disable").expect(200);
        assertEquals(
                "[\"inspect\",\"run\",\"install\",\"enable\",\"remove\"]",
                owner.get("/api/plugins/e2e-owned")
                        .expect(200)
                        .json()
                        .path("may")
                        .toString());
    }

    @Test
    void listsTwoHundredPluginsAndNarrowsThem() {
        Page page = stage.signedIn(ColorScheme.LIGHT);
        JsonNode one = client.get("/api/plugins?recent=true").expect(200).json().path(0);
        List<String> many = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            String plugin = one.toString()
                    .replace("\"id\":\"" + one.path("id").asText(), "\"id\":\"plugin-" + i)
                    .replace("\"title\":\"" + one.path("title").asText(), "\"title\":\"Plugin " + i);
            many.add(i % 20 == 0 ? plugin.replaceFirst("\"ACTIVE\"", "\"DEGRADED\"") : plugin);
        }
        page.route(
                "**/api/plugins?recent=true",
                route -> route.fulfill(new Route.FulfillOptions()
                        .setContentType("application/json")
                        .setBody("[" + String.join(",", many) + "]")));
        page.navigate(stage.portal().address() + "/plugins");
        Locator rows = page.locator("cb-plugins-page tbody tr");
        assertThat(rows).hasCount(200);
        page.getByLabel("State").selectOption("DEGRADED");
        assertThat(rows).hasCount(10);
        page.getByLabel("Find plugins").fill("plugin-140");
        assertThat(rows).hasCount(1);
        assertThat(page.getByText("1 of 200 plugins")).isVisible();
        assertTrue(page.url().contains("text=plugin-140"), page::url);
        page.reload();
        assertThat(rows).hasCount(1);
        page.getByLabel("Find plugins").fill("nothing of the kind");
        assertThat(page.getByText("No plugin is like that")).isVisible();
        look(page, "none", ColorScheme.LIGHT);
        button(page, "Show all").click();
        assertThat(rows).hasCount(200);
        stage.assertNoComplaints();
        page.context().close();
    }
}
