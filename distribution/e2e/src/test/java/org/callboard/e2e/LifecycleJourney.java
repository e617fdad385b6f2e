package org.callboard.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.callboard.e2e.RandomRevision.Fault;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An operator looks ahead, installs, goes back, switches off and on. */
class LifecycleJourney {

    @AutoClose
    private static PortalProcess portal;

    private static Client client;

    @BeforeAll
    static void start(@TempDir Path root) {
        portal = PortalProcess.start(PortalFolder.in(root));
        client = portal.filled();
    }

    @Test
    void saysBeforehandWhatAnInstallDoesAndDoesNoMore() {
        String id = "e2e-planned";
        InstalledPlugins before = InstalledPlugins.of(client);
        JsonNode fresh = client.plan(Plugins.rest(id, "1.0.0")).expect(200).json();
        assertEquals("install", fresh.path("action").asText());
        assertEquals(List.of("rest.resource/words"), extensions(fresh.path("adds")));
        assertEquals("portal.use", fresh.path("asks").path(0).path("name").asText());
        assertTrue(fresh.path("diagnosis").isNull());
        assertEquals(before, InstalledPlugins.of(client));
        client.get("/api/plugins/" + id).expectError(404);

        client.install(Plugins.rest(id, "1.0.0")).expect(201);
        JsonNode next = client.plan(Plugins.card(id, "1.1.0", "changed")).json();
        assertEquals("replace", next.path("action").asText());
        assertEquals("1.0.0", next.path("from").asText());
        assertEquals("1.1.0", next.path("to").asText());
        assertEquals(List.of("rest.resource/words"), extensions(next.path("removes")));
        assertEquals(List.of("entity.card/sign"), extensions(next.path("adds")));
        JsonNode done =
                client.install(Plugins.card(id, "1.1.0", "changed")).expect(200).json();
        assertEquals(List.of("entity.card/sign"), extensions(done.path("contributes")));
    }

    @Test
    void saysBeforehandThatAPluginCanOpenAPort() {
        byte[] jar = PluginJar.of("e2e-ajar", "1.0.0")
                .with("Sign", """
                        @Component
                        public final class Sign implements EntityCard {
                            @Override public View show(Entity entity, ViewRequest request) { return View.empty(); }
                        }
                        """)
                .with("Gate", """
                        final class Gate {
                            static Object open() throws Exception {
                                java.util.concurrent.Callable<Object> later = java.net.ServerSocket::new;
                                return com.sun.net.httpserver.HttpServer.create(null, 0) == null ? later : null;
                            }
                        }
                        """)
                .build();
        Map<String, String> ports = new TreeMap<>();
        for (JsonNode need : client.plan(jar).expect(200).json().path("asks")) {
            if (need.path("kind").asText().equals("port")) {
                ports.put(need.path("name").asText(), need.path("note").asText());
            }
        }
        assertEquals(Set.of("com.sun.net.httpserver.HttpServer", "java.net.ServerSocket"), ports.keySet());
        assertTrue(
                ports.get("java.net.ServerSocket").startsWith("a port of its own, opened by org.callboard.plugin."),
                ports::toString);
        assertFalse(client.plan(Plugins.rest("e2e-shut", "1.0.0")).text().contains("\"port\""));
    }

    @Test
    void refusesAPlanThatNoLongerHolds() {
        String id = "e2e-stale";
        client.install(Plugins.rest(id, "1.0.0")).expect(201);
        byte[] third = Plugins.rest(id, "3.0.0");
        String token = client.plan(third).json().path("token").asText();
        client.install(Plugins.rest(id, "2.0.0")).expect(200);
        Answer stale = client.install(third, "?plan=" + token).expectError(409);
        assertTrue(stale.message().contains("2.0.0"), stale::message);
        token = client.plan(third).json().path("token").asText();
        client.install(third, "?plan=" + token).expect(200);
    }

    @Test
    void plansARefusalWithItsReason() {
        JsonNode plan = client.plan(needing("com.example.nowhere")).expect(200).json();
        assertEquals("refuse", plan.path("action").asText());
        assertTrue(plan.path("diagnosis").path("cause").asText().contains("com.example.nowhere"), plan::toString);
        assertFalse(plan.path("diagnosis").path("fix").asText().isBlank());
    }

    @Test
    void saysBeforehandWhoElseStopsAndStarts() {
        RandomRevision offering = new RandomRevision(0, 1, Fault.NONE);
        byte[] jar = offering.jar();
        RandomRevision using = new RandomRevision(1, 1, Fault.NONE);
        client.install(jar).expect(201);
        client.install(using.jar()).expect(201);
        assertTouches(client.plan(jar), List.of(), List.of());

        byte[] offeringLess = new RandomRevision(0, 3, Fault.NONE).jar();
        assertTouches(client.plan(offeringLess), List.of(using.id()), List.of());
        client.install(offeringLess).expect(200);
        awaitState(using.id(), "UNRESOLVED");

        byte[] offeringAgain = new RandomRevision(0, 4, Fault.NONE).jar();
        assertTouches(client.plan(offeringAgain), List.of(), List.of(using.id()));
        client.install(offeringAgain).expect(200);
        awaitState(using.id(), "ACTIVE");
        assertTouches(
                client.plan(new RandomRevision(0, 5, Fault.NONE).jar()), List.of(using.id()), List.of(using.id()));
    }

    private static void assertTouches(Answer plan, List<String> stops, List<String> starts) {
        JsonNode said = plan.expect(200).json();
        assertEquals("replace", said.path("action").asText(), plan::text);
        assertEquals(stops, texts(said.path("stops")), plan::text);
        assertEquals(starts, texts(said.path("starts")), plan::text);
    }

    private static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(text -> texts.add(text.asText()));
        return texts;
    }

    private static void awaitState(String id, String state) {
        Eventually.holds(
                id + " " + state,
                Duration.ofSeconds(30),
                () -> client.plugin(id, "state").equals(state));
    }

    @Test
    void takesTheVeryJarOfAPluginThatIsOff() {
        String id = "e2e-again";
        byte[] jar = Plugins.rest(id, "1.0.0");
        client.install(jar).expect(201);
        client.act(id, "disable").expect(200);
        assertEquals("install", client.plan(jar).json().path("action").asText());
        assertEquals(
                "ACTIVE", client.install(jar).expect(201).json().path("state").asText());
    }

    @Test
    void goesBackStepByStep() {
        String id = "e2e-back";
        for (String version : List.of("1.0.0", "2.0.0", "3.0.0")) {
            client.install(Plugins.rest(id, version));
        }
        JsonNode now = client.get("/api/plugins/" + id).expect(200).json();
        assertEquals(List.of("2.0.0", "1.0.0"), now.path("previous").findValuesAsText("version"));
        assertEquals(
                "2.0.0",
                client.act(id, "rollback").expect(200).json().path("version").asText());
        assertEquals("2.0.0", client.get("/api/" + id + "/word").expect(200).text());
        assertEquals(
                "1.0.0",
                client.act(id, "rollback").expect(200).json().path("version").asText());
        client.act(id, "rollback").expectError(409);
        assertEquals("1.0.0", client.get("/api/" + id + "/word").expect(200).text());
    }

    @Test
    void takesAnEarlierVersionOnlyWithConsent() {
        String id = "e2e-down";
        client.install(Plugins.rest(id, "2.0.0")).expect(201);
        Answer refused = client.install(Plugins.rest(id, "1.0.0")).expectError(422);
        assertTrue(refused.hint().contains("downgrade=allow"), refused::hint);
        client.install(Plugins.rest(id, "1.0.0"), "?downgrade=allow").expect(200);
        assertEquals("1.0.0", client.get("/api/" + id + "/word").expect(200).text());
    }

    @Test
    void switchesAPluginOffAndOnAlsoOverARestart() {
        String id = "e2e-switched";
        client.install(Plugins.rest(id, "1.0.0")).expect(201);
        assertEquals(
                "DISABLED",
                client.act(id, "disable").expect(200).json().path("state").asText());
        client.get("/api/" + id + "/word").expectError(503);
        portal.stop();
        portal = PortalProcess.start(portal.folder());
        client = portal.administrator();
        assertEquals(
                "DISABLED",
                client.get("/api/plugins/" + id)
                        .expect(200)
                        .json()
                        .path("state")
                        .asText());
        assertEquals(
                "ACTIVE",
                client.act(id, "enable").expect(200).json().path("state").asText());
        assertEquals("1.0.0", client.get("/api/" + id + "/word").expect(200).text());
        client.act("web-shell", "disable").expectError(409);
        client.act("e2e-nobody", "enable").expectError(404);
    }

    @Test
    void showsTheCandidateThatDidNotComeToServe() {
        String id = "e2e-candidate";
        client.install(Plugins.rest(id, "1.0.0")).expect(201);
        client.install(sick(id, "2.0.0")).expectError(422);
        JsonNode now = client.get("/api/plugins/" + id).expect(200).json();
        assertEquals("1.0.0", now.path("version").asText());
        assertEquals("ACTIVE", now.path("state").asText());
        assertEquals("2.0.0", now.path("candidate").path("version").asText());
        assertEquals("FAILED", now.path("candidate").path("state").asText());
        String cause = now.path("candidate").path("diagnosis").path("cause").asText();
        assertTrue(cause.contains("The ledger is closed."), cause);
        client.install(Plugins.rest(id, "2.0.1")).expect(200);
        assertTrue(client.get("/api/plugins/" + id).json().path("candidate").isNull());
    }

    private static byte[] needing(String packageName) {
        return PluginJar.of("e2e-needy", "1.0.0")
                .with("Sign", """
                        @Component
                        public final class Sign implements org.callboard.api.health.HealthCheck {
                            @Override public org.callboard.api.health.Health check() {
                                return org.callboard.api.health.Health.up();
                            }
                        }
                        """)
                .header("Import-Package", packageName + ";version=\"[1,2)\",*")
                .build();
    }

    private static byte[] sick(String id, String version) {
        return PluginJar.of(id, version).with("Ledger", """
                        @Component
                        public final class Ledger implements org.callboard.api.health.HealthCheck {
                            @Override public org.callboard.api.health.Health check() {
                                return org.callboard.api.health.Health.down("The ledger is closed.");
                            }
                        }
                        """).build();
    }

    private static List<String> extensions(JsonNode list) {
        List<String> names = new ArrayList<>();
        list.forEach(extension -> names.add(
                extension.path("point").asText() + "/" + extension.path("id").asText()));
        return names;
    }
}
