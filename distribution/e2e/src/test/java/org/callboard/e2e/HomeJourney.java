package org.callboard.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.callboard.e2e.AppearanceJourney.assertAccessible;
import static org.callboard.e2e.BrowserJourney.heading;
import static org.callboard.e2e.BrowserJourney.named;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page that people open every morning: theirs first, as they put it, in every browser. */
class HomeJourney {

    private static final String HOME = "/api/web-shell/mine";
    private static final String LONG = "settlement-of-" + "very-".repeat(9) + "late";
    private static final List<String> USUAL = List.of(
            "Owned",
            "Problems",
            "Next steps",
            "Starred",
            "Documentation that needs you",
            "Recently visited",
            "Recent changes",
            "Your groups",
            "Visited by many",
            "Plugins");

    private static final String MINE = """
                apiVersion: backstage.io/v1alpha1
                kind: User
                metadata: {name: admin, title: Ada}
                spec: {memberOf: [booking]}
                ---
                apiVersion: backstage.io/v1alpha1
                kind: Component
                metadata: {name: zeppelin}
                spec: {type: service, lifecycle: experimental, owner: booking, dependsOn: ["kindless"]}
                ---
                apiVersion: backstage.io/v1alpha1
                kind: Component
                metadata: {name: %s}
                spec: {type: service, lifecycle: production, owner: user:admin}
                """;

    private static BrowserStage stage;

    private static Path file;

    private final List<Page> opened = new ArrayList<>();

    @BeforeAll
    static void start(@TempDir Path root) {
        file = root.resolve("mine.yaml");
        PortalFolder.write(file, PluginJar.bytes(MINE.formatted(LONG)));
        stage = BrowserStage.start(root, """
                    - type: file
                      target: mine.yaml
                      rules:
                        - allow: [User, Component]
                """);
    }

    @AfterAll
    static void stop() {
        if (stage != null) {
            stage.close();
        }
    }

    @AfterEach
    void putAllBack() {
        opened.forEach(page -> page.context().close());
        opened.clear();
        stage.client().delete(HOME + "/cards").expect(204);
        stage.client().send("PUT", HOME + "/team?team=").expect(204);
        stage.assertNoComplaints();
    }

    private Page open(String path, ColorScheme scheme) {
        Page page = stage.at(path, scheme);
        opened.add(page);
        return shown(page);
    }

    private Page home() {
        return open("/", ColorScheme.LIGHT);
    }

    private static Page shown(Page page) {
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1))
                        .first())
                .isVisible();
        assertThat(page.locator("[aria-busy=true]")).hasCount(0);
        return page;
    }

    private static Locator card(Page page, String title) {
        return page.getByRole(
                AriaRole.ARTICLE, new Page.GetByRoleOptions().setName(title).setExact(true));
    }

    private static void assertCards(Page page, List<String> titles) {
        assertThat(page.locator("cb-card h2")).hasText(titles.toArray(String[]::new));
    }

    private static void arrange(Page page) {
        page.getByRole(AriaRole.BUTTON, named("Arrange")).click();
        assertThat(page.getByRole(AriaRole.BUTTON, named("Done"))).isVisible();
    }

    private static void saves(Page page, Runnable act) {
        page.waitForResponse(answer -> answer.url().contains(HOME) && answer.status() == 204, act);
    }

    @Test
    void showsWhatIsTheReadersWithWhatIsWrongFirst() {
        Page page = home();
        assertCards(page, USUAL);
        Locator owned = card(page, "Owned");
        assertThat(owned.locator("tbody tr").first()).containsText("zeppelin");
        assertThat(owned.locator("tbody tr").first()).containsText("1 problem");
        assertThat(card(page, "Problems")).containsText("kindless");
        assertThat(card(page, "Problems").locator("tbody tr")).hasCount(1);
        assertThat(card(page, "Recent changes")).containsText("booking-api");
        assertThat(card(page, "Your groups")).containsText("booking");
        page.getByLabel("Show").selectOption("me");
        assertThat(owned.locator("tbody tr")).hasCount(1);
        assertThat(owned).containsText(LONG);
        Page other = home();
        assertThat(card(other, "Owned").locator("tbody tr")).hasCount(1);
        other.getByLabel("Show").selectOption("Another group…");
        other.getByRole(AriaRole.COMBOBOX, named("Group")).fill("payments");
        other.locator("cb-group-picker").getByRole(AriaRole.OPTION).first().click();
        other.getByRole(AriaRole.DIALOG)
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Show"))
                .click();
        assertThat(card(other, "Owned")).containsText("pay");
        assertThat(card(other, "Owned")).not().containsText(LONG);
    }

    @Test
    void findsAStarAgainAtHomeAndInAnotherBrowser() {
        Page page = open("/catalog/default/component/booking-service", ColorScheme.LIGHT);
        Page other = home();
        assertThat(card(other, "Starred")).containsText("No stars yet");
        Locator star = page.getByRole(AriaRole.BUTTON, named("Star"));
        saves(page, star::click);
        assertThat(star).hasAttribute("aria-pressed", "true");
        other.reload();
        assertThat(card(other, "Starred")).containsText("booking-service");
        assertThat(card(other, "Recently visited")).containsText("booking-service");
        Page tab = other.context().newPage();
        tab.navigate(stage.portal().address() + "/catalog/default/component/booking-service");
        saves(tab, () -> tab.getByRole(AriaRole.BUTTON, named("Star")).click());
        assertThat(card(other, "Starred")).containsText("No stars yet");
    }

    @Test
    void movesAndHidesCardsByKeyboardAlone() {
        Page page = home();
        Locator arrange = page.getByRole(AriaRole.BUTTON, named("Arrange"));
        arrange.focus();
        page.keyboard().press("Enter");
        Locator grip = page.getByRole(AriaRole.BUTTON, named("Move Plugins with the arrow keys"));
        grip.focus();
        saves(page, () -> page.keyboard().press("Home"));
        assertThat(grip).isFocused();
        saves(page, () -> page.keyboard().press("ArrowRight"));
        assertThat(grip).isFocused();
        saves(page, () -> page.keyboard().press("ArrowDown"));
        assertThat(grip).isFocused();
        saves(page, () -> page.keyboard().press("ArrowUp"));
        saves(page, () -> page.keyboard().press("End"));
        saves(page, () -> page.keyboard().press("Home"));
        Locator hide = page.getByRole(AriaRole.BUTTON, named("Hide Starred"));
        hide.focus();
        saves(page, () -> page.keyboard().press("Enter"));
        List<String> now = List.of(
                "Plugins",
                "Owned",
                "Problems",
                "Next steps",
                "Documentation that needs you",
                "Recently visited",
                "Recent changes",
                "Your groups",
                "Visited by many");
        Page other = home();
        assertCards(other, now);
        arrange(other);
        saves(
                other,
                () -> other.getByRole(AriaRole.BUTTON, named("Show Starred")).click());
        saves(other, () -> other.getByRole(AriaRole.BUTTON, named("Reset")).click());
        other.getByRole(AriaRole.BUTTON, named("Done")).click();
        assertCards(other, USUAL);
    }

    @Test
    void movesCardsByDragAndShowsItInAnotherTab() {
        Page page = home();
        Page tab = page.context().newPage();
        tab.navigate(stage.portal().address().toString());
        assertCards(shown(tab), USUAL);
        arrange(page);
        Locator from = page.locator("[data-card^='web-shell/problems-card']");
        Locator to = page.locator("[data-card^='web-shell/owned-card']");
        saves(page, () -> from.locator(".grip").dragTo(to.locator(".grip")));
        List<String> now = new ArrayList<>(USUAL);
        now.remove("Problems");
        now.add(0, "Problems");
        assertCards(tab, now);
        assertCards(page, now);
    }

    @Test
    void isOfUseToSomebodyWhoOwnsNothing() {
        String token = stage.client()
                .post(
                        "/api/tokens",
                        "application/json",
                        PluginJar.bytes("{\"name\":\"guest\",\"owner\":\"user:default/guest\","
                                + "\"permissions\":[\"portal.use\",\"catalog.entity.read\"]}"))
                .expect(201)
                .json()
                .path("token")
                .asText();
        Page page = stage.stranger(ColorScheme.LIGHT);
        opened.add(page);
        page.setExtraHTTPHeaders(Map.of("Authorization", "Bearer " + token));
        page.navigate(stage.portal().address().toString());
        shown(page);
        assertThat(card(page, "Owned")).containsText("Nothing is yours yet");
        assertThat(card(page, "Problems")).containsText("In the whole catalog");
        assertThat(card(page, "Your groups")).containsText("There is no User entity for user:default/guest");
        assertThat(page.getByRole(AriaRole.NAVIGATION, named("Entities by kind"))
                        .getByRole(AriaRole.LINK))
                .not()
                .hasCount(0);
        page.getByLabel("Show").selectOption("Another group…");
        page.getByRole(AriaRole.COMBOBOX, named("Group")).fill("group:default/booking");
        page.keyboard().press("Enter");
        assertThat(card(page, "Owned")).containsText("zeppelin");
        assertEquals(
                "", stage.client().get(HOME).expect(200).json().path("team").asText(), "what another person chose");
    }

    @Test
    void aChangeShowsWithoutMovingTheReader() {
        Page page = home();
        Locator next =
                card(page, "Owned").getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Next page"));
        next.focus();
        double scrolled = (double)
                page.locator("main").evaluate("main => { main.scrollTop = 40; return main.scrollTop + 0.0001; }");
        write(MINE + """
                ---
                apiVersion: backstage.io/v1alpha1
                kind: Component
                metadata: {name: newcomer}
                spec: {type: service, lifecycle: production, owner: booking, dependsOn: ["nokind"]}
                """);
        assertThat(card(page, "Problems").locator("tbody tr")).hasCount(2);
        assertThat(card(page, "Owned")).containsText("newcomer");
        assertThat(next).isFocused();
        assertEquals(scrolled, (double) page.locator("main").evaluate("main => main.scrollTop + 0.0001"));
        write(MINE);
        assertThat(card(page, "Problems").locator("tbody tr")).hasCount(1);
        assertThat(next).isFocused();
    }

    /** Puts the reader's descriptors down, and has them read. */
    private static void write(String descriptors) {
        PortalFolder.write(file, PluginJar.bytes(descriptors.formatted(LONG)));
        stage.client()
                .post(
                        "/api/catalog/refresh",
                        "application/json",
                        PluginJar.bytes("{\"entityRef\":\"component:default/zeppelin\"}"))
                .expect(200);
    }

    @Test
    void tellsOfAGroupWhatItOwnsAndWhoIsInIt() {
        Page page = open("/catalog/default/group/booking", ColorScheme.DARK);
        assertThat(heading(page, "Booking")).isVisible();
        assertThat(card(page, "Owns")).containsText("zeppelin");
        assertThat(card(page, "People")).containsText("Inês Carvalho");
        assertThat(card(page, "People")).containsText("ines.carvalho@example.com");
        assertThat(card(page, "About")).containsText("ticketing");
        assertThat(card(page, "About")).containsText("booking@example.com");
        assertAccessible(page);
        page.navigate(stage.portal().address() + "/catalog/default/user/ines.carvalho");
        assertThat(heading(shown(page), "Inês Carvalho")).isVisible();
        assertThat(card(page, "About")).containsText("booking");
        assertAccessible(page);
    }

    @Test
    void canBeUsedByEverybodyWhileItIsArrangedToo() {
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            Page page = open("/", scheme);
            arrange(page);
            assertAccessible(page);
            AppearanceJourney.picture("home", page, scheme);
            page.setViewportSize(360, 740);
            assertEquals(0, page.evaluate("document.documentElement.scrollWidth - innerWidth"), "beside the page");
            assertEquals(
                    0,
                    page.locator("main").evaluate("main => main.scrollWidth - main.clientWidth"),
                    "beside the cards");
            assertAccessible(page);
        }
    }
}
