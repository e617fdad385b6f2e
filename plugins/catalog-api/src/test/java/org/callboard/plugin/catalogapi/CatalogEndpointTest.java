package org.callboard.plugin.catalogapi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.callboard.api.model.Json;
import org.callboard.api.problem.Problem;
import org.callboard.api.problem.SourcePosition;
import org.callboard.testkit.MemoryCatalog;
import org.callboard.testkit.TestJson;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CatalogEndpointTest {

    private static final String ENTITIES = "/api/catalog/entities";

    private final TestJson json = new TestJson();
    private final MemoryCatalog catalog = new MemoryCatalog(json);
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
    void walksThroughAllPagesAndBack() throws Exception {
        IntStream.range(0, 10).forEach(n -> put("Component", "c" + n));
        List<List<String>> forward = walk(ENTITIES + "/by-query?limit=3&orderField=metadata.name,desc", "nextCursor");
        assertEquals(List.of("c9", "c8", "c7"), forward.get(0));
        assertEquals(4, forward.size());
        assertEquals(List.of("c0"), forward.get(3));
        String last = cursorAfter(ENTITIES + "/by-query?limit=3&orderField=metadata.name,desc", 3);
        List<List<String>> backward = walk(ENTITIES + "/by-query?limit=3&cursor=" + last, "prevCursor");
        Collections.reverse(backward);
        assertEquals(forward, backward);
    }

    @Test
    void takesTheCursorsOfEitherVerb() throws Exception {
        IntStream.range(0, 3).forEach(n -> put("Component", "c" + n));
        put("User", "u");
        String fromGet = cursorAfter(ENTITIES + "/by-query?limit=2&filter=kind=component&orderField=metadata.name", 1);
        Json.Obj byPost = post("/entities/by-query", "{\"cursor\":\"" + fromGet.replace("%3D", "=") + "\"}");
        assertEquals(List.of("c2"), names(byPost));
        Json.Obj first = post(
                "/entities/by-query",
                "{\"query\":{\"kind\":\"component\"},\"limit\":2,\"orderBy\":[{\"field\":\"metadata.name\"}]}");
        String fromPost = first.text("pageInfo", "nextCursor").orElseThrow();
        assertEquals(List.of("c2"), names(get(ENTITIES + "/by-query?cursor=" + encode(fromPost))));
    }

    @Test
    void tellsTheClientByTheQueryKeyWhichVerbACursorIsFor() throws Exception {
        IntStream.range(0, 3).forEach(n -> put("Component", "c" + n));
        String fromGet = get(ENTITIES + "/by-query?limit=1&filter=kind=component")
                .text("pageInfo", "nextCursor")
                .orElseThrow();
        String fromPost = post("/entities/by-query", "{\"limit\":1,\"query\":{\"kind\":\"component\"}}")
                .text("pageInfo", "nextCursor")
                .orElseThrow();
        assertFalse(decoded(fromGet).fields().containsKey("query"));
        assertTrue(decoded(fromPost).fields().containsKey("query"));
    }

    @Test
    void countsAnewWhateverTheCursorSays() throws Exception {
        IntStream.range(0, 3).forEach(n -> put("Component", "c" + n));
        String cursor = cursorAfter(ENTITIES + "/by-query?limit=1", 1);
        put("Component", "c9");
        assertEquals(
                Json.of(4),
                get(ENTITIES + "/by-query?cursor=" + cursor).at("totalItems").orElseThrow());
        String uncounted = cursorAfter(ENTITIES + "/by-query?limit=1&totalItems=exclude", 1);
        assertEquals(
                Json.of(0),
                get(ENTITIES + "/by-query?cursor=" + uncounted).at("totalItems").orElseThrow());
    }

    @Test
    void sortsEntitiesLastThatLackTheField() throws Exception {
        put("Component", "untitled");
        catalog.put(document("Component", "titled")
                .with("metadata", metadata("titled").with("title", Json.of("T"))));
        for (String direction : List.of("asc", "desc")) {
            Json.Obj page = get(ENTITIES + "/by-query?orderField=metadata.title," + direction);
            assertEquals(List.of("titled", "untitled"), names(page));
        }
    }

    @Test
    void writesALongListWhole() throws Exception {
        IntStream.range(0, 2_500).forEach(n -> put("Component", String.format(Locale.ROOT, "c%04d", n)));
        Json.Arr all = (Json.Arr) json.readText(server.get(ENTITIES).body());
        assertEquals(2_500, all.items().size());
        assertEquals(
                "c2499",
                ((Json.Obj) all.items().get(2_499)).text("metadata", "name").orElseThrow());
    }

    @Test
    void leadsThroughAListByItsLinks() throws Exception {
        IntStream.range(0, 5).forEach(n -> put("Component", "c" + n));
        List<String> seen = new ArrayList<>();
        String path = "/entities?limit=2&order=desc:metadata.name&fields=metadata.name";
        while (!path.isEmpty()) {
            HttpResponse<String> page = server.get("/api/catalog" + path);
            ((Json.Arr) json.readText(page.body()))
                    .items()
                    .forEach(item ->
                            seen.add(((Json.Obj) item).text("metadata", "name").orElseThrow()));
            path = page.headers()
                    .firstValue("link")
                    .map(link -> link.substring(1, link.indexOf('>')))
                    .orElse("");
        }
        assertEquals(List.of("c4", "c3", "c2", "c1", "c0"), seen);
    }

    @Test
    void answersHeadWithTheLengthAlone() throws Exception {
        put("Component", "c");
        String path = ENTITIES + "/by-name/component/default/c";
        HttpResponse<String> head = server.send("HEAD", path, null);
        assertEquals("", head.body());
        assertEquals(
                server.get(path).body().length(),
                head.headers().firstValueAsLong("content-length").orElseThrow());
    }

    @Test
    void decodesThePartsOfAPath() throws Exception {
        put("Component", "a+b");
        assertEquals(
                200, server.get(ENTITIES + "/by-name/component/default/a+b").statusCode());
        assertEquals(
                200, server.get(ENTITIES + "/by-name/component/default/%61+b/").statusCode());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/entities?bogus=1|Unknown query parameter 'bogus'",
                "/entities?filter=|Empty value found for query parameter 'filter'",
                "/entities?limit=1&limit=2|request/query/limit must be integer",
                "/entities?limit=-1|request/query/limit must be >= 0",
                "/entities?fields=a[0]|invalid fields, array type fields are not supported",
                "/entities/by-query?totalItems=x"
                        + "|request/query/totalItems must be equal to one of the allowed values: include, exclude",
                "/entities/by-query?cursor=e30=|Malformed cursor: cursor must have required property 'position'",
                "/entities/by-query?cursor=W10=|Malformed cursor: cursor must be object",
                "/entity-facets|request/query must have required property 'facet'",
                "/entities/by-name/component/default/c?fields=kind|Unknown query parameter 'fields'"
            })
    void refusesAQueryThatItCannotRead(String path, String message) throws Exception {
        assertRefused(
                400,
                message,
                server.get("/api/catalog" + path.replace("[", "%5B").replace("]", "%5D")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/entities/by-query|{\"limit\":\"2\"}|request/body/limit must be integer",
                "/entities/by-query|{\"limit\":1.5}|request/body/limit must be integer",
                "/entities/by-query|{\"limit\":1e999999999}|request/body/limit must be integer",
                "/entities/by-query|{\"limit\":1e-999999999}|request/body/limit must be integer",
                "/entities/by-query|{\"fields\":[1]}|request/body/fields/0 must be string",
                "/entities/by-query|{\"orderBy\":{}}|request/body/orderBy must be array",
                "/entities/by-query|{\"orderBy\":[{}]}|request/body/orderBy/0 must have required property 'field'",
                "/entities/by-query|{\"query\":[]}|request/body/query must be object",
                "/entities/by-query|{\"fullTextFilter\":{\"term\":1}}|request/body/fullTextFilter/term must be string",
                "/entities/by-refs|[]|request/body must be object",
                "/entities/by-refs|{\"entityRefs\":\"x\"}|request/body/entityRefs must be array",
                "/entity-facets|{}|request/body must have required property 'facets'"
            })
    void refusesABodyThatItCannotRead(String path, String body, String message) throws Exception {
        assertRefused(400, message, server.post("/api/catalog" + path, body));
    }

    @Test
    void wantsBodiesToSayThatTheyAreJson() throws Exception {
        assertEquals(415, server.send("POST", ENTITIES + "/by-refs", null).statusCode());
    }

    @Test
    void knowsNoOtherPathsAndMethods() throws Exception {
        assertEquals(404, server.get("/api/catalog").statusCode());
        assertEquals(404, server.send("DELETE", "/api/catalog/locations", null).statusCode());
        assertEquals(404, server.send("DELETE", ENTITIES, null).statusCode());
    }

    @Test
    void listsTheProblemsOfAnOwner() throws Exception {
        SourcePosition position = SourcePosition.ofFile("file:/a.yaml");
        for (String name : List.of("mine", "theirs")) {
            String owner = name.equals("mine") ? "group:default/us" : "group:default/them";
            catalog.put(document("Component", name)
                    .with(
                            "relations",
                            new Json.Arr(List.of(Json.object()
                                    .put("type", "ownedBy")
                                    .put("targetRef", owner)
                                    .build()))));
            for (Problem.Level level : List.of(Problem.Level.WARNING, Problem.Level.ERROR)) {
                String ref = "component:default/" + name;
                catalog.report(new Problem(level, "code-" + level, ref, position, "A reason.", "A fix."));
            }
        }
        Json.Arr mine = get("/api/catalog/problems?owner=group:default/us").array("items");
        assertEquals(
                List.of("component:default/mine error", "component:default/mine warning"),
                mine.items().stream()
                        .map(Json.Obj.class::cast)
                        .map(problem -> problem.text("entityRef").orElseThrow() + " "
                                + problem.text("level").orElseThrow())
                        .toList());
        Json.Obj worst = get("/api/catalog/problems?owner=us&limit=1");
        assertEquals(List.of(mine.items().get(0)), worst.array("items").items());
        assertEquals(Json.of(2), worst.get("totalItems"));
        assertRefused(
                400,
                "Problems are those of an entity or those of an owner, not both at once",
                server.get("/api/catalog/problems?owner=us&entity=component:mine"));
    }

    @Test
    void givesOfABatchOnlyWhatMatchesFilterAndQuery() throws Exception {
        List<String> refs = new ArrayList<>();
        for (int n = 0; n < 250; n++) {
            String kind = n % 2 == 0 ? "Component" : "API";
            put(kind, "e" + n);
            refs.add("\"" + kind.toLowerCase(Locale.ROOT) + ":default/e" + n + "\"");
        }
        String body = "{\"entityRefs\":" + refs + ",\"query\":{\"metadata.name\":{\"$hasPrefix\":\"e24\"}}}";
        Json.Arr items = post("/entities/by-refs?filter=kind=api", body).array("items");
        assertEquals(250, items.items().size());
        assertEquals(
                List.of("e241", "e243", "e245", "e247", "e249"),
                items.items().stream()
                        .filter(Json.Obj.class::isInstance)
                        .map(item -> ((Json.Obj) item).text("metadata", "name").orElseThrow())
                        .toList());
    }

    @Test
    void listsProblemsOfOneEntityAndOfAll() throws Exception {
        SourcePosition position = new SourcePosition("file:/a.yaml", 3, 7);
        catalog.report(new Problem(Problem.Level.ERROR, "yaml-syntax", null, position, "A tab.", "Use spaces."));
        catalog.report(new Problem(
                Problem.Level.WARNING, "no-owner", "component:default/c", position, "No owner.", "Name one."));
        Json.Obj all = get("/api/catalog/problems");
        assertEquals(2, all.array("items").items().size());
        assertEquals("{\"items\":[],\"totalItems\":2}", json.toText(get("/api/catalog/problems?limit=0")));
        assertEquals(
                1, get("/api/catalog/problems?limit=1").array("items").items().size());
        Json.Obj one = (Json.Obj) get("/api/catalog/problems?entity=component:c")
                .array("items")
                .items()
                .get(0);
        assertEquals(
                "{\"level\":\"warning\",\"code\":\"no-owner\",\"entityRef\":\"component:default/c\",\"target\":"
                        + "\"file:/a.yaml\",\"line\":3,\"column\":7,\"reason\":\"No owner.\",\"fix\":\"Name one.\"}",
                json.toText(one));
    }

    private void put(String kind, String name) {
        catalog.put(document(kind, name));
    }

    private static Json.Obj document(String kind, String name) {
        return Json.object().put("kind", kind).put("metadata", metadata(name)).build();
    }

    private static Json.Obj metadata(String name) {
        return Json.object().put("name", name).put("uid", "uid-" + name).build();
    }

    private Json.Obj get(String path) throws Exception {
        return (Json.Obj) json.readText(server.get(path).body());
    }

    private Json.Obj post(String path, String body) throws Exception {
        return (Json.Obj) json.readText(server.post("/api/catalog" + path, body).body());
    }

    /** {@return the names on each page, from the one at the path on} */
    private List<List<String>> walk(String path, String cursorName) throws Exception {
        List<List<String>> pages = new ArrayList<>();
        String next = path;
        while (!next.isEmpty()) {
            Json.Obj page = get(next);
            pages.add(names(page));
            next = page.text("pageInfo", cursorName)
                    .map(cursor -> ENTITIES + "/by-query?limit=3&cursor=" + encode(cursor))
                    .orElse("");
        }
        return pages;
    }

    /** {@return the encoded cursor that leads to the page which so many pages lie before} */
    private String cursorAfter(String path, int pages) throws Exception {
        String limit = path.replaceAll(".*(limit=[0-9]+).*", "$1");
        String next = path;
        String cursor = "";
        for (int i = 0; i < pages; i++) {
            cursor = encode(get(next).text("pageInfo", "nextCursor").orElseThrow());
            next = ENTITIES + "/by-query?" + limit + "&cursor=" + cursor;
        }
        return cursor;
    }

    private Json.Obj decoded(String cursor) {
        return (Json.Obj) json.readText(new String(Base64.getDecoder().decode(cursor), StandardCharsets.UTF_8));
    }

    private static List<String> names(Json.Obj page) {
        return page.array("items").items().stream()
                .map(item -> ((Json.Obj) item).text("metadata", "name").orElseThrow())
                .toList();
    }

    private void assertRefused(int status, String message, HttpResponse<String> response) {
        assertEquals(
                message,
                ((Json.Obj) json.readText(response.body()))
                        .text("error", "message")
                        .orElseThrow());
        assertEquals(status, response.statusCode());
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
