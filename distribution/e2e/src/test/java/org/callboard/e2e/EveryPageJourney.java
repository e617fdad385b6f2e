package org.callboard.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages of the shell are for everybody, in light and dark, narrow, large and without movement; and in many tabs at once. */
class EveryPageJourney {

    private static final int LARGE = 1280;
    private static final int NARROW = 360;
    private static final int NARROWEST = 320;
    private static final int FIRST_PAGE_BYTES = 60_000;

    /** What a reader sees of a window of 1280 by 900 who makes everything twice as large. */
    private static final int ZOOMED = 640;

    /** What moves by less than a thousandth is a line of text that a font draws otherwise. */
    private static final String SHIFTS = """
            window.shifts = [];
            new PerformanceObserver((list) => list.getEntries().forEach((entry) => entry.hadRecentInput || entry.value < 0.001 || window.shifts.push(
              `${entry.value.toFixed(4)} by ${entry.sources.map(({ node }) => node?.localName ?? node?.nodeName).join()}`)))
              .observe({ type: 'layout-shift', buffered: true });
            """;

    private static final String LAYOUT = script("layout.js");

    private static BrowserStage stage;
    private static Map<ColorScheme, Page> pages;

    @BeforeAll
    static void start(@TempDir Path root) {
        PortalFolder.write(root.resolve("long.yaml"), PluginJar.bytes(LongTexts.entities()));
        stage = BrowserStage.start(
                root, "    - {type: file, target: long.yaml, rules: [{allow: [Component, API, Group, User]}]}\n");
        pages = Map.of(
                ColorScheme.LIGHT, watched(stage.still(ColorScheme.LIGHT)),
                ColorScheme.DARK, watched(stage.still(ColorScheme.DARK)));
    }

    private static Page watched(Page page) {
        page.addInitScript(SHIFTS);
        return stage.signedIn(page);
    }

    private static String script(String name) {
        try (InputStream in = EveryPageJourney.class.getResourceAsStream("/browser/" + name)) {
            return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8)
                    .replaceFirst("//.*\n", "");
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        }
    }

    @AfterAll
    static void stop() {
        if (stage != null) {
            stage.close();
        }
    }

    static Stream<Arguments> everyPage() {
        return ShellPage.all().stream()
                .flatMap(page ->
                        Stream.of(ColorScheme.LIGHT, ColorScheme.DARK).map(scheme -> Arguments.of(page, scheme)));
    }

    @ParameterizedTest(name = "{0} in {1}")
    @MethodSource("everyPage")
    void isForEverybody(ShellPage shown, ColorScheme scheme) {
        Page page = Objects.requireNonNull(pages.get(scheme));
        page.setViewportSize(LARGE, Chromium.HEIGHT);
        page.navigate(stage.portal().address() + shown.path());
        settle(page);
        check(page, shown, scheme);
    }

    private static void settle(Page page) {
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1))
                        .first())
                .isVisible();
        assertThat(page.locator("[aria-busy=true]")).hasCount(0);
        page.evaluate("document.fonts.ready.then(() => true)");
    }

    private static void check(Page page, ShellPage shown, ColorScheme scheme) {
        List<Runnable> checks = new ArrayList<>();
        checks.add(() -> assertEquals(List.of(), page.evaluate("window.shifts"), "things that moved"));
        checks.add(() -> assertEquals(0, page.evaluate("document.getAnimations().length"), "things that move"));
        if (scheme == ColorScheme.LIGHT) {
            checks.add(() -> AppearanceJourney.assertAccessible(page));
            IntStream.of(LARGE, ZOOMED).forEach(width -> checks.add(() -> assertLiesWell(page, width)));
        } else {
            checks.add(() -> AppearanceJourney.assertLegible(page));
        }
        checks.add(() -> assertLiesWell(page, NARROW));
        checks.add(() -> AppearanceJourney.picture(
                "narrow"
                        + shown.path()
                                .replaceAll("[^a-z]+", "-")
                                .substring(0, Math.min(40, shown.path().length())),
                page,
                scheme));
        assertAll(shown.path(), checks.stream().map(check -> check::run));
    }

    private static void assertLiesWell(Page page, int width) {
        page.setViewportSize(width, Chromium.HEIGHT);
        page.evaluate("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))");
        assertEquals(List.of(), page.evaluate(LAYOUT), () -> "at a width of " + width + " px");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("org.callboard.e2e.LongTexts#pages")
    void keepsWithinTheWindowWhateverIsWritten(String path) {
        Page page = Objects.requireNonNull(pages.get(ColorScheme.LIGHT));
        page.setViewportSize(NARROWEST, Chromium.HEIGHT);
        page.navigate(stage.portal().address() + path);
        settle(page);
        assertThat(page.locator("#main")).containsText(LongTexts.START);
        assertAll(
                path,
                IntStream.of(NARROWEST, NARROW, Chromium.WIDTH).mapToObj(width -> () -> assertLiesWell(page, width)));
    }

    @ParameterizedTest
    @ValueSource(ints = {NARROW, LARGE})
    void keepsWhatIsFoundWithinThePalette(int width) {
        Page page = Objects.requireNonNull(pages.get(ColorScheme.LIGHT));
        page.setViewportSize(width, Chromium.HEIGHT);
        page.navigate(stage.portal().address() + LongTexts.COMPONENT);
        settle(page);
        page.keyboard().press("Control+k");
        page.keyboard().type(LongTexts.START.toLowerCase(Locale.ROOT));
        Locator found = page.getByRole(AriaRole.DIALOG).getByRole(AriaRole.OPTION);
        assertThat(found.first()).containsText(LongTexts.START);
        assertEquals(List.of(), page.getByRole(AriaRole.DIALOG).evaluate("""
                        dialog => [dialog, ...dialog.querySelectorAll('[role=option]')]
                          .filter((part) => part.getBoundingClientRect().right > innerWidth || part.getBoundingClientRect().left < 0)
                          .map((part) => part.outerHTML.slice(0, 100))"""));
        page.keyboard().press("Escape");
    }

    @Test
    void showsTheFirstOfManyRelationsAndMoreOnDemand() {
        Page page = Objects.requireNonNull(pages.get(ColorScheme.LIGHT));
        page.setViewportSize(LARGE, Chromium.HEIGHT);
        page.navigate(stage.portal().address() + LongTexts.COMPONENT + "/relations");
        Locator needed =
                page.locator("cb-relations section").filter(new Locator.FilterOptions().setHasText("Depends on"));
        assertThat(needed.locator("li")).hasCount(60);
        assertThat(needed.getByText("210 not shown")).isVisible();
        needed.getByRole(AriaRole.BUTTON).click();
        assertThat(needed.locator("li")).hasCount(260);
        needed.getByRole(AriaRole.BUTTON).click();
        assertThat(needed.locator("li")).hasCount(LongTexts.NEEDED);
        assertThat(needed.getByRole(AriaRole.BUTTON)).hasCount(0);
    }

    /** The search over everything, which comes when nobody waits for anything else, is counted as well. */
    @Test
    void beginsWithLittleScriptAndStyle() {
        Page page = stage.signedIn(ColorScheme.LIGHT);
        page.navigate(stage.portal().address().toString());
        settle(page);
        page.keyboard().press("Control+k");
        assertThat(page.getByRole(AriaRole.DIALOG)).isVisible();
        int bytes = (int) page.evaluate("""
                performance.getEntriesByType('resource').filter(({ name }) => /\\.(js|css)$/.test(name))
                  .reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0)""");
        assertTrue(
                bytes > 0 && bytes < FIRST_PAGE_BYTES,
                () -> "The first page needs " + bytes + " bytes of script and style.");
        page.context().close();
    }

    @Test
    void bearsSixTabsInOneBrowser() {
        Page first = stage.at("/catalog", ColorScheme.LIGHT);
        List<Page> tabs = new ArrayList<>(List.of(first));
        for (int tab = 2; tab <= 7; tab++) {
            tabs.add(stage.beside(first, "/catalog/default/component/booking-service"));
        }
        for (Page tab : tabs) {
            settle(tab);
        }
        String id = "e2e-tabs";
        stage.client().install(Plugins.card(id, "1.0.0", "in all tabs")).expect(201);
        for (Page tab : tabs.subList(1, tabs.size())) {
            assertThat(tab.getByText("in all tabs").first()).isVisible();
        }
        stage.client().act(id, "disable").expect(200);
        stage.client().delete("/api/plugins/" + id).expect(204);
        first.context().close();
    }
}
