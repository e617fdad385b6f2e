package org.callboard.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Somebody signs in by the company's OpenID provider, with a browser, and out again. */
class SignInJourney {

    private static Chromium chromium;
    private static OidcProvider provider;
    private static PortalProcess portal;

    @BeforeAll
    static void start(@TempDir Path root) {
        chromium = Chromium.start();
        int port = Distribution.freePort();
        provider = OidcProvider.start(port);
        portal = PortalProcess.start(PortalFolder.with(root, SignInPortal.settings(provider.issuer())), port);
    }

    @AfterAll
    static void stop() {
        for (AutoCloseable part : new AutoCloseable[] {chromium, provider, portal}) {
            try {
                if (part != null) {
                    part.close();
                }
            } catch (Exception failure) {
                throw new IllegalStateException(failure);
            }
        }
    }

    private static Page at(String path, ColorScheme scheme) {
        Page page = chromium.window(scheme).newPage();
        page.navigate(portal.address() + path);
        return page;
    }

    private static void signIn(Page page, String login) {
        page.getByRole(AriaRole.LINK, BrowserJourney.named("Sign in with Company"))
                .click();
        page.locator("input[name=login]").fill(login);
        page.locator("input[name=password]").fill("anything");
        page.getByRole(AriaRole.BUTTON, BrowserJourney.named("Sign-in")).click();
        page.getByRole(AriaRole.BUTTON, BrowserJourney.named("Continue")).click();
    }

    private static Page signedIn(String path, String login) {
        Page page = at(path, ColorScheme.LIGHT);
        signIn(page, login);
        return page;
    }

    @Test
    void showsTheWaysToSignInWithoutScripts() {
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            Page page = at("/catalog?kind=api", scheme);
            assertThat(BrowserJourney.heading(page, "Sign in")).isVisible();
            assertThat(page.getByRole(AriaRole.LINK, BrowserJourney.named("Sign in with Company")))
                    .hasAttribute("href", "/signin/sign-in-oidc/company?return=%2Fcatalog%3Fkind%3Dapi");
            assertThat(page.locator("script")).hasCount(0);
            page.screenshot(new Page.ScreenshotOptions()
                    .setPath(Path.of(System.getProperty("screenshots", "target/screenshots"))
                            .resolve("sign-in-" + scheme + ".png")));
        }
    }

    @Test
    void signsInByTheCompanysProviderGoesWhereItWasWantedAndSignsOutThereToo() {
        Page page = signedIn("/catalog?kind=api", "mara");
        assertThat(page).hasURL(portal.address() + "/catalog?kind=api");
        assertThat(page.getByText("Mara", new Page.GetByTextOptions().setExact(true)))
                .isVisible();
        Cookie cookie = page.context().cookies().stream()
                .filter(one -> one.name.equals("callboard_session"))
                .findFirst()
                .orElseThrow();
        assertTrue(cookie.httpOnly);
        Client browser = portal.anyone().with("Cookie", "callboard_session=" + cookie.value);
        assertEquals(
                "user:default/mara",
                browser.get("/api/session")
                        .expect(200)
                        .json()
                        .at("/caller/name")
                        .asText());

        page.getByRole(AriaRole.BUTTON, BrowserJourney.named("Sign out")).click();
        page.waitForURL(url -> url.startsWith(provider.issuer() + "/session/end?"));
        page.locator("button[value=yes]").click();
        page.waitForURL(url -> url.startsWith(portal.address() + "/signin"));
        browser.get("/api/session").expectError(401);
        page.navigate(portal.address() + "/");
        assertThat(BrowserJourney.heading(page, "Sign in")).isVisible();
    }

    @Test
    void refusesWhomNoRuleKnowsAndSaysSo() {
        Page page = signedIn("/", "no.such-person-");
        assertThat(BrowserJourney.heading(page, "You are not signed in")).isVisible();
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("No rule of this portal says who you are");
    }

    @Test
    void nobodyBecomesTheAdministratorByAName() {
        Page page = signedIn("/", "admin");
        assertThat(BrowserJourney.heading(page, "You are not signed in")).isVisible();
    }

    @Test
    void nobodyBecomesAnotherByBeingRenamed() {
        Page first = signedIn("/", "ines");
        assertThat(first.getByText("Ines", new Page.GetByTextOptions().setExact(true))
                        .first())
                .isVisible();
        provider.rename("mallory", "ines");
        Page second = signedIn("/", "mallory");
        assertThat(BrowserJourney.heading(second, "You are not signed in")).isVisible();
        assertThat(second.getByRole(AriaRole.ALERT)).containsText("Somebody else signed in as user:default/ines");
        String refusal = portal.administrator()
                .get("/api/audit?act=session.create&outcome=REFUSED&text=ines")
                .expect(200)
                .text();
        assertTrue(refusal.contains("Somebody else signed in"), refusal);
        portal.administrator().delete("/api/people/user:default/ines/binding").expect(204);
        first.navigate(portal.address() + "/");
        assertThat(BrowserJourney.heading(first, "Sign in")).isVisible();
    }

    @Test
    void endsTheSessionOfWhomTheProviderKnowsNoMore() {
        Page page = signedIn("/", "gone");
        assertThat(page).hasURL(portal.address() + "/");
        provider.remove("gone");
        Eventually.holds("the end of the session", java.time.Duration.ofSeconds(30), () -> {
            page.navigate(portal.address() + "/");
            return BrowserJourney.heading(page, "Sign in").isVisible();
        });
        assertFalse(portal.errors().contains("refresh_token="), portal::errors);
    }
}
