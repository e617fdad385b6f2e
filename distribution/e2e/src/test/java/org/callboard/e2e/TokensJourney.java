package org.callboard.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An operator gives machines tokens of their own, and takes them back. */
class TokensJourney {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @AutoClose
    private static PortalProcess portal;

    @BeforeAll
    static void start(@TempDir Path root) {
        portal = PortalProcess.start(PortalFolder.with(root, """
                auth:
                  tokens:
                    longest: 60d
                """));
    }

    private static Answer make(Client client, String wish) {
        return client.post("/api/tokens", "application/json", PluginJar.bytes(wish));
    }

    private static String secret(String wish) {
        return make(portal.administrator(), wish)
                .expect(201)
                .json()
                .path("token")
                .asText();
    }

    private static Client machine(String secret) {
        return portal.anyone().with("Authorization", "Bearer " + secret);
    }

    private static JsonNode listed(String name) {
        for (JsonNode token :
                portal.administrator().get("/api/tokens").expect(200).json()) {
            if (token.path("name").asText().equals(name)) {
                return token;
            }
        }
        throw new AssertionError("There is no token " + name);
    }

    @Test
    void showsATokenThisOnce() {
        Answer made = make(
                        portal.administrator(),
                        "{\"name\":\"once\",\"permissions\":[\"plugin.read\"],\"expires\":\"30d\"}")
                .expect(201);
        assertEquals("no-store", made.header("Cache-Control"));
        String secret = made.json().path("token").asText();
        assertTrue(secret.matches("cb_[A-Za-z0-9_-]{43}"), secret);
        machine(secret).get("/api/plugins").expect(200);
        Eventually.holds(
                "its use is listed",
                PATIENCE,
                () -> listed("once").path("lastUsed").isTextual());
        JsonNode listed = listed("once");
        assertEquals("user:default/admin", listed.path("owner").asText());
        assertEquals("[\"plugin.read\"]", listed.path("permissions").toString());
        assertTrue(listed.path("plugins").isNull() && listed.path("revoked").isNull(), listed::toString);
        Instant begun = Instant.parse(listed.path("made").asText());
        assertEquals(
                begun.plus(Duration.ofDays(30)),
                Instant.parse(listed.path("expires").asText()));
        machine(secret + "x").get("/api/plugins").expectError(401);
        make(portal.administrator(), "{\"name\":\"once\"}").expectError(409);
        assertFalse(portal.administrator().get("/api/tokens").text().contains(secret.substring(3)));
        assertFalse(portal.errors().contains(secret.substring(3)), "The token is in the log.");
    }

    @Test
    void endsAtOnceWhatARevokedTokenDoes() {
        String secret = secret("{\"name\":\"revoked\",\"permissions\":[\"portal.use\"]}");
        try (EventLines events = EventLines.of(portal, secret, "a=b")) {
            assertFalse(events.next("hello").path("boot").asText().isEmpty());
            portal.administrator().delete("/api/tokens/revoked").expect(204);
            events.awaitEnd();
        }
        String message = machine(secret).get("/api/session").expectError(401).message();
        assertTrue(message.startsWith("The token 'revoked' was revoked at "), message);
        assertTrue(listed("revoked").path("revoked").isTextual());
        portal.administrator().delete("/api/tokens/revoked").expect(204);
        portal.administrator().delete("/api/tokens/nobody").expectError(404);
    }

    @Test
    void isForSomePluginsAlone() {
        Client machine =
                machine(secret("{\"name\":\"some\",\"permissions\":[\"plugin.manage\"],\"plugins\":[\"token-mine\"]}"));
        byte[] other = Plugins.rest("token-other", "1.0.0");
        machine.install(Plugins.rest("token-mine", "1.0.0")).expect(201);
        assertTrue(machine.install(other).expectError(403).message().contains("token-other"));
        machine.plan(other).expectError(403);
        machine.install(other, "?preview=true").expectError(403);
        portal.administrator().install(other).expect(201);
        for (String act : new String[] {"rollback", "disable", "enable", "release"}) {
            machine.act("token-other", act).expectError(403);
        }
        machine.delete("/api/plugins/token-other").expectError(403);
        machine.delete("/api/plugins/token-other/tables").expectError(403);
        machine.get("/api/plugins/token-other/jar").expectError(403);
        machine.act("token-mine", "disable").expect(200);
        machine.delete("/api/plugins/token-mine").expect(204);
    }

    @Test
    void makesNoTokenThatMayMoreOrLivesLonger() {
        Client machine = machine(
                secret("{\"name\":\"maker\",\"permissions\":[\"token.manage\",\"plugin.read\"],\"expires\":\"10d\"}"));
        String message = make(machine, "{\"name\":\"more\",\"permissions\":[\"plugin.manage\"]}")
                .expectError(403)
                .message();
        assertTrue(message.contains("plugin.manage"), message);
        make(machine, "{\"name\":\"more\",\"expires\":\"11d\"}").expectError(403);
        JsonNode same = make(machine, "{\"name\":\"same\"}").expect(201).json();
        assertEquals(
                "[\"plugin.read\",\"token.manage\"]", same.path("permissions").toString());
        assertEquals(
                listed("maker").path("expires").asText(), same.path("expires").asText());
        make(portal.administrator(), "{\"name\":\"long\",\"expires\":\"61d\"}").expectError(400);
    }

    @Test
    void opensTheMavenRepositoryAsAPassword() {
        String secret = secret("{\"name\":\"maven\",\"permissions\":[\"plugin.manage\"]}");
        Client maven = portal.anyone().with("Authorization", basic(secret));
        maven.get("/maven").expect(200);
        portal.administrator().delete("/api/tokens/maven").expect(204);
        Answer refused = maven.get("/maven").expectError(401);
        assertTrue(refused.header("WWW-Authenticate").startsWith("Basic "), refused::text);
        portal.anyone().with("Authorization", basic("wrong")).get("/maven").expectError(401);
    }

    private static String basic(String password) {
        byte[] pair = ("token:" + password).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(pair);
    }

    @Test
    void saysWhatATokenMayDo() {
        String secret = secret("{\"name\":\"who\",\"permissions\":[\"task.read\"],\"plugins\":[\"a\"]}");
        JsonNode caller = machine(secret).get("/api/session").expect(200).json().path("caller");
        assertEquals("Token who", caller.path("displayName").asText());
        assertEquals("[\"task.read\"]", caller.path("permissions").toString());
        assertEquals("[\"a\"]", caller.path("plugins").toString());
        JsonNode admin = portal.administrator().get("/api/session").json().path("caller");
        assertTrue(admin.path("permissions").isNull());
    }

    @Test
    void refusesWhatIsNoWish() {
        for (String wish : new String[] {
            "{}",
            "[]",
            "{\"name\":1}",
            "{\"name\":\"a b\"}",
            "{\"name\":\"a\",\"scope\":[]}",
            "{\"name\":\"a\",\"permissions\":\"plugin.read\"}",
            "{\"name\":\"a\",\"permissions\":[]}",
            "{\"name\":\"a\",\"permissions\":[1]}",
            "{\"name\":\"a\",\"permissions\":[\"catalog.read\"]}",
            "{\"name\":\"a\",\"expires\":\"soon\"}",
            "{\"name\":\"a\",\"expires\":\"0s\"}"
        }) {
            make(portal.administrator(), wish).expectError(400);
        }
    }
}
