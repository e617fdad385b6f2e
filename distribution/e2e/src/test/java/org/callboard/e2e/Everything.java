package org.callboard.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Set;

/** Uses what the plugin with an extension at every point adds to a portal. */
record Everything(Client client) {

    private static final String ID = EverythingPlugin.ID;
    private static final String ENTITIES = "/api/web-shell/entities";
    private static final String GADGET = "/api/catalog/entities/by-name/gadget/default/e2e-gadget";
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    void use() {
        assertEquals("rest", client.get("/api/" + ID + "/rest").expect(200).text());
        assertEquals("raw", client.get("/api/" + ID + "/raw").expect(200).text());
        assertEquals("page", firstText("/api/web-shell/pages/at?path=/" + ID));
        assertEquals("home", firstText("/api/web-shell/home/" + ID + "/welcome"));
        String entity = "?entity=" + InstalledPlugins.SERVICE;
        assertEquals("tab", firstText("/api/web-shell/tabs/" + ID + "/corner" + entity));
        assertEquals("Hello true", firstText("/api/web-shell/cards/" + ID + "/face" + entity));
        Eventually.holds(
                "the provided entity", PATIENCE, () -> client.get(GADGET).status() == 200);
        Eventually.holds("a run of the task", PATIENCE, this::taskHasRun);
    }

    /** Uses what the first API did not have. */
    void useColumns() {
        String cells = "{\"entities\":[\"" + InstalledPlugins.SERVICE + "\"]}";
        assertEquals(
                1,
                client.post(ENTITIES + "/columns/" + ID + "/length", "application/json", PluginJar.bytes(cells))
                        .expect(200)
                        .json()
                        .at("/values/0/v")
                        .asInt());
        assertEquals(
                "metadata.namespace",
                client.get(ENTITIES)
                        .expect(200)
                        .json()
                        .at("/facets")
                        .findPath("path")
                        .asText());
    }

    private String firstText(String path) {
        return client.get(path)
                .expect(200)
                .json()
                .path("model")
                .path("blocks")
                .path(0)
                .path("text")
                .asText();
    }

    private boolean taskHasRun() {
        for (JsonNode task : client.get("/api/tasks").expect(200).json()) {
            if (task.path("plugin").asText().equals(ID)
                    && task.path("id").asText().equals("chore")) {
                return task.path("last").path("outcome").asText().equals("DONE");
            }
        }
        return false;
    }

    void expectNothing() {
        client.get("/api/" + ID + "/rest").expect(404);
        client.get("/api/web-shell/pages/at?path=/" + ID).expect(404);
        for (String list :
                Set.of("/api/web-shell/pages", "/api/web-shell/home", ENTITIES, "/api/tasks", "/api/plugins")) {
            String answer = client.get(list).expect(200).text();
            assertTrue(!answer.contains(ID), () -> list + " has " + answer);
        }
        Eventually.holds(
                "the provided entity to go", PATIENCE, () -> client.get(GADGET).status() == 404);
    }
}
