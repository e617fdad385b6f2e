package org.callboard.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.callboard.e2e.BrowserJourney.heading;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.net.URI;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The portal goes away and comes back while somebody looks at it. */
class ReconnectJourney {

    private static final LocatorAssertions.IsVisibleOptions SOON =
            new LocatorAssertions.IsVisibleOptions().setTimeout(30_000);
    private static final LocatorAssertions.IsHiddenOptions GONE =
            new LocatorAssertions.IsHiddenOptions().setTimeout(30_000);

    private static final String ENTITY = """
            apiVersion: backstage.io/v1alpha1
            kind: Component
            metadata: {name: %s}
            spec: {type: service, lifecycle: production, owner: nobody}
            """;

    private static PortalProcess portal;
    private static PortalFolder folder;
    private static Path descriptor;

    @BeforeAll
    static void start(@TempDir Path root) {
        descriptor = PortalFolder.write(root.resolve("shop.yaml"), PluginJar.bytes(ENTITY.formatted("before")));
        folder = PortalFolder.with(root, "catalog: {locations: [{type: file, target: shop.yaml}]}\n");
        portal = PortalProcess.startAtOnce(folder);
    }

    @AfterAll
    static void stop() {
        if (portal != null) {
            portal.close();
        }
    }

    private static Page signedIn(BrowserContext window) {
        Answer link = portal.administrator()
                .post("/api/session/links", "application/json", new byte[0])
                .expect(201);
        Page page = window.newPage();
        page.navigate(portal.address() + link.json().path("path").asText());
        page.navigate(portal.address() + "/catalog");
        return page;
    }

    /** As behind a proxy that lets no stream through. */
    @Test
    void pagesSaySoWhereRequestsAreAnsweredAndNoEventsCome() {
        try (Chromium chromium = Chromium.start()) {
            BrowserContext window = chromium.window(ColorScheme.DARK);
            window.addInitScript("delete window.SharedWorker");
            window.route("**/api/events*", Route::abort);
            Page page = signedIn(window);
            assertThat(page.getByText("Changes do not reach this page by themselves. Connecting again…"))
                    .isVisible();
            assertThat(heading(page, "Catalog")).isVisible();
            window.unroute("**/api/events*");
            assertThat(page.getByText("Connecting again…")).isHidden(GONE);
        }
    }

    @Test
    void pagesSaySoAndGoOnWhereTheyWere() {
        try (Chromium chromium = Chromium.start()) {
            Page page = signedIn(chromium.window(ColorScheme.DARK));
            assertThat(page.getByText("before").first()).isVisible();
            Locator filter = page.getByRole(AriaRole.SEARCHBOX);
            filter.fill("e");
            URI address = portal.address();
            portal.stop();
            assertThat(page.getByText("The portal does not answer. Connecting again…"))
                    .isVisible(SOON);
            AppearanceJourney.assertAccessible(page);
            byte[] unused = AppearanceJourney.picture("reconnecting", page, ColorScheme.DARK);
            Path unusedFile = PortalFolder.write(descriptor, PluginJar.bytes(ENTITY.formatted("between")));
            portal = PortalProcess.start(folder, address.getPort());
            assertThat(page.getByText("Connecting again…")).isHidden(GONE);
            assertThat(page.getByText("between").first()).isVisible(SOON);
            assertThat(filter).hasValue("e");
            assertThat(heading(page, "Catalog")).isVisible();
        }
    }
}
