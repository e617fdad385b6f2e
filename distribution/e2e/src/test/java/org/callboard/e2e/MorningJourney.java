package org.callboard.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.callboard.e2e.BrowserJourney.heading;
import static org.callboard.e2e.BrowserJourney.named;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people come for in the morning, by keyboard alone. */
class MorningJourney {

    private static final String SHOP = """
            apiVersion: backstage.io/v1alpha1
            kind: Component
            metadata:
              name: gift-shop
              title: Gift Shop
            spec:
              type: website
              lifecycle: production
              owner: booking
            """;
    private static final String BROKEN = SHOP.replace("type: website", "type: [website");

    private static Path file;
    private static DescriptorServer server;
    private static BrowserStage stage;

    @BeforeAll
    static void start(@TempDir Path root) throws IOException {
        Path site = Files.createDirectories(root.resolve("site"));
        Files.writeString(
                site.resolve("tours.yaml"), SHOP.replace("gift-shop", "tours").replace("Gift Shop", "Tours"));
        server = new DescriptorServer(site);
        Path portal = Files.createDirectories(root.resolve("portal"));
        file = Files.writeString(portal.resolve("shop.yaml"), SHOP);
        stage = BrowserStage.start(portal, """
                    - {type: file, target: shop.yaml}
                reading:
                  allow:
                    - host: '%s'
                """.formatted(server.host()));
    }

    @AfterAll
    static void stop() {
        if (stage != null) {
            stage.close();
        }
        if (server != null) {
            server.close();
        }
    }

    @AfterEach
    void expectNoComplaints() {
        stage.assertNoComplaints();
    }

    private static void tabTo(Page page, Locator target) {
        press("Tab", page, target);
    }

    private static void press(String key, Page page, Locator target) {
        for (int presses = 0; presses < 80; presses++) {
            if (Boolean.TRUE.equals(target.evaluate("target => target.matches(':focus')"))) {
                return;
            }
            page.keyboard().press(key);
        }
        throw new AssertionError("No " + key + " leads to " + target);
    }

    @Test
    void findsWhoOwnsAServiceAndWhereToAskThemInThreeSteps() {
        Page page = stage.at("/", ColorScheme.LIGHT);
        assertThat(heading(page, "Administrator")).isVisible();
        page.keyboard().press("Control+k");
        page.keyboard().type("booking service");
        assertThat(page.getByRole(AriaRole.OPTION, named("Booking Service")).first())
                .isVisible();
        page.keyboard().press("Enter");
        assertThat(heading(page, "Booking Service")).isVisible();
        Locator about = page.locator("cb-card").filter(new Locator.FilterOptions().setHasText("Ask Booking"));
        Locator channel = about.getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("Chat"))
                .first();
        assertThat(channel).hasAttribute("href", "https://chat.example.com/channels/booking");
        settled(page);
        DocumentedPages.picture("entity", page);
        tabTo(page, channel);
        page.context().close();
    }

    @Test
    void findsWhyAnEntityIsOutOfDateAndTheLineThatIsBroken() throws IOException {
        Page page = stage.at("/catalog/default/component/gift-shop", ColorScheme.LIGHT);
        assertThat(heading(page, "Gift Shop")).isVisible();
        Files.writeString(file, BROKEN);
        Locator see = page.getByRole(AriaRole.LINK, named("See the problem"));
        assertThat(see).isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(30_000));
        tabTo(page, see);
        page.keyboard().press("Enter");
        assertThat(page).hasURL(Pattern.compile("/gift-shop/problems$"));
        assertThat(page.getByText(Pattern.compile("shop\\.yaml:\\d+:")).first()).isVisible();
        AppearanceJourney.assertAccessible(page);
        DocumentedPages.picture("problem", page);
        Locator source = page.getByRole(AriaRole.LINK, named("Source"));
        tabTo(page, source);
        page.keyboard().press("Enter");
        assertThat(page).hasURL(Pattern.compile("/gift-shop/source$"));
        settled(page);
        DocumentedPages.picture("source", page);
        Files.writeString(file, SHOP);
        page.context().close();
    }

    @Test
    void seesWhatServicesLackAndFindsWhatIsWritten() {
        Page page = stage.at("/scorecards/default/service-basics", ColorScheme.LIGHT);
        assertThat(page.getByRole(AriaRole.ROWHEADER).first()).isVisible();
        assertThat(page.getByText("they are being computed anew")).hasCount(0);
        settled(page);
        DocumentedPages.picture("scorecards", page);
        page.context().close();
        Page search = stage.at("/search?q=booking", ColorScheme.LIGHT);
        assertThat(search.locator("mark").first()).isVisible();
        settled(search);
        DocumentedPages.picture("search", search);
        search.context().close();
    }

    private static void settled(Page page) {
        assertThat(page.locator("[aria-busy=true]")).hasCount(0);
        page.evaluate("document.fonts.ready.then(() => true)");
    }

    @Test
    void putsFirstWhatMattersToThem() {
        Page page = stage.at("/", ColorScheme.LIGHT);
        Locator arrange = page.getByRole(AriaRole.BUTTON, named("Arrange"));
        settled(page);
        tabTo(page, arrange);
        page.keyboard().press("Enter");
        Locator grip = page.getByRole(AriaRole.BUTTON, named("Move Recent changes with the arrow keys"));
        tabTo(page, grip);
        page.keyboard().press("Home");
        assertThat(page.locator("cb-card").first()).containsText("Recent changes");
        assertThat(grip).isFocused();
        press("Shift+Tab", page, page.getByRole(AriaRole.BUTTON, named("Done")));
        page.keyboard().press("Enter");
        assertThat(arrange).isVisible();
        page.reload();
        settled(page);
        assertThat(page.locator("cb-card").first()).containsText("Recent changes");
        DocumentedPages.picture("home", page);
        page.context().close();
    }

    @Test
    void registersACatalog() {
        Page page = stage.at("/register", ColorScheme.LIGHT);
        Locator address = page.getByLabel("Address of a descriptor");
        tabTo(page, address);
        page.keyboard().type("http://" + server.host() + "/tours.yaml");
        page.keyboard().press("Enter");
        Locator register = page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Register").setExact(true));
        assertThat(register).isVisible();
        DocumentedPages.picture("register", page);
        tabTo(page, register);
        page.keyboard().press("Enter");
        assertThat(heading(page, "Registered").first()).isVisible();
        stage.client().get("/api/catalog/locations").expect(200);
        page.context().close();
    }
}
