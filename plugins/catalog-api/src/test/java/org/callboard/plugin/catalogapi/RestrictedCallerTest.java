package org.callboard.plugin.catalogapi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.callboard.api.catalog.Filter;
import org.callboard.api.model.Json;
import org.callboard.api.problem.Problem;
import org.callboard.api.problem.SourcePosition;
import org.callboard.testkit.MemoryCatalog;
import org.callboard.testkit.TestJson;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What two callers hear who do not see the same, the one of them everything. */
class RestrictedCallerTest {

    private static final String ENTITIES = "/api/catalog/entities";
    private static final String ALL = "ada";
    private static final String SOME = "bob";

    private final TestJson json = new TestJson();
    private final MemoryCatalog whole = new MemoryCatalog(json);
    private final ShieldedCatalog catalog = new ShieldedCatalog(whole);
    private final MemoryIngest ingest = new MemoryIngest(whole);
    private CatalogServer server;

    @BeforeEach
    void start() throws Exception {
        for (int i = 0; i < 6; i++) {
            put("open" + i, "open");
            put("secret" + i, "secret");
        }
        catalog.show(SOME, Filter.equal("spec.type", "open"));
        server = new CatalogServer(catalog, new MemoryLocations(whole), ingest);
    }

    @AfterEach
    void stop() throws Exception {
        server.stop();
    }

    private void put(String name, String type) {
        whole.put(Json.object()
                .put("kind", "Component")
                .put(
                        "metadata",
                        Json.object()
                                .put("name", name)
                                .put("uid", "uid-" + name)
                                .build())
                .put("spec", Json.object().put("type", type).build())
                .build());
    }

    private HttpResponse<String> ask(String caller, String path, String... headers) throws Exception {
        String[] all = new String[headers.length + 2];
        all[0] = CatalogServer.CALLER;
        all[1] = caller;
        System.arraycopy(headers, 0, all, 2, headers.length);
        return server.send("GET", path, null, all);
    }

    private Json.Obj read(String caller, String path) throws Exception {
        return (Json.Obj) json.readText(ask(caller, path).body());
    }

    private static List<String> names(Json.Obj page) {
        return page.array("items").items().stream()
                .map(item -> ((Json.Obj) item).text("metadata", "name").orElseThrow())
                .toList();
    }

    private static String encoded(Json.Obj page, String cursor) {
        return URLEncoder.encode(page.text("pageInfo", cursor).orElseThrow(), StandardCharsets.UTF_8);
    }

    @Test
    void whatIsHiddenIsAnsweredLikeWhatIsMissing() throws Exception {
        ingest.explain("component:default/open0", "component:default/secret0");
        for (String path : List.of(
                "/entities/by-name/component/default/NAME",
                "/entities/by-name/component/default/NAME/ancestry",
                "/entities/by-uid/uid-NAME",
                "/problems?entity=component:default/NAME")) {
            for (String method : List.of("GET", "HEAD")) {
                HttpResponse<String> hidden = sent(method, path, "secret1");
                HttpResponse<String> missing = sent(method, path, "absent1");
                assertEquals(missing.statusCode(), hidden.statusCode(), path);
                assertEquals(missing.body(), hidden.body().replace("secret1", "absent1"), path);
                assertEquals(headers(missing), headers(hidden), path);
            }
        }
        assertEquals(404, sent("GET", "/entities/by-uid/uid-NAME", "secret1").statusCode());
    }

    private HttpResponse<String> sent(String method, String path, String name) throws Exception {
        return server.send(method, "/api/catalog" + path.replace("NAME", name), null, CatalogServer.CALLER, SOME);
    }

    private static Map<String, List<String>> headers(HttpResponse<String> response) {
        Map<String, List<String>> headers = new TreeMap<>(response.headers().map());
        headers.remove("date");
        return headers;
    }

    @Test
    void countsFacetsAndListsHoldWhatTheCallerSeesAlone() throws Exception {
        Json.Obj page = read(SOME, ENTITIES + "/by-query?limit=4&orderField=metadata.name,desc");
        assertEquals(List.of("open5", "open4", "open3", "open2"), names(page));
        assertEquals(Json.of(6), page.at("totalItems").orElseThrow());
        assertEquals(
                "{\"facets\":{\"spec.type\":[{\"value\":\"open\",\"count\":6}]}}",
                ask(SOME, "/api/catalog/entity-facets?facet=spec.type").body());
        for (String path : List.of(
                "/entities",
                "/entities?filter=kind=component",
                "/entities?filter=spec.type=secret",
                "/entities?order=asc:spec.type",
                "/entities/by-query?fullTextFilterTerm=secret&fullTextFilterFields=metadata.name",
                "/entities/by-words?text=component",
                "/entity-facets?facet=metadata.name&facet=spec.type&facet=metadata.uid",
                "/problems")) {
            assertFalse(ask(SOME, "/api/catalog" + path).body().contains("secret"), path);
        }
    }

    @Test
    void aBatchHasNothingInThePlaceOfWhatIsHidden() throws Exception {
        String body = "{\"entityRefs\":[\"component:default/secret0\",\"component:default/open0\","
                + "\"component:default/absent\"],\"fields\":[\"metadata.name\"]}";
        for (String query : List.of("", "?filter=kind=component")) {
            HttpResponse<String> batch =
                    server.send("POST", ENTITIES + "/by-refs" + query, body, CatalogServer.CALLER, SOME);
            assertEquals("{\"items\":[null,{\"metadata\":{\"name\":\"open0\"}},null]}", batch.body());
        }
    }

    @Test
    void aParentThatIsHiddenIsNotAmongTheAncestors() throws Exception {
        ingest.explain("component:default/open0", "component:default/secret0");
        String path = ENTITIES + "/by-name/component/default/open0/ancestry";
        assertTrue(ask(ALL, path).body().contains("secret0"));
        assertFalse(ask(SOME, path).body().contains("secret0"));
    }

    @Test
    void theProblemsOfWhatIsHiddenAreNotListed() throws Exception {
        SourcePosition place = SourcePosition.ofFile("file:/a.yaml");
        for (String name : List.of("open0", "secret0")) {
            whole.report(
                    new Problem(Problem.Level.ERROR, "odd", "component:default/" + name, place, "Odd.", "Even it."));
        }
        assertEquals(
                2, read(ALL, "/api/catalog/problems").array("items").items().size());
        assertEquals(
                1, read(SOME, "/api/catalog/problems").array("items").items().size());
    }

    @Test
    void aCursorOfSomebodyElseLeadsToNothingThatIsHidden() throws Exception {
        Json.Obj own = read(SOME, ENTITIES + "/by-query?limit=2&orderField=metadata.name,desc");
        assertEquals(Json.of(6), own.at("totalItems").orElseThrow());
        String cursor = encoded(own, "nextCursor");
        catalog.show(SOME, Filter.equal("metadata.name", "open4"));
        Json.Obj byAnother = read(ALL, ENTITIES + "/by-query?limit=2&cursor=" + cursor);
        assertEquals(List.of("open3", "open2"), names(byAnother));
        assertEquals(Json.of(12), byAnother.at("totalItems").orElseThrow());
        Json.Obj narrowed = read(SOME, ENTITIES + "/by-query?limit=2&cursor=" + cursor);
        assertEquals(List.of(), names(narrowed));
        assertEquals(Json.of(1), narrowed.at("totalItems").orElseThrow());
    }

    @Test
    void anAnswerIsNoSooner304ThanItIsTheSameForWhoAsks() throws Exception {
        for (String path : List.of(
                ENTITIES,
                ENTITIES + "/by-query?limit=20&fields=metadata.name",
                ENTITIES + "/by-name/component/default/secret0",
                "/api/catalog/entity-facets?facet=spec.type")) {
            HttpResponse<String> whole = ask(ALL, path);
            String tag = whole.headers().firstValue("etag").orElseThrow();
            assertEquals(304, ask(ALL, path, "If-None-Match", tag).statusCode(), path);
            HttpResponse<String> part = ask(SOME, path, "If-None-Match", tag);
            assertNotEquals(304, part.statusCode(), path);
            assertFalse(part.statusCode() == 200 && part.body().contains("secret0"), path);
            catalog.show(ALL, Filter.equal("spec.type", "open"));
            assertNotEquals(304, ask(ALL, path, "If-None-Match", tag).statusCode(), path);
            catalog.show(ALL, Filter.NONE);
        }
    }

    @Test
    void nobodyElsesCacheMayKeepAnAnswer() throws Exception {
        for (String path : List.of("/entities", "/entities/by-query", "/entity-facets?facet=kind", "/problems")) {
            String rule = ask(SOME, "/api/catalog" + path)
                    .headers()
                    .firstValue("cache-control")
                    .orElseThrow();
            assertEquals("private, no-cache", rule, path);
        }
    }
}
