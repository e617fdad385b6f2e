package org.callboard.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
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

/** Somebody has an entity's page open while a team installs, replaces and removes a plugin. */
class LiveCardJourney {

    private static final String SERVICE = "/catalog/default/component/booking-service";
    private static final LocatorAssertions.ContainsTextOptions WITHIN_TEN_SECONDS =
            new LocatorAssertions.ContainsTextOptions().setTimeout(10_000);
    private static final String TALLY = """
            export default (portal) => ({
              apiVersion: 1,
              elements: {
                tally: class extends HTMLElement {
                  clicks = 0;
                  connectedCallback() {
                    const button = document.createElement('button');
                    button.addEventListener('click', () => { this.clicks++; this.draw(); });
                    this.replaceChildren(button);
                    this.draw();
                  }
                  draw() { this.firstChild.textContent = `%s: ${this.clicks} clicks`; }
                  saveState() { return { version: 1, clicks: this.clicks }; }
                  restoreState({ clicks }) { this.clicks = clicks; }
                },
              },
            });
            """;

    private static final String CLOCK = """
            @Component
            public final class ClockPage implements PluginPage {
                private final java.util.concurrent.atomic.AtomicInteger asked =
                        new java.util.concurrent.atomic.AtomicInteger();
                @Override public String title() { return "Clock"; }
                @Override public View show(ViewRequest request) {
                    return View.empty().refreshEvery(java.time.Duration.ofSeconds(5))
                            .text("Asked " + asked.incrementAndGet() + " times.")
                            .button(Button.of("wind", "Wind", () -> Outcome.done("Wound.")))
                            .with(Form.of("note", "Note", values -> Outcome.done("Noted."))
                                    .input(Input.text("words", "Words")));
                }
            }
            """;

    private static BrowserStage stage;

    @BeforeAll
    static void start(@TempDir Path root) {
        stage = BrowserStage.start(root);
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

    /** {@return a service's page that would show if it was loaded again} */
    private static Page open() {
        Page page = stage.at(SERVICE, ColorScheme.LIGHT);
        assertThat(page.getByRole(AriaRole.ARTICLE).first()).isVisible();
        page.evaluate("window.stillTheSame = true");
        return page;
    }

    private static void assertNotLoadedAgain(Page page) {
        assertEquals(true, page.evaluate("window.stillTheSame"), "The page was loaded again.");
    }

    private static Locator card(Page page, String plugin) {
        return page.getByRole(AriaRole.ARTICLE, new Page.GetByRoleOptions().setName(Plugins.titleOf(plugin)));
    }

    private static void remove(String id) {
        stage.client().delete("/api/plugins/" + id).expect(204);
    }

    @Test
    void showsACardThatJavaMadeComingChangingAndGoing() {
        Page page = open();
        Locator card = card(page, "e2e-live");
        assertThat(card).hasCount(0);
        stage.client()
                .install(Plugins.card("e2e-live", "1.0.0", "first edition"))
                .expect(201);
        assertThat(card).containsText("first edition");
        assertThat(card).containsText("e2e-live 1.0.0");
        stage.client()
                .install(Plugins.card("e2e-live", "2.0.0", "second edition"))
                .expect(200);
        assertThat(card).containsText("second edition");
        assertThat(card).hasCount(1);
        remove("e2e-live");
        assertThat(card).hasCount(0);
        assertNotLoadedAgain(page);
    }

    @Test
    void keepsTheStateOfACardThatDrawsItselfWhenItIsReplaced() {
        Page page = open();
        stage.client().install(tally("1.0.0", "First")).expect(201);
        Locator card = card(page, "e2e-tally");
        Locator button = card.getByRole(AriaRole.BUTTON);
        assertThat(button).hasText("First: 0 clicks");
        button.click();
        button.click();
        assertThat(button).hasText("First: 2 clicks");
        stage.client().install(tally("2.0.0", "Second")).expect(200);
        assertThat(button).hasText("Second: 2 clicks");
        button.click();
        assertThat(button).hasText("Second: 3 clicks");
        remove("e2e-tally");
        assertThat(card).hasCount(0);
        assertNotLoadedAgain(page);
    }

    private static byte[] tally(String version, String name) {
        return Plugins.element("e2e-tally", version, TALLY.formatted(name));
    }

    @Test
    void containsAModuleThatFails() {
        Page page = open();
        int before = page.getByRole(AriaRole.ARTICLE).count();
        stage.client()
                .install(Plugins.element("e2e-broken", "1.0.0", "throw new Error('no luck today');"))
                .expect(201);
        Locator card = card(page, "e2e-broken");
        assertThat(card).containsText("This card does not work at the moment.");
        assertThat(page.getByRole(AriaRole.ARTICLE)).hasCount(before + 1);
        assertThat(page.getByRole(AriaRole.ARTICLE).first()).isVisible();
        stage.client()
                .install(Plugins.element("e2e-broken", "2.0.0", TALLY.formatted("Mended")))
                .expect(200);
        assertThat(card.getByRole(AriaRole.BUTTON)).hasText("Mended: 0 clicks");
        remove("e2e-broken");
        assertNotLoadedAgain(page);
        stage.forgiveComplaints();
    }

    @Test
    void goesOnShowingTheOldElementWhereTheNewOneFails() {
        Page page = open();
        stage.client()
                .install(Plugins.element("e2e-worse", "1.0.0", TALLY.formatted("Good")))
                .expect(201);
        Locator card = card(page, "e2e-worse");
        Locator button = card.getByRole(AriaRole.BUTTON);
        button.click();
        String throwing = TALLY.formatted("Bad").replace("draw() {", "draw() { throw new Error('no luck today');");
        stage.client().install(Plugins.element("e2e-worse", "2.0.0", throwing)).expect(200);
        assertThat(card).containsText("Version 2.0.0 can't be shown: no luck today");
        assertThat(button).hasText("Good: 1 clicks");
        remove("e2e-worse");
        assertThat(card).hasCount(0);
        assertNotLoadedAgain(page);
        stage.forgiveComplaints();
    }

    @Test
    void catchesUpWhenTheNetworkFailedForAMoment() {
        Page page = open();
        stage.client().install(Plugins.card("e2e-noise", "1.0.0", "one")).expect(201);
        assertThat(card(page, "e2e-noise")).containsText("one");
        page.route("**/api/web-shell/cards**", Route::abort);
        stage.client().install(Plugins.card("e2e-noise", "2.0.0", "two")).expect(200);
        page.unroute("**/api/web-shell/cards**");
        assertThat(card(page, "e2e-noise")).containsText("two");
        assertNotLoadedAgain(page);
        remove("e2e-noise");
        stage.forgiveComplaints();
    }

    @Test
    void asksAgainByItselfAndTakesNothingFromWhoeverIsWriting() {
        stage.client()
                .install(PluginJar.of("e2e-clock", "1.0.0")
                        .with("ClockPage", CLOCK)
                        .build())
                .expect(201);
        Page page = stage.at("/e2e-clock", ColorScheme.LIGHT);
        Locator asked = page.getByText(Pattern.compile("Asked \\d+ times"));
        Locator wind = page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Wind"));
        wind.focus();
        page.evaluate("window.stillTheSame = true");
        String first = asked.textContent();
        assertThat(asked).not().hasText(first);
        assertThat(wind).isFocused();
        Locator words = page.getByLabel("Words");
        words.pressSequentially("half a sent");
        Locator update = page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Update"));
        assertThat(update).isVisible();
        assertThat(words).isFocused();
        words.pressSequentially("ence");
        String before = asked.textContent();
        update.click();
        assertThat(asked).not().hasText(before);
        assertThat(words).hasValue("half a sentence");
        assertNotLoadedAgain(page);
        page.close();
        remove("e2e-clock");
    }

    @Test
    void followsAPortalThatIsStartedAgain(@TempDir Path root) {
        PortalFolder folder = PortalFolder.in(root);
        Page page = stage.stranger(ColorScheme.LIGHT);
        int port;
        try (PortalProcess first = PortalProcess.start(folder)) {
            first.filled();
            port = first.address().getPort();
            page.navigate(first.signInLink());
            page.navigate(first.address() + SERVICE);
            assertThat(page.getByRole(AriaRole.ARTICLE).first()).isVisible();
            page.evaluate("window.stillTheSame = true");
            first.stop();
        }
        assertThat(page.getByText("The portal does not answer. Connecting again"))
                .isVisible();
        try (PortalProcess second = PortalProcess.start(folder, port)) {
            second.administrator()
                    .install(Plugins.card("e2e-restarted", "1.0.0", "here"))
                    .expect(201);
            assertThat(card(page, "e2e-restarted")).containsText("here", WITHIN_TEN_SECONDS);
            assertThat(page.getByText("Connecting again")).hasCount(0);
            assertNotLoadedAgain(page);
        }
    }

    @Test
    void showsInTheListOfPluginsWhatIsInstalledFromIt(@TempDir Path folder) {
        Page page = stage.at("/plugins", ColorScheme.LIGHT);
        Path jar = PortalFolder.write(folder.resolve("e2e-by-hand.jar"), Plugins.card("e2e-by-hand", "1.0.0", "hi"));
        page.getByLabel("Jar file").setInputFiles(jar);
        Locator dialog = page.getByRole(AriaRole.DIALOG);
        dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Install"))
                .click();
        dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Close"))
                .click();
        Locator row = page.getByRole(AriaRole.ROW).filter(new Locator.FilterOptions().setHasText("e2e-by-hand"));
        assertThat(row).containsText("1.0.0");
        Path bad = PortalFolder.write(folder.resolve("bad.jar"), PluginJar.bytes("no jar"));
        page.getByLabel("Jar file").setInputFiles(bad);
        assertThat(page.getByText("The file is not a jar")).isVisible();
        page.keyboard().press("Escape");
        row.getByRole(AriaRole.BUTTON).click();
        page.getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName("Remove"))
                .click();
        dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Remove"))
                .click();
        assertThat(row).hasCount(0);
        stage.forgiveComplaints();
        assertTrue(InstalledPlugins.of(stage.client()).revisions().containsKey("web-shell"));
    }
}
