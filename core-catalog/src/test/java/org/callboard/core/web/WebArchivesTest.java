package org.callboard.core.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import org.callboard.core.read.UnreadableException;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WebArchivesTest {

    private static final Duration INTERVAL = Duration.ofMinutes(2);
    private static final String PATH = "/shop.zip";

    private final HandDriven driven = new HandDriven();
    private final Path folder;
    private LocalServer server;
    private WebArchives archives;
    private WebUrl url;

    WebArchivesTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @BeforeEach
    void open() throws Exception {
        server = new LocalServer();
        url = WebUrl.parse(server.url(PATH));
        archives = archives("127.0.0.1:" + server.port());
    }

    @AfterEach
    void close() {
        archives.close();
        server.close();
    }

    private WebArchives archives(String host) throws MalformedException {
        ReadingRules rules = new ReadingRules(List.of(AllowedHost.parse(host, List.of())));
        ArchiveFolder kept = new ArchiveFolder(folder);
        FetchLimits limits = new FetchLimits(Reading.AMPLE, Reading.AMPLE, 1_000, 8_192, 5);
        return new WebArchives(
                kept,
                rules,
                new Schedule(INTERVAL, driven.clock(), new Random(1)),
                new WebClient(rules, NameResolver.SYSTEM, limits, new SslContextFactory.Client(), kept),
                driven,
                new RefuseBad());
    }

    /** Notes what was there before, where it is told to. */
    private static final class RefuseBad implements ArchiveCheck {

        @Override
        public void require(String url, Path archive) throws UnreadableException {
            if (read(archive).startsWith("bad")) {
                throw new UnreadableException("archive-unfit", "It is bad.", "Make it good.");
            }
        }

        @Override
        public void compare(Path before, Path archive) {
            if (read(archive).startsWith("noted")) {
                try {
                    Files.writeString(ArchiveCheck.notes(archive), "after " + read(before));
                } catch (IOException failure) {
                    throw new UncheckedIOException(failure);
                }
            }
        }

        private static String read(Path file) {
            try {
                return Files.readString(file);
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
    }

    private Held held() throws UnreadableException {
        return archives.open(url);
    }

    private String text() throws UnreadableException, IOException {
        return Files.readString(Objects.requireNonNull(held().file()));
    }

    private String code() throws UnreadableException {
        return Objects.requireNonNull(held().problem()).code();
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void isFetchedInTheBackgroundAndKeptOnTheDisk() throws Exception {
        server.page(PATH, "200 OK", "ETag: \"1\"", "first");
        assertNull(held().file());
        assertEquals("url-pending", code());
        assertFalse(held().fetch().isDone());
        assertEquals(1, driven.run());
        assertEquals("first", text());
        assertNull(held().problem());
        assertEquals(2, files().size(), "the archive and its note");
    }

    @Test
    void workInTheBackgroundTakesNobodysPlace() throws Exception {
        for (int i = 0; i < WebArchives.MOST; i++) {
            archives.open(WebUrl.parse(server.url("/" + i + ".zip")));
        }
        WebUrl another = WebUrl.parse(server.url("/another.zip"));
        UnreadableException refused = assertThrows(UnreadableException.class, () -> archives.openIfRoom(another));
        assertEquals("url-no-room", refused.problem().code());
        Held unused = archives.open(another);
        assertEquals(
                "url-pending",
                Objects.requireNonNull(archives.openIfRoom(another).problem()).code());
    }

    @Test
    void isAskedForAgainByItsTagAndReplacedWhenItIsAnother() throws Exception {
        server.page(PATH, "200 OK", "ETag: \"1\"", "first");
        held();
        driven.run();
        String hash = held().hash();
        server.page(PATH, "304 Not Modified", "", "");
        driven.pass(INTERVAL.multipliedBy(2));
        assertEquals("\"1\"", server.requests().get(1).header("if-none-match"));
        assertEquals("first", text());
        assertEquals(hash, held().hash());
        server.page(PATH, "200 OK", "ETag: \"2\"", "second");
        driven.pass(INTERVAL.multipliedBy(2));
        assertEquals("second", text());
        assertEquals(2, files().size(), "what it was before is gone");
    }

    @Test
    void theLastGoodOneIsHeldWhateverComesInstead() throws Exception {
        server.page(PATH, "200 OK", "", "first");
        held();
        driven.run();
        server.page(PATH, "404 Not Found", "", "");
        again();
        assertEquals("url-not-found", code());
        assertEquals("first", text());
        server.page(PATH, "200 OK", "", "bad one");
        again();
        assertEquals("archive-unfit", code());
        assertEquals("first", text());
        server.page(PATH, "200 OK", "", "long".repeat(1_000));
        again();
        assertEquals("url-too-large", code());
        server.page(PATH, "200 OK", "Content-Type: text/html", "sign in");
        again();
        assertEquals("url-web-page", code());
        assertEquals("first", text());
        assertEquals(2, files().size(), "nothing that was refused is left");
        server.page(PATH, "200 OK", "", "last");
        again();
        assertNull(held().problem());
        assertEquals("last", text());
    }

    private void again() {
        driven.pass(Duration.ofSeconds(2));
        var unused = archives.refresh(url.toString());
        driven.run();
    }

    private String notes() throws Exception {
        Path notes = ArchiveCheck.notes(Objects.requireNonNull(held().file()));
        return Files.exists(notes) ? Files.readString(notes) : "none";
    }

    @Test
    void notesOnAnArchiveGoWhereItGoes() throws Exception {
        server.page(PATH, "200 OK", "", "noted at first");
        held();
        driven.run();
        assertEquals("none", notes());
        server.page(PATH, "200 OK", "", "noted then");
        again();
        assertEquals("after noted at first", notes());
        assertEquals(3, files().size());
        server.page(PATH, "200 OK", "", "bad one");
        again();
        Files.writeString(folder.resolve("arriving1.zip.changes"), "of what never came whole");
        archives.close();
        archives = archives("127.0.0.1:" + server.port());
        assertEquals("after noted at first", notes());
        assertEquals(3, files().size());
        server.page(PATH, "200 OK", "", "last");
        again();
        assertEquals("none", notes());
        assertEquals(2, files().size(), () -> "those on the former one are gone");
    }

    @Test
    void aPushHasTheArchivesOfItsRepositoryAskedForWhoeverReadsThem() throws Exception {
        WebUrl led = WebUrl.parse(server.url("/acme/led/archive/main.zip"));
        WebUrl old = WebUrl.parse(server.url("/acme/led/archive/v1.zip"));
        server.page(led.path(), "200 OK", "", "led").page(old.path(), "200 OK", "", "old");
        server.page(PATH, "200 OK", "", "first").page("/acme/ledger/archive/main.zip", "200 OK", "", "ledger");
        for (WebUrl archive : List.of(led, old, url, WebUrl.parse(server.url("/acme/ledger/archive/main.zip")))) {
            Held unused = archives.open(archive);
        }
        driven.run();
        driven.pass(Duration.ofHours(25));
        int before = server.requests().size();
        server.page(led.path(), "200 OK", "", "lamp");
        assertEquals(
                2,
                archives.pushed(RepositoryAddress.parse(server.url("/Acme/Led")).orElseThrow()));
        driven.run();
        assertEquals(before + 2, server.requests().size());
        assertEquals(
                "lamp",
                Files.readString(Objects.requireNonNull(archives.open(led).file())));
    }

    @Test
    void isThereAfterARestartThoughTheServerIsGone() throws Exception {
        server.page(PATH, "200 OK", "", "first");
        held();
        driven.run();
        archives.close();
        Files.writeString(folder.resolve("arriving1.zip"), "half");
        server.page(PATH, "503 Service Unavailable", "", "");
        archives = archives("127.0.0.1:" + server.port());
        assertEquals("first", text());
        assertEquals(2, files().size(), "what never came whole is cleared away");
        driven.pass(INTERVAL.multipliedBy(2));
        assertEquals("first", text());
        assertNotNull(held().problem());
    }

    @Test
    void whatIsNotAllowedIsNeverAskedForAndNotKept() throws Exception {
        server.page(PATH, "200 OK", "", "first");
        held();
        driven.run();
        archives.close();
        archives = archives("example.com");
        assertEquals(List.of(), files());
        assertEquals(
                "url-not-allowed",
                assertThrows(UnreadableException.class, this::held).problem().code());
        assertEquals(0, driven.run());
    }

    @Test
    void whatNobodyReadsAnyMoreIsNotAskedForAgain() throws Exception {
        server.page(PATH, "200 OK", "", "first");
        held();
        driven.run();
        driven.pass(Duration.ofHours(25));
        assertEquals(1, server.requests().size());
        held();
        driven.pass(Duration.ofSeconds(1));
        assertEquals(2, server.requests().size());
    }

    @Test
    void thoseThatNobodyHasReadLongestGo() throws Exception {
        server.page(PATH, "200 OK", "", "first");
        held();
        driven.run();
        driven.pass(Duration.ofSeconds(1));
        for (int i = 0; i < WebArchives.MOST; i++) {
            archives.open(WebUrl.parse(server.url("/other" + i + ".zip")));
        }
        assertEquals(List.of(), files());
    }
}
