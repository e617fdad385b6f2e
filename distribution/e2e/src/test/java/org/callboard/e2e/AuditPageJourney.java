package org.callboard.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.callboard.e2e.BrowserJourney.heading;
import static org.callboard.e2e.ViewsJourney.link;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The page on which somebody looks for who did what. */
class AuditPageJourney {

    private static BrowserStage stage;

    @BeforeAll
    static void start(@TempDir Path root) {
        stage = BrowserStage.start(root);
        stage.client().install(Plugins.rest("e2e-looked-for", "1.0.0")).expect(201);
        for (int i = 0; i < 60; i++) {
            stage.client()
                    .post("/api/session/links", "application/json", new byte[0])
                    .expect(201);
        }
    }

    @AfterAll
    static void stop() {
        if (stage != null) {
            stage.close();
        }
    }

    private static Locator own(Page page) {
        return page.locator("cb-audit-page");
    }

    private static Locator rows(Page page) {
        return own(page).locator("tbody tr");
    }

    private static Locator button(Page page, String name) {
        return own(page)
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(name).setExact(true));
    }

    @ParameterizedTest
    @EnumSource(
            value = ColorScheme.class,
            names = {"LIGHT", "DARK"})
    void findsTurnsPagesAndVerifies(ColorScheme scheme) {
        Page page = stage.at("/", scheme);
        link(page, "Audit").click();
        assertThat(heading(page, "Audit")).isVisible();
        assertThat(rows(page)).hasCount(50);
        AppearanceJourney.assertAccessible(page);
        String newest = rows(page).first().locator(".when").getAttribute("title");
        button(page, "Older").click();
        assertThat(page).hasURL(Pattern.compile("cursor=[0-9]+$"));
        assertThat(rows(page).first().locator(".when")).not().hasAttribute("title", newest);
        button(page, "Newest").click();
        assertThat(page).hasURL(Pattern.compile("/audit$"));
        own(page).getByLabel("Subject").fill("e2e-looked-for*");
        button(page, "Search").click();
        assertThat(rows(page)).hasCount(1);
        assertThat(rows(page).first()).containsText("plugin.install");
        assertThat(rows(page).first()).containsText("token");
        assertThat(page).hasURL(Pattern.compile("subject=e2e-looked-for"));
        button(page, "Verify").click();
        assertThat(page.getByText("as it was written", new Page.GetByTextOptions().setExact(true)))
                .isVisible();
        AppearanceJourney.assertAccessible(page);
        byte[] unused = AppearanceJourney.picture("audit", page, scheme);
        own(page).getByLabel("Outcome").selectOption("REFUSED");
        button(page, "Search").click();
        assertThat(page.getByText("Nothing matches")).isVisible();
        AppearanceJourney.assertAccessible(page);
        button(page, "Clear").click();
        assertThat(rows(page)).hasCount(50);
        assertThat(own(page).getByLabel("Subject")).hasValue("");
        stage.assertNoComplaints();
        page.context().close();
    }

    @Test
    void exportsWhatIsLookedFor() throws IOException {
        Page page = stage.at("/audit?subject=e2e-looked-for*", ColorScheme.LIGHT);
        Download download = page.waitForDownload(() -> link(page, "Export").click());
        assertEquals("audit.ndjson", download.suggestedFilename());
        String lines = Files.readString(download.path());
        assertEquals(1, lines.lines().count(), lines);
        assertTrue(lines.contains("\"subject\":\"e2e-looked-for 1.0.0"), lines);
        page.context().close();
    }

    @Test
    void saysWhatFailedAndTriesAgain() {
        Page page = stage.signedIn(ColorScheme.DARK);
        page.route("**/api/audit?*", Route::abort);
        page.navigate(stage.portal().address() + "/audit");
        assertThat(page.getByText("The portal does not answer.")).isVisible();
        AppearanceJourney.assertAccessible(page);
        page.unroute("**/api/audit?*");
        button(page, "Try again").click();
        assertThat(rows(page).first()).isVisible();
        stage.forgiveComplaints();
        page.context().close();
    }
}
