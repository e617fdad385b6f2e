package org.callboard.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A plugin brings entities into the catalog that stand in no file. */
class ProviderJourney {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String ID = "e2e-teams";

    @TempDir
    private Path root;

    @AutoClose
    private PortalProcess portal;

    private Client client;

    @BeforeEach
    void start() {
        portal = PortalProcess.start(PortalFolder.in(root));
        client = portal.administrator();
    }

    private void restart() {
        portal.stop();
        portal = PortalProcess.start(new PortalFolder(root));
        client = portal.administrator();
    }

    /** {@return a plugin whose provider gives a group for each line of a file: its name, and its title} */
    private byte[] plugin(String version) {
        return PluginJar.of(ID, version)
                .with("Teams", """
                import java.net.URI;
                import java.nio.file.*;
                import java.time.*;
                import org.callboard.api.ingest.*;
                import org.callboard.api.task.*;
                @Component
                public final class Teams implements EntityProvider {
                    @Override public Schedule schedule() { return Schedule.every(Duration.ofHours(1)); }
                    @Override public void provide(Provision provision) throws Exception {
                        for (String line : Files.readAllLines(Paths.get("%s", "teams"))) {
                            String[] words = line.split(" ", 2);
                            if (words[0].equals("none")) {
                                provision.none();
                                return;
                            }
                            provision.add(group(words[0], words[1]), URI.create("https://teams.example.com/" + words[0]));
                        }
                    }
                    static Json.Obj group(String name, String title) {
                        Json.Builder group = Json.object();
                        group.put("apiVersion", "backstage.io/v1alpha1");
                        group.put("kind", "Group");
                        group.put("metadata", Json.object().put("name", name).put("title", title).build());
                        Json.Builder spec = Json.object().put("type", title.equals("bad") ? null : "team");
                        return group.put("spec", spec.put("children", Json.ofTexts(List.of())).build()).build();
                    }
                }
                """.formatted(root))
                .with("Hook", """
                import org.callboard.api.ingest.*;
                @Component
                @Path("/")
                public final class Hook implements RestResource {
                    private final Provided provided;
                    @Activate public Hook(@Reference Provided provided) { this.provided = provided; }
                    @POST @Path("put/{name}") @RequiresPermission("portal.use")
                    public void put(@PathParam("name") String name) { provided.put("teams", Teams.group(name, "heard of")); }
                    @POST @Path("remove/{name}") @RequiresPermission("portal.use")
                    public void remove(@PathParam("name") String name) {
                        provided.remove("teams", EntityRef.parse("group:default/" + name));
                    }
                }
                """)
                .build();
    }

    private void teams(String... lines) {
        PortalFolder.write(root.resolve("teams"), PluginJar.bytes(String.join("\n", lines)));
    }

    private Answer group(String name) {
        return client.get("/api/catalog/entities/by-name/group/default/" + name);
    }

    private String title(String name) {
        return group(name).json().at("/metadata/title").asText();
    }

    private void awaitTitle(String name, String title) {
        Eventually.holds(
                name + " with the title " + title, PATIENCE, () -> title(name).equals(title));
    }

    private void awaitGone(String name) {
        Eventually.holds("no " + name, PATIENCE, () -> group(name).status() == 404);
    }

    private JsonNode task() {
        for (JsonNode task : client.get("/api/tasks").expect(200).json()) {
            if (task.path("plugin").asText().equals(ID)) {
                return task;
            }
        }
        return MissingNode.getInstance();
    }

    /** Has the provider give all again. {@return how that went} */
    private String provide() {
        String before = task().at("/last/started").asText();
        client.send("POST", "/api/tasks/" + ID + "/provider:teams/run").expect(202);
        return Eventually.find(
                        "another run",
                        PATIENCE,
                        () -> Optional.of(task())
                                .filter(task ->
                                        !task.at("/last/started").asText().equals(before)))
                .at("/last/outcome")
                .asText();
    }

    @Test
    void itsEntitiesAppearChangeAndVanishAsItGivesThem() {
        teams("e2e-red Red", "e2e-blue Blue");
        client.install(plugin("1.0.0")).expect(201);
        awaitTitle("e2e-red", "Red");
        awaitTitle("e2e-blue", "Blue");
        JsonNode annotations = group("e2e-red").json().at("/metadata/annotations");
        assertEquals(
                "https://teams.example.com/e2e-red",
                annotations.path("backstage.io/view-url").asText());
        assertEquals(
                "provider:" + ID + "/teams",
                annotations.path("backstage.io/managed-by-origin-location").asText());
        String provenance = client.get("/api/catalog/entities/by-name/group/default/e2e-red/provenance")
                .expect(200)
                .text();
        assertTrue(provenance.contains("The provider e2e-teams/teams gave it"), provenance);

        teams("e2e-red Crimson", "e2e-green Green");
        assertEquals("DONE", provide());
        awaitTitle("e2e-red", "Crimson");
        awaitTitle("e2e-green", "Green");
        awaitGone("e2e-blue");

        client.send("POST", "/api/" + ID + "/put/e2e-white").expect(204);
        awaitTitle("e2e-white", "heard of");
        client.send("POST", "/api/" + ID + "/remove/e2e-green").expect(204);
        awaitGone("e2e-green");

        teams("none");
        assertEquals("DONE", provide());
        awaitGone("e2e-red");
        awaitGone("e2e-white");
    }

    @Test
    void whatItGaveLastStaysWhileItFailsAndWhileItsPluginIsReplacedOrOff() {
        teams("e2e-red Red", "e2e-blue Blue");
        client.install(plugin("1.0.0")).expect(201);
        awaitTitle("e2e-red", "Red");
        teams();
        assertEquals("FAILED", provide());
        teams("e2e-red");
        assertEquals("FAILED", provide());
        assertEquals("Red", title("e2e-red"));
        restart();
        assertEquals("Red", title("e2e-red"));
        client.install(plugin("2.0.0")).expect(200);
        Eventually.holds(
                "a run of the new revision",
                PATIENCE,
                () -> task().at("/last/outcome").asText().equals("FAILED"));
        assertEquals("Red", title("e2e-red"));
        client.act(ID, "disable").expect(200);
        assertEquals("Blue", title("e2e-blue"));
        // before the plugin serves again: its own first run counts as one, too
        teams("e2e-red Crimson");
        client.act(ID, "enable").expect(200);
        Eventually.holds("the task", PATIENCE, () -> !task().isEmpty());
        assertEquals("DONE", provide());
        awaitTitle("e2e-red", "Crimson");
        awaitGone("e2e-blue");
        client.delete("/api/plugins/" + ID).expect(204);
        awaitGone("e2e-red");
    }

    @Test
    void aBadEntityIsAProblemAndItsLastGoodVersionStays() {
        teams("e2e-red Red", "e2e-blue Blue");
        client.install(plugin("1.0.0")).expect(201);
        awaitTitle("e2e-red", "Red");
        teams("e2e-red bad");
        assertEquals("DONE", provide());
        awaitGone("e2e-blue");
        Eventually.holds(
                "the problem",
                PATIENCE,
                () -> group("e2e-red").json().at("/status/items/0").toString().contains("provider:" + ID + "/teams"));
        assertEquals("Red", title("e2e-red"));
    }
}
