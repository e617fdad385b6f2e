package org.callboard.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Somebody signs in and looks around in the catalog, with the mouse and without. */
class BrowserJourney {

    private static final String SERVICE = "/catalog/default/component/booking-service";

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

    @Test
    void signsInByTheLinkOnceAndOutAgain() {
        Page page = stage.stranger(ColorScheme.LIGHT);
        page.navigate(stage.portal().address().toString());
        assertThat(heading(page, "Sign in")).isVisible();
        String link = stage.portal().signInLink();
        page.navigate(link);
        assertThat(page).hasURL(stage.portal().address() + "/");
        assertThat(heading(page, "Administrator")).isVisible();
        page.navigate(link);
        assertThat(heading(page, "This link is used up")).isVisible();
        page.navigate(stage.portal().address() + "/catalog");
        assertThat(rows(page).first()).isVisible();
        page.getByRole(AriaRole.BUTTON, named("Sign out")).click();
        assertThat(page.getByText("bin/callboard login").or(page.getByText("You are signed out")))
                .isVisible();
    }

    @Test
    void narrowsTheCatalogByKind() {
        Page page = stage.at("/catalog", ColorScheme.LIGHT);
        int apis = stage.client()
                .get("/api/catalog/entities/by-query?filter=kind=api&limit=0")
                .json()
                .path("totalItems")
                .asInt();
        page.getByRole(AriaRole.CHECKBOX, new Page.GetByRoleOptions().setName(Pattern.compile("^API\\b")))
                .check();
        assertThat(page).hasURL(Pattern.compile("kind=api"));
        assertThat(page.getByText(apis + " entities", new Page.GetByTextOptions().setExact(true))
                        .first())
                .isVisible();
        for (String row : rows(page).allInnerTexts()) {
            assertTrue(row.contains("API"), row);
        }
        page.reload();
        assertThat(page.getByText(apis + " entities", new Page.GetByTextOptions().setExact(true))
                        .first())
                .isVisible();
    }

    @Test
    void findsByTextAndSortsByAColumn() {
        Page page = stage.at("/catalog", ColorScheme.LIGHT);
        filter(page).fill("booking");
        assertThat(page).hasURL(Pattern.compile("q=booking"));
        assertThat(link(page, "Booking Service")).isVisible();
        filter(page).fill("no such thing anywhere");
        assertThat(page.getByText("Nothing matches")).isVisible();
        page.getByRole(AriaRole.BUTTON, named("Show everything")).click();
        assertThat(rows(page).first()).isVisible();
        String first = rows(page).first().innerText();
        Locator name = page.getByRole(AriaRole.COLUMNHEADER, named("Name"));
        assertThat(name).hasAttribute("aria-sort", "ascending");
        name.getByRole(AriaRole.BUTTON).click();
        assertThat(name).hasAttribute("aria-sort", "descending");
        assertThat(page).hasURL(Pattern.compile("sort=-metadata.name"));
        assertThat(rows(page).first()).not().hasText(first);
    }

    @Test
    void followsRelationsFromEntityToEntity() {
        Page page = stage.at(SERVICE, ColorScheme.LIGHT);
        assertThat(heading(page, "Booking Service")).isVisible();
        link(page, "Relations").first().click();
        assertThat(page).hasURL(Pattern.compile(SERVICE + "/relations$"));
        Locator owner = page.locator("cb-relations section", new Page.LocatorOptions().setHasText("Owned by"))
                .getByRole(AriaRole.LINK)
                .first();
        String target = owner.getAttribute("href");
        owner.click();
        assertThat(page).hasURL(stage.portal().address() + target);
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                .isVisible();
        page.goBack();
        assertThat(page).hasURL(Pattern.compile(SERVICE + "/relations$"));
    }

    @Test
    void saysWhatIsWrongWithADescriptorAndWhere() {
        JsonNode problem = problem("gadget:default/flawed");
        Page page = stage.at("/catalog/default/gadget/flawed", ColorScheme.LIGHT);
        assertThat(page.getByText(problem.path("reason").asText())).isVisible();
        link(page, "See the problem").click();
        assertThat(page).hasURL(Pattern.compile("/flawed/problems$"));
        assertThat(page.getByText(problem.path("fix").asText())).isVisible();
        assertThat(page.getByText("flawed.yaml:" + problem.path("line").asText() + ":"))
                .isVisible();
        page.navigate(stage.portal().address() + "/problems");
        assertThat(page.getByText(problem.path("reason").asText())).isVisible();
    }

    @Test
    void saysWhyAnEntityIsNotInTheCatalog() {
        JsonNode problem = problem("component:legacy/gift-cards");
        Page page = stage.at("/problems", ColorScheme.LIGHT);
        assertThat(page.getByText(problem.path("reason").asText())).isVisible();
        link(page, "gift-cards").click();
        assertThat(heading(page, "gift-cards")).isVisible();
        assertThat(page.getByText(problem.path("reason").asText())).isVisible();
        stage.forgiveComplaints();
    }

    private static JsonNode problem(String entity) {
        JsonNode problems = stage.client()
                .get("/api/catalog/problems?entity=" + entity)
                .expect(200)
                .json();
        assertTrue(!problems.path("items").isEmpty(), "It has none.");
        return problems.at("/items/0");
    }

    @Test
    void needsNoMouse() {
        Page page = stage.at("/catalog", ColorScheme.LIGHT);
        assertThat(rows(page).first()).isVisible();
        page.keyboard().press("Tab");
        Locator skip = page.getByText("Skip to the content");
        assertThat(skip).isFocused();
        page.keyboard().press("Enter");
        assertThat(page.locator("#main")).isFocused();
        page.keyboard().press("/");
        assertThat(filter(page)).isFocused();
        page.keyboard().type("booking");
        assertThat(page).hasURL(Pattern.compile("q=booking"));
        Locator links = rows(page).getByRole(AriaRole.LINK);
        // the rows follow the words
        assertThat(links.nth(1)).hasAttribute("href", Pattern.compile("booking"));
        page.keyboard().press("ArrowDown");
        assertThat(links.first()).isFocused();
        page.keyboard().press("ArrowDown");
        assertThat(links.nth(1)).isFocused();
        String target = links.nth(1).getAttribute("href");
        page.keyboard().press("Enter");
        assertThat(page).hasURL(stage.portal().address() + target);
    }

    @Test
    void leadsFarThroughTheRowsWithTheirHeadsInSight() {
        Page page = stage.at("/catalog", ColorScheme.LIGHT);
        page.setViewportSize(Chromium.WIDTH, 480);
        rows(page).first().getByRole(AriaRole.LINK).focus();
        for (int times = 0; times < 3; times++) {
            page.keyboard().press("PageDown");
        }
        assertThat(rows(page).first()).not().hasAttribute("aria-rowindex", "2");
        assertThat(page.getByRole(AriaRole.COLUMNHEADER, named("Name"))).isInViewport();
        String inOrder = "rows => rows.every((row, at) => row.ariaRowIndex - at == rows[0].ariaRowIndex)";
        Eventually.holds("rows in their order", Duration.ofSeconds(5), () ->
                (boolean) rows(page).evaluateAll(inOrder));
        page.keyboard().press("Home");
        assertThat(rows(page).first().getByRole(AriaRole.LINK)).isFocused();
    }

    @Test
    void findsEverythingByTheSearch() {
        Page page = stage.at("/", ColorScheme.LIGHT);
        assertThat(heading(page, "Administrator")).isVisible();
        page.keyboard().press("Control+k");
        page.keyboard().type("booking service");
        Locator option =
                page.getByRole(AriaRole.OPTION, named("Booking Service")).first();
        assertThat(option).isVisible();
        assertThat(option).hasAttribute("aria-selected", "true");
        page.keyboard().press("Enter");
        assertThat(page).hasURL(stage.portal().address() + SERVICE);
    }

    @Test
    void showsChangesOfTheThemeAtOnceAndRemembersThem() {
        Page page = stage.at("/catalog", ColorScheme.LIGHT);
        assertThat(rows(page).first()).isVisible();
        String light = background(page);
        page.getByRole(AriaRole.BUTTON, named("Theme: as the system")).click();
        page.getByRole(AriaRole.BUTTON, named("Theme: light")).click();
        assertThat(page.getByRole(AriaRole.BUTTON, named("Theme: dark"))).isVisible();
        assertNotEquals(light, background(page));
        String dark = background(page);
        page.reload();
        assertThat(rows(page).first()).isVisible();
        assertEquals(dark, background(page));
    }

    private static String background(Page page) {
        return (String) page.evaluate("getComputedStyle(document.body).backgroundColor");
    }

    static Locator heading(Page page, String text) {
        return page.getByRole(AriaRole.HEADING, named(text));
    }

    private static Locator link(Page page, String text) {
        return page.getByRole(AriaRole.LINK, named(text));
    }

    private static Locator filter(Page page) {
        return page.getByRole(AriaRole.SEARCHBOX);
    }

    /** {@return the rows of the list of entities that are on the page, without the heads} */
    static Locator rows(Page page) {
        return page.getByRole(AriaRole.TABLE, named("Entities"))
                .getByRole(AriaRole.ROW)
                .filter(new Locator.FilterOptions().setHas(page.getByRole(AriaRole.LINK)));
    }

    static Page.GetByRoleOptions named(String text) {
        return new Page.GetByRoleOptions().setName(text);
    }
}
