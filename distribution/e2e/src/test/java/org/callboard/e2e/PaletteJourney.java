package org.callboard.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The command palette, by the keyboard alone: anything is found by a few letters, and plugins' commands are run. */
class PaletteJourney {

    private static final String SERVICE = "/catalog/default/component/booking-service";
    private static final String DESK = "e2e-desk";

    private static BrowserStage stage;

    @BeforeAll
    static void start(@TempDir Path root) {
        stage = BrowserStage.start(root);
        stage.client().install(desk("1.0.0")).expect(201);
    }

    private static Locator field(Page page) {
        return page.getByLabel("Search entities, documents, pages and commands");
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

    private static byte[] desk(String version) {
        return PluginJar.of(DESK, version)
                .with("OrderTea", """
                        @Component
                        public final class OrderTea implements Command {
                            @Override public String title() { return "Order a drink"; }
                            @Override public CommandPlace place() {
                                return CommandPlace.EVERYWHERE.icon(Icon.BELL).keywords("tea", "refreshment");
                            }
                            @Override public Form form(ViewRequest request) {
                                return Form.of("order", "Order", values -> Outcome.done("One " + values.text("what") + " for "
                                                + request.caller().displayName() + "."))
                                        .input(Input.text("what", "What").required().help("Hot or cold."))
                                        .confirm("Order it now?");
                            }
                        }
                        """)
                .with("Applaud", """
                        @Component
                        public final class Applaud implements EntityCommand {
                            @Override public String title() { return "Applaud its team"; }
                            @Override public CommandPlace place() {
                                return CommandPlace.EVERYWHERE.icon(Icon.USERS).kinds("Component");
                            }
                            @Override public Form form(Entity entity, ViewRequest request) {
                                return Form.of("applaud", "Applaud",
                                        values -> Outcome.done("Applause for " + entity.ref().name() + ".").goTo("/catalog"));
                            }
                        }
                        """)
                .with("Hidden", """
                        @Component
                        public final class Hidden implements Command {
                            @Override public String title() { return "Order nothing"; }
                            @Override public CommandPlace place() {
                                return CommandPlace.EVERYWHERE.kinds("Component").permission("e2e-desk.nothing");
                            }
                            @Override public Form form(ViewRequest request) { throw new IllegalStateException(); }
                        }
                        """)
                .build();
    }

    private static Page at(String path) {
        Page page = stage.at(path, ColorScheme.LIGHT);
        assertThat(page.locator("main h1").first()).isVisible();
        return page;
    }

    private static Locator open(Page page) {
        page.keyboard().press("Control+k");
        Locator field = field(page);
        assertThat(field).isFocused();
        return field;
    }

    private static Locator chosen(Page page) {
        return page.locator("cb-palette [role=option][aria-selected=true]");
    }

    private static Locator message(Page page, String text) {
        return page.locator("cb-toasts .toast").filter(new Locator.FilterOptions().setHasText(text));
    }

    @Test
    void hasTheExactNameFirstAndFindsOneWithLettersWrong() {
        Page page = at("/");
        open(page);
        page.keyboard().type("booking-service");
        assertThat(chosen(page)).containsText("Booking Service");
        page.keyboard().press("Control+a");
        page.keyboard().type("bokoing servcie");
        assertThat(chosen(page)).containsText("Booking Service");
        page.keyboard().press("Enter");
        assertThat(page).hasURL(stage.portal().address() + SERVICE);
        page.context().close();
    }

    @Test
    void waitsForWhatIsLookedForRatherThanOpenSomethingElse() {
        Page page = at("/");
        open(page);
        page.keyboard().type("booking-service");
        page.keyboard().press("Enter");
        assertThat(page).hasURL(stage.portal().address() + SERVICE);
        assertThat(page.locator("main h1").first()).hasText("Booking Service");
        page.navigate(stage.portal().address() + "/problems");
        assertThat(page.locator("main h1").first()).isVisible();
        open(page);
        assertThat(page.getByRole(AriaRole.GROUP, BrowserJourney.named("Recently visited")))
                .containsText("Booking Service");
        page.keyboard().press("Escape");
        assertThat(page.getByRole(AriaRole.DIALOG)).hasCount(0);
        page.context().close();
    }

    @Test
    void leadsToPagesAndPlugins() {
        Page page = at("/");
        open(page);
        page.keyboard().type("problmes");
        assertThat(chosen(page)).containsText("Problems");
        page.keyboard().press("Enter");
        assertThat(page).hasURL(stage.portal().address() + "/problems");
        open(page);
        page.keyboard().type(DESK);
        assertThat(page.getByRole(AriaRole.GROUP, BrowserJourney.named("Plugins")))
                .containsText(DESK + " 1.0.0");
        page.context().close();
    }

    @Test
    void runsACommandThatAsksFirst() {
        Page page = at("/");
        open(page);
        page.keyboard().type(">tea");
        assertThat(chosen(page)).containsText("Order a drink");
        page.keyboard().press("Enter");
        assertThat(page.getByLabel("What")).isFocused();
        page.keyboard().press("Enter");
        assertThat(page.locator("cb-palette")).containsText("This is needed.");
        page.keyboard().type("green tea");
        page.keyboard().press("Enter");
        assertThat(page.getByText("Order it now?")).isVisible();
        page.keyboard().press("Tab");
        page.keyboard().press("Enter");
        assertThat(message(page, "One green tea for")).isVisible();
        assertThat(page.getByRole(AriaRole.DIALOG)).hasCount(0);
        page.context().close();
    }

    @Test
    void offersOnAnEntityWhatCanBeDoneWithIt() {
        Page page = at(SERVICE);
        open(page);
        assertThat(page.getByRole(AriaRole.GROUP, BrowserJourney.named("On this page")))
                .containsText("Applaud its team");
        page.keyboard().type("applaud");
        page.keyboard().press("Enter");
        assertThat(message(page, "Applause for booking-service.")).isVisible();
        assertThat(page).hasURL(stage.portal().address() + "/catalog");
        page.navigate(stage.portal().address() + SERVICE);
        page.getByRole(AriaRole.BUTTON, BrowserJourney.named("Actions")).focus();
        page.keyboard().press("ArrowDown");
        assertThat(page.getByRole(AriaRole.MENUITEM, BrowserJourney.named("Applaud its team")))
                .isFocused();
        page.keyboard().press("Enter");
        assertThat(message(page, "Applause for booking-service.")).isVisible();
        page.context().close();
    }

    @Test
    void followsAPluginThatComesAndGoesWhileItIsOpen() {
        Page page = at("/");
        open(page);
        page.keyboard().type(">refresh");
        assertThat(chosen(page)).containsText("Order a drink");
        page.keyboard().press("Enter");
        assertThat(page.getByLabel("What")).isFocused();
        page.keyboard().type("milk");
        stage.client().install(desk("1.1.0")).expect(200);
        assertThat(page.locator("cb-palette .about")).hasText(DESK + " 1.1.0");
        assertThat(page.getByLabel("What")).hasValue("milk");
        stage.client().delete("/api/plugins/" + DESK).expect(204);
        assertThat(page.locator("cb-palette .notice")).containsText("“Order a drink” is no longer there");
        assertThat(field(page)).isFocused();
        assertThat(page.locator("cb-palette")).containsText("Nothing is called “refresh”.");
        stage.client().install(desk("1.2.0")).expect(201);
        assertThat(chosen(page)).containsText("Order a drink");
        page.context().close();
    }

    @ParameterizedTest
    @EnumSource(
            value = ColorScheme.class,
            names = {"LIGHT", "DARK"})
    void everybodyCanUseIt(ColorScheme scheme) {
        Page page = stage.at(SERVICE, scheme);
        assertThat(page.locator("main h1").first()).isVisible();
        page.evaluate("document.fonts.ready.then(() => true)");
        open(page);
        assertThat(page.getByRole(AriaRole.GROUP, BrowserJourney.named("On this page")))
                .isVisible();
        AppearanceJourney.assertAccessible(page);
        AppearanceJourney.picture("palette", page, scheme);
        page.keyboard().type("book");
        assertThat(page.getByRole(AriaRole.GROUP, BrowserJourney.named("Entities")))
                .isVisible();
        AppearanceJourney.assertAccessible(page);
        AppearanceJourney.picture("palette-found", page, scheme);
        page.keyboard().press("Control+a");
        page.keyboard().type("qqqq");
        assertThat(page.locator("cb-palette")).containsText("Nothing is called “qqqq”.");
        AppearanceJourney.assertAccessible(page);
        page.keyboard().press("Control+a");
        page.keyboard().type(">drink");
        page.keyboard().press("Enter");
        assertThat(page.getByLabel("What")).isFocused();
        AppearanceJourney.assertAccessible(page);
        AppearanceJourney.picture("palette-command", page, scheme);
        page.keyboard().press("Escape");
        assertThat(field(page)).isFocused();
        page.setViewportSize(360, 720);
        AppearanceJourney.picture("palette-narrow", page, scheme);
        assertEquals(0, page.evaluate("document.documentElement.scrollWidth - innerWidth"), "beside the page");
        page.context().close();
    }
}
