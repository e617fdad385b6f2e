package org.callboard.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a plugin has to read is found by those who may read what it is about, for as long as the plugin is there. */
class SearchJourney {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String ID = "e2e-runbooks";
    private static final String IMPORTS = """
            import java.util.stream.Stream;
            import org.callboard.api.search.*;
            """;
    private static final String POLICY = """
            rules:
              - allow: portal.use
                to: everyone
              - allow: catalog.entity.read
                to: everyone
                where:
                  owner: mine
            """;

    @AutoClose
    private static PortalProcess portal;

    private static Client administrator;

    @BeforeAll
    static void start(@TempDir Path root) throws IOException {
        Files.writeString(root.resolve("policy.yaml"), POLICY);
        portal = PortalProcess.start(PortalFolder.with(root, "auth:\n  policy: policy.yaml\n"));
        administrator = portal.filled();
    }

    private static byte[] runbooks(String version, String night) {
        String source = TablePlugin.source("plugins/Runbooks.java").replace("At night", night);
        return PluginJar.of(ID, version).with("Runbooks", IMPORTS + source).build();
    }

    private static Client machineOf(String person) {
        String wish = "{\"name\":\"of-" + person.replaceAll(".*/", "") + "\",\"owner\":\"" + person + "\"}";
        Answer made = administrator
                .post("/api/tokens", "application/json", PluginJar.bytes(wish))
                .expect(201);
        return portal.anyone()
                .with("Authorization", "Bearer " + made.json().path("token").asText());
    }

    /** {@return what a plugin has of the words; the portal's own documentation has the same} */
    private static List<JsonNode> hits(Client client, String plugin, String words) {
        String query = URLEncoder.encode(words, StandardCharsets.UTF_8);
        List<JsonNode> hits = new ArrayList<>();
        client.get("/api/web-shell/search?q=" + query)
                .expect(200)
                .json()
                .path("hits")
                .forEach(hit -> {
                    if (hit.path("plugin").asText().equals(plugin)) {
                        hits.add(hit);
                    }
                });
        return hits;
    }

    private static List<JsonNode> runbooks(Client client, String words) {
        return hits(client, ID, words);
    }

    private static void awaitFound(String plugin, String words) {
        Eventually.holds(
                "something found by '" + words + "'",
                PATIENCE,
                () -> !hits(administrator, plugin, words).isEmpty());
    }

    @Test
    void findsWhatServesForWhomItIs() {
        administrator.install(runbooks("1.0.0", "At night")).expect(201);
        awaitFound(ID, "turnstyle queue");
        JsonNode hit = runbooks(administrator, "turnstyle queue").get(0);
        assertEquals("/e2e-runbooks/booking#queue", hit.path("address").asText());
        assertEquals(InstalledPlugins.SERVICE, hit.path("entity").asText());
        assertEquals(
                "turnstile",
                hit.path("text")
                        .asText()
                        .substring(
                                hit.at("/marks/0/start").asInt(),
                                hit.at("/marks/0/end").asInt()));
        assertEquals(
                1,
                runbooks(machineOf("user:default/ines.carvalho"), "turnstile").size());
        assertEquals(
                0,
                runbooks(machineOf("user:default/hanna.virtanen"), "turnstile").size());

        administrator.install(runbooks("2.0.0", "At midnight")).expect(200);
        awaitFound(ID, "midnight");
        assertEquals(List.of(), runbooks(administrator, "At night"));

        administrator.delete("/api/plugins/" + ID).expect(204);
        assertEquals(0, runbooks(administrator, "turnstile").size());
    }

    @Test
    void documentationIsThereAndFindsItsSite() {
        awaitFound("docs", "no way back from cancelled");
        JsonNode inSite = administrator
                .get("/api/docs/default/system/booking-engine/search?q=cancelled")
                .expect(200)
                .json()
                .path("hits");
        assertEquals("states", inSite.path(0).path("page").asText());
        assertEquals(
                0,
                administrator
                        .get("/api/docs/default/system/admission-control/search?q=outbox")
                        .expect(200)
                        .json()
                        .path("hits")
                        .size());
    }
}
