package org.callboard.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** People make the catalog's list their own, share it and take it with them; plugins bring columns and facets. */
class CatalogJourney {

    private static final String ID = "e2e-columns";
    private static final String CHOSEN =
            "/catalog?kind=component&column=spec.type&column=relations.ownedBy&column=plugin:" + ID + "/weight";

    private static BrowserStage stage;

    @BeforeAll
    static void start(@TempDir Path root) {
        stage = BrowserStage.start(root);
        stage.client().install(jar("1.0.0", "Weight")).expect(201);
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

    private static byte[] jar(String version, String title) {
        return PluginJar.of(ID, version)
                .with("Weight", """
                        @Component
                        public final class Weight implements CatalogColumn {
                            @Override public String title() { return "%s"; }
                            @Override public java.util.Map<EntityRef, Value> values(List<Entity> entities, Caller caller) {
                                java.util.Map<EntityRef, Value> values = new java.util.HashMap<>();
                                entities.forEach(entity -> values.put(entity.ref(), Value.of(entity.ref().name().length() * 1000L)));
                                return values;
                            }
                        }
                        """.formatted(title))
                .with("Broken", """
                        @Component
                        public final class Broken implements CatalogColumn {
                            @Override public java.util.Map<EntityRef, Value> values(List<Entity> entities, Caller caller) {
                                throw new IllegalStateException("The scales are broken.");
                            }
                        }
                        """)
                .with("Origin", """
                        @Component
                        public final class Origin implements CatalogFacet {
                            @Override public String title() { return "Namespace of it"; }
                            @Override public String path() { return "metadata.namespace"; }
                        }
                        """)
                .build();
    }

    private static Page shown(String path) {
        return shown(path, ColorScheme.LIGHT);
    }

    private static Page shown(String path, ColorScheme scheme) {
        Page page = stage.at(path, scheme);
        assertThat(BrowserJourney.rows(page).first()).isVisible();
        return page;
    }

    private static Locator head(Page page, String title) {
        return page.getByRole(AriaRole.COLUMNHEADER, BrowserJourney.named(title));
    }

    private static Locator panel(Page page, String name) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(name).setExact(true))
                .click();
        assertThat(page.getByRole(AriaRole.DIALOG, BrowserJourney.named(name))).isVisible();
        return page.locator("cb-flyout[label='" + name + "']");
    }

    @Test
    void aReaderChoosesColumnsAndFindsThemAgain() {
        Page page = shown("/catalog");
        Locator columns = panel(page, "Columns");
        columns.getByRole(AriaRole.CHECKBOX, new Locator.GetByRoleOptions().setName("System"))
                .uncheck();
        assertThat(head(page, "System")).hasCount(0);
        columns.getByRole(AriaRole.CHECKBOX, new Locator.GetByRoleOptions().setName("Weight"))
                .check();
        assertThat(head(page, "Weight")).isVisible();
        columns.getByRole(AriaRole.TEXTBOX)
                .or(columns.getByRole(AriaRole.COMBOBOX))
                .fill("metadata.namespace");
        page.keyboard().press("Enter");
        assertThat(head(page, "Namespace")).isVisible();
        columns.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Move Namespace forward"))
                .press("Enter");
        assertThat(page).hasURL(Pattern.compile("column=metadata.namespace&column=plugin"));
        page.keyboard().press("Escape");
        assertThat(page.getByRole(AriaRole.DIALOG)).hasCount(0);
        assertThat(BrowserJourney.rows(page).first()).containsText("00");
        head(page, "Namespace").getByRole(AriaRole.BUTTON).click();
        assertThat(page).hasURL(Pattern.compile("sort=metadata.namespace"));
        page.navigate(stage.portal().address() + "/catalog");
        assertThat(head(page, "Weight")).isVisible();
        page.context().close();
    }

    @Test
    void aViewIsSavedUnderANameAndOpenedBySomebodyElseByItsLink() {
        Page page = shown(CHOSEN + "&sort=-spec.type");
        Locator views = panel(page, "Views");
        views.getByRole(AriaRole.TEXTBOX).fill("Heavy things");
        page.keyboard().press("Enter");
        Locator link = views.getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("Heavy things"));
        assertThat(link).isVisible();
        AppearanceJourney.assertAccessible(page);
        AppearanceJourney.picture("catalog-views", page, ColorScheme.LIGHT);
        String shared = link.getAttribute("href");
        page.navigate(stage.portal().address() + "/catalog");
        assertThat(BrowserJourney.rows(page).first()).isVisible();
        panel(page, "Views");
        link.click();
        assertThat(page).hasURL(stage.portal().address() + shared);
        assertThat(head(page, "Weight")).isVisible();
        Page other = shown(shared);
        assertThat(head(other, "Weight")).isVisible();
        assertThat(head(other, "Type")).hasAttribute("aria-sort", "descending");
        assertEquals(
                BrowserJourney.rows(page).first().innerText(),
                BrowserJourney.rows(other).first().innerText());
        panel(page, "Views");
        views.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Delete “Heavy things”"))
                .click();
        assertThat(link).hasCount(0);
        page.context().close();
        other.context().close();
    }

    @Test
    void narrowsByTheFacetOfAPluginAndByAnyField() {
        Page page = shown("/catalog");
        Locator facet = page.getByRole(AriaRole.GROUP, BrowserJourney.named("Namespace of it"));
        facet.getByRole(AriaRole.CHECKBOX).first().check();
        assertThat(page).hasURL(Pattern.compile("metadata.namespace=default"));
        page.getByRole(AriaRole.BUTTON, BrowserJourney.named("Clear filters")).click();
        page.getByRole(AriaRole.BUTTON, BrowserJourney.named("Add a facet")).click();
        page.keyboard().type("spec.profile.displayName");
        page.keyboard().press("Enter");
        Locator added = page.getByRole(AriaRole.GROUP, BrowserJourney.named("profile.displayName"));
        added.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Show all"))
                .click();
        added.getByRole(AriaRole.SEARCHBOX).fill("an");
        assertThat(added.locator("label").first()).containsText(Pattern.compile("an", Pattern.CASE_INSENSITIVE));
        added.getByRole(AriaRole.CHECKBOX).first().check();
        assertThat(page).hasURL(Pattern.compile("spec.profile.displayName="));
        assertThat(page.getByText("1 entity").first()).isVisible();
        added.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Take the facet"))
                .click();
        assertThat(added).hasCount(0);
        page.context().close();
    }

    @Test
    void takesWhatIsShownAlong() throws IOException {
        Page page = shown(CHOSEN + "&q=booking");
        Locator export = panel(page, "Export");
        Download csv = page.waitForDownload(
                () -> export.getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("CSV"))
                        .click());
        List<String> lines = Files.readAllLines(csv.path());
        int total = stage.client()
                .get("/api/catalog/entities/by-query?filter=kind=component&fullTextFilterTerm=booking"
                        + "&fullTextFilterFields=metadata.name,metadata.title,metadata.description&limit=0")
                .json()
                .path("totalItems")
                .asInt();
        assertEquals("\uFEFFEntity,Name,Type,Owned by,Weight", lines.get(0));
        assertEquals(total + 1, lines.size());
        assertTrue(
                lines.stream()
                        .anyMatch(
                                line -> line.startsWith("component:default/booking-service,Booking Service,service,")),
                lines::toString);
        page.context().close();
        Client nobody = stage.portal().anyone();
        nobody.get("/api/web-shell/entities/export?format=csv").expectError(401);
    }

    @Test
    void showsMoreOfARowWithoutAMouse() {
        Page page = shown("/catalog?q=booking-service");
        page.keyboard().press("/");
        page.keyboard().press("ArrowDown");
        assertThat(BrowserJourney.rows(page).getByRole(AriaRole.LINK).first()).isFocused();
        Locator peek = page.getByRole(AriaRole.GROUP, BrowserJourney.named("About Booking Service"));
        assertThat(peek).isVisible();
        page.keyboard().press("Space");
        assertThat(peek.getByRole(AriaRole.LINK).nth(1)).isFocused();
        assertThat(peek).containsText("Owner");
        AppearanceJourney.assertAccessible(page);
        page.keyboard().press("Escape");
        assertThat(peek).isHidden();
        assertThat(BrowserJourney.rows(page).getByRole(AriaRole.LINK).first()).isFocused();
        page.context().close();
    }

    @Test
    void aPluginIsReplacedAndRemovedWhileItsColumnIsShown() {
        Page page = shown(CHOSEN);
        page.evaluate("window.stays = true");
        assertThat(head(page, "Weight")).isVisible();
        stage.client().install(jar("2.0.0", "Mass")).expect(200);
        assertThat(head(page, "Mass")).isVisible();
        stage.client().delete("/api/plugins/" + ID).expect(204);
        assertThat(head(page, ID + "/weight")).isVisible();
        assertThat(page.getByRole(AriaRole.BUTTON, BrowserJourney.named("No plugin offers the column")))
                .isVisible();
        assertThat(BrowserJourney.rows(page).first()).containsText("–");
        assertThat(page.getByRole(AriaRole.GROUP, BrowserJourney.named("Namespace of it")))
                .hasCount(0);
        stage.forgiveComplaints();
        stage.client().install(jar("1.0.0", "Weight")).expect(201);
        assertThat(head(page, "Weight")).isVisible();
        assertThat(BrowserJourney.rows(page).first()).containsText("000");
        assertEquals(true, page.evaluate("window.stays"));
        page.context().close();
    }

    @ParameterizedTest
    @EnumSource(
            value = ColorScheme.class,
            names = {"LIGHT", "DARK"})
    void everybodyCanUseIt(ColorScheme scheme) {
        Page page = shown(CHOSEN + "&column=plugin:" + ID + "/broken", scheme);
        assertThat(page.getByRole(AriaRole.BUTTON, BrowserJourney.named("broken is not available")))
                .isVisible();
        assertThat(BrowserJourney.rows(page).first()).containsText("000");
        AppearanceJourney.picture("catalog-columns", page, scheme);
        AppearanceJourney.assertAccessible(page);
        Locator columns = panel(page, "Columns");
        assertThat(columns).isVisible();
        AppearanceJourney.assertAccessible(page);
        AppearanceJourney.picture("catalog-chooser", page, scheme);
        page.keyboard().press("Escape");
        BrowserJourney.rows(page).nth(2).hover();
        assertThat(page.locator("cb-entity-peek [popover]")).isVisible();
        AppearanceJourney.picture("catalog-peek", page, scheme);
        page.setViewportSize(360, 720);
        AppearanceJourney.picture("catalog-narrow", page, scheme);
        assertEquals(0, page.evaluate("document.documentElement.scrollWidth - innerWidth"), "beside the page");
        page.context().close();
    }
}
