package org.callboard.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An operator wants to know who did what, and whether they can believe it. */
class AuditJourney {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String LINES = "application/x-ndjson";
    private static final byte[] NOTHING = new byte[0];

    /** What the hash of a row is of, in order. */
    private static final List<String> HASHED =
            List.of("number", "at", "caller", "through", "plugin", "act", "subject", "outcome", "detail", "request");

    private final Path root;

    AuditJourney(@TempDir Path root) {
        this.root = root;
    }

    private static JsonNode one(Client client, String query) {
        JsonNode items = client.get("/api/audit?" + query).expect(200).json().path("items");
        assertEquals(1, items.size(), () -> query + " finds " + items);
        return items.get(0);
    }

    private static void assertOne(Client client, String query, String caller, String through, String outcome) {
        JsonNode row = one(client, query);
        assertEquals(caller, row.path("caller").asText(), row::toString);
        assertEquals(through, row.path("through").asText(), row::toString);
        assertEquals(outcome, row.path("outcome").asText(), row::toString);
    }

    private static Distribution.Ended run(PortalProcess portal, String... words) {
        List<String> line = new ArrayList<>(List.of("audit"));
        line.addAll(List.of(words));
        line.addAll(List.of("--url", portal.address().toString()));
        return Distribution.run(Map.of("CALLBOARD_TOKEN", portal.folder().token()), line.toArray(String[]::new));
    }

    @Test
    void tellsWhoDidWhatThroughWhatAndByWhosePlugin() {
        try (PortalProcess portal = PortalProcess.start(PortalFolder.in(root))) {
            Client admin = portal.administrator();
            String me = "user:default/admin";
            Client session = signedIn(portal);
            session.get("/signin?code=guessed").expect(401);
            assertOne(admin, "act=session.link", me, "token", "DONE");
            assertOne(admin, "act=session.create&outcome=DONE", me, "sign-in link", "DONE");
            assertOne(admin, "act=session.create&outcome=REFUSED", "nobody", "sign-in link", "REFUSED");
            admin.install(Plugins.rest("e2e-told", "1.0.0")).expect(201);
            admin.install(PluginJar.bytes("no jar")).expectError(422);
            session.delete("/api/plugins/e2e-told").expect(204);
            assertOne(admin, "act=plugin.install&subject=e2e-told*", me, "token", "DONE");
            assertTrue(one(admin, "subject=e2e-told*&act=plugin.install")
                    .path("plugin")
                    .isNull());
            assertOne(admin, "act=plugin.install&caller=" + me + "&outcome=REFUSED", me, "token", "REFUSED");
            assertOne(admin, "act=plugin.remove", me, "session", "DONE");
            PortalFolder.write(portal.folder().inbox().resolve("a.jar"), Plugins.rest("e2e-dropped", "1.0.0"));
            Eventually.holds(
                    "the act of the inbox",
                    PATIENCE,
                    () -> admin.get("/api/audit?subject=e2e-dropped*").text().contains("plugin.install"));
            assertOne(admin, "subject=e2e-dropped*", "portal:default/portal", "inbox", "DONE");
            portal.filled();
            admin.post(
                            "/api/catalog/refresh",
                            "application/json",
                            PluginJar.bytes("{\"entityRef\":\"component:default/booking-service\"}"))
                    .expect(200);
            JsonNode refresh = one(admin, "act=catalog.entity.refresh");
            assertEquals("catalog-api", refresh.path("plugin").asText());
            assertEquals(
                    "component:default/booking-service", refresh.path("subject").asText());
            session.delete("/api/session").expect(204);
            assertOne(admin, "act=session.end", me, "session", "DONE");
            Distribution.Ended login = Distribution.run(
                    Map.of("CALLBOARD_TOKEN", portal.folder().token()),
                    "login",
                    "--url",
                    portal.address().toString());
            assertEquals(0, login.exitCode(), login::errors);
            JsonNode newest = admin.get("/api/audit?act=session.link&limit=1").json();
            assertEquals("command line", newest.at("/items/0/through").asText(), newest::toString);
            assertTrue(admin.get("/api/audit/verify").json().path("intact").asBoolean());
        }
    }

    @Test
    void nobodyTakesRowsAwayOrPutsLinesIn() {
        try (PortalProcess portal = PortalProcess.start(PortalFolder.in(root))) {
            Client admin = portal.administrator();
            admin.post("/api/session/links", "application/json", NOTHING).expect(201);
            long number = one(admin, "act=session.link").path("number").asLong();
            for (String method : List.of("DELETE", "PUT", "PATCH", "POST")) {
                for (String path : List.of("/api/audit", "/api/audit/" + number, "/api/audit/verify")) {
                    int status = admin.send(method, path).status();
                    assertTrue(status == 404 || status == 405, () -> method + " " + path + ": " + status);
                }
            }
            Client reader = portal.anyone()
                    .with(
                            "Authorization",
                            "Bearer "
                                    + admin.post(
                                                    "/api/tokens",
                                                    "application/json",
                                                    PluginJar.bytes(
                                                            "{\"name\":\"reader\",\"permissions\":[\"portal.use\"]}"))
                                            .expect(201)
                                            .json()
                                            .path("token")
                                            .asText());
            String row = "%22%7D%7B%22number%22%3A1%2C%22act%22%3A%22session.link%22%7D";
            reader.get("/api/audit/" + row).expectError(403);
            reader.get("/api/audit/%0A" + row).expectError(400);
            String lines = admin.get("/api/audit?format=ndjson&act=access.deny")
                    .expect(200)
                    .text();
            assertEquals(1, lines.lines().count(), lines);
            assertEquals(number, one(admin, "act=session.link").path("number").asLong());
            assertTrue(admin.get("/api/audit/verify").json().path("intact").asBoolean());
        }
    }

    /** {@return a browser that is signed in and proves that its own page sends its requests} */
    private static Client signedIn(PortalProcess portal) {
        Client cookie = cookie(portal);
        return cookie.with(
                "X-Callboard-CSRF",
                cookie.get("/api/session").expect(200).json().path("csrf").asText());
    }

    private static Client cookie(PortalProcess portal) {
        Answer link = portal.administrator()
                .post("/api/session/links", "application/json", NOTHING)
                .expect(201);
        Answer answer = portal.anyone().get(link.json().path("path").asText()).expect(303);
        return portal.anyone().with("Cookie", answer.header("Set-Cookie").split(";", 2)[0]);
    }

    @Test
    void tellsDenialsOnceAndCountsTheRest() {
        PortalFolder folder = PortalFolder.in(root);
        try (PortalProcess portal = PortalProcess.start(folder)) {
            Client forged = cookie(portal);
            for (int i = 0; i < 20; i++) {
                forged.delete("/api/plugins/any-" + i).expectError(403);
                portal.anyone().delete("/api/plugins/any-" + i).expectError(401);
            }
            JsonNode denied = one(portal.administrator(), "act=access.deny");
            assertEquals("DELETE /api/plugins/any-0", denied.path("subject").asText());
            assertEquals("user:default/admin", denied.path("caller").asText());
            portal.stop();
        }
        try (PortalProcess portal = PortalProcess.start(folder)) {
            JsonNode all = portal.administrator()
                    .get("/api/audit?act=access.deny")
                    .expect(200)
                    .json()
                    .path("items");
            assertEquals(2, all.size(), all::toString);
            assertTrue(all.get(0).path("detail").asText().contains("(19 times more within 60 s)"), all::toString);
        }
    }

    @Test
    void turnsPagesRefusesWhatItCantReadAndIsForThoseWhoMay() {
        try (PortalProcess portal = PortalProcess.start(PortalFolder.in(root))) {
            Client admin = portal.administrator();
            for (int i = 0; i < 5; i++) {
                admin.post("/api/session/links", "application/json", NOTHING).expect(201);
            }
            List<Long> numbers = new ArrayList<>();
            String cursor = "";
            do {
                JsonNode page = admin.get("/api/audit?act=session.link&limit=2" + cursor)
                        .expect(200)
                        .json();
                assertTrue(page.path("items").size() <= 2);
                page.path("items").forEach(row -> numbers.add(row.path("number").asLong()));
                cursor = page.path("nextCursor").isNull()
                        ? ""
                        : "&cursor=" + page.path("nextCursor").asText();
            } while (!cursor.isEmpty());
            assertEquals(5, numbers.size());
            assertEquals(numbers.stream().sorted((a, b) -> Long.compare(b, a)).toList(), numbers);
            for (String bad :
                    List.of("limit=0", "limit=501", "limit=x", "cursor=x", "from=yesterday", "to=2026-13-01")) {
                admin.get("/api/audit?" + bad).expectError(400);
            }
            admin.get("/api/audit/verify?head=1").expectError(400);
            admin.get("/api/audit/nothing").expectError(404);
            admin.delete("/api/audit").expectError(405);
            portal.anyone().get("/api/audit").expectError(401);
            portal.anyone().get("/api/audit/verify").expectError(401);
            portal.anyone().with("Accept", LINES).get("/api/audit").expectError(401);
        }
    }

    @Test
    void exportsLinesWhoseHashesAnybodyCanCompute() throws IOException {
        try (PortalProcess portal = PortalProcess.start(PortalFolder.in(root))) {
            Client admin = portal.administrator();
            admin.install(Plugins.rest("e2e-exported", "1.0.0")).expect(201);
            Answer exported = admin.with("Accept", LINES).get("/api/audit").expect(200);
            assertTrue(exported.header("Content-Type").startsWith(LINES), exported.header("Content-Type"));
            String last = "0".repeat(64);
            for (String line : exported.text().lines().toList()) {
                JsonNode row = new ObjectMapper().readTree(line);
                last = hash(last, row);
                assertEquals(last, row.path("hash").asText(), line);
            }
            Distribution.Ended command = run(portal, "export", "--subject", "e2e-exported*");
            assertEquals(0, command.exitCode(), command::errors);
            assertEquals(1, command.out().lines().count(), command::out);
            JsonNode row = new ObjectMapper().readTree(command.out());
            assertEquals("plugin.install", row.path("act").asText());
            String list = run(portal, "list", "--act", "plugin.install", "--text", "EXPORTED")
                    .out();
            assertTrue(list.contains("e2e-exported 1.0.0"), list);
            assertEquals(2, run(portal, "list", "--nothing").exitCode());
            assertEquals(7, run(portal, "list", "--from", "yesterday").exitCode());
        }
    }

    private static String hash(String before, JsonNode row) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(written(before));
            for (String field : HASHED) {
                JsonNode value = row.path(field);
                digest.update(value.isNull() ? new byte[] {'-', ','} : written(value.asText()));
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static byte[] written(String field) {
        int length = field.getBytes(StandardCharsets.UTF_8).length;
        return (length + ":" + field + ",").getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void namesTheRowThatSomebodyChangedBehindThePortalsBack() {
        PortalFolder folder = PortalFolder.in(root);
        String head;
        long changed;
        try (PortalProcess portal = PortalProcess.start(folder)) {
            portal.administrator().install(Plugins.rest("e2e-hidden", "1.0.0")).expect(201);
            changed = one(portal.administrator(), "subject=e2e-hidden*")
                    .path("number")
                    .asLong();
            Distribution.Ended whole = run(portal, "verify");
            assertEquals(0, whole.exitCode(), whole::errors);
            assertTrue(whole.out().startsWith("The audit log is as it was written: "), whole.out());
            head = whole.out().lines().skip(1).findFirst().orElse("").substring("head ".length());
            assertEquals(0, run(portal, "verify", "--head", head).exitCode());
            portal.stop();
        }
        new StoppedDatabase(folder)
                .run("update audit set caller = 'user:default/somebody-else' where number = " + changed);
        try (PortalProcess portal = PortalProcess.start(folder)) {
            Distribution.Ended broken = run(portal, "verify", "--head", head);
            assertEquals(10, broken.exitCode(), broken::errors);
            assertTrue(
                    broken.out()
                            .startsWith("The audit log is not as it was written. Row " + changed
                                    + " is not as it was written.\n"),
                    broken.out());
            JsonNode found =
                    portal.administrator().get("/api/audit/verify").expect(200).json();
            assertFalse(found.path("intact").asBoolean());
            assertEquals(changed, found.at("/broken/number").asLong());
            assertEquals("CHANGED", found.at("/broken/kind").asText());
        }
    }
}
