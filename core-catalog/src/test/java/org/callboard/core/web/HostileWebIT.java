package org.callboard.core.web;

import static org.callboard.core.web.LocalServer.ascii;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;
import org.callboard.api.problem.Problem;
import org.callboard.core.read.UnreadableException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Servers and names that mean no good, numbered as rows B2 to B6 of what the portal must survive. */
class HostileWebIT {

    private LocalServer server;
    private Reading reading;

    @BeforeEach
    void open() throws IOException {
        server = new LocalServer().page("/a", "200 OK", "", "a: 1");
        reading = new Reading();
    }

    @AfterEach
    void close() {
        reading.close();
        server.close();
    }

    private void assertNobodyCame() {
        assertEquals(List.of(), server.requests());
    }

    @ParameterizedTest
    @CsvSource({
        "metadata.google.internal, 169.254.169.254",
        "a.example.com,            fd00:ec2::254",
        "a.example.com,            64:ff9b::169.254.169.254",
        "a.example.com,            100.100.100.200",
        "a.example.com,            0.0.0.0",
        "a.example.com,            255.255.255.255",
        "a.example.com,            fe80::1",
    })
    void b2RefusesMetadataAddressesAfterResolvingEvenOfHostsThatAreListed(String host, String address)
            throws Exception {
        reading.allow(host).allow(host + ":" + server.port());
        reading.names().name(host, address);
        Problem problem = reading.problem(server.url(host, "/a"));
        assertEquals("url-address-refused", problem.code());
        assertTrue(!problem.reason().contains(address), problem.reason());
        assertEquals(List.of(host), reading.names().asked());
    }

    @ParameterizedTest
    @ValueSource(strings = {"169.254.169.254", "[fd00:ec2::254]", "0.0.0.0", "[::]", "[::ffff:169.254.169.254]"})
    void b2RefusesMetadataAddressesWrittenOutUnlessListed(String host) throws Exception {
        reading.allow("*.example.com");
        assertEquals(
                "url-not-allowed",
                reading.code(WebUrl.parse("http://" + host + "/").toString()));
        assertEquals(List.of(), reading.names().asked());
    }

    @Test
    void b3AnAddressThatIsListedItselfIsAsked() throws Exception {
        reading.allow(server).allow("0.0.0.0:" + server.port());
        assertEquals("a: 1", reading.text(server.url("/a")));
        assertEquals("a: 1", reading.text(server.url("0.0.0.0", "/a")));
    }

    @Test
    void b3AHostListedByNameMayBeOneOfTheInnerNetwork() throws Exception {
        reading.allow("git.example.com:" + server.port());
        reading.names().name("git.example.com", "127.0.0.1");
        assertEquals("a: 1", reading.text(server.url("git.example.com", "/a")));
        assertEquals(
                "git.example.com:" + server.port(), server.requests().get(0).header("host"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "10.0.0.1",
                "192.168.0.1",
                "172.16.0.1",
                "100.64.0.1",
                "::1",
                "fd00::1",
                "2002:7f00:1::"
            })
    void b3AHostListedByWildcardMayNot(String address) throws Exception {
        reading.allow("*.example.com:" + server.port()).allow("git.example.com:1");
        reading.names().name("git.example.com", address);
        assertEquals("url-address-refused", reading.code(server.url("git.example.com", "/a")));
        assertNobodyCame();
    }

    @Test
    void b3OneInnerAddressAmongOthersCondemnsAHostListedByWildcard() throws Exception {
        reading.allow("*.example.com:" + server.port());
        reading.names().name("git.example.com", "203.0.113.7", "127.0.0.1");
        assertEquals("url-address-refused", reading.code(server.url("git.example.com", "/a")));
        assertNobodyCame();
    }

    @Test
    void b3ANameIsResolvedOnceForEachConnectionSoThatItCannotChangeBetweenCheckAndUse() throws Exception {
        reading.allow("git.example.com:" + server.port());
        reading.names().name("git.example.com", "127.0.0.1").name("git.example.com", "169.254.169.254");
        assertEquals("a: 1", reading.text(server.url("git.example.com", "/a")));
        assertEquals(List.of("git.example.com"), reading.names().asked());
        assertEquals("url-address-refused", reading.code(server.url("git.example.com", "/a")));
        assertEquals(1, server.requests().size());
    }

    @Test
    void b4ARedirectToAHostThatIsNotListedIsNotFollowed() throws Exception {
        try (LocalServer other = new LocalServer().page("/a", "200 OK", "", "secret")) {
            server.page("/away", "302 Found", "Location: " + other.url("/a"), "");
            reading.allow(server);
            assertEquals("url-not-allowed", reading.code(server.url("/away")));
            assertEquals(List.of(), other.requests());
        }
    }

    @Test
    void b4ARedirectToAnInnerAddressIsNotFollowed() throws Exception {
        server.page("/away", "302 Found", "Location: " + server.url("in.example.com", "/a"), "");
        reading.allow(server).allow("*.example.com:" + server.port());
        reading.names().name("in.example.com", "127.0.0.1");
        assertEquals("url-address-refused", reading.code(server.url("/away")));
        assertEquals(1, server.requests().size());
    }

    @Test
    void b4ARedirectToAPathThatIsNotListedIsNotFollowed() throws Exception {
        server.page("/open/away", "302 Found", "Location: /closed/a", "");
        reading.allow("127.0.0.1:" + server.port(), "/open/");
        assertEquals("url-not-allowed", reading.code(server.url("/open/away")));
        assertEquals(1, server.requests().size());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "file:///etc/passwd",
                "ftp://127.0.0.1/a",
                "//127.0.0.1@evil.com/",
                "/\\evil.com",
                "http://2130706433/"
            })
    void b4ARedirectIsReadByTheRulesOfAllUrls(String target) throws Exception {
        server.page("/away", "302 Found", "Location: " + target, "");
        reading.allow(server);
        assertTrue(List.of("url-scheme", "url-malformed").contains(reading.code(server.url("/away"))));
        assertEquals(1, server.requests().size());
    }

    @Test
    void b4FiveRedirectsAreFollowedAndSixAreNot() throws Exception {
        for (int i = 1; i <= 20; i++) {
            server.page("/" + i, "302 Found", "Location: /" + (i == 1 ? "a" : String.valueOf(i - 1)), "");
        }
        reading.allow(server);
        assertEquals("a: 1", reading.text(server.url("/5")));
        server.requests().clear();
        assertEquals("url-redirect", reading.code(server.url("/20")));
        assertEquals(6, server.requests().size());
    }

    @Test
    void b4NoCookieAndNoSecretIsSentAlong() throws Exception {
        server.page("/in", "302 Found", "Set-Cookie: session=1; Path=/\nLocation: /a", "");
        server.page("/locked", "401 Unauthorized", "WWW-Authenticate: Basic realm=\"x\"\nSet-Cookie: a=b", "");
        reading.allow(server);
        reading.text(server.url("/in"));
        assertEquals("url-forbidden", reading.code(server.url("/locked")));
        reading.text(server.url("/a"));
        for (LocalServer.Request request : server.requests()) {
            Map<String, String> headers = request.headers();
            assertTrue(!headers.containsKey("cookie") && !headers.containsKey("authorization"), headers.toString());
        }
        assertEquals(4, server.requests().size());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://allowed.com.evil.com/",
                "http://evilallowed.com/",
                "http://allowed.com:81/",
                "https://allowed.com:80/",
                "http://allowed.com/closed/a",
                "http://allowed.com/open/../closed/a",
                "http://allowed.com/",
                "http://allowed.com/OPEN/a",
                "http://below.com/a",
                "http://x.below.com:8080/a",
                "http://port.com/a",
            })
    void b5OnlyTheVeryHostPortAndPathThatAreListedAreAsked(String url) throws Exception {
        reading.allow("allowed.com", "/open/").allow("*.below.com").allow("port.com:8080");
        String form = WebUrl.parse(url).toString();
        assertEquals("url-not-allowed", reading.code(form));
        assertEquals(List.of(), reading.names().asked());
    }

    @Test
    void b5NothingIsAskedWhereNothingIsListed() throws Exception {
        assertEquals("url-not-allowed", reading.code(server.url("/a")));
        assertNobodyCame();
    }

    @Test
    void b6AnAnswerThatNeverEndsIsCutWhereItIsTooLong() throws Exception {
        server.page("/endless", (request, out) -> {
            out.write(ascii("HTTP/1.1 200 OK\r\n\r\n"));
            forever(out, "all work and no play makes a dull file\n");
        });
        server.page("/chunks", (request, out) -> {
            out.write(ascii("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"));
            forever(out, "4\r\nabcd\r\n");
        });
        server.page("/announced", (request, out) -> {
            out.write(ascii("HTTP/1.1 200 OK\r\nContent-Length: 10737418240\r\n\r\n"));
            forever(out, "x");
        });
        reading.allow(server);
        assertEquals("url-too-large", reading.code(server.url("/endless")));
        assertEquals("url-too-large", reading.code(server.url("/chunks")));
        assertEquals("url-too-large", reading.code(server.url("/announced")));
    }

    private static void forever(OutputStream out, String text) throws IOException {
        while (true) {
            out.write(ascii(text));
            out.flush();
        }
    }

    @Test
    void b6AFileOfExactlyTheLongestLengthIsRead() throws Exception {
        server.page("/fits", "200 OK", "", "x".repeat(10_000));
        server.page("/over", "200 OK", "", "x".repeat(10_001));
        reading.allow(server);
        assertEquals(10_000, reading.text(server.url("/fits")).length());
        assertEquals("url-too-large", reading.code(server.url("/over")));
    }

    @Test
    void b6AnAnswerThatDripsIsCutWhenItsTimeIsOver() throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        server.page("/slow", (request, out) -> {
            out.write(ascii("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n"));
            for (int i = 0; i < 1_000; i++) {
                out.write('x');
                out.flush();
                never.await(50, TimeUnit.MILLISECONDS);
            }
        });
        server.page("/silent", (request, out) -> never.await());
        server.page("/loop", (request, out) -> {
            never.await(100, TimeUnit.MILLISECONDS);
            out.write(ascii("HTTP/1.1 302 Found\r\nContent-Length: 0\r\nLocation: /loop\r\n\r\n"));
        });
        reading.allow(server).within(Duration.ofMillis(400));
        assertEquals("url-timeout", reading.code(server.url("/slow")));
        assertEquals("url-timeout", reading.code(server.url("/silent")));
        assertEquals("url-timeout", reading.code(server.url("/loop")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "deflate", "br", "GZIP, gzip"})
    void b6APackedAnswerIsRefusedUnopened(String encoding) throws Exception {
        ByteArrayOutputStream bomb = new ByteArrayOutputStream();
        try (OutputStream zip = new GZIPOutputStream(bomb)) {
            zip.write(new byte[1_000_000]);
        }
        server.page("/bomb", (request, out) -> {
            out.write(ascii("HTTP/1.1 200 OK\r\nContent-Encoding: " + encoding + "\r\nContent-Length: " + bomb.size()
                    + "\r\n\r\n"));
            bomb.writeTo(out);
        });
        reading.allow(server);
        assertEquals("url-encoded", reading.code(server.url("/bomb")));
        assertEquals("identity", server.requests().get(0).header("accept-encoding"));
    }

    @Test
    void b6AnAnswerShorterThanItSaysIsAFailure() throws Exception {
        server.page("/short", (request, out) -> out.write(ascii("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nabc")));
        server.page(
                "/cut",
                (request, out) ->
                        out.write(ascii("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n4\r\nabcd\r\n")));
        server.page("/none", (request, out) -> out.write(ascii("HTTP/1.1 200 OK\r\nContent-Le")));
        reading.allow(server);
        assertEquals("url-broken-answer", reading.code(server.url("/short")));
        assertEquals("url-broken-answer", reading.code(server.url("/cut")));
        assertEquals("url-broken-answer", reading.code(server.url("/none")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Length: 3\r\nContent-Length: 5\r\n\r\nabcde",
                "Content-Length: -3\r\n\r\nabc",
                "Content-Length: three\r\n\r\nabc",
                "Content-Length: 99999999999999999999\r\n\r\nabc",
                "Transfer-Encoding: chunked\r\n\r\nzz\r\nabc\r\n",
                "Transfer-Encoding: chunked\r\n\r\nffffffffffff\r\nabc\r\n",
            })
    void b6AnAnswerThatContradictsItselfIsAFailure(String rest) throws Exception {
        server.page("/odd", (request, out) -> out.write(ascii("HTTP/1.1 200 OK\r\n" + rest)));
        reading.allow(server);
        assertEquals("url-broken-answer", reading.code(server.url("/odd")));
    }

    @Test
    void b6HeadersThatNeverEndAreCut() throws Exception {
        server.page("/headers", (request, out) -> {
            out.write(ascii("HTTP/1.1 200 OK\r\n"));
            forever(out, "X-Padding: aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\r\n");
        });
        server.page("/header", (request, out) -> {
            out.write(ascii("HTTP/1.1 200 OK\r\nX-Padding: "));
            forever(out, "aaaaaaaaaaaaaaaaaaaaaaaaaaaa");
        });
        server.page("/trailers", (request, out) -> {
            out.write(ascii("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1\r\na\r\n0\r\n"));
            forever(out, "X-Padding: aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\r\n");
        });
        reading.allow(server);
        assertEquals("url-broken-answer", reading.code(server.url("/headers")));
        assertEquals("url-broken-answer", reading.code(server.url("/header")));
        assertEquals("url-broken-answer", reading.code(server.url("/trailers")));
    }

    @Test
    void b6InterimAnswersThatNeverEndAreCutWhenTimeIsOver() throws Exception {
        server.page("/hints", (request, out) -> forever(out, "HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n"));
        reading.allow(server).within(Duration.ofMillis(400));
        assertEquals("url-timeout", reading.code(server.url("/hints")));
    }

    @ParameterizedTest
    @CsvSource({
        "404 Not Found,             url-not-found",
        "410 Gone,                  url-not-found",
        "401 Unauthorized,          url-forbidden",
        "403 Forbidden,             url-forbidden",
        "429 Too Many Requests,     url-rate-limited",
        "500 Internal Server Error, url-server-failed",
        "503 Service Unavailable,   url-server-failed",
        "204 No Content,            url-unexpected-status",
        "206 Partial Content,       url-unexpected-status",
        "304 Not Modified,          url-unexpected-status",
        "302 Found,                 url-unexpected-status",
        "101 Switching Protocols,   url-unexpected-status",
        "999 Whatever,              url-unexpected-status",
    })
    void eachStatusIsAProblemInWordsThatStayTheSame(String status, String code) throws Exception {
        server.page("/a", (request, out) -> out.write(ascii("HTTP/1.1 " + status + "\r\nX: y\r\n\r\n")));
        reading.allow(server);
        Problem problem = reading.problem(server.url("/a"));
        assertEquals(code, problem.code());
        assertEquals(problem, reading.problem(server.url("/a")));
    }

    @Test
    void aServerThatIsNotThereIsAProblem() throws Exception {
        reading.allow(server).allow("gone.example.com");
        String url = server.url("/a");
        server.close();
        assertEquals("url-unreachable", reading.code(url));
        assertEquals("url-unknown-host", reading.code("http://gone.example.com/"));
    }

    @Test
    void aServerThatIsNoWebServerIsAProblem() throws Exception {
        server.page("/a", (request, out) -> out.write(ascii("220 smtp.example.com ESMTP\r\n\r\n")));
        reading.allow(server);
        assertEquals("url-broken-answer", reading.code(server.url("/a")));
    }

    @Test
    void hundredsOfBadAnswersLeaveNoThreadsBehind() throws Exception {
        server.page("/endless", (request, out) -> {
            out.write(ascii("HTTP/1.1 200 OK\r\n\r\n"));
            forever(out, "x".repeat(1_000));
        });
        reading.allow(server);
        int most = 0;
        for (int i = 0; i < 300; i++) {
            assertEquals("url-too-large", reading.code(server.url("/endless")));
            most = Math.max(most, clientThreads());
        }
        assertTrue(most <= 16, "threads: " + most);
    }

    private static int clientThreads() {
        return LocalServer.threads("web-client").size();
    }

    @Test
    void whoClosesTheClientEndsItsThreads() throws Exception {
        reading.allow(server);
        reading.text(server.url("/a"));
        reading.close();
        for (Thread thread : LocalServer.threads("web-client")) {
            thread.join(60_000);
        }
        assertEquals(0, clientThreads());
        assertEquals("url-broken-answer", reading.code(server.url("/a")));
    }

    @Test
    void theRulesAreAskedForEveryFetchWhoeverAsks() throws UnreadableException {
        assertEquals("url-not-allowed", reading.code("http://example.com/"));
    }
}
