package org.callboard.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.callboard.e2e.BrowserJourney.heading;
import static org.callboard.e2e.BrowserJourney.named;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
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

/** Somebody uses the pages that a plugin made in Java: looks, presses, fills in and turns pages, with the mouse and without. */
class ViewsJourney {

    private static final String GALLERY = "/" + GalleryPlugin.ID;
    private static final String SERVICE = "/catalog/default/component/booking-service";

    private static BrowserStage stage;

    @BeforeAll
    static void start(@TempDir Path root) {
        stage = BrowserStage.start(root);
        stage.client().install(GalleryPlugin.jar()).expect(201);
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

    private static Page gallery() {
        Page page = stage.at(GALLERY, ColorScheme.LIGHT);
        assertThat(heading(page, "Gallery")).isVisible();
        return page;
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    static Locator link(Page page, String name) {
        return page.getByRole(
                AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static Locator range(Page page) {
        return page.locator(".range");
    }

    private static Locator suggestion(Page page) {
        return page.locator("cb-entity-input [role=option]").first();
    }

    private static Locator input(Page page, String label) {
        return page.getByLabel(Pattern.compile("^" + label));
    }

    private static Locator fault(Page page) {
        return page.locator(".fault");
    }

    @ParameterizedTest
    @EnumSource(
            value = ColorScheme.class,
            names = {"LIGHT", "DARK"})
    void showsEveryBlockSoThatEverybodyCanUseIt(ColorScheme scheme) {
        Page page = stage.at(GALLERY, scheme);
        assertThat(heading(page, "Gallery")).isVisible();
        for (String text : new String[] {
            "Everything that a page can show",
            "This month",
            "73.4%",
            "one is missing",
            "within budget",
            "Budget raised",
            "budget: 12500",
            "How costs are shared",
            "<b>No HTML</b>",
            "Change the budget"
        }) {
            assertThat(page.getByText(text).first()).isVisible();
        }
        assertThat(page.locator("cb-chart path.line")).hasCount(5);
        assertThat(page.locator("cb-chart path.bar")).hasCount(23);
        assertThat(page.locator("cb-chart path.part")).hasCount(3);
        AppearanceJourney.assertAccessible(page);
        page.setViewportSize(Chromium.WIDTH, 2_900);
        AppearanceJourney.picture("gallery", page, scheme);
    }

    @Test
    void leadsFromTheListOfPagesToAPageAndItsSubPages() {
        Page page = stage.at("/", ColorScheme.LIGHT);
        link(page, "Gallery").click();
        assertThat(heading(page, "Gallery")).isVisible();
        assertThat(page).hasTitle("Gallery · Callboard");
        link(page, "service-3").click();
        assertThat(page).hasURL(stage.portal().address() + GALLERY + "/regions/r3");
        assertThat(heading(page, "Region r3")).isVisible();
        assertThat(page).hasTitle("Region r3 · Callboard");
        page.getByRole(AriaRole.NAVIGATION, named("Breadcrumb"))
                .getByText("Gallery")
                .click();
        assertThat(heading(page, "Gallery")).isVisible();
        page.navigate(stage.portal().address() + GALLERY + "/regions/eu?year=2026");
        assertThat(page.getByText("Year 2026")).isVisible();
    }

    @Test
    void saysThatAPageIsNotThere() {
        for (String path : new String[] {GALLERY + "/regions/atlantis", GALLERY + "/nothing", "/no-such-plugin"}) {
            Page page = stage.at(path, ColorScheme.LIGHT);
            assertThat(heading(page, "There is no such page")).isVisible();
        }
        stage.forgiveComplaints();
    }

    @Test
    void findsThePageByTheSearch() {
        Page page = stage.at("/", ColorScheme.LIGHT);
        assertThat(link(page, "Gallery")).isVisible();
        page.keyboard().press("Control+k");
        page.keyboard().type("gall");
        assertThat(page.getByRole(AriaRole.OPTION, named("Gallery")).first()).containsText("Gallery");
        page.keyboard().press("Enter");
        assertThat(page).hasURL(stage.portal().address() + GALLERY);
    }

    @Test
    void pressesButtonsWithTheMouse() {
        Page page = gallery();
        button(page, "Count").click();
        assertThat(page.locator(".toast")).containsText("That makes");
        button(page, "Fail").click();
        assertThat(page.getByRole(AriaRole.ALERT)).hasText("The bank does not answer.");
        button(page, "Begin anew").click();
        page.getByRole(AriaRole.DIALOG).getByText("Cancel").click();
        assertThat(page.getByText("Pressed so far: 0")).hasCount(0);
        button(page, "Begin anew").click();
        page.getByRole(AriaRole.DIALOG).getByText("Begin anew").click();
        assertThat(page.getByText("Pressed so far: 0")).isVisible();
        button(page, "Go to Europe").click();
        assertThat(heading(page, "Region eu")).isVisible();
        assertThat(page.locator(".toast").last()).containsText("Here is Europe");
    }

    @Test
    void pressesButtonsWithoutAMouse() {
        Page page = gallery();
        button(page, "Count").focus();
        page.keyboard().press("Enter");
        assertThat(page.locator(".toast").last()).containsText("That makes");
        assertThat(button(page, "Count")).isFocused();
        for (int step = 0; step < 3; step++) {
            page.keyboard().press("Tab");
        }
        assertThat(button(page, "Begin anew")).isFocused();
        page.keyboard().press("Space");
        assertThat(page.getByRole(AriaRole.DIALOG)).isVisible();
        page.keyboard().press("Tab");
        page.keyboard().press("Enter");
        assertThat(page.getByText("Pressed so far: 0")).isVisible();
        assertThat(button(page, "Begin anew")).isFocused();
    }

    @Test
    void sendsAFormWithTheMouse() {
        Page page = gallery();
        button(page, "Save the budget").click();
        assertThat(fault(page)).hasCount(4);
        assertThat(input(page, "Name")).isFocused();
        assertThat(input(page, "Name")).hasAttribute("aria-invalid", "true");
        input(page, "Name").fill("taken");
        input(page, "Owner").click();
        suggestion(page).click();
        page.getByRole(AriaRole.COMBOBOX, named("Region")).selectOption("eu");
        page.getByLabel("Finance", new Page.GetByLabelOptions().setExact(true)).check();
        page.getByLabel(Pattern.compile("^Finance has agreed")).check();
        assertThat(fault(page)).hasCount(0);
        button(page, "Save the budget").click();
        assertThat(fault(page)).hasText("There is a budget of this name.");
        assertThat(input(page, "Name")).isFocused();
        input(page, "Name").fill("fresh");
        button(page, "Save the budget").click();
        assertThat(page.locator(".toast")).containsText("Saved fresh of group:");
        assertThat(page.locator(".toast")).containsText("for eu [finance] from 2026-12-01true");
        assertThat(input(page, "Name")).hasValue("");
    }

    @Test
    void sendsAFormWithoutAMouse() {
        Page page = gallery();
        input(page, "Name").focus();
        page.keyboard().type("Wrong1");
        page.keyboard().press("Enter");
        assertThat(fault(page).first()).hasText("This is not written as it has to be.");
        assertThat(input(page, "Name")).isFocused();
        page.keyboard().press("Control+a");
        page.keyboard().type("keys");
        page.keyboard().press("Tab");
        page.keyboard().press("Tab");
        assertThat(input(page, "Owner")).isFocused();
        page.keyboard().press("ArrowDown");
        assertThat(suggestion(page)).isVisible();
        page.keyboard().press("ArrowDown");
        String chosen = suggestion(page).innerText();
        page.keyboard().press("Enter");
        assertThat(suggestion(page)).isHidden();
        assertEquals(
                chosen.substring(chosen.indexOf("group:")), input(page, "Owner").inputValue());
        page.keyboard().press("Tab");
        page.keyboard().type("us");
        for (int step = 0; step < 3; step++) {
            page.keyboard().press("Tab");
        }
        page.getByLabel(Pattern.compile("^Finance has agreed")).focus();
        page.keyboard().press("Space");
        page.keyboard().press("Enter");
        assertThat(page.locator(".toast")).containsText("Saved keys of group:");
        assertThat(page.locator(".toast")).containsText("for us []");
    }

    @Test
    void sortsATableAndTurnsItsPages() {
        Page page = gallery();
        assertThat(range(page)).hasText("1–20 of 45");
        button(page, "Next page").click();
        assertThat(range(page)).hasText("21–40 of 45");
        button(page, "Next page").focus();
        page.keyboard().press("Enter");
        assertThat(range(page)).hasText("41–45 of 45");
        assertThat(button(page, "Next page")).isFocused();
        assertThat(page).hasURL(Pattern.compile("table\\.services=40"));
        page.reload();
        assertThat(range(page)).hasText("41–45 of 45");
        Locator cost = page.getByRole(AriaRole.COLUMNHEADER, named("Cost"));
        cost.getByRole(AriaRole.BUTTON).click();
        assertThat(cost).hasAttribute("aria-sort", "ascending");
        assertThat(range(page)).hasText("1–20 of 45");
        cost.getByRole(AriaRole.BUTTON).click();
        assertThat(cost).hasAttribute("aria-sort", "descending");
        assertThat(page.locator("cb-data-table tbody tr").first()).containsText("service-30");
    }

    @Test
    void readsTheFiguresOfAChartOneByOneAndAsATable() {
        Page page = gallery();
        page.getByLabel("Cost as lines. Arrow keys read the figures.").focus();
        page.keyboard().press("ArrowRight");
        assertThat(page.locator("cb-chart .tip")).containsText("4,100 EUR");
        assertThat(page.locator("cb-toasts [role=status]")).hasText("2 Jan 2026: Planned 4,100 EUR, Actual 4,010 EUR");
        page.keyboard().press("End");
        assertThat(page.locator("cb-chart .tip")).containsText("5,200 EUR");
        button(page, "Show the figures as a table: Cost by team").click();
        Locator table = page.getByRole(AriaRole.REGION, named("Figures of Cost by team"));
        assertThat(table.getByRole(AriaRole.ROW).nth(1)).hasText("Orders 4,200 EUR");
    }

    @Test
    void neverDrawsAnewUnderAReaderWhoIsWriting() {
        Page writing = gallery();
        Page watching = gallery();
        Page pressing = gallery();
        input(writing, "Name").fill("half a na");
        button(pressing, "Count").click();
        String now = pressing.locator(".toast").innerText().replaceAll("\\D+", "");
        assertThat(watching.getByText("Pressed so far: " + now)).isVisible();
        assertThat(writing.getByText("New data is ready.")).isVisible();
        assertThat(writing.getByText("Pressed so far: " + now)).hasCount(0);
        assertThat(input(writing, "Name")).isFocused();
        writing.keyboard().type("me");
        button(writing, "Update").click();
        assertThat(writing.getByText("Pressed so far: " + now)).isVisible();
        assertThat(input(writing, "Name")).hasValue("half a name");
    }

    @Test
    void showsATabBesideTheOnesOfThePortal() {
        Page page = stage.at(SERVICE, ColorScheme.LIGHT);
        link(page, "Costs").click();
        assertThat(page).hasURL(stage.portal().address() + SERVICE + "/e2e-gallery.cost-tab");
        assertThat(page.getByText("Costs of component:default/booking-service")).isVisible();
        button(page, "Last page").click();
        assertThat(range(page)).hasText("41–45 of 45");
        AppearanceJourney.assertAccessible(page);
    }

    @Test
    void showsACardOnTheHomePageThatActs() {
        Page page = stage.at("/", ColorScheme.LIGHT);
        Locator card = page.getByRole(AriaRole.ARTICLE, named("Cost at a glance"));
        button(page, "Next page").click();
        assertThat(card).containsText("21–40 of 45");
        button(page, "More").click();
        assertThat(page.locator(".toast")).containsText("Now ");
        assertThat(card).containsText("21–40 of 45");
        AppearanceJourney.assertAccessible(page);
    }
}
