package org.callboard.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
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
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Somebody reads what an API is like. */
class DefinitionJourney {

    private static DescriptorServer server;
    private static BrowserStage stage;

    @BeforeAll
    static void start(@TempDir Path root) throws IOException {
        Path site = Files.createDirectories(root.resolve("site"));
        Files.writeString(
                site.resolve("apis.yaml"),
                api(
                                "films",
                                "graphql",
                                "type Query { film(id: ID!): Film }\n    type Film { title: String! next: Film }")
                        + api("pets", "grpc", """
                        syntax = "proto3";
                            // Keeps pets.
                            service Pets { rpc find(Search) returns (stream Pet); }
                            message Search { string name = 1; }
                            message Pet { string name = 1; }""")
                        + api("old", "wsdl", "<definitions name=\"<script>alert(1)</script>\"/>"));
        server = new DescriptorServer(site);
        stage = BrowserStage.start(Files.createDirectories(root.resolve("portal")), """
                reading:
                  allow:
                    - host: '%s'
                """.formatted(server.host()));
        String target = "http://" + server.host() + "/apis.yaml";
        stage.client()
                .post(
                        "/api/catalog/locations",
                        "application/json",
                        PluginJar.bytes("{\"type\":\"url\",\"target\":\"" + target + "\"}"))
                .expect(201);
    }

    private static String api(String name, String type, String definition) {
        return """
                ---
                apiVersion: backstage.io/v1alpha1
                kind: API
                metadata:
                  name: %s
                spec:
                  type: %s
                  lifecycle: production
                  owner: group:default/nobody
                  definition: |
                    %s
                """.formatted(name, type, definition);
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

    private static String path(String api) {
        return "/catalog/default/api/" + api + "/web-shell.definition";
    }

    private static Locator item(Page page, String name) {
        return page.locator("cb-definition .item")
                .filter(new Locator.FilterOptions().setHasText(name))
                .first();
    }

    @ParameterizedTest
    @EnumSource(
            value = ColorScheme.class,
            names = {"LIGHT", "DARK"})
    void readsAnOperationAndFollowsItsTypes(ColorScheme scheme) {
        Page page = stage.at("/catalog/default/api/payment-api", scheme);
        page.getByRole(AriaRole.LINK, named("Definition")).click();
        assertThat(page.locator("cb-definition .head")).containsText("OpenAPI");
        AppearanceJourney.assertAccessible(page);
        byte[] unusedFirst = AppearanceJourney.picture("definition", page, scheme);
        Locator post = page.locator("cb-definition .item")
                .filter(new Locator.FilterOptions().setHasText("POST"))
                .first();
        post.getByRole(AriaRole.BUTTON).first().click();
        assertThat(page).hasURL(Pattern.compile("[?]at=op-"));
        assertThat(post.getByRole(AriaRole.REGION, new Locator.GetByRoleOptions().setName("curl")))
                .containsText("curl -X POST");
        AppearanceJourney.assertAccessible(page);
        byte[] unusedOpened = AppearanceJourney.picture("definition-operation", page, scheme);
        post.locator("a.type").first().click();
        assertThat(page).hasURL(Pattern.compile("[?]at=type-"));
        assertThat(page.locator("cb-definition .open[aria-expanded=true]")).hasCount(2);
        page.reload();
        assertThat(page.locator("cb-definition .open[aria-expanded=true]")).hasCount(1);
        assertThat(page.locator("cb-definition .open[aria-expanded=true]")).isFocused();
        stage.assertNoComplaints();
        page.context().close();
    }

    @ParameterizedTest
    @CsvSource({"films, film, GraphQL", "pets, find, Protobuf", "booking-events, booking, AsyncAPI"})
    void readsEachFormat(String api, String word, String format) {
        Page page = stage.at(path(api), ColorScheme.DARK);
        assertThat(page.locator("cb-definition .head")).containsText(format);
        page.getByRole(AriaRole.SEARCHBOX).fill(word);
        Locator found = item(page, word);
        found.getByRole(AriaRole.BUTTON).first().click();
        assertThat(found.locator(".fields, cb-snippet").first()).isVisible();
        AppearanceJourney.assertAccessible(page);
        byte[] unused = AppearanceJourney.picture("definition-" + api, page, ColorScheme.DARK);
        stage.assertNoComplaints();
        page.context().close();
    }

    @Test
    void showsWhatItDoesNotKnowAsText() {
        Page page = stage.at(path("old"), ColorScheme.LIGHT);
        assertThat(page.getByRole(AriaRole.REGION, named("Definition"))).containsText("<script>alert(1)</script>");
        AppearanceJourney.assertAccessible(page);
        stage.assertNoComplaints();
        page.context().close();
    }

    @Test
    void needsNoMouse() {
        Page page = stage.at(path("pets"), ColorScheme.LIGHT);
        Locator search = page.getByRole(AriaRole.SEARCHBOX);
        search.focus();
        page.keyboard().type("Search");
        assertThat(item(page, "find")).isVisible();
        page.keyboard().press("Tab");
        page.keyboard().press("Enter");
        assertThat(page.locator("cb-definition .switch button").first()).hasAttribute("aria-pressed", "true");
        item(page, "find").getByRole(AriaRole.BUTTON).first().focus();
        page.keyboard().press("Enter");
        assertThat(item(page, "find").getByRole(AriaRole.BUTTON).first()).isFocused();
        assertThat(item(page, "find").getByText("stream of Pet")).isVisible();
        page.context().close();
    }

    @Test
    void fitsANarrowScreen() {
        Page page = stage.at(path("payment-api"), ColorScheme.LIGHT);
        page.setViewportSize(360, 740);
        page.locator("cb-definition .open").first().click();
        assertThat(page.locator("cb-definition .detail")).isVisible();
        assertEquals(0, page.locator("#main").evaluate("main => main.scrollWidth - main.clientWidth"));
        AppearanceJourney.assertAccessible(page);
        byte[] unused = AppearanceJourney.picture("definition-narrow", page, ColorScheme.LIGHT);
        page.context().close();
    }
}
