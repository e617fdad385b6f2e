package org.callboard.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The example that has what plugins usually have, as it ships. */
class CostJourney {

    private static final String IMPORTS = """
            import java.math.BigDecimal;
            import java.time.LocalDate;
            import java.util.List;
            import org.callboard.plugin.examplecost.api.*;
            """;

    @AutoClose
    private static PortalProcess portal;

    private static Client client;

    @BeforeAll
    static void start(@TempDir Path root) {
        portal = PortalProcess.start(PortalFolder.in(root));
        client = portal.filled();
        client.install(PortalFolder.readBytes(PortalFolder.shipped("example-cost")))
                .expect(201);
        Eventually.holds("the first figures", Duration.ofSeconds(30), CostJourney::hasFigures);
    }

    @Test
    void itsTableTurnsItsPagesOnTheServer() {
        JsonNode first = table("");
        JsonNode second = table("&table." + first.path("id").asText() + "=20,20,,ascending");
        assertTrue(first.path("total").asInt() > 20, first::toString);
        assertEquals(20, first.path("rows").size());
        assertTrue(!first.path("rows").equals(second.path("rows")), "the second page is the first");
    }

    @Test
    void aBudgetIsKept() {
        String service = table("").path("rows").path(0).path(0).path("v").asText();
        assertTrue(service.startsWith("/example-cost/"), service);
        assertTrue(set(service, "none").path("faults").size() > 0, "a budget that is no number");
        assertEquals("ok", set(service, "12000").path("status").asText());
        String shown = new ShownPage(client, service).json().toString();
        assertTrue(shown.contains("12000"), shown);
    }

    /** {@return the jar of a plugin that uses the example's API} */
    static byte[] bills() {
        return PluginJar.of("cloud-bill", "1.0.0")
                .against(PortalFolder.shipped("example-cost"))
                .with("Bills", IMPORTS + TablePlugin.source("plugins/Bills.java"))
                .build();
    }

    @Test
    void anotherPluginBringsTheCosts() {
        byte[] bills = bills();
        JsonNode added = client.plan(bills).expect(200).json().path("adds");
        assertEquals("example-cost.source", added.path(0).path("point").asText(), added::toString);
        client.install(bills).expect(201);
        assertEquals(
                added.path(0).path("id"),
                client.get("/api/plugins/cloud-bill")
                        .json()
                        .path("contributes")
                        .path(0)
                        .path("id"));
        client.post("/api/tasks/example-cost/daily-costs/run", "application/json", new byte[0]);
        Eventually.holds(
                "the costs of the bill",
                Duration.ofSeconds(30),
                () -> table("").toString().contains("1250.75"));
        client.act("example-cost", "disable").expect(200);
        Eventually.holds(
                "it waits",
                Duration.ofSeconds(30),
                () -> client.plugin("cloud-bill", "state").equals("UNRESOLVED"));
        client.act("example-cost", "enable").expect(200);
        Eventually.holds(
                "it is back",
                Duration.ofSeconds(30),
                () -> client.plugin("cloud-bill", "state").equals("ACTIVE"));
        client.delete("/api/plugins/cloud-bill").expect(204);
    }

    private static JsonNode set(String service, String amount) {
        ShownPage page = new ShownPage(client, service);
        JsonNode form = page.block("form");
        return page.press(
                form.path("id").asText(),
                Map.of(form.path("inputs").path(0).path("name").asText(), amount));
    }

    private static boolean hasFigures() {
        return table("").path("total").asInt() > 0;
    }

    private static JsonNode table(String more) {
        return new ShownPage(client, "/example-cost" + more).block("table");
    }
}
