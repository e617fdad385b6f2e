package org.callboard.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A team brings pages, tabs, cards, forms and buttons of its own, and people work with them while it replaces them. */
class PluginPagesJourney {

    private static final String ID = "e2e-shelf";
    private static final String API = "/api/web-shell";

    @AutoClose
    private static PortalProcess portal;

    private static Client client;

    @BeforeAll
    static void start(@TempDir Path root) {
        portal = PortalProcess.start(PortalFolder.in(root));
        client = portal.filled();
    }

    @BeforeEach
    void install() {
        client.delete("/api/plugins/" + ID);
        client.install(jar("1.0.0")).expect(201);
    }

    @Test
    void isToldBeforehandAndAfterwardsWhatItAdds() {
        List<String> expected = List.of(
                "entity.tab books-tab Books",
                "home.card borrowed-card borrowed-card",
                "page book-page One book",
                "page shelf-page Shelf",
                "page.element drawn-page drawn-page");
        assertEquals(
                expected, contributions(client.get("/api/plugins/" + ID).json().path("contributes")));
        client.delete("/api/plugins/" + ID).expect(204);
        assertEquals(
                expected,
                contributions(client.plan(jar("2.0.0")).expect(200).json().path("adds")));
    }

    @Test
    void listsItsPagesAndFindsThemByTheirPaths() {
        List<String> listed = new ArrayList<>();
        for (JsonNode page : client.get(API + "/pages").expect(200).json().path("pages")) {
            if (page.path("plugin").asText().equals(ID)) {
                listed.add(page.path("path").asText() + " " + page.path("title").asText() + " "
                        + page.path("icon").asText());
            }
        }
        assertEquals(List.of("/" + ID + " Shelf book", "/" + ID + "/drawn drawn-page puzzle"), listed);
        JsonNode book = at("/" + ID + "/books/the%20castle&chapter=3");
        assertEquals("/" + ID + "/books/{title}", book.path("path").asText());
        assertEquals("the castle", book.at("/parameters/title").asText());
        assertEquals("the castle, chapter 3", book.at("/model/title").asText());
        JsonNode drawn = at("/" + ID + "/drawn");
        assertEquals(2, drawn.path("tier").asInt());
        client.get(drawn.path("module").asText()).expect(200);
        assertEquals("There is no book 'nothing'.", pageError("/" + ID + "/books/nothing"));
    }

    @Test
    void saysWhyThereIsNoPage() {
        assertEquals("There is no page at /nobody/x.", pageError("/nobody/x"));
        client.act(ID, "disable").expect(200);
        assertEquals("There is no page at /" + ID + ": the plugin '" + ID + "' is disabled.", pageError("/" + ID));
        client.act(ID, "enable").expect(200);
        assertEquals("Shelf", at("/" + ID).path("title").asText());
        portal.anyone().get(API + "/pages").expectError(401);
        portal.anyone().get(API + "/pages/at?path=/" + ID).expectError(401);
    }

    @Test
    void turnsThePagesOfATableAndSortsIt() {
        JsonNode first = block(at("/" + ID), "table");
        assertEquals("book-00", first.at("/rows/0/0/label").asText());
        assertEquals("/" + ID + "/books/book-00", first.at("/rows/0/0/v").asText());
        assertEquals(45, first.path("total").asInt());
        assertEquals(20, first.path("rows").size());
        JsonNode last = block(at("/" + ID + "&table.books=40,20,title,descending"), "table");
        assertEquals(5, last.path("rows").size());
        assertEquals("book-04", last.at("/rows/0/0/label").asText());
        assertEquals("descending", last.at("/page/direction").asText());
        client.get(API + "/pages/at?path=/" + ID + "&table.books=first").expectError(400);
    }

    @Test
    void takesWhatIsRightInAFormAndSaysWhatIsWrong() {
        JsonNode faulty = press("/pages/at/press/add?path=/" + ID, "{\"year\":[\"long ago\"]}");
        assertEquals("error", faulty.at("/outcome/status").asText());
        assertEquals("This is needed.", faulty.at("/outcome/faults/title").asText());
        assertTrue(faulty.at("/outcome/faults/year").asText().contains("number"), faulty::toString);
        assertFalse(faulty.has("model"));
        JsonNode taken = press("/pages/at/press/add?path=/" + ID, "{\"title\":[\"book-01\"]}");
        assertEquals(
                "It is on the shelf already.", taken.at("/outcome/faults/title").asText());
        JsonNode added = press("/pages/at/press/add?path=/" + ID, "{\"title\":[\"new\"],\"year\":[\"2024\"]}");
        assertEquals(
                "new of 2024 is on the shelf.", added.at("/outcome/message").asText());
        assertEquals(46, block(added, "table").path("total").asInt());
    }

    @Test
    void pressesTheButtonsThatAreThereAndNoOthers() {
        String path = "/pages/at/press/clear?path=/" + ID;
        assertEquals(
                "The shelf is empty.", press(path, "{}").at("/outcome/message").asText());
        Answer gone = post(path, "{}").expectError(409);
        assertEquals("This button is no longer there.", gone.message());
        post("/pages/at/press/nothing?path=/" + ID, "{}").expectError(409);
        post("/pages/at/press/add?path=/" + ID, "{\"role\":[\"admin\"]}").expectError(400);
        client.get(API + path).expectError(405);
        portal.anyone()
                .post(API + path, "application/json", PluginJar.bytes("{\"values\":{}}"))
                .expectError(401);
    }

    @Test
    void showsATabAndACardAtHome() {
        String entity = "?entity=" + InstalledPlugins.SERVICE;
        JsonNode tabs = client.get(API + "/tabs" + entity + "&plugin=" + ID)
                .expect(200)
                .json()
                .path("tabs");
        assertEquals("Books", tabs.at("/0/title").asText());
        assertFalse(tabs.path(0).has("model"));
        JsonNode tab = client.get(API + "/tabs/" + ID + "/books-tab" + entity)
                .expect(200)
                .json();
        assertEquals(
                "<p>Books of <em>booking-service</em></p>\n",
                tab.at("/model/blocks/0/html").asText());
        press("/tabs/" + ID + "/books-tab/press/borrow" + entity, "{}");
        JsonNode home = client.get(API + "/home?plugin=" + ID)
                .expect(200)
                .json()
                .path("cards")
                .path(0);
        assertEquals(1, home.at("/model/blocks/0/value/v").asInt());
        assertEquals(
                home.path("model"),
                client.get(API + "/home/" + ID + "/borrowed-card")
                        .expect(200)
                        .json()
                        .path("model"));
    }

    @Test
    void tellsOpenPagesWhatChanged() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(portal.address() + "/api/events"))
                .header("Authorization", "Bearer " + portal.folder().token())
                .build();
        try (Stream<String> lines =
                HttpClient.newHttpClient().send(request, BodyHandlers.ofLines()).body()) {
            Iterator<String> heard = lines.iterator();
            assertEquals("hello", nextEvent(heard).event());
            press("/tabs/" + ID + "/books-tab/press/borrow?entity=" + InstalledPlugins.SERVICE, "{}");
            assertEquals(
                    json("{\"plugin\":\"" + ID + "\",\"ext\":\"books-tab\",\"ref\":\"" + InstalledPlugins.SERVICE
                            + "\"}"),
                    nextChange(heard));
            assertEquals(json("{\"plugin\":\"" + ID + "\",\"ext\":\"borrowed-card\"}"), nextChange(heard));
            press("/pages/at/press/shout?path=/" + ID, "{}");
            assertEquals(json("{\"plugin\":\"" + ID + "\"}"), nextChange(heard));
        }
    }

    @Test
    void isReplacedWhileItsPageIsOpen() {
        assertEquals("1.0.0", at("/" + ID).path("version").asText());
        client.install(jar("2.0.0")).expect(200);
        JsonNode now = at("/" + ID);
        assertEquals("2.0.0", now.path("version").asText());
        // the page that is open still shows the form of the former revision
        JsonNode added = press("/pages/at/press/add?path=/" + ID, "{\"title\":[\"late\"]}");
        assertEquals("ok", added.at("/outcome/status").asText());
        client.delete("/api/plugins/" + ID).expect(204);
        post("/pages/at/press/add?path=/" + ID, "{\"title\":[\"later\"]}").expectError(404);
    }

    private static byte[] jar(String version) {
        return PluginJar.of(ID, version)
                .with("Shelf", source("Shelf"))
                .with("ShelfPage", source("ShelfPage"))
                .with("BookPage", source("BookPage"))
                .with("DrawnPage", source("DrawnPage"))
                .with("BooksTab", source("BooksTab"))
                .with("BorrowedCard", source("BorrowedCard"))
                .file("ui/main.js", "export default () => ({ apiVersion: 1, elements: {} });")
                .build();
    }

    private static String source(String className) {
        try (InputStream in = PluginPagesJourney.class.getResourceAsStream("/shelf/" + className + ".java.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static List<String> contributions(JsonNode contributes) {
        List<String> found = new ArrayList<>();
        for (JsonNode one : contributes) {
            found.add(one.path("point").asText() + " " + one.path("id").asText() + " "
                    + one.path("title").asText());
        }
        return found;
    }

    private static JsonNode at(String pathAndQuery) {
        return client.get(API + "/pages/at?path=" + pathAndQuery).expect(200).json();
    }

    private static String pageError(String path) {
        return client.get(API + "/pages/at?path=" + path).expectError(404).message();
    }

    private static JsonNode block(JsonNode view, String kind) {
        for (JsonNode block : view.at("/model/blocks")) {
            if (block.path("kind").asText().equals(kind)) {
                return block;
            }
        }
        throw new AssertionError("There is no " + kind + " in " + view);
    }

    private static JsonNode press(String path, String values) {
        return post(path, values).expect(200).json();
    }

    private static Answer post(String path, String values) {
        return client.post(API + path, "application/json", PluginJar.bytes("{\"values\":" + values + "}"));
    }

    /** What stands on a stream of events. */
    private record Event(String event, String data) {}

    private static Event nextEvent(Iterator<String> lines) {
        String event = "";
        while (true) {
            String line = lines.next();
            if (line.startsWith("event: ")) {
                event = line.substring("event: ".length());
            } else if (line.startsWith("data: ")) {
                return new Event(event, line.substring("data: ".length()));
            }
        }
    }

    private static JsonNode nextChange(Iterator<String> lines) {
        Event event = nextEvent(lines);
        while (!event.event().equals("model.changed")) {
            event = nextEvent(lines);
        }
        return json(event.data());
    }

    private static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
