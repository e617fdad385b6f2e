package org.callboard.plugin.catalogapi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.util.List;
import org.callboard.api.model.Json;
import org.callboard.testkit.MemoryCatalog;
import org.callboard.testkit.TestJson;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ConditionalRequestTest {

    private static final String ENTITIES = "/api/catalog/entities";

    private final MemoryCatalog catalog = new MemoryCatalog(new TestJson());
    private CatalogServer server;

    @BeforeEach
    void start() throws Exception {
        server = new CatalogServer(catalog, new MemoryLocations(catalog), new MemoryIngest(catalog));
    }

    @AfterEach
    void stop() throws Exception {
        server.stop();
    }

    @Test
    void answers304ToWhoHasTheAnswerAlready() throws Exception {
        put("Component", "c");
        for (String path : List.of(
                "/entities/by-name/component/default/c",
                "/entities/by-uid/uid-c",
                "/entities?limit=1",
                "/entities/by-query?fields=kind",
                "/entity-facets?facet=kind",
                "/locations")) {
            HttpResponse<String> first = server.get("/api/catalog" + path);
            String tag = first.headers().firstValue("etag").orElseThrow();
            for (String known : List.of(tag, "\"other\", " + tag, tag.substring(2), "*")) {
                for (String method : List.of("GET", "HEAD")) {
                    HttpResponse<String> again =
                            server.send(method, "/api/catalog" + path, null, "If-None-Match", known);
                    assertEquals(304, again.statusCode(), path);
                    assertEquals("", again.body());
                    assertTrue(again.headers().firstValue("content-length").isEmpty());
                    assertEquals(tag, again.headers().firstValue("etag").orElseThrow());
                    assertEquals(
                            "private, no-cache",
                            again.headers().firstValue("cache-control").orElseThrow());
                }
            }
        }
    }

    @Test
    void sendsWhatIsTooLargeToBeHeldWithoutATag() throws Exception {
        for (int i = 0; i < 20; i++) {
            Json.Obj spec = Json.object().put("definition", "x".repeat(40_000)).build();
            catalog.put(document("API", "a" + i).with("spec", spec));
        }
        HttpResponse<String> whole = server.send("GET", ENTITIES, null, "If-None-Match", "*");
        assertEquals(200, whole.statusCode());
        assertTrue(whole.body().length() > 800_000);
        assertTrue(whole.headers().firstValue("etag").isEmpty());
    }

    @Test
    void tagsNeitherFailuresNorAnswersToPost() throws Exception {
        put("Component", "c");
        HttpResponse<String> failed =
                server.send("GET", ENTITIES + "/by-name/component/default/none", null, "If-None-Match", "*");
        assertEquals(404, failed.statusCode());
        HttpResponse<String> posted = server.send("POST", ENTITIES + "/by-query", "{}", "If-None-Match", "*");
        assertEquals(200, posted.statusCode());
        assertTrue(posted.headers().firstValue("etag").isEmpty());
    }

    @Test
    void answersInFullOnceSomethingHasChanged() throws Exception {
        put("Component", "c");
        String path = ENTITIES + "/by-name/component/default/c";
        String tag = server.get(path).headers().firstValue("etag").orElseThrow();
        catalog.put(document("Component", "c").with("spec", Json.Obj.EMPTY));
        HttpResponse<String> again = server.send("GET", path, null, "If-None-Match", tag);
        assertEquals(200, again.statusCode());
        assertTrue(again.body().contains("spec"));
        assertNotEquals(tag, again.headers().firstValue("etag").orElseThrow());
    }

    private void put(String kind, String name) {
        catalog.put(document(kind, name));
    }

    private static Json.Obj document(String kind, String name) {
        Json.Obj metadata =
                Json.object().put("name", name).put("uid", "uid-" + name).build();
        return Json.object().put("kind", kind).put("metadata", metadata).build();
    }
}
