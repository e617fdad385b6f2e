package org.callboard.plugin.catalogapi;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import org.callboard.api.catalog.Provenance;
import org.callboard.api.model.EntityRef;
import org.callboard.api.model.Json;
import org.callboard.testkit.MemoryCatalog;
import org.callboard.testkit.TestJson;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AncestryTest {

    private static final String ENTITIES = "/api/catalog/entities";

    private final TestJson json = new TestJson();
    private final MemoryCatalog catalog = new MemoryCatalog(json);
    private final MemoryIngest ingest = new MemoryIngest(catalog);
    private CatalogServer server;

    @BeforeEach
    void start() throws Exception {
        server = new CatalogServer(catalog, new MemoryLocations(catalog), ingest);
    }

    @AfterEach
    void stop() throws Exception {
        server.stop();
    }

    @Test
    void listsEachAncestorOnceNearestFirst() throws Exception {
        List.of("top", "left", "right").forEach(name -> put("Location", name));
        put("Component", "c");
        ingest.explain("component:c", "location:left", "location:right", "location:gone");
        ingest.explain("location:left", "location:top");
        ingest.explain("location:right", "location:top", "location:left");
        ingest.explain("location:top");
        Json.Obj ancestry = get(ENTITIES + "/by-name/component/default/C/ancestry");
        assertEquals("component:default/c", ancestry.text("rootEntityRef").orElseThrow());
        assertEquals(
                List.of(
                        "c [location:default/left, location:default/right]",
                        "left [location:default/top]",
                        "right [location:default/top, location:default/left]",
                        "top []"),
                ancestry.array("items").items().stream()
                        .map(Json.Obj.class::cast)
                        .map(item -> item.text("entity", "metadata", "name").orElseThrow() + " "
                                + item.array("parentEntityRefs").texts())
                        .toList());
    }

    @Test
    void endsAncestryWhereItGoesRound() throws Exception {
        put("Location", "a");
        ingest.explain("location:a", "location:a");
        assertEquals(
                1,
                get(ENTITIES + "/by-name/location/default/a/ancestry")
                        .array("items")
                        .items()
                        .size());
    }

    @Test
    void tellsWhereAnEntityComesFromAndHowFreshItIs() throws Exception {
        ingest.explain(new Provenance(
                EntityRef.parse("component:c"),
                "url:https://a.example/b.yaml",
                "url:https://a.example/all.yaml",
                List.of(EntityRef.parse("location:all")),
                Instant.parse("2026-01-02T03:04:05Z"),
                Instant.parse("2026-01-01T00:00:00Z"),
                null,
                "It is read again when it changes."));
        assertEquals(
                "{\"entityRef\":\"component:default/c\",\"location\":\"url:https://a.example/b.yaml\","
                        + "\"origin\":\"url:https://a.example/all.yaml\",\"parents\":[\"location:default/all\"],"
                        + "\"read\":\"2026-01-02T03:04:05Z\",\"changed\":\"2026-01-01T00:00:00Z\",\"next\":null,"
                        + "\"explanation\":\"It is read again when it changes.\"}",
                json.toText(get(ENTITIES + "/by-name/component/default/c/provenance")));
        assertEquals(
                404,
                server.get(ENTITIES + "/by-name/component/default/d/provenance").statusCode());
    }

    private void put(String kind, String name) {
        catalog.put(document(kind, name));
    }

    private static Json.Obj document(String kind, String name) {
        Json.Obj metadata =
                Json.object().put("name", name).put("uid", "uid-" + name).build();
        return Json.object().put("kind", kind).put("metadata", metadata).build();
    }

    private Json.Obj get(String path) throws Exception {
        return (Json.Obj) json.readText(server.get(path).body());
    }
}
