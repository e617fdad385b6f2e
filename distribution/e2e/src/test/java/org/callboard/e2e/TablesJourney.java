package org.callboard.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A plugin keeps its data in tables of its own, whatever becomes of the plugin. */
class TablesJourney {

    private static final String BOOKS = "/api/" + TablePlugin.ID;

    private final Path root;

    @AutoClose
    private PortalProcess portal;

    private Client client;

    TablesJourney(@TempDir Path root) {
        this.root = root;
        start();
    }

    private void start() {
        portal = PortalProcess.start(PortalFolder.in(root.resolve("portal")));
        client = portal.administrator();
    }

    private String ask(String path) {
        return client.get(BOOKS + path).expect(200).text();
    }

    private static List<String> asks(Answer plan) {
        List<String> asks = new ArrayList<>();
        for (JsonNode need : plan.json().path("asks")) {
            asks.add(need.path("kind").asText() + ":" + need.path("name").asText());
        }
        asks.removeIf(need -> need.startsWith("permission:"));
        return asks;
    }

    @Test
    void itsTablesAreMadeGrowUnderLoadAndStayWhenItGoesBack() {
        byte[] first = TablePlugin.of("1.0.0", TablePlugin.FIRST);
        assertEquals(
                List.of("table:cost", "index:cost_team"),
                asks(client.plan(first).expect(200)));
        client.install(first).expect(201);
        assertEquals("[-1.25, 2.50] [1.25]", ask("/move"));
        byte[] second = TablePlugin.of("2.0.0", TablePlugin.FIRST, TablePlugin.SECOND);
        assertEquals(
                List.of("table:budget", "column:cost.note"),
                asks(client.plan(second).expect(200)));
        try (Load load = new Load(client).on(3, BOOKS + "/add?team=x").on(2, BOOKS + "/of?team=a")) {
            load.awaitAnswers();
            client.install(second).expect(200);
            load.awaitAnswers();
            client.act(TablePlugin.ID, "rollback").expect(200);
            load.awaitAnswers();
            load.stop();
            assertEquals(List.of(), load.failures());
            assertEquals("1.0.0", client.plugin(TablePlugin.ID, "version"));
        }
        assertEquals("2", ask("/of?team=a"));
        assertEquals(List.of(), asks(client.plan(second).expect(200)));
        client.install(second).expect(200);
        assertEquals("1", ask("/add?team=x"));
    }

    @Test
    void aRefusedMigrationLeavesEverything() {
        client.install(TablePlugin.of("1.0.0", TablePlugin.FIRST)).expect(201);
        ask("/add?team=x");
        byte[] dropping = TablePlugin.of("2.0.0", TablePlugin.FIRST, "alter table cost drop column seen;");
        JsonNode plan = client.plan(dropping).expect(200).json();
        assertEquals("refuse", plan.path("action").asText());
        assertTrue(
                plan.at("/diagnosis/cause")
                        .asText()
                        .startsWith("migrations/0002-step.sql, line 1, 'alter table cost drop column seen': "),
                plan::toString);
        assertEquals(
                plan.at("/diagnosis/summary").asText() + " "
                        + plan.at("/diagnosis/cause").asText(),
                client.install(dropping).expectError(422).message());
        byte[] changed = TablePlugin.of("2.0.0", TablePlugin.FIRST + "create table more (x bigint);");
        assertTrue(client.install(changed)
                .expectError(422)
                .message()
                .contains("migrations/0001-step.sql is not what was applied under this number"));
        assertEquals("1.0.0", client.plugin(TablePlugin.ID, "version"));
        assertEquals("1", ask("/of?team=x"));
    }

    @Test
    void itsDataStaysWhenItIsRemovedUntilAnOperatorDropsIt() {
        byte[] jar = TablePlugin.of("1.0.0", TablePlugin.FIRST);
        String tables = "/api/plugins/" + TablePlugin.ID + "/tables";
        client.install(jar).expect(201);
        ask("/add?team=x");
        client.delete(tables).expectError(409);
        client.act(TablePlugin.ID, "disable").expect(200);
        client.delete(tables).expectError(409);
        client.delete("/api/plugins/" + TablePlugin.ID).expect(204);
        client.install(jar).expect(201);
        assertEquals("1", ask("/of?team=x"));
        client.delete("/api/plugins/" + TablePlugin.ID).expect(204);
        client.act(TablePlugin.ID, "release").expectError(409);
        portal.anyone().delete(tables).expectError(401);
        Distribution.Ended dropped = Distribution.run(
                Map.of("CALLBOARD_TOKEN", portal.folder().token()),
                "plugin",
                "drop-tables",
                TablePlugin.ID,
                "--url",
                portal.address().toString());
        assertEquals(0, dropped.exitCode(), dropped::errors);
        assertEquals(
                "The tables of " + TablePlugin.ID + " are dropped.",
                dropped.out().strip());
        client.delete(tables).expectError(404);
        client.install(jar).expect(201);
        assertEquals("0", ask("/of?team=x"));
    }

    @Test
    void aPortalThatIsKilledWhileTablesAreMadeStartsWithThemAsTheyWere() {
        client.install(TablePlugin.of("1.0.0", TablePlugin.FIRST)).expect(201);
        ask("/add?team=x");
        StringBuilder many = new StringBuilder(TablePlugin.SECOND);
        for (int i = 0; i < 400; i++) {
            many.append("create table spare_%1$d (x bigint primary key);%n".formatted(i));
        }
        byte[] second = TablePlugin.of("2.0.0", TablePlugin.FIRST, many.toString());
        for (int kills = 0; kills < Repetitions.of(2, 20); kills++) {
            CompletableFuture<Void> install = CompletableFuture.runAsync(() -> client.install(second));
            for (int asked = 0; asked <= 5 * kills; asked++) {
                ask("/of?team=x");
            }
            portal.kill();
            install.exceptionally(cutOff -> null).join();
            start();
            assertEquals("1", ask("/of?team=x"));
        }
        if (client.plugin(TablePlugin.ID, "version").equals("1.0.0")) {
            client.install(second).expect(200);
        }
        assertEquals("1", ask("/add?team=x"));
        assertEquals("2", ask("/of?team=x"));
    }

    @Test
    void aBackupHoldsItsTables() {
        client.install(TablePlugin.of("1.0.0", TablePlugin.FIRST)).expect(201);
        client.install(TablePlugin.of("2.0.0", TablePlugin.FIRST, TablePlugin.SECOND))
                .expect(200);
        ask("/move");
        String before = ask("/all");
        Path file = root.resolve("backup.zip");
        Distribution.Ended backup = Distribution.run(
                Map.of("CALLBOARD_TOKEN", portal.folder().token()),
                "backup",
                file.toString(),
                "--url",
                portal.address().toString());
        assertEquals(0, backup.exitCode(), backup::errors);
        PortalFolder folder = PortalFolder.in(root.resolve("restored"));
        Distribution.Ended restored = Distribution.run(
                Map.of(),
                "restore",
                file.toString(),
                "--config",
                folder.config().toString());
        assertEquals(0, restored.exitCode(), restored::errors);
        portal.stop();
        portal = PortalProcess.start(folder);
        client = portal.administrator();
        assertEquals(before, ask("/all"));
        assertEquals("1", ask("/add?team=y"));
        client.act(TablePlugin.ID, "rollback").expect(200);
        assertEquals("1", ask("/of?team=y"));
    }

    @Test
    void aStatementWithoutEndCostsNobodyElseAnything() {
        client.install(TablePlugin.of("1.0.0", TablePlugin.FIRST)).expect(201);
        List<CompletableFuture<Answer>> endless = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            endless.add(client.getLater(BOOKS + "/slow"));
        }
        client.get("/api/catalog/entities/by-query?limit=1").expect(200);
        client.get("/health/ready").expect(200);
        for (CompletableFuture<Answer> answer : endless) {
            String message = answer.join().expectError(503).message();
            assertTrue(message.contains("was rolled back: it took longer than 10 s"), message);
        }
        assertEquals("1", ask("/add?team=x"));
        String log = client.get("/api/plugins/" + TablePlugin.ID + "/logs")
                .expect(200)
                .text();
        assertTrue(log.contains("it was at: select count(*) from system_range"), log);
    }
}
