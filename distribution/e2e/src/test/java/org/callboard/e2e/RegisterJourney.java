package org.callboard.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.callboard.e2e.BrowserJourney.heading;
import static org.callboard.e2e.BrowserJourney.named;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
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

/** Somebody looks at what an address would bring, registers it, sees it arrive and takes it out again. */
class RegisterJourney {

    private static DescriptorServer server;
    private static BrowserStage stage;

    @BeforeAll
    static void start(@TempDir Path root) throws IOException {
        Path site = Files.createDirectories(root.resolve("site"));
        for (String name : new String[] {"light", "dark", "keys", "source"}) {
            write(site, name);
        }
        server = new DescriptorServer(site);
        stage = BrowserStage.start(Files.createDirectories(root.resolve("portal")), """
                reading:
                  allow:
                    - host: '%s'
                """.formatted(server.host()));
    }

    private static void write(Path site, String name) throws IOException {
        Files.writeString(site.resolve(name + ".yaml"), """
                apiVersion: backstage.io/v1alpha1
                kind: Location
                metadata:
                  name: %1$s-shop
                spec:
                  targets: [./%1$s-services.yaml]
                ---
                apiVersion: backstage.io/v1alpha1
                kind: System
                metadata:
                  name: %1$s-system
                  title: The %1$s shop
                spec:
                  owner: group:default/nobody
                """.formatted(name));
        Files.writeString(site.resolve(name + "-services.yaml"), """
                apiVersion: backstage.io/v1alpha1
                kind: Component
                metadata:
                  name: %1$s-basket
                spec:
                  type: service
                  lifecycle: production
                  owner: group:default/nobody
                ---
                apiVersion: backstage.io/v1alpha1
                kind: Component
                metadata:
                  name: booking-service
                spec:
                  type: service
                  lifecycle: production
                  owner: group:default/nobody
                ---
                apiVersion: backstage.io/v1alpha1
                kind: Component
                metadata:
                  name: %1$s broken
                spec:
                  type: service
                """.formatted(name));
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

    private static String address(String name) {
        return "http://" + server.host() + "/" + name + ".yaml";
    }

    private static Locator input(Page page) {
        return page.getByLabel("Address of a descriptor");
    }

    private static Locator verdict(Page page) {
        return page.locator(".verdict h2");
    }

    private static void press(Page page, String button) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(button).setExact(true))
                .click();
    }

    private static Page previewed(Page page, String address) {
        input(page).fill(address);
        press(page, "Preview");
        return page;
    }

    @ParameterizedTest
    @EnumSource(
            value = ColorScheme.class,
            names = {"LIGHT", "DARK"})
    void looksRegistersAndUnregisters(ColorScheme scheme) {
        String name = scheme == ColorScheme.LIGHT ? "light" : "dark";
        Page page = stage.at("/catalog", scheme);
        page.getByRole(AriaRole.LINK, named("Register")).click();
        assertThat(heading(page, "Register").first()).isVisible();
        AppearanceJourney.assertAccessible(page);
        previewed(page, address(name));
        assertThat(verdict(page)).isFocused();
        assertThat(page.getByText("held by another location")).isVisible();
        assertThat(page.getByText(name + "-services.yaml:22:")).isVisible();
        assertEquals(
                404,
                stage.client()
                        .get("/api/catalog/entities/by-name/component/default/" + name + "-basket")
                        .status());
        AppearanceJourney.assertAccessible(page);
        byte[] unused = AppearanceJourney.picture("register-preview", page, scheme);
        register(page, name, scheme);
        unregister(page, name, scheme);
        stage.assertNoComplaints();
        page.context().close();
    }

    private static void register(Page page, String name, ColorScheme scheme) {
        press(page, "Register");
        Locator link = page.getByRole(AriaRole.LINK, named("component:default/" + name + "-basket"));
        assertThat(link).isVisible();
        assertThat(heading(page, "Registered").first()).isVisible();
        assertThat(row(page, name)).containsText("4 problems");
        AppearanceJourney.assertAccessible(page);
        byte[] unused = AppearanceJourney.picture("register-arrived", page, scheme);
    }

    private static Locator row(Page page, String name) {
        return page.locator("cb-registered tbody tr", new Page.LocatorOptions().setHasText(name + ".yaml"));
    }

    private static void unregister(Page page, String name, ColorScheme scheme) {
        press(page, "Unregister " + address(name));
        Locator dialog = page.getByRole(AriaRole.DIALOG);
        assertThat(dialog).containsText("will leave the catalog");
        assertThat(dialog).containsText(name + "-basket");
        AppearanceJourney.assertAccessible(page);
        byte[] unused = AppearanceJourney.picture("unregister", page, scheme);
        dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Unregister"))
                .click();
        assertThat(row(page, name)).hasCount(0);
        assertThat(page.getByRole(AriaRole.HEADING, named("Registered locations")))
                .isFocused();
    }

    @Test
    void saysWhichSettingLetsThePortalReadAHost() {
        Page page = previewed(stage.at("/register", ColorScheme.LIGHT), "https://elsewhere.example.com/a.yaml");
        assertThat(page.locator(".failure strong")).containsText("does not let the portal read");
        assertThat(page.getByRole(AriaRole.REGION, named("callboard.yaml")))
                .containsText("host: elsewhere.example.com");
        AppearanceJourney.assertAccessible(page);
        stage.forgiveComplaints();
        page.context().close();
    }

    @Test
    void saysWhereAPathIsNamed() {
        Page page = previewed(stage.at("/register", ColorScheme.DARK), "/srv/catalog/catalog-info.yaml");
        assertThat(page.getByRole(AriaRole.REGION, named("callboard.yaml")))
                .containsText("target: /srv/catalog/catalog-info.yaml");
        AppearanceJourney.assertAccessible(page);
        stage.assertNoComplaints();
        page.context().close();
    }

    @Test
    void saysThatAPageIsNotThere() {
        Page page = previewed(stage.at("/register", ColorScheme.LIGHT), address("nothing"));
        assertThat(verdict(page)).containsText("Nothing would come in");
        assertThat(page.getByText(address("nothing")).nth(1)).isVisible();
        page.context().close();
    }

    @Test
    void needsNoMouse() {
        Page page = stage.at("/", ColorScheme.LIGHT);
        assertThat(heading(page, "Administrator")).isVisible();
        page.keyboard().press("Control+k");
        page.keyboard().type("register a");
        assertThat(page.getByRole(AriaRole.OPTION, named("Register a location")))
                .hasAttribute("aria-selected", "true");
        page.keyboard().press("Enter");
        assertThat(input(page)).isVisible();
        page.keyboard().press("Tab");
        assertThat(input(page)).isFocused();
        page.keyboard().type(address("keys"));
        page.keyboard().press("Enter");
        assertThat(verdict(page)).isFocused();
        page.keyboard().press("Tab");
        page.keyboard().press("Enter");
        assertThat(page.getByRole(AriaRole.LINK, named("component:default/keys-basket")))
                .isVisible();
        page.context().close();
    }

    @Test
    void fitsANarrowScreen() {
        Page page = stage.at("/register", ColorScheme.LIGHT);
        page.setViewportSize(360, 740);
        previewed(page, address("light"));
        assertThat(verdict(page)).isVisible();
        assertEquals(0, page.locator("#main").evaluate("main => main.scrollWidth - main.clientWidth"));
        AppearanceJourney.assertAccessible(page);
        byte[] unused = AppearanceJourney.picture("register-narrow", page, ColorScheme.LIGHT);
        page.context().close();
    }

    @Test
    void saysWhereAnEntityComesFromAndUnregistersIt() {
        stage.client()
                .post(
                        "/api/catalog/locations",
                        "application/json",
                        PluginJar.bytes("{\"type\":\"url\",\"target\":\"" + address("source") + "\"}"))
                .expect(201);
        Page page = stage.at("/catalog/default/component/source-basket", ColorScheme.LIGHT);
        press(page, "Refresh");
        assertThat(page.getByText("Read again").first()).isVisible();
        page.getByRole(AriaRole.BUTTON, named("Actions")).focus();
        page.keyboard().press("ArrowDown");
        assertThat(page.getByRole(AriaRole.MENUITEM, named("Copy the reference")))
                .isFocused();
        AppearanceJourney.assertAccessible(page);
        page.keyboard().press("ArrowDown");
        page.keyboard().press("Enter");
        assertThat(page).hasURL(Pattern.compile("/source-basket/source$"));
        assertThat(heading(page, "What led here")).isVisible();
        assertThat(page.getByText(address("source")).first()).isVisible();
        AppearanceJourney.assertAccessible(page);
        byte[] unused = AppearanceJourney.picture("source", page, ColorScheme.LIGHT);
        press(page, "Actions");
        page.getByRole(AriaRole.MENUITEM, named("Unregister")).click();
        Locator dialog = page.getByRole(AriaRole.DIALOG);
        assertThat(dialog).containsText("source-basket");
        page.keyboard().press("Escape");
        assertThat(dialog).hasCount(0);
        assertThat(page.getByRole(AriaRole.BUTTON, named("Actions"))).isFocused();
        page.context().close();
    }
}
