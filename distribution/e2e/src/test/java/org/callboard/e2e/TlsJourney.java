package org.callboard.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The portal speaks TLS itself, with a certificate from files that change while it runs. */
class TlsJourney {

    private static final Duration SOON = Duration.ofSeconds(60);

    private final Path root;
    private final Path certificate;
    private final Path key;
    private final ServerKey first;
    private final PortalFolder folder;

    TlsJourney(@TempDir Path root) {
        this.root = root;
        this.certificate = root.resolve("server.pem");
        this.key = root.resolve("server.key");
        this.first = ServerKey.in(root, "first");
        first.writeCertificate(certificate);
        first.writeKey(key);
        this.folder = PortalFolder.with(root, """
                server:
                  tls:
                    certificate: server.pem
                    key: server.key
                """);
    }

    private Client client(PortalProcess portal, ServerKey trusted) {
        Client client = Client.trusting(trusted.trusting(), portal.address());
        return client.with("Authorization", "Bearer " + folder.token());
    }

    private PortalProcess start() {
        PortalProcess portal = PortalProcess.begin(folder);
        Eventually.holds("the portal's address", SOON, portal::hasAddress);
        Client client = client(portal, first);
        Eventually.holds("200 of /health/ready", SOON, () -> answers(client));
        return portal;
    }

    private static boolean answers(Client client) {
        try {
            return client.get("/health/ready").status() == 200;
        } catch (UncheckedIOException notYet) {
            return false;
        }
    }

    @Test
    void speaksTlsAndTakesUpANewCertificateWithoutLosingAConnection() throws IOException {
        try (PortalProcess portal = start();
                SSLSocket kept = open(portal, first, "TLSv1.2")) {
            assertEquals("https", portal.address().getScheme());
            assertTrue(portal.signInLink().startsWith("https://"), portal::signInLink);
            Answer signedIn = Client.trusting(first.trusting(), portal.address())
                    .get(portal.signInLink()
                            .substring(portal.address().toString().length()))
                    .expect(303);
            assertTrue(signedIn.header("Set-Cookie").contains("Secure"), signedIn.header("Set-Cookie"));
            assertEquals("HTTP/1.1 200 OK", ask(kept));
            open(portal, first, "TLSv1.3").close();

            ServerKey second = ServerKey.in(root, "second");
            second.writeCertificate(certificate);
            Eventually.holds("a word about it", SOON, () -> portal.errors().contains("does not belong to the key"));
            assertTrue(answers(client(portal, first)), "The former certificate stays.");
            second.writeKey(key);
            Eventually.holds("the new certificate", SOON, () -> answers(client(portal, second)));
            assertFalse(answers(client(portal, first)));
            assertEquals("HTTP/1.1 200 OK", ask(kept));
            String metrics = client(portal, second).get("/metrics").expect(200).text();
            assertTrue(
                    metrics.lines().anyMatch(line -> line.matches("callboard_certificate_failures_total [1-9]")),
                    metrics);
            assertTrue(metrics.contains("callboard_certificate_expires_seconds 1"), metrics);
        }
    }

    @Test
    void theCommandTrustsWhomItIsTold() {
        try (PortalProcess portal = start()) {
            String url = portal.address().toString();
            Distribution.Ended untrusted =
                    Distribution.run(Map.of("CALLBOARD_TOKEN", folder.token()), "plugin", "list", "--url", url);
            assertEquals(8, untrusted.exitCode(), untrusted::errors);
            assertTrue(untrusted.errors().contains("CALLBOARD_CA"), untrusted::errors);
            Distribution.Ended trusted = Distribution.run(
                    Map.of("CALLBOARD_TOKEN", folder.token(), "CALLBOARD_CA", certificate.toString()),
                    "plugin",
                    "list",
                    "--url",
                    url);
            assertEquals(0, trusted.exitCode(), trusted::errors);
            Distribution.Ended unreadable = Distribution.run(
                    Map.of("CALLBOARD_TOKEN", folder.token(), "CALLBOARD_CA", key.toString()),
                    "plugin",
                    "list",
                    "--url",
                    url);
            assertEquals(6, unreadable.exitCode(), unreadable::errors);
        }
    }

    @Test
    void startsWithNoCertificateThatIsNone() throws IOException {
        ServerKey.in(root, "other").writeKey(key);
        assertRefused("does not belong to the key");
        Files.writeString(certificate, "nothing");
        assertRefused("no certificate");
        Files.delete(certificate);
        assertRefused("can't be read");
    }

    private void assertRefused(String word) {
        Distribution.Ended start = Distribution.run(Map.of(), folder.start(0).toArray(String[]::new));
        assertEquals(3, start.exitCode(), start::errors);
        assertTrue(start.errors().contains(word), start::errors);
        assertFalse(start.errors().contains("\tat "), start::errors);
        assertFalse(Files.exists(folder.storage()), "Nothing was opened.");
    }

    private static SSLSocket open(PortalProcess portal, ServerKey trusted, String protocol) throws IOException {
        SSLSocket socket = (SSLSocket) trusted.trusting()
                .getSocketFactory()
                .createSocket(InetAddress.getLoopbackAddress(), portal.address().getPort());
        try {
            socket.setSoTimeout(20_000);
            socket.setEnabledProtocols(new String[] {protocol});
            socket.startHandshake();
            return socket;
        } catch (SSLHandshakeException refused) {
            socket.close();
            throw refused;
        }
    }

    /** {@return the first line of an answer, whose others are read too} */
    private static String ask(SSLSocket socket) throws IOException {
        socket.getOutputStream()
                .write("GET /health/live HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1));
        StringBuilder answer = new StringBuilder();
        while (!answer.toString().endsWith("}")) {
            int next = socket.getInputStream().read();
            if (next < 0) {
                throw new AssertionError("The connection ended after: " + answer);
            }
            answer.append((char) next);
        }
        return answer.substring(0, answer.indexOf("\r\n"));
    }
}
