package org.callboard.plugin.catalogapi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.callboard.api.catalog.Location;
import org.callboard.api.model.EntityRef;
import org.callboard.api.model.Json;
import org.callboard.testkit.MemoryCatalog;
import org.callboard.testkit.MemoryEntity;
import org.callboard.testkit.TestJson;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/** Replays what was asked of a real Backstage, and compares our answers with its own. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RecordedAnswersTest {

    private static final Path REFERENCE = Path.of(System.getProperty("catalog.api.reference", "absent"));
    private static final String CATALOG = "/api/catalog/";
    private static final String GOOD = "http://127.0.0.1:7099/good.yaml";
    private static final String GOOD_ID = "ec821203-cbc4-4cb0-a511-b19452944973";
    private static final String OTHER = "http://127.0.0.1:7099/other.yaml";
    private static final String OTHER_ID = "11111111-2222-4333-8444-555555555555";
    private static final Pattern AFTER = Pattern.compile("(cursor|after)=([^&>]+)");

    /** Errors whose words are those of a JavaScript library; we say what is wrong in our own. */
    private static final Map<String, String> OWN_WORDS = Map.of(
            "048-by-query-bad-cursor", "Malformed cursor: ",
            "056-by-query-post-bad-operator", "Invalid query: ",
            "065-by-refs-not-json", "",
            "122-unknown-route", "",
            "084-location-post-not-found", "http://127.0.0.1:7099/missing.yaml: There is nothing at ",
            "085-location-post-bad-yaml", "http://127.0.0.1:7099/bad-yaml.yaml: ",
            "086-location-post-bad-name", "http://127.0.0.1:7099/bad-name.yaml: \\\"-bad name-\\\" is no name.",
            "088-location-post-unknown-kind", "http://127.0.0.1:7099/unknown-kind.yaml: There is no kind ");

    /** Where Backstage is at fault, and what we answer instead. */
    private static final Map<String, Integer> OWN_STATUS =
            Map.of("090-location-post-not-a-url", 400, "102-location-by-id-not-a-uuid", 404);

    /** Lists of errors in our own words. */
    private static final Set<String> OWN_FINDINGS =
            Set.of("074-validate-bad-name", "076-validate-no-kind", "077-validate-unknown-kind");

    /** Sorted by uid in whole or in ties, and the uids are random; we also honour the second of two orders. */
    private static final Set<String> OTHER_ORDER = Set.of(
            "040-by-query-fulltext",
            "046-by-query-two-orders",
            "054-by-query-post-has-prefix",
            "057-by-query-post-fulltext");

    private final TestJson json = new TestJson();
    private final MemoryCatalog catalog = new MemoryCatalog(json);
    private final MemoryLocations locations = new MemoryLocations(catalog);
    private final MemoryIngest ingest = new MemoryIngest(catalog);
    private final Map<String, String> ourCursors = new LinkedHashMap<>();
    private Map<String, Runnable> between = Map.of();
    private @Nullable CatalogServer server;

    @BeforeAll
    void start() throws Exception {
        boolean there = Files.isDirectory(REFERENCE);
        if (!there && Boolean.getBoolean("require.all")) {
            fail("The recorded answers are not in " + REFERENCE);
        }
        assumeTrue(there, "Skipped: no recorded answers in " + REFERENCE);
        ReferenceCatalog reference = new ReferenceCatalog(recordedUids()).readFolder(REFERENCE.resolve("catalog"));
        reference.fill(catalog);
        between = Map.of(
                "096-location-post-duplicate", () -> register(reference),
                "113-location-put-unknown-id-taken-target", () -> locations.put(OTHER_ID, OTHER));
        server = new CatalogServer(catalog, locations, ingest);
    }

    /** What was done before one of the requests, without a recording of it. */
    private void register(ReferenceCatalog reference) {
        locations.put(GOOD_ID, GOOD);
        for (Json.Obj entity : Fixtures.read(GOOD).entities()) {
            reference.add(entity);
            EntityRef ref = MemoryEntity.of(entity, json).ref();
            EntityRef parent = Location.entityRef("url", GOOD);
            ingest.explain(ref.toString(), ref.equals(parent) ? new String[0] : new String[] {parent.toString()});
        }
        reference.fill(catalog);
    }

    @AfterAll
    void stop() throws Exception {
        if (server != null) {
            server.stop();
        }
    }

    @TestFactory
    Stream<DynamicTest> answersAsBackstageDid() throws IOException {
        return recordings()
                .filter(this::isCatalogs)
                .map(file -> DynamicTest.dynamicTest(name(file), () -> replay(file)));
    }

    private void replay(Path file) throws Exception {
        Json.Obj recording = read(file);
        between.getOrDefault(name(file), () -> {}).run();
        HttpResponse<String> ours = ask(recording);
        Json.Obj theirs = recording.object("response");
        if (OWN_STATUS.containsKey(name(file))) {
            assertEquals(OWN_STATUS.get(name(file)), ours.statusCode());
            assertTrue(ours.body().startsWith("{\"error\":{\"name\":"), ours.body());
            return;
        }
        if (recording.text("request", "method").orElseThrow().equals("HEAD")) {
            assertEquals("", ours.body());
            assertTrue(ours.headers().firstValueAsLong("content-length").orElse(0) > 1000);
        } else if (OWN_WORDS.containsKey(name(file))) {
            assertTrue(ours.body().contains("\"message\":\"" + OWN_WORDS.get(name(file))), ours.body());
        } else if (OWN_FINDINGS.contains(name(file))) {
            assertTrue(ours.body().startsWith("{\"errors\":[{\"name\":\"InputError\",\"message\":\""), ours.body());
        } else if (OTHER_ORDER.contains(name(file))) {
            compareAsSets(recording, (Json.Obj) json.readText(ours.body()));
        } else {
            assertEquals(text(theirs.at("body").orElseThrow()), text(body(ours)));
        }
        assertEquals(theirs.at("status").orElseThrow(), Json.of(ours.statusCode()));
        compareHeaders(theirs, ours);
        rememberCursors(theirs, ours);
    }

    /** The total and the number of items agree, and whatever they gave is in our whole answer. */
    private void compareAsSets(Json.Obj recording, Json.Obj ours) throws Exception {
        Json.Obj theirs = recording.object("response", "body");
        assertEquals(theirs.get("totalItems"), ours.get("totalItems"));
        assertEquals(
                theirs.array("items").items().size(),
                ours.array("items").items().size());
        Json.Obj whole = (Json.Obj) json.readText(ask(withoutLimit(recording)).body());
        assertTrue(
                whole.array("items").items().containsAll(theirs.array("items").items()), () -> json.toText(whole));
    }

    private static Json.Obj withoutLimit(Json.Obj recording) {
        Json.Obj request = recording.object("request");
        String path = request.text("path").orElseThrow().replaceAll("limit=[0-9]+", "limit=10000");
        request = request.with("path", Json.of(path));
        if (request.get("body") instanceof Json.Obj body) {
            request = request.with("body", body.without("limit"));
        }
        return recording.with("request", request);
    }

    private HttpResponse<String> ask(Json.Obj recording) throws IOException, InterruptedException {
        Json.Obj request = recording.object("request");
        Json body = request.at("body").orElse(Json.Null.NULL);
        String sent = body instanceof Json.Text text ? text.value() : text(withOurCursor(body));
        return Objects.requireNonNull(server)
                .send(
                        request.text("method").orElseThrow(),
                        withOurCursor(request.text("path").orElseThrow()),
                        body == Json.Null.NULL ? null : sent,
                        headers(request.object("headers").without("content-type")));
    }

    private static String[] headers(Json.Obj headers) {
        return headers.fields().keySet().stream()
                .flatMap(name -> Stream.of(name, headers.text(name).orElseThrow()))
                .toArray(String[]::new);
    }

    private String withOurCursor(String path) {
        return AFTER.matcher(path).replaceAll(match -> {
            String theirs = URLDecoder.decode(match.group(2), StandardCharsets.UTF_8);
            String ours = ourCursors.getOrDefault(theirs, theirs);
            return Matcher.quoteReplacement(match.group(1) + "=" + URLEncoder.encode(ours, StandardCharsets.UTF_8));
        });
    }

    private Json withOurCursor(Json body) {
        if (body instanceof Json.Obj fields && fields.text("cursor").isPresent()) {
            String theirs = fields.text("cursor").orElseThrow();
            return fields.with("cursor", Json.of(ourCursors.getOrDefault(theirs, theirs)));
        }
        return body;
    }

    private void compareHeaders(Json.Obj theirs, HttpResponse<String> ours) {
        String link = theirs.text("headers", "link").orElse("");
        assertEquals(
                AFTER.matcher(link).replaceAll("$1=_"),
                AFTER.matcher(ours.headers().firstValue("link").orElse("")).replaceAll("$1=_"));
        theirs.text("headers", "content-type")
                .ifPresent(type -> assertEquals(
                        type.replace(" ", "").toLowerCase(Locale.ROOT),
                        ours.headers().firstValue("content-type").orElse("").replace(" ", "")));
    }

    private void rememberCursors(Json.Obj theirs, HttpResponse<String> ours) {
        Matcher theirLink = AFTER.matcher(theirs.text("headers", "link").orElse(""));
        Matcher ourLink = AFTER.matcher(ours.headers().firstValue("link").orElse(""));
        if (theirLink.find() && ourLink.find()) {
            ourCursors.put(
                    URLDecoder.decode(theirLink.group(2), StandardCharsets.UTF_8),
                    URLDecoder.decode(ourLink.group(2), StandardCharsets.UTF_8));
        }
        Json.Obj pageInfo = theirs.object("body", "pageInfo");
        for (String cursor : pageInfo.fields().keySet()) {
            ((Json.Obj) json.readText(ours.body()))
                    .text("pageInfo", cursor)
                    .ifPresent(mine -> ourCursors.put(pageInfo.text(cursor).orElseThrow(), mine));
        }
    }

    private Json body(HttpResponse<String> ours) {
        boolean isJson = ours.headers().firstValue("content-type").orElse("").startsWith("application/json");
        return isJson ? json.readText(ours.body()) : Json.of(ours.body());
    }

    /** Sorts fields, and hides what differs from run to run. */
    private String text(Json value) {
        return json.toText(Normal.of(value));
    }

    private boolean isCatalogs(Path file) {
        return read(file).text("request", "path").orElseThrow().startsWith(CATALOG);
    }

    private Map<String, String> recordedUids() throws IOException {
        Map<String, String> uids = new LinkedHashMap<>();
        recordings()
                .filter(this::isCatalogs)
                .forEach(file -> collectUids(read(file).at("response", "body").orElse(Json.Null.NULL), uids));
        return uids;
    }

    private void collectUids(Json value, Map<String, String> uids) {
        if (value instanceof Json.Arr array) {
            array.items().forEach(item -> collectUids(item, uids));
        } else if (value instanceof Json.Obj object) {
            if (object.get("kind") != null) {
                object.text("metadata", "uid")
                        .ifPresent(uid ->
                                uids.put(MemoryEntity.of(object, json).ref().toString(), uid));
            }
            object.fields().values().forEach(field -> collectUids(field, uids));
        }
    }

    private static Stream<Path> recordings() throws IOException {
        try (Stream<Path> files = Files.list(REFERENCE.resolve("answers"))) {
            return files.sorted().toList().stream();
        }
    }

    private Json.Obj read(Path file) {
        try {
            return (Json.Obj) json.readText(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String name(Path file) {
        return file.getFileName().toString().replace(".json", "");
    }
}
