package org.callboard.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the author of a preview sees of it in a browser. */
class PreviewPageJourney {

    private static final String ID = "e2e-shown";

    private static BrowserStage stage;

    @BeforeAll
    static void start(@TempDir Path root) {
        stage = BrowserStage.start(root);
        stage.client().install(Plugins.card(ID, "1.0.0", "the first")).expect(201);
    }

    @AfterAll
    static void stop() {
        if (stage != null) {
            stage.close();
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = ColorScheme.class,
            names = {"LIGHT", "DARK"})
    void saysWhichRevisionItIsFollowsTheNextOneAndEndsAtAButton(ColorScheme scheme) {
        Page others = stage.at("/catalog/default/component/booking-service", scheme);
        assertThat(card(others)).containsText("the first");
        Page page = stage.signedIn(scheme);
        page.navigate(stage.portal().address()
                + opened("1.1.0", "the second").at("/preview/path").asText());
        assertThat(banner(page)).containsText("Preview of " + ID + " 1.1.0");
        page.navigate(stage.portal().address() + "/catalog/default/component/booking-service");
        assertThat(card(page)).containsText("the second");
        AppearanceJourney.assertAccessible(page);
        byte[] unused = AppearanceJourney.picture("preview", page, scheme);
        JsonNode next = opened("1.2.0", "the third");
        assertThat(banner(page)).containsText(next.path("version").asText());
        assertThat(card(page)).containsText("the third");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("End preview"))
                .click();
        assertThat(card(page)).containsText("the first");
        assertThat(banner(page)).not().containsText("Preview of");
        assertThat(card(others)).containsText("the first");
        assertThat(banner(others)).not().containsText("Preview of");
        stage.assertNoComplaints();
        page.context().close();
        others.context().close();
    }

    private static JsonNode opened(String version, String text) {
        return stage.client()
                .install(Plugins.card(ID, version, text), "?preview=true")
                .expect(201)
                .json();
    }

    private static Locator banner(Page page) {
        return page.locator("cb-preview");
    }

    private static Locator card(Page page) {
        return page.getByRole(AriaRole.ARTICLE, new Page.GetByRoleOptions().setName(Plugins.titleOf(ID)));
    }
}
