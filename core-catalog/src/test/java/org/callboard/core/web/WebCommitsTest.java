package org.callboard.core.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.callboard.api.source.FileChange;
import org.callboard.core.read.UnreadableException;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WebCommitsTest {

    private static final String COMMIT = "0123456789abcdef0123456789abcdef01234567";
    private static final String FEED = "<feed><entry><id>" + COMMIT
            + "</id><updated>2026-05-04T10:20:30Z</updated><author><name>Jon</name></author></entry></feed>";
    private static final Optional<FileChange> CHANGE =
            Optional.of(new FileChange(Instant.parse("2026-05-04T10:20:30Z"), new FileChange.Commit(COMMIT, "Jon")));

    private final LocalServer server;
    private final HandDriven driven = new HandDriven();
    private WebCommits commits;
    private ArchiveAddress shop;

    WebCommitsTest() throws Exception {
        server = new LocalServer();
    }

    @BeforeEach
    void open() throws Exception {
        ReadingRules rules = new ReadingRules(List.of(AllowedHost.parse("127.0.0.1:" + server.port(), List.of())));
        commits = new WebCommits(
                new WebClient(rules, NameResolver.SYSTEM, FetchLimits.DEFAULT, new SslContextFactory.Client()),
                driven.clock(),
                driven);
        shop = ArchiveAddress.of(server.url("/acme/shop/blob/main/docs/catalog-info.yaml"), "");
    }

    @AfterEach
    void close() {
        commits.close();
        server.close();
    }

    private Optional<FileChange> ask(String file, String content) {
        return commits.of(shop, COMMIT, file, content, Duration.ZERO);
    }

    private void feed(String file, String status, String headers, String body) {
        server.page("/acme/shop/commits/" + COMMIT + "/" + file + ".atom", status, headers, body);
    }

    @Test
    void asksOnceForWhatAFileHolds() {
        feed("docs/a%20b.md", "200 OK", "", FEED);
        assertEquals(Optional.empty(), ask("docs/a b.md", "1"));
        assertEquals(Optional.empty(), ask("docs/a b.md", "1"));
        assertEquals(1, driven.run());
        assertEquals(CHANGE, ask("docs/a b.md", "1"));
        assertEquals(CHANGE, commits.of(shop, "f".repeat(40), "docs/a b.md", "1", Duration.ZERO));
        assertEquals(0, driven.run());
        assertEquals(Optional.empty(), ask("docs/a b.md", "2"));
        assertEquals(1, driven.run());
        assertEquals(2, server.requests().size());
    }

    @Test
    void whatIsNotKnownIsAskedForAgainAfterAnHour() {
        assertEquals(Optional.empty(), ask("gone.md", "1"));
        assertEquals(1, driven.run());
        assertEquals(Optional.empty(), ask("gone.md", "1"));
        assertEquals(0, driven.run());
        feed("gone.md", "200 OK", "", FEED);
        driven.pass(Duration.ofMinutes(61));
        ask("gone.md", "1");
        assertEquals(1, driven.run());
        assertEquals(CHANGE, ask("gone.md", "1"));
    }

    @Test
    void aHostThatRefusesIsLeftAlone() {
        feed("a.md", "429 Too Many Requests", "Retry-After: 60", "");
        feed("b.md", "200 OK", "", FEED);
        ask("a.md", "1");
        assertEquals(1, driven.run());
        ask("b.md", "1");
        assertEquals(0, driven.run());
        driven.pass(Duration.ofSeconds(61));
        ask("b.md", "1");
        assertEquals(1, driven.run());
        assertEquals(CHANGE, ask("b.md", "1"));
    }

    @Test
    void nobodyIsAskedWhomTheConfigurationDoesNotAllow() throws UnreadableException {
        shop = ArchiveAddress.of("https://git.example.com/acme/shop/blob/main/x.yaml", "");
        ask("a.md", "1");
        driven.run();
        assertEquals(Optional.empty(), ask("a.md", "1"));
        shop = ArchiveAddress.of(server.url("/handbook.zip"), "");
        assertEquals(Optional.empty(), ask("a.md", "1"));
        assertEquals(0, driven.run());
        assertEquals(0, server.requests().size());
    }
}
