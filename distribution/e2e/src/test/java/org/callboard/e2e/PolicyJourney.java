package org.callboard.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.callboard.e2e.Routes.Route;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** People of several teams try everything under one policy; then the policy becomes another. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PolicyJourney {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String OWNER = "user:default/ines.carvalho";
    private static final String OTHER = "user:default/hanna.virtanen";
    private static final String READER = "user:default/visitor";
    private static final String POLICY = """
            roles:
              reader:
                - portal.use
                - catalog.entity.read
                - plugin.read
                - task.read
              deployer:
                - plugin.manage
                - plugin.inspect
                - task.run
            rules:
              - allow: reader
                to: everyone
              - allow: deployer
                to: everyone
                where:
                  owner: mine
            """;
    private static final Set<String> HELD = Set.of("portal.use", "catalog.entity.read", "plugin.read", "task.read");
    private static final Set<String> HELD_FOR_SOME = Set.of("plugin.manage", "plugin.inspect", "task.run");

    @AutoClose
    private static PortalProcess portal;

    private static Path policy;
    private static Client owner;
    private static Client other;
    private static Client reader;
    private static Client revoked;

    @BeforeAll
    static void start(@TempDir Path root) throws IOException {
        policy = root.resolve("policy.yaml");
        Files.writeString(policy, POLICY);
        portal = PortalProcess.start(PortalFolder.with(root, "auth:\n  policy: policy.yaml\n"));
        portal.administrator().install(Plugins.rest("e2e-door", "1.0.0")).expect(201);
        Eventually.holds(
                "the company is there", PATIENCE, () -> portal.administrator().entities() > 100);
        owner = machine("owner", OWNER);
        other = machine("other", OTHER);
        reader = machine("reader", READER);
        revoked = machine("revoked", OWNER);
        portal.administrator().delete("/api/tokens/revoked").expect(204);
        owner.install(jar("e2e-own", "1.0.0", "group:default/booking")).expect(201);
    }

    private static Client machine(String name, String of) {
        String wish = "{\"name\":\"" + name + "\",\"owner\":\"" + of + "\"}";
        Answer made = portal.administrator()
                .post("/api/tokens", "application/json", PluginJar.bytes(wish))
                .expect(201);
        return portal.anyone()
                .with("Authorization", "Bearer " + made.json().path("token").asText());
    }

    private static byte[] jar(String id, String version, String group) {
        return PluginJar.of(id, version)
                .header("Callboard-Owner", group)
                .with("Words", """
                        @Component
                        @Path("/")
                        public final class Words implements RestResource {
                            @GET @Path("word") @Produces("text/plain") @RequiresPermission("%1$s.read")
                            public String word() { return "%2$s"; }
                        }
                        """.formatted(id, version))
                .with("Reading", """
                        @Component
                        public final class Reading implements PluginPermission {
                            @Override public String permission() { return "%s.read"; }
                            @Override public String description() { return "Reads words."; }
                        }
                        """.formatted(id))
                .build();
    }

    static List<Route> routes() {
        return Routes.all();
    }

    @ParameterizedTest
    @MethodSource("routes")
    @Order(1)
    void lettingInGoesByThePolicy(Route route) {
        boolean isOpen = route.path().startsWith("/health")
                || route.path().startsWith("/.backstage")
                || route.path().startsWith("/signin")
                || route.path().startsWith("/maven")
                || route.path().startsWith("/metrics");
        if (!isOpen) {
            assertEquals(401, route.ask(portal.anyone()).status());
            assertEquals(401, route.ask(revoked).status());
        }
        Map<Client, Set<String>> some = Map.of(owner, HELD_FOR_SOME, other, HELD_FOR_SOME, reader, Set.of());
        some.forEach((client, more) -> check(route, client, more));
        assertTrue(route.ask(portal.administrator()).status() < 500, "administrator");
    }

    private static void check(Route route, Client client, Set<String> some) {
        if (route.toString().equals("DELETE /api/session")) {
            return;
        }
        Answer answer = route.ask(client);
        boolean isFree = route.isOpenTo(HELD);
        boolean isForSome = !isFree
                && route.ways().stream()
                        .anyMatch(way -> way.stream().allMatch(name -> HELD.contains(name) || some.contains(name)));
        if (isFree) {
            boolean isLetIn = answer.status() != 403 || !answer.message().contains("permission");
            assertTrue(isLetIn && answer.status() < 500, answer::text);
        } else if (isForSome) {
            boolean isPlan =
                    route.path().endsWith("dryRun=true") && answer.text().contains("\"refuse\"");
            boolean isRefusal = answer.status() >= 400 && answer.status() < 500 && answer.status() != 401;
            assertTrue(isPlan || isRefusal, answer::text);
        } else {
            answer.expectError(403);
        }
    }

    @Test
    @Order(2)
    void aTeamDeploysAndSteersItsOwnPluginsAndNoOthers() {
        byte[] first = jar("e2e-team", "1.0.0", "group:default/booking");
        other.plan(first).expectError(403);
        assertTrue(other.install(first).expectError(403).message().contains("group:default/booking"));
        reader.install(first).expectError(403);
        owner.plan(first).expect(200);
        owner.install(first).expect(201);
        owner.install(jar("e2e-team", "1.1.0", "booking")).expect(200);

        for (String act : List.of("rollback", "disable", "enable")) {
            other.act("e2e-team", act).expectError(403);
        }
        for (String read : List.of("/logs", "/configuration", "/jar")) {
            other.get("/api/plugins/e2e-team" + read).expectError(403);
            owner.get("/api/plugins/e2e-team" + read).expect(200);
        }
        other.install(jar("e2e-team", "1.2.0", "group:default/booking"), "?preview=true")
                .expectError(403);
        other.install(jar("e2e-team", "1.2.0", "group:default/payments")).expectError(403);
        other.delete("/api/plugins/e2e-team").expectError(403);
        owner.act("e2e-team", "rollback").expect(200);
        owner.act("e2e-team", "disable").expect(200);
        owner.act("e2e-team", "enable").expect(200);
        assertEquals("1.0.0", owner.plugin("e2e-team", "version"));

        owner.act("e2e-door", "disable").expectError(403);
        owner.install(jar("e2e-nobody", "1.0.0", "")).expectError(403);
        owner.install(jar("e2e-ghost", "1.0.0", "group:default/no-such-group")).expectError(403);
    }

    /** Booking is part of ticketing. */
    @Test
    @Order(3)
    void whoIsInATeamIsInWhatItIsPartOf() {
        owner.install(jar("e2e-parent", "1.0.0", "group:default/ticketing")).expect(201);
        owner.delete("/api/plugins/e2e-parent").expect(204);
        other.act("e2e-parent", "release").expectError(403);
        owner.act("e2e-parent", "release").expect(204);
    }

    @Test
    @Order(4)
    void namesTheRuleThatDecides() {
        JsonNode why = owner.get("/api/permissions/explain?permission=plugin.manage&plugin=e2e-own")
                .expect(200)
                .json();
        assertTrue(why.path("allowed").asBoolean());
        assertEquals("policy.yaml", why.at("/rule/file").asText());
        assertEquals(14, why.at("/rule/line").asInt());
        assertEquals(
                "allow deployer to everyone where owner: mine",
                why.at("/rule/words").asText());

        String others = "/api/permissions/explain?permission=plugin.manage&plugin=e2e-own&caller=" + OTHER;
        owner.get(others).expectError(403);
        JsonNode denied = portal.administrator().get(others).expect(200).json();
        assertFalse(denied.path("allowed").asBoolean());
        assertTrue(denied.path("rule").isNull());

        assertEquals(
                "some",
                owner.get("/api/session").json().at("/caller/may/plugin.manage").asText());
        assertEquals(
                "all",
                owner.get("/api/permissions").json().at("/may/portal.use").asText());
        assertTrue(reader.get("/api/session")
                .json()
                .at("/caller/may/plugin.manage")
                .isMissingNode());
        assertEquals(
                "Reads words.",
                owner.get("/api/permissions")
                        .json()
                        .at("/declared/e2e-own.read/description")
                        .asText());
        owner.get("/api/permissions/explain?permission=plugin.manege").expectError(400);
    }

    @Test
    @Order(5)
    void tellsTheRulesInForceAndWhoMayByThem() {
        Client administrator = portal.administrator();
        JsonNode inForce =
                administrator.get("/api/permissions/policy").expect(200).json();
        assertEquals(POLICY, inForce.path("text").asText());
        assertEquals(14, inForce.at("/rules/1/line").asInt());
        assertEquals("mine", inForce.at("/rules/1/where/owner/0").asText());
        assertTrue(inForce.at("/rules/0/where").isNull());
        assertEquals("plugins", inForce.at("/permissions/plugin.manage/about").asText());

        JsonNode able = administrator
                .get("/api/permissions/who?permission=plugin.manage&plugin=e2e-own")
                .expect(200)
                .json();
        List<String> people = able.path("people").findValuesAsText("caller");
        assertTrue(people.contains(OWNER) && !people.contains(OTHER), people::toString);

        JsonNode all = administrator
                .get("/api/permissions/explain?caller=group:default/booking&plugin=e2e-own")
                .expect(200)
                .json();
        assertTrue(all.path("groups").toString().contains("group:default/ticketing"), all::toString);
        all.path("answers")
                .forEach(answer -> assertEquals(
                        answer.path("permission")
                                .asText()
                                .matches("plugin.(manage|inspect|read)|task.*|portal.use|catalog.entity.read"),
                        answer.path("allowed").asBoolean(),
                        answer::toString));
        JsonNode own = reader.get("/api/permissions/explain").expect(200).json();
        assertEquals(READER, own.path("caller").asText());
    }

    @Test
    @Order(6)
    void aPolicyCanBeTriedBeforeItCounts() throws IOException {
        Client administrator = portal.administrator();
        JsonNode wrong = tried(administrator, "rules:\n  - allow: plugin.manege\n    to: everyone\n");
        assertEquals(2, wrong.at("/problems/0/line").asInt());
        JsonNode good = tried(administrator, POLICY.replace("- plugin.manage\n", "- e2e-none.read\n"));
        assertEquals(0, good.path("problems").size());
        assertEquals("e2e-none.read", good.at("/unknown/0").asText());
        JsonNode difference = Stream.iterate(0, index -> index + 1)
                .limit(good.path("differences").size())
                .map(index -> good.path("differences").get(index))
                .filter(each -> each.path("caller").asText().equals(OWNER))
                .findFirst()
                .orElseThrow();
        assertEquals("plugin.manage", difference.path("permission").asText());
        assertEquals("some", difference.path("before").asText());
        assertEquals("none", difference.path("after").asText());
        assertEquals(POLICY, Files.readString(policy));
        owner.get("/api/plugins/e2e-own/jar").expect(200);
    }

    private static JsonNode tried(Client client, String text) {
        String body = "{\"policy\":\"" + text.replace("\"", "\\\"").replace("\n", "\\n") + "\"}";
        return client.post("/api/permissions/try", "application/json", PluginJar.bytes(body))
                .expect(200)
                .json();
    }

    @Test
    @Order(7)
    void aPluginHasNoPermissionInAnothersName() {
        byte[] thief = PluginJar.of("e2e-thief", "1.0.0").with("Stolen", """
                        @Component
                        public final class Stolen implements PluginPermission {
                            @Override public String permission() { return "e2e-own.read"; }
                            @Override public String description() { return "Is another's."; }
                        }
                        """).build();
        assertTrue(
                portal.administrator().install(thief).expectError(422).message().contains("e2e-own.read"));
        owner.get("/api/e2e-own/word").expectError(403);
    }

    @Test
    @Order(8)
    void whatIsChangedCountsAndAMistakeDoesNot() throws IOException {
        Client administrator = portal.administrator();
        Files.writeString(policy, POLICY.replace("allow: reader", "allow: readers"));
        Eventually.holds(
                "the mistake is recorded",
                PATIENCE,
                () -> administrator.get("/api/audit?act=policy.change").text().contains("REFUSED"));
        assertTrue(administrator.get("/metrics").text().contains("callboard_policy_problems 1"));
        assertEquals(
                12,
                administrator
                        .get("/api/permissions")
                        .json()
                        .at("/policy/problems/0/line")
                        .asInt());
        owner.get("/api/plugins/e2e-own/jar").expect(200);

        Files.writeString(
                policy,
                POLICY + "  - allow: e2e-own.read\n    to: group:default/booking\n"
                        + "  - deny: plugin.manage\n    to: user:default/ines.carvalho\n");
        Eventually.holds(
                "the change counts",
                PATIENCE,
                () -> owner.get("/api/plugins/e2e-own/jar").status() == 403);
        owner.get("/api/e2e-own/word").expect(200);
        other.get("/api/e2e-own/word").expectError(403);
        assertTrue(administrator.get("/metrics").text().contains("callboard_policy_problems 0"));
    }

    @Test
    @Order(9)
    void aPortalDoesNotStartWithAPolicyThatHasAMistake(@TempDir Path root) throws IOException {
        Files.writeString(root.resolve("policy.yaml"), "rules:\n  - alow: portal.use\n    to: everyone\n");
        PortalFolder folder = PortalFolder.with(root, "auth:\n  policy: policy.yaml\n");
        Distribution.Ended ended = Distribution.run(Map.of(), folder.start(0).toArray(String[]::new));
        String errors = ended.errors();
        assertEquals(3, ended.exitCode(), errors);
        assertTrue(errors.contains("policy.yaml:2:") && errors.contains("'alow' is not known"), errors);
    }
}
