package org.callboard.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The pages in light and dark: that everybody can use them, and what they look like. */
class AppearanceJourney {

    private static BrowserStage stage;

    private static Map<ColorScheme, Page> pages;

    @BeforeAll
    static void start(@TempDir Path root) {
        stage = BrowserStage.start(root);
        pages = Map.of(
                ColorScheme.LIGHT,
                stage.signedIn(ColorScheme.LIGHT),
                ColorScheme.DARK,
                stage.signedIn(ColorScheme.DARK));
    }

    @AfterAll
    static void stop() {
        if (stage != null) {
            stage.close();
        }
    }

    @Test
    void hasARescuePageThatEverybodyCanUse() {
        assertAccessible(at("/rescue", ColorScheme.DARK));
    }

    /** {@return the page of this scheme, which shows all of this path} */
    private static Page at(String path, ColorScheme scheme) {
        Page page = Objects.requireNonNull(pages.get(scheme));
        page.navigate(stage.portal().address() + path);
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1))
                        .first())
                .isVisible();
        assertThat(page.locator("[aria-busy=true]")).hasCount(0);
        page.evaluate("document.fonts.ready.then(() => true)");
        return page;
    }

    @ParameterizedTest
    @EnumSource(
            value = ColorScheme.class,
            names = {"LIGHT", "DARK"})
    void letsEverybodySignIn(ColorScheme scheme) {
        Page page = stage.stranger(scheme);
        page.navigate(stage.portal().address().toString());
        assertThat(BrowserJourney.heading(page, "Sign in")).isVisible();
        assertAccessible(page);
        page.context().close();
    }

    @Test
    void hasADialogThatEverybodyCanUse() {
        Page page = at("/catalog", ColorScheme.LIGHT);
        page.keyboard().press("Control+k");
        assertThat(page.getByRole(AriaRole.DIALOG)).isVisible();
        page.keyboard().type("booking");
        assertThat(page.getByRole(AriaRole.OPTION).first()).isVisible();
        assertAccessible(page);
    }

    static void assertAccessible(Page page) {
        assertNoViolation(page, new AxeBuilder(page));
    }

    /** Checks what alone can be otherwise in the other of light and dark. */
    static void assertLegible(Page page) {
        assertNoViolation(page, new AxeBuilder(page).withRules(List.of("color-contrast")));
    }

    private static void assertNoViolation(Page page, AxeBuilder axe) {
        List<String> violations = axe.analyze().getViolations().stream()
                .map(rule -> rule.getId() + ": " + rule.getHelp() + " "
                        + rule.getNodes().stream()
                                .map(node -> node.getTarget() + " " + node.getFailureSummary())
                                .toList())
                .toList();
        assertEquals(List.of(), violations, () -> "axe on " + page.url());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"list, /catalog", "entity, /catalog/default/component/booking-service"})
    void lookDifferentInLightAndDark(String name, String path) {
        byte[] light = picture(name, path, ColorScheme.LIGHT);
        byte[] dark = picture(name, path, ColorScheme.DARK);
        assertFalse(Arrays.equals(light, dark), "Light and dark look the same.");
        assertTrue(light.length > 20_000, () -> "There is hardly anything on the picture: " + light.length + " bytes.");
    }

    private static byte[] picture(String name, String path, ColorScheme scheme) {
        return picture(name, at(path, scheme), scheme);
    }

    /** {@return a picture of what the page shows, which is kept for people to look at} */
    static byte[] picture(String name, Page page, ColorScheme scheme) {
        Path folder = Path.of(System.getProperty("screenshots", "target/screenshots"));
        Path file = folder.resolve(name + "-" + scheme.name().toLowerCase(Locale.ROOT) + ".png");
        return page.screenshot(new Page.ScreenshotOptions().setPath(file));
    }

    @ParameterizedTest
    @CsvSource({"/", "/catalog", "/catalog/default/component/booking-service"})
    void scrollInOnePlaceOnly(String path) {
        Page page = at(path, ColorScheme.LIGHT);
        page.setViewportSize(1280, 757);
        assertEquals(0, page.evaluate("document.documentElement.scrollHeight - innerHeight"), "below the page");
        assertEquals(0, page.evaluate("document.documentElement.scrollWidth - innerWidth"), "beside the page");
        for (Locator box : page.locator(".kinds, .scroller").all()) {
            assertEquals(0, box.evaluate("box => box.scrollWidth - box.clientWidth"), "beside " + box);
        }
        page.setViewportSize(Chromium.WIDTH, Chromium.HEIGHT);
    }
}
