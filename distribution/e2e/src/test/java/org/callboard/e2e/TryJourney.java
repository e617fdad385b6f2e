package org.callboard.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Somebody tries an operation of an API from the portal. */
class TryJourney {

    private static final String TAB = "/catalog/default/api/pets/web-shell.definition?at=op-change";
    private static final String SECRET = "tok3n-of-the-reader";

    /** What the server that is tried was asked: method, address, who asks, and what was sent. */
    private static final List<String> ASKED = new CopyOnWriteArrayList<>();

    private static LocalServer server;
    private static BrowserStage stage;

    @BeforeAll
    static void start(@TempDir Path root) throws IOException {
        server = LocalServer.at("/", TryJourney::answer);
        Path file = Files.writeString(root.resolve("pets.yaml"), api("http://" + host()));
        stage = BrowserStage.start(root, """
                  hosts:
                    web-shell:
                      - host: %s
                """.formatted(host()), """
                    - type: file
                      target: %s
                """.formatted(file));
    }

    private static String host() {
        return server.host();
    }

    private static void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            ASKED.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " "
                    + exchange.getRequestHeaders().getFirst("Authorization") + " " + body.replaceAll("\\s", ""));
            byte[] answer = "{\"id\":7,\"note\":\"<script>alert(1)</script>\"}".getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.getResponseHeaders().set("X-Trace", "abc");
            exchange.sendResponseHeaders(201, answer.length);
            exchange.getResponseBody().write(answer);
        }
    }

    private static String api(String address) {
        return """
                apiVersion: backstage.io/v1alpha1
                kind: API
                metadata: {name: pets}
                spec:
                  type: openapi
                  lifecycle: production
                  owner: group:default/nobody
                  definition: |
                    openapi: 3.1.0
                    info: {title: Pets, version: 1.2.0}
                    servers:
                      - url: %s
                      - url: https://not-listed.example.com
                    security: [{token: []}]
                    components: {securitySchemes: {token: {type: http, scheme: bearer}}}
                    paths:
                      /pets/{id}:
                        put:
                          operationId: change
                          summary: Changes a pet.
                          parameters:
                            - {name: id, in: path, required: true, schema: {type: integer}, example: 7}
                            - {name: notify, in: query, schema: {type: boolean}, description: Whether its owner hears of it.}
                          requestBody:
                            content:
                              application/json:
                                schema: {type: object, properties: {name: {type: string, example: Rex}}}
                          responses: {"200": {description: It is changed.}}
                """.formatted(address);
    }

    @AfterAll
    static void stop() {
        if (stage != null) {
            stage.close();
        }
        server.close();
    }

    private static Page opened(ColorScheme scheme) {
        Page page = stage.at(TAB, scheme);
        page.locator("cb-try summary").first().click();
        return page;
    }

    private static Locator field(Page page, String name) {
        return page.locator("cb-try").getByLabel(name);
    }

    private static Locator send(Page page) {
        return page.getByRole(AriaRole.BUTTON, BrowserJourney.named("Send"));
    }

    @ParameterizedTest
    @EnumSource(
            value = ColorScheme.class,
            names = {"LIGHT", "DARK"})
    void fillsInAndSeesWhatComesBack(ColorScheme scheme) throws IOException {
        ASKED.clear();
        Page page = opened(scheme);
        assertThat(field(page, "id")).hasValue("7");
        assertThat(field(page, "Body")).hasValue("{\n  \"name\": \"Rex\"\n}");
        field(page, "Authorization").fill(SECRET);
        field(page, "notify").fill("true");
        send(page).click();
        Locator answer = page.locator("cb-try .result");
        assertThat(answer).containsText("201");
        assertThat(answer).containsText("<script>alert(1)</script>");
        answer.getByText("Headers").click();
        assertThat(answer).containsText("x-trace");
        assertEquals(List.of("PUT /pets/7?notify=true Bearer " + SECRET + " {\"name\":\"Rex\"}"), ASKED);
        AppearanceJourney.assertAccessible(page);
        page.locator("cb-try").scrollIntoViewIfNeeded();
        byte[] unused = AppearanceJourney.picture("try", page, scheme);
        stage.assertNoComplaints();
        page.context().close();
        assertNothingOfTheSecretIsKept();
    }

    private static void assertNothingOfTheSecretIsKept() throws IOException {
        String audit =
                stage.client().get("/api/audit?act=web-shell.try").expect(200).text();
        assertTrue(audit.contains("PUT http://" + host() + "/pets/{id} of api:default/pets"), audit);
        assertFalse(audit.contains(SECRET), audit);
        assertFalse(stage.portal().errors().contains(SECRET), "The log has it.");
        assertFalse(
                stage.client()
                        .get("/api/plugins/web-shell/logs")
                        .expect(200)
                        .text()
                        .contains(SECRET),
                "The plugin's log has it.");
    }

    @Test
    void saysWhatTheOperatorHasToWriteForAHostThatIsNotListed() {
        ASKED.clear();
        Page page = opened(ColorScheme.LIGHT);
        field(page, "Server").selectOption("https://not-listed.example.com");
        send(page).click();
        Locator answer = page.locator("cb-try .result");
        assertThat(answer).containsText("the configuration does not let it ask there");
        assertThat(answer).containsText("plugins: {hosts: {web-shell: [{host: not-listed.example.com}]}}");
        assertEquals(List.of(), ASKED);
        byte[] unused = AppearanceJourney.picture("try-not-listed", page, ColorScheme.LIGHT);
        stage.assertNoComplaints();
        page.context().close();
    }

    @Test
    void isForThoseWhoMay() {
        byte[] trial = PluginJar.bytes("""
                {"entity": "api:default/pets", "operation": "op-change", "server": "http://%s", "values": {"path.id": "1"}}
                """.formatted(host()));
        Client reader = stage.portal()
                .anyone()
                .with(
                        "Authorization",
                        "Bearer "
                                + stage.client()
                                        .post(
                                                "/api/tokens",
                                                "application/json",
                                                PluginJar.bytes(
                                                        "{\"name\": \"reader\", \"permissions\": [\"portal.use\", \"catalog.entity.read\"]}"))
                                        .expect(201)
                                        .json()
                                        .path("token")
                                        .asText());
        ASKED.clear();
        assertTrue(reader.post("/api/web-shell/try", "application/json", trial)
                .expectError(403)
                .text()
                .contains("web-shell.try"));
        assertEquals(List.of(), ASKED);
    }
}
