package org.callboard.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** People reach the portal below a path of a host that other things are at, too. */
@ParameterizedClass
@EnumSource
class ProxyJourney {

    private final ReverseProxy proxy;
    private final PortalProcess portal;

    ProxyJourney(ReverseProxy.Prefix prefix, @TempDir Path root) {
        proxy = ReverseProxy.start(prefix);
        PortalFolder folder = PortalFolder.with(root, "server:\n  baseUrl: " + proxy.baseUrl() + "/\n");
        portal = PortalProcess.start(folder, proxy.portalPort());
    }

    @AfterEach
    void stop() {
        portal.close();
        proxy.close();
    }

    private Client direct() {
        return new Client(URI.create("http://127.0.0.1:" + proxy.portalPort()))
                .with("Authorization", "Bearer " + portal.folder().token());
    }

    @Test
    void linksLocationsAndCookiesStayBelowThePath() {
        assertEquals(proxy.baseUrl(), portal.address().toString());
        assertTrue(portal.signInLink().startsWith(proxy.baseUrl() + "/signin?code="), portal::signInLink);
        Answer signedIn = portal.anyone()
                .get(portal.signInLink().substring(proxy.baseUrl().length()))
                .expect(303);
        assertEquals(ReverseProxy.PATH + "/", signedIn.header("Location"));
        assertTrue(signedIn.header("Set-Cookie").contains("Path=" + ReverseProxy.PATH), signedIn.header("Set-Cookie"));
        Client browser =
                portal.anyone().with("Cookie", signedIn.header("Set-Cookie").split(";", 2)[0]);
        String page = browser.with("Accept", "text/html").get("/").expect(200).text();
        assertTrue(page.contains("src=\"" + ReverseProxy.PATH + "/ui/web-shell/"), page);
        browser.send("DELETE", "/api/session").expectError(403);
        String csrf =
                browser.get("/api/session").expect(200).json().path("csrf").asText();
        browser.with("X-Callboard-CSRF", csrf).delete("/api/session").expect(204);
    }

    @Test
    void answersWithoutTheProxyAsWell() {
        direct().get("/api/plugins").expect(200);
        direct().get(ReverseProxy.PATH + "/api/plugins").expect(200);
        Answer alike = direct().get(ReverseProxy.PATH + "x/api/plugins").expect(200);
        assertTrue(alike.header("Content-Type").startsWith("text/html"), "It is a page as any other.");
        direct().get(ReverseProxy.PATH + "/../api/plugins").expectError(400);
        Answer page = portal.anyone().with("Accept", "text/html").get("/api%2fplugins");
        assertEquals(400, page.status());
    }

    @Test
    void aPluginsOwnLocationsLeadBelowThePath() {
        byte[] jar = PluginJar.of("e2e-made", "1.0.0").with("Things", """
                        @Component
                        @Path("/")
                        public final class Things implements RestResource {
                            @POST @Path("things") @RequiresPermission("portal.use")
                            public jakarta.ws.rs.core.Response make() {
                                return jakarta.ws.rs.core.Response.created(java.net.URI.create("things/1")).build();
                            }
                        }
                        """).build();
        portal.administrator().install(jar).expect(201);
        for (Client client : List.of(portal.administrator(), direct())) {
            Answer made = client.send("POST", "/api/e2e-made/things").expect(201);
            assertEquals(ReverseProxy.PATH + "/api/e2e-made/things/1", made.header("Location"));
        }
    }

    @Test
    void showsItsPagesCardsAndEvents() {
        portal.filled();
        try (Chromium chromium = Chromium.start()) {
            Page page = chromium.window(ColorScheme.LIGHT).newPage();
            List<String> complaints = new CopyOnWriteArrayList<>();
            List<String> outside = new CopyOnWriteArrayList<>();
            page.onPageError(complaints::add);
            page.onRequest(request -> {
                if (!request.url().startsWith(proxy.baseUrl() + "/")) {
                    outside.add(request.url());
                }
            });
            page.navigate(portal.signInLink());
            assertThat(page).hasURL(proxy.baseUrl() + "/");
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Catalog"))
                    .first()
                    .click();
            assertThat(page).hasURL(proxy.baseUrl() + "/catalog");
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Booking Service"))
                    .first()
                    .click();
            assertThat(page).hasURL(proxy.baseUrl() + "/catalog/default/component/booking-service");
            assertThat(page.getByRole(AriaRole.ARTICLE).first()).isVisible();
            portal.administrator()
                    .install(Plugins.element("e2e-below", "1.0.0", """
                            export default () => ({ apiVersion: 1, elements: { tally: class extends HTMLElement {
                              connectedCallback() { this.textContent = 'drawn below the path'; } } } });
                            """))
                    .expect(201);
            assertThat(page.getByText("drawn below the path")).isVisible();
            page.reload();
            assertThat(page.getByText("drawn below the path")).isVisible();
            page.goBack();
            assertThat(page).hasURL(proxy.baseUrl() + "/catalog");
            assertEquals(List.of(), complaints);
            assertEquals(List.of(), outside);
        }
    }
}
