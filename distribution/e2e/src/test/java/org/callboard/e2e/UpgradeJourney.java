package org.callboard.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A plugin is replaced again and again while others work with it. */
class UpgradeJourney {

    private static final String ID = "e2e-busy";

    @AutoClose
    private static PortalProcess portal;

    private static Client client;

    @BeforeAll
    static void start(@TempDir Path root) {
        portal = PortalProcess.start(PortalFolder.in(root));
        client = portal.filled();
    }

    @Test
    void losesNoRequestWhileItsPluginIsReplaced() {
        int upgrades = Repetitions.of(5, 100);
        List<byte[]> jars = new ArrayList<>();
        for (int version = 0; version <= upgrades; version++) {
            jars.add(Plugins.rest(ID, version + 1 + ".0.0"));
        }
        client.install(jars.get(0)).expect(201);
        client.install(Plugins.card("e2e-neighbour", "1.0.0", "unmoved")).expect(201);
        InstalledPlugins others = InstalledPlugins.of(client).without(ID);
        try (Load load = new Load(client)
                .on(3, "/api/" + ID + "/word")
                .on(2, "/api/" + ID + "/slow")
                .on(3, "/api/catalog/entities/by-query?filter=kind=component&limit=20")) {
            load.awaitAnswers();
            for (int version = 1; version <= upgrades; version++) {
                client.install(jars.get(version)).expect(200);
                String now = client.get("/api/" + ID + "/word").expect(200).text();
                assertEquals(version + 1 + ".0.0", now, "what answers right after the upgrade");
                load.awaitAnswers();
            }
            load.stop();
            System.out.println(load.answers() + " requests during " + upgrades + " upgrades, failed: "
                    + load.failures().size());
            assertEquals(List.of(), load.failures());
            assertTrue(load.overtaken() > 0, "No slow request was under way during an upgrade.");
        }
        assertEquals(others, InstalledPlugins.of(client).without(ID));
    }

    /** A page reads which module draws a card, and then the module: there must be no moment at which that fails. */
    @Test
    void servesTheModuleOfEveryCardThatItNames() {
        String untouched = "e2e-untouched";
        client.install(Plugins.element(untouched, "1.0.0", "export default () => {};"))
                .expect(201);
        String module = module(untouched);
        client.install(Plugins.element("e2e-drawn", "1.0.0", "export default () => {};"))
                .expect(201);
        try (Load load = new Load(client).on(4, "the module", () -> client.get(module("e2e-drawn")))) {
            for (int version = 2; version <= Repetitions.of(10, 150); version++) {
                client.install(Plugins.element("e2e-drawn", version + ".0.0", "export default () => " + version + ";"))
                        .expect(200);
            }
            load.stop();
            assertEquals(List.of(), load.failures());
        }
        client.get(module).expect(200);
    }

    private static String module(String plugin) {
        return InstalledPlugins.card(client, plugin)
                .orElseThrow(() -> new IllegalStateException("There is no card of " + plugin + "."))
                .path("module")
                .asText();
    }

    @Test
    void losesNoRequestWhileTheCatalogApiItselfIsReplacedByTheSameJar() {
        byte[] jar = shipped("catalog-api.jar");
        try (Load load = new Load(client).on(4, "/api/catalog/entities?limit=1")) {
            load.awaitAnswers();
            client.install(JarSurgery.withHeader(jar, "Bundle-Version", "99.0.0"))
                    .expect(200);
            load.awaitAnswers();
            load.stop();
            assertEquals(List.of(), load.failures());
        }
        assertEquals(
                "99.0.0",
                client.get("/api/plugins/catalog-api").json().path("version").asText());
        client.get("/health/ready").expect(200);
    }

    private static byte[] shipped(String name) {
        return PortalFolder.readBytes(
                Distribution.home().resolve("system/plugins").resolve(name));
    }
}
