package org.callboard.plugin.catalogapi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.callboard.api.model.Json;
import org.callboard.testkit.MemoryCatalog;
import org.callboard.testkit.TestJson;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that try to be taken for something else than data, or to cost more than they may. */
class HostileRequestsTest {

    private static final String CATALOG = "/api/catalog";
    private static final String ONE = CATALOG + "/entities/by-name/component/default/one";

    private final TestJson json = new TestJson();
    private final MemoryCatalog catalog = new MemoryCatalog(json);
    private CatalogServer server;

    @BeforeEach
    void start() throws Exception {
        catalog.put(Json.object()
                .put("kind", "Component")
                .put(
                        "metadata",
                        Json.object().put("name", "one").put("uid", "uid-one").build())
                .build());
        server = new CatalogServer(catalog, new MemoryLocations(catalog), new MemoryIngest(catalog));
    }

    @AfterEach
    void stop() throws Exception {
        server.stop();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private void assertAnsweredOrRefused(HttpResponse<String> response, String what) {
        assertTrue(response.statusCode() == 200 || response.statusCode() == 400, what + ": " + response.statusCode());
        json.readText(response.body());
    }

    /** The server itself refuses paths that could be read in two ways. */
    private void assertNotThere(String path) throws Exception {
        assertTrue(List.of(400, 404).contains(server.get(path).statusCode()), path);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "' OR 1=1--",
                "'; DROP TABLE entity; --",
                "\") OR (\"1\"=\"1",
                "\u0000",
                "\\",
                "$1",
                "${jndi:ldap://x}",
                "%",
                "_",
                "%00",
                "*",
                "?",
                "a.b.*",
                "^(a+)+$",
                "[[",
                "$.metadata..*",
                "metadata'->>'name",
                "\u202E\uFEFF",
                "\uD83D\uDE00",
                "kind:component AND NOT x~2",
                "../../etc/passwd"
            })
    void whateverIsAskedForIsTakenForATextWhereverItStands(String text) throws Exception {
        String value = encoded(text);
        for (String query : List.of(
                "/entities?filter=metadata.name=" + value,
                "/entities?filter=" + value + "=x",
                "/entities?order=asc:" + value,
                "/entities/by-query?orderField=" + value,
                "/entities/by-query?orderField=" + value + ",desc",
                "/entities/by-query?fullTextFilterTerm=" + value,
                "/entities/by-query?fullTextFilterTerm=one&fullTextFilterFields=" + value,
                "/entity-facets?facet=" + value,
                "/entities?fields=" + value)) {
            assertAnsweredOrRefused(server.get(CATALOG + query), query);
        }
        for (String query : List.of(
                "/entities/by-query?filter=metadata.name=" + value,
                "/entities/by-query?fullTextFilterTerm=one-" + value + "&fullTextFilterFields=metadata.name")) {
            HttpResponse<String> found = server.get(CATALOG + query);
            assertEquals(200, found.statusCode(), query);
            assertTrue(found.body().startsWith("{\"items\":[],\"totalItems\":0"), query + " " + found.body());
        }
        for (String query : List.of(
                "/entities/by-query?cursor=" + value,
                "/entities?after=" + value,
                "/entities/by-query?limit=" + value)) {
            assertEquals(400, server.get(CATALOG + query).statusCode(), query);
        }
        assertNotThere(CATALOG + "/entities/by-uid/" + value.replace("+", "%20"));
        assertEquals(200, server.get(ONE).statusCode());
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "1e9", "NaN", "Infinity", "0x10", "1.5", " 1", "١", "'1'", "--1"})
    void aLimitOrAnOffsetIsAWholeNumberFromZero(String number) throws Exception {
        for (String query :
                List.of("/entities?limit=", "/entities?offset=", "/entities/by-query?limit=", "/problems?limit=")) {
            assertEquals(400, server.get(CATALOG + query + encoded(number)).statusCode(), query + number);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"1000000000", "2147483648", "99999999999999999999"})
    void aHugeLimitIsCutAndAHugeOffsetPassesOverEverything(String number) throws Exception {
        HttpResponse<String> page = server.get(CATALOG + "/entities/by-query?limit=" + number);
        assertEquals(200, page.statusCode());
        assertTrue(page.body().contains("\"totalItems\":1"), page.body());
        assertEquals("[]", server.get(CATALOG + "/entities?offset=" + number).body());
    }

    @Test
    void aTextThatLooksLikeAPatternIsNone() throws Exception {
        for (String term : List.of("%", "o%", "_ne", "o.e", "o*", "^one$")) {
            HttpResponse<String> found = server.get(CATALOG + "/entities/by-query?fullTextFilterFields=metadata.name"
                    + "&fullTextFilterTerm=" + encoded(term));
            assertTrue(found.body().contains("\"totalItems\":0"), term);
        }
    }

    @Test
    void aPredicateThatNestsWithoutEndIsRefusedOrAnswered() throws Exception {
        String deep = "{\"$not\":".repeat(5_000) + "{\"kind\":\"component\"}" + "}".repeat(5_000);
        HttpResponse<String> nested = server.post(CATALOG + "/entities/by-query", "{\"query\":" + deep + "}");
        assertEquals(400, nested.statusCode(), nested.body());
        String many = IntStream.range(0, 10_000)
                .mapToObj(i -> "{\"kind\":\"k" + i + "\"}")
                .collect(Collectors.joining(",", "{\"$any\":[", "]}"));
        assertAnsweredOrRefused(
                server.post(CATALOG + "/entities/by-query", "{\"query\":" + many + "}"), "10 000 conditions");
    }

    @Test
    void aPathWithMoreBehindItIsAnotherOne() throws Exception {
        for (String path : List.of(
                ONE + "/a.css",
                ONE + "/x/y.js",
                ONE + "%2Fa.css",
                ONE + ".css",
                CATALOG + "/entities.css",
                CATALOG + "/entities/a.css",
                CATALOG + "/entity-facets/a.js?facet=kind")) {
            assertNotThere(path);
        }
    }

    @Test
    void headersThatSpeakOfOtherPathsHostsAndMethodsChangeNothing() throws Exception {
        String[] headers = {
            "X-Forwarded-Host", "evil.example",
            "X-Forwarded-Proto", "gopher",
            "X-Original-URL", "/api/catalog/locations",
            "X-Rewrite-URL", "/api/catalog/locations",
            "X-HTTP-Method-Override", "DELETE",
            "X-Forwarded-Prefix", "//evil.example"
        };
        for (String path : List.of("/entities?limit=1", "/entities/by-query?limit=1", "/entities/by-uid/uid-one")) {
            HttpResponse<String> plain = server.get(CATALOG + path);
            HttpResponse<String> poisoned = server.send("GET", CATALOG + path, null, headers);
            assertEquals(plain.body(), poisoned.body(), path);
            assertEquals(plain.headers().firstValue("etag"), poisoned.headers().firstValue("etag"), path);
            assertEquals(plain.headers().firstValue("link"), poisoned.headers().firstValue("link"), path);
        }
        assertEquals(200, server.get(ONE).statusCode());
    }
}
