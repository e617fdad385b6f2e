package org.callboard.plugin.catalogapi;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.callboard.api.catalog.Location;
import org.callboard.api.model.Json;
import org.callboard.testkit.MemoryCatalog;
import org.callboard.testkit.TestJson;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LocationsTest {

    private static final String API = "/api/catalog";
    private static final String SITE = "http://127.0.0.1:7099/";
    private static final String ID = "00000000-0000-0000-0000-00000000000";

    private final TestJson json = new TestJson();
    private final MemoryCatalog catalog = new MemoryCatalog(json);
    private final MemoryLocations locations = new MemoryLocations(catalog);
    private final MemoryIngest ingest = new MemoryIngest(catalog);
    private CatalogServer server;

    @BeforeEach
    void start() throws Exception {
        server = new CatalogServer(catalog, locations, ingest);
    }

    @AfterEach
    void stop() throws Exception {
        server.stop();
    }

    @Test
    void registersMovesAndRemoves() throws Exception {
        Json.Obj registered = body(201, server.post(API + "/locations", place("a.yaml")));
        String id = registered.text("location", "id").orElseThrow();
        assertEquals(List.of(), registered.array("entities").items());
        Json.Obj moved = body(200, server.send("PUT", API + "/locations/" + id, place("b.yaml")));
        assertEquals(id, moved.text("id").orElseThrow());
        assertEquals(
                Location.entityRef("url", SITE + "b.yaml").toString(),
                moved.text("entityRef").orElseThrow());
        Json.Arr all = (Json.Arr) json.readText(server.get(API + "/locations").body());
        assertEquals(List.of(Json.object().put("data", moved).build()), all.items());
        HttpResponse<String> removed = server.send("DELETE", API + "/locations/" + id, null);
        assertEquals("204 ", removed.statusCode() + " " + removed.body());
        assertEquals("[]", server.get(API + "/locations").body());
    }

    @Test
    void refreshesWhatIsRegisteredAlreadyWhereAskedTo() throws Exception {
        locations.put(ID + "1", SITE + "good.yaml");
        Fixtures.read(SITE + "good.yaml").entities().forEach(catalog::put);
        String path = API + "/locations?onConflict=";
        body(409, server.post(path + "reject", place("good.yaml")));
        assertEquals(List.of(), ingest.refreshed());
        Json.Obj again = body(201, server.post(path + "refresh", place("good.yaml")));
        assertEquals(ID + "1", again.text("location", "id").orElseThrow());
        assertEquals(List.of(Location.entityRef("url", SITE + "good.yaml")), ingest.refreshed());
    }

    @Test
    void isContentWhereThereIsNothingToRefreshYet() throws Exception {
        locations.put(ID + "1", SITE + "good.yaml");
        body(201, server.post(API + "/locations?onConflict=refresh", place("good.yaml")));
    }

    @Test
    void walksThroughTheLocationsThatMatch() throws Exception {
        IntStream.range(0, 9).forEach(n -> locations.put(ID + n, SITE + (n % 2 == 0 ? "even/" : "odd/") + n));
        String request =
                "{\"limit\":2,\"query\":{\"type\":\"URL\",\"target\":{\"$hasPrefix\":\"HTTP://127.0.0.1:7099/even\"}}}";
        List<List<String>> pages = new ArrayList<>();
        while (!request.isEmpty()) {
            Json.Obj page = body(200, server.post(API + "/locations/by-query", request));
            assertEquals(Json.of(5), page.get("totalItems"));
            pages.add(ids(page));
            request = page.text("pageInfo", "nextCursor")
                    .map(cursor -> "{\"cursor\":\"" + cursor + "\"}")
                    .orElse("");
        }
        assertEquals(List.of(List.of("0", "2"), List.of("4", "6"), List.of("8")), pages);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "{}|1 2 3",
                "{'id':'00000000-0000-0000-0000-000000000002'}|2",
                "{'TARGET':'http://127.0.0.1:7099/ONE.yaml'}|1",
                "{'target':{'$in':['http://127.0.0.1:7099/one.yaml','http://127.0.0.1:7099/two.yaml']}}|1 2",
                "{'entityRef':'location:default/generated-19f67acfe705af6dd4a885d5658014bc62b00ff7'}|2",
                "{'$not':{'target':{'$hasPrefix':'http://127.0.0.1:7099/t'}}}|1",
                "{'$any':[{'id':{'$exists':false}},{'$all':[{'type':'url'},{'id':{'$exists':true}}]}]}|1 2 3",
                "{'$any':[]}|"
            })
    void asksForLocationsByPredicate(String query, String expected) throws Exception {
        locations.put(ID + "1", SITE + "one.yaml");
        locations.put(ID + "2", SITE + "two.yaml");
        locations.put(ID + "3", SITE + "three.yaml");
        String request = "{\"query\":" + query.replace('\'', '"') + "}";
        assertEquals(
                expected == null ? "" : expected,
                String.join(" ", ids(body(200, server.post(API + "/locations/by-query", request)))));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "POST|/locations/by-query|{'limit':0}|Limit must be a positive integer >= 1",
                "POST|/locations/by-query|{'query':'x'}|request/body/query must be object",
                "POST|/locations/by-query|{'query':{'name':'x'}}"
                        + "|Invalid query: expected id, type, target or entityRef, found 'name'",
                "POST|/locations/by-query|{'cursor':'e30='}"
                        + "|Malformed cursor: cursor must have required property 'limit'",
                "POST|/locations|{'type':'url'}|request/body must have required property 'target'",
                "POST|/locations?dryRun=perhaps|{'type':'url','target':'http://a'}"
                        + "|request/query/dryRun must be true or false",
                "POST|/locations?onConflict=merge|{'type':'url','target':'http://a'}"
                        + "|request/query/onConflict must be equal to one of the allowed values: reject, refresh",
                "PUT|/locations/1|{'type':'file','target':'/etc/x.yaml'}"
                        + "|Registered locations must be of an allowed type ['url']",
                "POST|/analyze-location|{'location':{'type':'url','target':'ftp://a/b'}}"
                        + "|The given location.target is not a URL",
                "POST|/analyze-location|{'location':{'type':'url','target':'/relative'}}"
                        + "|The given location.target is not a URL",
                "POST|/validate-entity|{'location':'url:http://a'}|request/body must have required property 'entity'",
                "POST|/validate-entity|{'location':'url:http://a','entity':[]}|request/body/entity must be object",
                "POST|/refresh|{'entityRef':'no-kind'}|Entity reference 'no-kind' names no kind."
            })
    void refusesWhatItCannotDo(String method, String path, String body, String message) throws Exception {
        HttpResponse<String> refused = server.send(method, API + path, body.replace('\'', '"'));
        assertEquals(
                message.replace('\'', '"'),
                body(400, refused).text("error", "message").orElseThrow().replace('\'', '"'));
    }

    @Test
    void saysWhichFilesAreRegistered() throws Exception {
        Fixtures.read(SITE + "good.yaml").entities().stream()
                .filter(entity -> entity.text("metadata", "name").orElseThrow().equals("fixture-one"))
                .forEach(catalog::put);
        Json.Obj analysis =
                body(200, server.post(API + "/analyze-location", "{\"location\":" + place("list.yaml") + "}"));
        assertEquals(List.of(), analysis.array("generateEntities").items());
        assertEquals(
                List.of(
                        "fixture-list list.yaml false",
                        "fixture-other other.yaml false",
                        "fixture-two good.yaml true",
                        "fixture-one good.yaml true"),
                analysis.array("existingEntityFiles").items().stream()
                        .map(Json.Obj.class::cast)
                        .map(file -> file.text("entity", "metadata", "name").orElseThrow() + " "
                                + file.text("location", "target").orElseThrow().replace(SITE, "") + " "
                                + (file.get("isRegistered") == Json.Bool.TRUE))
                        .toList());
    }

    @ParameterizedTest
    @CsvSource({
        "https://example.com/org/repo.git, repo",
        "https://example.com/org/my%20repo//, my-repo",
        "https://example.com/.git, example.com",
        "https://example.com, example.com",
        "https://example.com/_a_.yaml?x=y#z, a_.yaml"
    })
    void suggestsANameForWhatItCannotRead(String target, String name) throws Exception {
        String request =
                "{\"location\":{\"type\":\"url\",\"target\":\"" + target + "\"},\"catalogFilename\":\"x.yaml\"}";
        Json.Obj analysis = body(200, server.post(API + "/analyze-location", request));
        Json.Obj generated =
                (Json.Obj) analysis.array("generateEntities").items().get(0);
        assertEquals(name, generated.text("entity", "metadata", "name").orElseThrow());
    }

    @Test
    void listsTheFindingsOfAValidation() throws Exception {
        String request = "{\"location\":\"url:https://a.example/b.yaml\",\"entity\":{\"kind\":\"Gizmo\"}}";
        assertEquals(
                "{\"errors\":[{\"name\":\"InputError\",\"message\":\"There is no kind \\\"Gizmo\\\".\","
                        + "\"code\":\"unknown-kind\",\"hint\":\"Write another.\"},"
                        + "{\"name\":\"InputError\",\"message\":\"\\\"\\\" is no name.\",\"code\":\"name\","
                        + "\"hint\":\"Write another.\"}]}",
                json.toText(body(400, server.post(API + "/validate-entity", request))));
    }

    @Test
    void removesEntitiesWhetherTheyAreThereOrNot() throws Exception {
        for (String name : List.of("stays", "goes")) {
            Json.Obj metadata =
                    Json.object().put("name", name).put("uid", "uid-" + name).build();
            catalog.put(Json.object()
                    .put("kind", "Component")
                    .put("metadata", metadata)
                    .build());
        }
        String path = API + "/entities/by-uid/uid-goes";
        assertEquals(200, server.get(path).statusCode());
        for (int i = 0; i < 2; i++) {
            assertEquals(204, server.send("DELETE", path, null).statusCode());
            assertEquals(404, server.get(path).statusCode());
        }
        assertEquals(200, server.get(API + "/entities/by-uid/uid-stays").statusCode());
    }

    private Json.Obj body(int status, HttpResponse<String> response) {
        assertEquals(status, response.statusCode(), response.body());
        return (Json.Obj) json.readText(response.body());
    }

    private static String place(String file) {
        return "{\"type\":\"url\",\"target\":\"" + SITE + file + "\"}";
    }

    /** {@return the last digits of the ids} */
    private static List<String> ids(Json.Obj page) {
        return page.array("items").items().stream()
                .map(item -> ((Json.Obj) item).text("id").orElseThrow().replace(ID, ""))
                .toList();
    }
}
