package org.callboard.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What fails goes back by itself or is put away; what others need of it comes and goes with them in order. */
class ProbationJourney {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** Fails at the third failure, and is tried again a moment later. */
    private static final String LIMITS = "  probation: 1d\n  limits: {failures: 3, coolDown: 1s}\n";

    @AutoClose
    private static PortalProcess portal;

    private static Client client;

    @BeforeAll
    static void start(@TempDir Path root) {
        portal = PortalProcess.start(PortalFolder.with(root, LIMITS));
        client = portal.administrator();
    }

    @Test
    void goesBackByItselfWhenANewRevisionFails() {
        String id = "e2e-relapse";
        client.install(Plugins.rest(id, "1.0.0")).expect(201);
        assertTrue(state(id).path("probation").isNull(), "there is nothing to go back to");
        client.install(broken(id, "2.0.0")).expect(200);
        Instant until = Instant.parse(state(id).path("probation").asText());
        assertTrue(until.isAfter(Instant.now().plus(Duration.ofHours(23))), until::toString);
        Eventually.holds("the former revision serves again", PATIENCE, () -> {
            client.get("/api/" + id + "/word");
            return state(id).path("version").asText().equals("1.0.0");
        });
        assertEquals("1.0.0", client.get("/api/" + id + "/word").expect(200).text());
        JsonNode now = state(id);
        assertEquals("ACTIVE", now.path("state").asText());
        assertEquals("2.0.0", now.path("candidate").path("version").asText());
        assertEquals("FAILED", now.path("candidate").path("state").asText());
        String cause = now.path("candidate").path("diagnosis").path("cause").asText();
        assertTrue(cause.contains("calls failed within"), cause);
        String fix = now.path("candidate").path("diagnosis").path("fix").asText();
        assertTrue(fix.contains("1.0.0 serves again") && fix.contains("mend 2.0.0"), fix);
        assertEquals(0, now.path("previous").size(), now::toString);
        assertTrue(now.path("probation").isNull(), now::toString);
    }

    @Test
    void putsAPluginInQuarantineThatFailsAgainAndAgain() {
        String id = "e2e-hopeless";
        client.install(broken(id, "1.0.0")).expect(201);
        Eventually.holds("it is in quarantine", PATIENCE, () -> {
            client.get("/api/" + id + "/word");
            return state(id).path("state").asText().equals("QUARANTINED");
        });
        assertTrue(state(id).path("diagnosis").path("summary").asText().contains("3 times"), state(id)::toString);
        client.get("/api/" + id + "/word").expectError(503);
        client.get("/health/ready").expect(200);
        assertEquals(
                "ACTIVE",
                client.act(id, "enable").expect(200).json().path("state").asText());
    }

    @Test
    void startsAPluginAnewWithEachRevisionOfTheOneItUses() {
        client.install(provider("1.0.0")).expect(201);
        client.install(user("e2e-user")).expect(201);
        String since = state("e2e-user").path("since").asText();
        assertEquals("e2e-user", state("e2e-provider").path("usedBy").path(0).asText());
        assertEquals(0, state("e2e-user").path("usedBy").size());
        JsonNode plan = client.plan(provider("1.1.0")).expect(200).json();
        assertEquals("e2e-user", plan.path("stops").path(0).asText(), plan::toString);
        assertEquals("e2e-user", plan.path("starts").path(0).asText(), plan::toString);
        try (Load load = new Load(client).on(2, "/api/e2e-user/word")) {
            load.awaitAnswers();
            client.install(provider("1.1.0")).expect(200);
            Eventually.holds("the plugin that uses it was started anew", PATIENCE, () -> {
                JsonNode now = state("e2e-user");
                return now.path("state").asText().equals("ACTIVE")
                        && !now.path("since").asText().equals(since);
            });
            load.awaitAnswers();
            load.stop();
            assertEquals(List.of(), load.failures());
        }
        client.act("e2e-provider", "disable").expect(200);
        Eventually.holds(
                "what uses it waits",
                PATIENCE,
                () -> state("e2e-user").path("state").asText().equals("UNRESOLVED"));
        client.act("e2e-provider", "enable").expect(200);
        Eventually.holds(
                "what uses it serves again",
                PATIENCE,
                () -> state("e2e-user").path("state").asText().equals("ACTIVE"));
        client.get("/api/e2e-user/word").expect(200);
    }

    /** Between being wired and being started a plugin's tables are made, which gives the other time to go. */
    @Test
    void whatItUsesMayGoWhileItIsPrepared() {
        String id = "e2e-late-user";
        String tables = IntStream.range(0, 150)
                .mapToObj("create table t%d (id bigint primary key, name varchar(200));\n"::formatted)
                .collect(Collectors.joining());
        byte[] user = JarSurgery.withEntry(user(id), "migrations/0001-many.sql", PluginJar.bytes(tables));
        client.install(provider("2.0.0"));
        CompletableFuture<Answer> installed = CompletableFuture.supplyAsync(() -> client.install(user));
        Eventually.holds(
                "it is on its way",
                PATIENCE,
                () -> client.get("/api/plugins/" + id)
                        .json()
                        .path("state")
                        .asText()
                        .equals("STARTING"));
        client.act("e2e-provider", "disable").expect(200);
        Answer answer = installed.join();
        assertTrue(answer.status() == 422 || answer.status() == 201, answer::toString);
        Eventually.holds(
                "it does not serve",
                PATIENCE,
                () -> !client.get("/api/plugins/" + id)
                        .json()
                        .path("state")
                        .asText()
                        .equals("ACTIVE"));
        client.act("e2e-provider", "enable").expect(200);
        client.install(user);
        client.get("/api/" + id + "/word").expect(200);
        client.delete("/api/plugins/" + id).expect(204);
        client.delete("/api/plugins/e2e-provider").expect(204);
    }

    private static JsonNode state(String id) {
        return client.get("/api/plugins/" + id).expect(200).json();
    }

    private static byte[] provider(String version) {
        return JarSurgery.withHeader(
                Plugins.card("e2e-provider", version, "offers"),
                "Export-Package",
                "org.callboard.plugin.e2eprovider.api;version=\"1.0.0\"");
    }

    private static byte[] user(String id) {
        return PluginJar.of(id, "1.0.0")
                .with("Words", """
                        @Component
                        @Path("/")
                        public final class Words implements RestResource {
                            @GET @Path("word") @Produces("text/plain") @RequiresPermission("portal.use")
                            public String word() { return "used"; }
                        }
                        """)
                .header("Import-Package", "*,org.callboard.plugin.e2eprovider.api;version=\"[1,2)\"")
                .build();
    }

    private static byte[] broken(String id, String version) {
        return PluginJar.of(id, version).with("Words", """
                        @Component
                        @Path("/")
                        public final class Words implements RestResource {
                            @GET @Path("word") @Produces("text/plain") @RequiresPermission("portal.use")
                            public String word() { throw new IllegalStateException("no words today"); }
                        }
                        """).build();
    }
}
