package org.callboard.plugin.webshell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.callboard.api.model.Json;
import org.callboard.api.net.WebClient;
import org.callboard.api.net.WebRequest;
import org.callboard.api.problem.PortalException;
import org.callboard.api.problem.ProblemKind;
import org.callboard.api.web.Route;
import org.callboard.testkit.RecordedActs;
import org.callboard.testkit.TestWeb;
import org.callboard.testkit.Yaml;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TryEndpointTest {

    private static final String SERVER = "https://pets.example.com/v1";
    private static final String API = """
            kind: API
            metadata: {name: pets}
            spec:
              type: openapi
              definition: |
                openapi: 3.1.0
                info: {title: Pets, version: "1"}
                servers: [{url: https://pets.example.com/v1/}, {url: /relative}, {url: "https://user@pets.example.com"}]
                security: [{key: [], login: []}]
                components:
                  securitySchemes:
                    key: {type: apiKey, in: header, name: X-Key}
                    login: {type: http, scheme: basic}
                paths:
                  /pets/{id}:
                    get:
                      operationId: find
                      parameters:
                        - {name: id, in: path, required: true, schema: {type: string}, example: 7}
                        - {name: fields, in: query, schema: {type: string}}
                        - {name: Host, in: header, schema: {type: string}}
                    put:
                      operationId: change
                      parameters: [{name: id, in: path, required: true, schema: {type: integer}}]
                      requestBody:
                        content:
                          application/json:
                            schema: {type: object, properties: {name: {type: string, example: Rex}}}
                    trace: {operationId: traced}
                webhooks:
                  told:
                    post: {operationId: told}
            """;

    private final FakePortal portal = new FakePortal();
    private final TestWeb web = new TestWeb();
    private final RecordedActs acts = new RecordedActs();
    private TryEndpoint endpoint = new TryEndpoint(portal, portal, web, acts);

    @BeforeEach
    void addTheApi() {
        Object unused = portal.add(Yaml.documents(API).get(0));
    }

    private Json.Obj tried(String operation, String server, Map<String, String> values, String body)
            throws IOException {
        Json.Builder filled = Json.object();
        values.forEach(filled::put);
        portal.toRead = Json.object()
                .put("entity", "api:default/pets")
                .put("operation", operation)
                .put("server", server)
                .put("values", filled.build())
                .put("body", body)
                .build();
        Exchange unused = new Exchange("POST", TryEndpoint.PREFIX).sentTo(endpoint, portal);
        return (Json.Obj) Objects.requireNonNull(portal.written);
    }

    @Test
    void callsAnOperationWithWhatWasFilledIn() throws IOException {
        web.answer(
                "GET",
                SERVER + "/pets/a%2Fb%20c?fields=x%26y",
                Json.object().put("name", "Rex").build());
        Json.Obj answer = tried(
                "op-find",
                SERVER + "/",
                Map.of(
                        "path.id",
                        "a/b c",
                        "query.fields",
                        "x&y",
                        "header.X-Key",
                        "k3y",
                        "header.Authorization",
                        "me:pw"),
                "");
        assertEquals(Json.of(200), answer.get("status"));
        assertTrue(answer.text("text").orElseThrow().contains("Rex"));
        WebRequest sent = web.requests().get(0);
        assertEquals("k3y", sent.headers().get("x-key"));
        assertEquals("Basic bWU6cHc=", sent.headers().get("authorization"));
    }

    @Test
    void sendsABodyAndRecordsWhoSentItWithoutWhatWasFilledIn() throws IOException {
        web.answer("PUT", SERVER + "/pets/1", 409, "<b>no</b>");
        Json.Obj answer = tried("op-change", SERVER + "/", Map.of("path.id", "1"), "{\"name\":\"secret\"}");
        assertEquals(Json.of(409), answer.get("status"));
        assertEquals("<b>no</b>", answer.text("text").orElseThrow());
        assertEquals(
                new WebRequest.Body.Text("{\"name\":\"secret\"}", "application/json"),
                web.requests().get(0).body());
        assertEquals(
                List.of(new RecordedActs.Act(
                        "user:default/mara", "web-shell.try", "PUT " + SERVER + "/pets/{id} of api:default/pets")),
                acts.acts());
    }

    @ParameterizedTest
    @CsvSource({
        "op-find, https://pets.example.com/v1/, ''",
        "op-find, https://pets.example.com/v1/, ..",
        "op-find, https://evil.example.com/, 1",
        "op-find, /relative, 1",
        "op-find, https://user@pets.example.com, 1",
        "op-traced, https://pets.example.com/v1/, 1",
        "op-told, https://pets.example.com/v1/, 1",
    })
    void asksNobodyForWhatItShouldNot(String operation, String server, String id) {
        assertThrows(PortalException.class, () -> tried(operation, server, Map.of("path.id", id), ""));
        assertEquals(List.of(), web.requests());
        assertEquals(List.of(), acts.acts());
    }

    @ParameterizedTest
    @ValueSource(strings = {"header.Host", "header.X-Key"})
    void refusesHeadersThatAreNotTheReadersWithoutQuotingThem(String key) {
        PortalException refused = assertThrows(
                PortalException.class,
                () -> tried("op-find", SERVER + "/", Map.of("path.id", "1", key, "s3cret\r\nX: y"), ""));
        assertEquals(ProblemKind.BAD_INPUT, refused.kind());
        assertFalse((refused.message() + refused.hint()).contains("s3cret"));
        assertEquals(List.of(), web.requests());
    }

    @Test
    void saysWhatTheOperatorHasToAllowAndDoesNotCountThatAsAFailure() throws IOException {
        WebClient closed = request -> {
            throw new PortalException(ProblemKind.UNAVAILABLE, "It may not ask there.", "Write plugins: hosts.");
        };
        endpoint = new TryEndpoint(portal, portal, closed, acts);
        Json.Obj answer = tried("op-find", SERVER + "/", Map.of("path.id", "1"), "");
        assertEquals("Write plugins: hosts.", answer.text("failure", "hint").orElseThrow());
    }

    @Test
    void needsAPermissionOfItsOwnWhichThePluginDeclares() {
        assertEquals(List.of(new Route("/api/web-shell/try", "web-shell.try")), endpoint.routes());
        assertEquals("web-shell.try", new TryPermission().permission());
    }
}
