package org.callboard.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an operator sets for a plugin reaches it, is followed while it runs, and is told to nobody who should not know. */
class SettingsJourney {

    private static final String ID = "e2e-rates";
    private static final String SECRET = "hush-3f9a";
    private static final String NEXT_SECRET = "hush-7c21";
    private static final Duration SOON = Duration.ofSeconds(30);

    @TempDir
    private Path root;

    private final List<String> tokens = new CopyOnWriteArrayList<>();
    private LocalServer rates;
    private String host;
    private PortalFolder folder;
    private String base;
    private PortalProcess portal;
    private Client client;

    @BeforeEach
    void start() throws IOException {
        rates = LocalServer.at("/rates/", exchange -> {
            tokens.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
            byte[] answer = PluginJar.bytes("1.25");
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        host = rates.host();
        Files.writeString(root.resolve("token"), SECRET + "\n");
        folder = PortalFolder.in(root);
        base = PortalFolder.read(folder.config());
        portal = PortalProcess.start(folder);
        client = portal.administrator();
    }

    @AfterEach
    void stop() {
        portal.close();
        rates.close();
    }

    private static byte[] jar() {
        return jar("1.0.0");
    }

    private static byte[] jar(String version) {
        return PluginJar.of(ID, version)
                .with("RatesConfig", text("RatesConfig"))
                .with("Rates", text("Rates"))
                .with("RatesListener", text("RatesListener"))
                .header("Callboard-Hosts", "127.0.0.1")
                .build();
    }

    private static String text(String name) {
        try (InputStream in = SettingsJourney.class.getResourceAsStream("/settings/" + name + ".java")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Saves the configuration with these lines for the plugin. */
    private void configure(String... lines) throws IOException {
        Files.writeString(
                folder.config(), base + "  config:\n    " + ID + ":\n      " + String.join("\n      ", lines) + "\n");
    }

    private void allow() throws IOException {
        Files.writeString(
                folder.config(),
                PortalFolder.read(folder.config()) + "  hosts:\n    " + ID + ":\n      - host: " + host + "\n");
    }

    private String endpoint() {
        return "endpoint: http://" + host;
    }

    private JsonNode configuration() {
        return client.get("/api/plugins/" + ID + "/configuration").expect(200).json();
    }

    private JsonNode setting(String name) {
        for (JsonNode setting : configuration().path("settings")) {
            if (setting.path("name").asText().equals(name)) {
                return setting;
            }
        }
        throw new AssertionError("There is no setting " + name);
    }

    private void awaitState(String state) {
        Eventually.holds(state, SOON, () -> client.plugin(ID, "state").equals(state));
    }

    private void awaitRate(String rate) {
        Eventually.holds(
                rate, SOON, () -> client.get("/api/" + ID + "/rate").text().equals(rate));
    }

    @Test
    void aPluginIsRefusedUntilWhatItNeedsIsSet() throws IOException {
        byte[] jar = jar();
        Answer refused = client.install(jar).expectError(422);
        assertTrue(refused.message().contains("'plugins.config." + ID + ".endpoint' is not set"), refused::message);
        assertTrue(refused.text().contains("Write in callboard.yaml: plugins: {config: {" + ID + ": {endpoint: "));
        assertEquals(
                "refuse", client.plan(jar).expect(200).json().path("action").asText());
        configure(endpoint(), "token: ${file:token}");
        Eventually.holds(
                "a plan to install",
                SOON,
                () -> client.plan(jar).json().path("action").asText().equals("install"));
        String plan = client.plan(jar).text();
        assertTrue(plan.contains("{\"kind\":\"config\",\"name\":\"token\",\"note\":\"The token of"), plan);
        assertTrue(plan.contains("\"kind\":\"host\",\"name\":\"127.0.0.1\",\"note\":\"not allowed yet"), plan);
        client.install(jar).expect(201);
        Answer unreached = client.get("/api/" + ID + "/rate").expectError(503);
        assertTrue(unreached.message().contains("Plugin '" + ID + "' has no answer of '" + host + "'"));
        assertTrue(unreached.text().contains("{hosts: {" + ID + ": [{host: " + host + "}]}}"), unreached::text);
        allow();
        awaitRate("EUR 1.25");
        assertEquals("Bearer " + SECRET, tokens.get(tokens.size() - 1));
        client.install(jar("1.1.0")).expect(200);
        awaitRate("EUR 1.25");
        // the threads of the client end with the revision that asked for it
        assertFalse(portal.errors().contains("web-client"), portal::errors);
    }

    @Test
    void aChangeIsInForceAtOnceAndAWrongOneNever() throws IOException {
        configure(endpoint(), "token: ${file:token}");
        allow();
        byte[] jar = jar();
        Eventually.holds(
                "what the plugin needs", SOON, () -> client.install(jar).status() == 201);
        awaitRate("EUR 1.25");
        String since = client.plugin(ID, "since");
        configure(endpoint(), "token: ${file:token}", "currency: USD");
        allow();
        awaitRate("USD 1.25");
        assertEquals("USD", setting("currency").path("value").asText());
        assertTrue(setting("currency").path("origin").asText().startsWith("callboard.yaml:"));
        assertEquals("default", setting("kept").path("origin").asText());
        configure(endpoint(), "token: ${file:token}", "currency: dollars");
        allow();
        awaitState("DEGRADED");
        String problem = configuration().path("problem").toString();
        assertTrue(problem.contains("callboard.yaml:") && problem.contains("ISO 4217"), problem);
        assertEquals("USD 1.25", client.get("/api/" + ID + "/rate").expect(200).text());
        configure(endpoint(), "token: ${file:token}", "currency: USD");
        allow();
        awaitState("ACTIVE");
        Files.writeString(root.resolve("token"), NEXT_SECRET);
        Eventually.holds("the next token", SOON, () -> {
            client.get("/api/" + ID + "/rate");
            return tokens.contains("Bearer " + NEXT_SECRET);
        });
        assertEquals(since, client.plugin(ID, "since"));
        assertNobodyTellsTheSecrets();
    }

    private void assertNobodyTellsTheSecrets() {
        Eventually.holds(
                "the plugin's word of the change",
                SOON,
                () -> client.get("/api/plugins/" + ID + "/logs").text().contains("token=***"));
        assertEquals("***", setting("token").path("value").asText());
        assertEquals("true", setting("token").path("secret").asText());
        for (String path : List.of("/api/plugins", "/api/plugins/" + ID, "/metrics", "/rescue")) {
            assertFalse(client.get(path).expect(200).text().contains("hush-"), path);
        }
        assertFalse(configuration().toString().contains("hush-"));
        assertFalse(client.get("/api/plugins/" + ID + "/logs").text().contains("hush-"));
        assertFalse(portal.errors().contains("hush-"), portal::errors);
        rates.close();
        assertFalse(client.get("/api/" + ID + "/rate").expectError(503).text().contains("hush-"));
        portal.anyone().get("/api/plugins/" + ID + "/configuration").expectError(401);
    }

    @Test
    void thePortalStartsWithoutAPluginWhoseSettingsAreWrong() throws IOException {
        configure(endpoint(), "token: ${file:token}");
        byte[] jar = jar();
        Eventually.holds(
                "what the plugin needs", SOON, () -> client.install(jar).status() == 201);
        portal.stop();
        configure(endpoint(), "token: ${file:nowhere}");
        portal = PortalProcess.start(folder);
        client = portal.administrator();
        awaitState("UNRESOLVED");
        String cause =
                client.get("/api/plugins/" + ID).json().at("/diagnosis/cause").asText();
        assertTrue(cause.startsWith("callboard.yaml:") && cause.contains("the file nowhere can't be read"), cause);
        Files.writeString(root.resolve("nowhere"), SECRET);
        awaitState("ACTIVE");
    }
}
