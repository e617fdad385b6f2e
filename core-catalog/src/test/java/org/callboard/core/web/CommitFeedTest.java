package org.callboard.core.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.callboard.api.source.FileChange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommitFeedTest {

    private static final String ONE = "0123456789abcdef0123456789abcdef01234567";
    private static final String TWO = "f".repeat(40);
    private static final Instant AT = Instant.parse("2026-05-04T10:20:30Z");

    private static Optional<FileChange> newest(String feed) {
        return CommitFeed.newest(feed.getBytes(StandardCharsets.UTF_8));
    }

    private static Optional<FileChange> change(String author) {
        return Optional.of(new FileChange(AT, new FileChange.Commit(ONE, author)));
    }

    @Test
    void readsFeedsOfGitHub() {
        assertEquals(change("Mara Öst"), newest("""
                <?xml version="1.0" encoding="UTF-8"?>
                <feed xmlns="http://www.w3.org/2005/Atom" xmlns:media="http://search.yahoo.com/mrss/" xml:lang="en-US">
                  <id>tag:github.com,2008:/acme/shop/commits/main/docs/index.md</id>
                  <link type="text/html" rel="alternate" href="https://github.com/acme/shop/commits/main/docs/index.md"/>
                  <title>Recent Commits to shop:main</title>
                  <updated>2026-06-01T00:00:00Z</updated>
                  <entry>
                    <id>tag:github.com,2008:Grit::Commit/%s</id>
                    <link type="text/html" rel="alternate" href="https://github.com/acme/shop/commit/%s"/>
                    <title>Say more</title>
                    <updated>2026-05-04T10:20:30Z</updated>
                    <media:thumbnail height="30" width="30" url="https://avatars.example.com/u/1"/>
                    <author><name>Mara Öst</name><uri>https://github.com/mara</uri></author>
                    <content type="html">&lt;pre&gt;Say more&lt;/pre&gt;</content>
                  </entry>
                  <entry><id>tag:github.com,2008:Grit::Commit/%s</id><updated>2025-01-01T00:00:00Z</updated></entry>
                </feed>
                """.formatted(ONE, ONE, TWO)));
    }

    @Test
    void readsFeedsOfGitLab() {
        assertEquals(change("Jon"), newest("""
                <feed xmlns="http://www.w3.org/2005/Atom"><title>shop:main commits</title>
                <entry>
                <id>https://gitlab.com/acme/shop/-/commit/%s</id>
                <link href="https://gitlab.com/acme/shop/-/commit/%s"/>
                <title>Say more</title>
                <updated>2026-05-04T12:20:30+02:00</updated>
                <author>
                  <name>Jon</name>
                  <email>jon@example.com</email>
                </author>
                </entry></feed>
                """.formatted(ONE, ONE)));
    }

    @Test
    void readsFeedsOfGiteaInBothForms() {
        assertEquals(
                change("Jon"),
                newest(
                        "<feed xmlns='http://www.w3.org/2005/Atom'><entry><title>x</title><updated>2026-05-04T10:20:30Z</updated><id>"
                                + ONE
                                + "</id><author><name>Jon</name><email>j@example.com</email></author></entry></feed>"));
        assertEquals(change("Jon"), newest("""
                <rss version="2.0"><channel><title>Latest commits</title><pubDate>Fri, 01 May 2026 00:00:00 +0000</pubDate>
                <item><title>x</title><link>https://codeberg.org/acme/shop/commit/%s</link><author>jon@example.com (Jon)</author>
                <guid>%s</guid><pubDate>Mon, 04 May 2026 10:20:30 +0000</pubDate></item></channel></rss>
                """.formatted(ONE, ONE)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "<html><body>Sign in</body></html>",
                "<feed/>",
                "<feed><entry/></feed>",
                "<feed><entry><id>0123456789abcdef0123456789abcdef01234567</id></entry></feed>",
                "<feed><entry><id>0123456789abcdef0123456789abcdef01234567</id><updated>Tomorrow</updated></entry></feed>",
                "<feed><entry><id>0123456789abcdef0123456789abcdef01234567</id><updated>2026-05-04T10:20:30Z</updated>",
                "<!DOCTYPE feed [<!ENTITY a SYSTEM 'file:///etc/passwd'>]><feed><entry><id>&a;</id></entry></feed>",
                "<!DOCTYPE f [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;&a;'>]><f><entry><id>&b;</id></entry></f>"
            })
    void whatIsNoFeedOfCommitsTellsNothing(String feed) {
        assertEquals(Optional.empty(), newest(feed));
    }

    @Test
    void namesAreCut() {
        Optional<FileChange> read =
                newest("<feed><entry><id>" + ONE + "</id><updated>2026-05-04T10:20:30Z</updated><author><name>"
                        + "x".repeat(100_000) + "</name></author></entry></feed>");
        assertEquals(change("x".repeat(200)), read);
    }
}
