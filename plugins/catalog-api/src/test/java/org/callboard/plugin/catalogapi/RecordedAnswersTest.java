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
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.callboard.api.model.Json;
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
    private static final Pattern READING =
            Pattern.compile("/api/catalog/(entities|entity-facets|no-such-route)(?!.*fixture-two).*");
    private static final Pattern AFTER = Pattern.compile("(cursor|after)=([^&>]+)");

    /** Errors whose words are those of a JavaScript library; we say what is wrong in our own. */
    private static final Map<String, String> OWN_WORDS = Map.of(
            "048-by-query-bad-cursor", "Malformed cursor: ",
            "056-by-query-post-bad-operator", "Invalid query: ",
            "065-by-refs-not-json", "",
            "122-unknown-route", "");

    /** Sorted by uid in whole or in ties, and the uids are random; we also honour the second of two orders. */
    private static final Set<String> OTHER_ORDER = Set.of(
            "040-by-query-fulltext",
            "046-by-query-two-orders",
            "054-by-query-post-has-prefix",
            "057-by-query-post-fulltext");

    private final JacksonFormat json = new JacksonFormat();
    private final MemoryCatalog catalog = new MemoryCatalog(json);
    private final Map<String, String> ourCursors = new LinkedHashMap<>();
    private @Nullable CatalogServer server;

    @BeforeAll
    void start() throws Exception {
        boolean there = Files.isDirectory(REFERENCE);
        if (!there && Boolean.getBoolean("require.all")) {
            fail("The recorded answers are not in " + REFERENCE);
        }
        assumeTrue(there, "Skipped: no recorded answers in " + REFERENCE);
        new ReferenceCatalog(recordedUids())
                .readFolder(REFERENCE.resolve("catalog"))
                .fill(catalog);
        server = new CatalogServer(catalog);
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
                .filter(this::isReading)
                .map(file -> DynamicTest.dynamicTest(name(file), () -> replay(file)));
    }

    private void replay(Path file) throws Exception {
        Json.Obj recording = read(file);
        HttpResponse<String> ours = ask(recording);
        Json.Obj theirs = recording.object("response");
        if (recording.text("request", "method").orElseThrow().equals("HEAD")) {
            assertEquals("", ours.body());
            assertTrue(ours.headers().firstValueAsLong("content-length").orElse(0) > 1000);
        } else if (OWN_WORDS.containsKey(name(file))) {
            assertTrue(ours.body().contains("\"message\":\"" + OWN_WORDS.get(name(file))), ours.body());
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
                        body == Json.Null.NULL ? null : sent);
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

    private boolean isReading(Path file) {
        Json.Obj request = read(file).object("request");
        String method = request.text("method").orElseThrow();
        return !method.equals("DELETE")
                && READING.matcher(request.text("path").orElseThrow()).matches();
    }

    private Map<String, String> recordedUids() throws IOException {
        Map<String, String> uids = new LinkedHashMap<>();
        recordings().filter(this::isReading).forEach(file -> {
            Json body = read(file).at("response", "body").orElse(Json.Null.NULL);
            List<Json> entities = body instanceof Json.Arr array ? array.items() : List.of(body);
            for (Json entity : entities) {
                if (entity instanceof Json.Obj one
                        && one.text("metadata", "uid").isPresent()) {
                    String ref = MemoryEntity.of(one, json).ref().toString();
                    uids.put(ref, one.text("metadata", "uid").orElseThrow());
                }
            }
        });
        return uids;
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
