package org.callboard.core.web;

import static org.callboard.core.web.LocalServer.ascii;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.List;
import org.callboard.core.web.Outcome.Failed;
import org.callboard.core.web.Outcome.Fetched;
import org.callboard.core.web.Outcome.Unchanged;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebClientIT {

    private LocalServer server;
    private Reading reading;

    @BeforeEach
    void open() throws Exception {
        server = new LocalServer().page("/a", "200 OK", "", "a: 1");
        reading = new Reading().allow(server);
    }

    @AfterEach
    void close() {
        reading.close();
        server.close();
    }

    @Test
    void fetchesAPageWithWhatTheServerKnowsItBy() throws Exception {
        server.page("/tagged", "200 OK", "ETag: W/\"1\"\nLast-Modified: Wed, 21 Oct 2015 07:28:00 GMT", "b: 2");
        Fetched page = assertInstanceOf(Fetched.class, reading.fetch(server.url("/tagged")));
        assertEquals(new Validators("W/\"1\"", "Wed, 21 Oct 2015 07:28:00 GMT"), page.validators());
        LocalServer.Request request = server.requests().get(0);
        assertEquals("Callboard", request.header("user-agent"));
        assertEquals("", request.header("if-none-match"));
    }

    @Test
    void showsTheServerWhatItKnowsThePageBy() throws Exception {
        server.page("/tagged", "304 Not Modified", "ETag: \"1\"", "");
        WebUrl url = WebUrl.parse(server.url("/tagged"));
        assertInstanceOf(Unchanged.class, reading.client().fetch(url, new Validators("\"1\"", "yesterday")));
        assertEquals("\"1\"", server.requests().get(0).header("if-none-match"));
        assertEquals("yesterday", server.requests().get(0).header("if-modified-since"));
    }

    @Test
    void keepsNothingOfATagThatCannotBeSentBack() {
        assertEquals(Validators.NONE, Validators.of("\"a\r\nX: y\"", "x".repeat(2_000)));
        assertEquals(Validators.NONE, Validators.of("", "\"ü\""));
    }

    @Test
    void readsChunksAndAnswersThatEndWithTheConnection() throws Exception {
        server.page(
                "/chunks",
                (request, out) -> out.write(
                        ascii("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nab\r\n1\r\nc\r\n0\r\n\r\n")));
        server.page("/old", (request, out) -> out.write(ascii("HTTP/1.0 200 OK\r\n\r\nabcd")));
        server.page(
                "/hint",
                (request, out) -> out.write(
                        ascii(
                                "HTTP/1.1 103 Early Hints\r\nLink: </b>\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\ne")));
        assertEquals("abc", reading.text(server.url("/chunks")));
        assertEquals("abcd", reading.text(server.url("/old")));
        assertEquals("e", reading.text(server.url("/hint")));
    }

    @Test
    void followsRedirectsOfEverySortToHostsThatAreListed() throws Exception {
        try (LocalServer other = new LocalServer().page("/b/c", "200 OK", "", "c: 3")) {
            reading.allow(other);
            server.page("/1", "301 Moved Permanently", "Location: /x/2", "");
            server.page("/x/2", "303 See Other", "Location: 3?y=z", "moved");
            server.page("/x/3?y=z", "307 Temporary Redirect", "Location: ../4", "");
            server.page("/4", "308 Permanent Redirect", "Location: " + other.url("/b/c"), "");
            assertEquals("c: 3", reading.text(server.url("/1")));
            assertEquals(
                    List.of("/b/c"),
                    other.requests().stream().map(LocalServer.Request::path).toList());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/html", "text/html; charset=utf-8", " TEXT/HTML", "application/xhtml+xml"})
    void aWebPageIsNoDescriptor(String type) throws Exception {
        server.page("/page", "200 OK", "Content-Type: " + type, "<html></html>");
        assertEquals("url-web-page", reading.code(server.url("/page")));
    }

    @Test
    void passesOnWhenTheServerWantsToBeAskedAgain() throws Exception {
        server.page("/busy", "503 Service Unavailable", "Retry-After: 7", "");
        assertEquals(
                "7",
                assertInstanceOf(Failed.class, reading.fetch(server.url("/busy")))
                        .retryAfter());
        assertNull(assertInstanceOf(Failed.class, reading.fetch(server.url("/none")))
                .retryAfter());
    }

    @Test
    void thePageOfACodeHostNeedsNoOtherEntryThanItsOwn() throws Exception {
        server.page("/g/p/-/raw/main/a.yaml", "200 OK", "", "raw: 1");
        reading.allow("git.example.com:" + server.port(), "/g/p/-/blob/");
        reading.names().name("git.example.com", "127.0.0.1");
        assertEquals("raw: 1", reading.text(server.url("git.example.com", "/g/p/-/blob/main/a.yaml")));
        assertEquals("url-not-allowed", reading.code(server.url("git.example.com", "/g/p/-/raw/main/a.yaml")));
    }

    @Test
    void aRawAddressThatIsImpliedMayNotBeOneOfTheInnerNetwork() throws Exception {
        reading.allow("github.com");
        reading.names().name("raw.githubusercontent.com", "127.0.0.1");
        assertEquals("url-address-refused", reading.code("https://github.com/o/r/blob/main/a.yaml"));
        assertEquals(List.of("raw.githubusercontent.com"), reading.names().asked());
    }

    @Test
    void readsOverTlsFromWhoShowsATrustedCertificateForTheName(@TempDir Path folder) throws Exception {
        SslContextFactory.Server keys = keys(folder, "git.example.com");
        try (LocalServer secure = new LocalServer(keys.getSslContext().getServerSocketFactory())) {
            secure.page("/a", "200 OK", "", "s: 1").page("/down", "302 Found", "Location: " + server.url("/a"), "");
            String right = "https://git.example.com:" + secure.port();
            String wrong = "https://other.example.com:" + secure.port();
            reading.allow("git.example.com:" + secure.port()).allow("other.example.com:" + secure.port());
            reading.names().name("git.example.com", "127.0.0.1").name("other.example.com", "127.0.0.1");
            reading.trust().setTrustStore(trusting(keys.getKeyStore()));
            assertEquals("s: 1", reading.text(right + "/a"));
            assertEquals("url-certificate", reading.code(wrong + "/a"));
            assertEquals("url-redirect", reading.code(right + "/down"));
            assertEquals(List.of(), server.requests());
        } finally {
            keys.stop();
        }
    }

    @Test
    void refusesACertificateThatNobodyTrusts(@TempDir Path folder) throws Exception {
        SslContextFactory.Server keys = keys(folder, "git.example.com");
        try (LocalServer secure = new LocalServer(keys.getSslContext().getServerSocketFactory())) {
            reading.allow("git.example.com:" + secure.port());
            reading.names().name("git.example.com", "127.0.0.1");
            assertEquals("url-certificate", reading.code("https://git.example.com:" + secure.port() + "/a"));
            assertEquals(List.of(), secure.requests());
        } finally {
            keys.stop();
        }
    }

    private static KeyStore trusting(KeyStore keys) throws Exception {
        KeyStore trust = KeyStore.getInstance("PKCS12");
        trust.load(null, null);
        trust.setCertificateEntry("a", keys.getCertificate("a"));
        return trust;
    }

    private static SslContextFactory.Server keys(Path folder, String host) throws Exception {
        Path store = folder.resolve("keys");
        String keytool =
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        Process made = new ProcessBuilder(
                        keytool,
                        "-genkeypair",
                        "-keyalg",
                        "EC",
                        "-alias",
                        "a",
                        "-dname",
                        "CN=" + host,
                        "-ext",
                        "san=dns:" + host,
                        "-keystore",
                        store.toString(),
                        "-storepass",
                        "password",
                        "-validity",
                        "2")
                .redirectErrorStream(true)
                .start();
        made.getInputStream().readAllBytes();
        assertEquals(0, made.waitFor());
        SslContextFactory.Server keys = new SslContextFactory.Server();
        keys.setKeyStorePath(store.toString());
        keys.setKeyStorePassword("password");
        keys.start();
        return keys;
    }

    @Test
    void connectsToTheNextAddressWhereOneIsDown() throws Exception {
        try (ServerSocket six = six()) {
            assumeTrue(six != null, "this machine has no IPv6 loopback");
        }
        reading.allow("git.example.com:" + server.port());
        reading.names().name("git.example.com", "::1", "127.0.0.1");
        assertEquals("a: 1", reading.text(server.url("git.example.com", "/a")));
    }

    private static ServerSocket six() {
        try {
            return new ServerSocket(0, 1, InetAddress.getAllByName("::1")[0]);
        } catch (IOException none) {
            return null;
        }
    }
}
