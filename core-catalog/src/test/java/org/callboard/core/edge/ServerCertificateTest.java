package org.callboard.core.edge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.callboard.core.signature.TestKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServerCertificateTest {

    private static final TestKey KEY = TestKey.make("portal");
    private static final TestKey OTHER = TestKey.make("other");

    private final PemFiles pem;

    ServerCertificateTest(@TempDir Path folder) {
        pem = new PemFiles(folder);
    }

    private static ServerCertificate read(CertificateFiles files) throws UnfitCertificateException {
        return ServerCertificate.read(files, Instant.now());
    }

    private static String refusal(CertificateFiles files, Instant now) {
        String sentence =
                String.valueOf(assertThrows(UnfitCertificateException.class, () -> ServerCertificate.read(files, now))
                        .getMessage());
        assertTrue(sentence.endsWith(".") && !sentence.contains("\n"), sentence);
        assertFalse(sentence.contains("secret"), sentence);
        return sentence;
    }

    private static String refusal(CertificateFiles files) {
        return refusal(files, Instant.now());
    }

    @ParameterizedTest
    @ValueSource(strings = {"EC", "RSA"})
    void readsWhatBelongsTogether(String algorithm) throws Exception {
        TestKey key = algorithm.equals("EC") ? KEY : TestKey.make("rsa", "-keyalg", "RSA");
        ServerCertificate certificate = read(pem.write(key));
        assertEquals(key.certificate().getNotAfter().toInstant(), certificate.expires());
        assertEquals(key.certificate(), certificate.store("password").getCertificate("server"));
    }

    @Test
    void readsAKeyWithAPassword() throws Exception {
        Path certificate = pem.certificate("server.pem", KEY);
        Path key = pem.encrypted("locked.key", KEY, "secret");
        assertEquals(
                read(pem.write(KEY)),
                read(new CertificateFiles(certificate, pem.encrypted("k", KEY, "secret"), "secret")));
        assertTrue(refusal(new CertificateFiles(certificate, key, null)).contains("server.tls.password"));
        assertTrue(refusal(new CertificateFiles(certificate, key, "secret2")).contains("server.tls.password"));
    }

    @Test
    void refusesAKeyOfAnotherCertificate() {
        CertificateFiles files =
                new CertificateFiles(pem.certificate("server.pem", KEY), pem.key("server.key", OTHER), null);
        assertTrue(refusal(files).contains("does not belong to the key"));
    }

    @Test
    void refusesAChainThatIsNone() {
        CertificateFiles files =
                new CertificateFiles(pem.certificate("server.pem", KEY, OTHER), pem.key("server.key", KEY), null);
        assertTrue(refusal(files).contains("vouch"));
    }

    @Test
    void refusesWhatIsNotValidNow() {
        CertificateFiles files = pem.write(KEY);
        Instant end = KEY.certificate().getNotAfter().toInstant();
        assertTrue(refusal(files, end.plusSeconds(1)).contains("expired at " + end));
        assertTrue(refusal(files, Instant.now().minus(Duration.ofDays(2))).contains("not valid before"));
    }

    @Test
    void saysOfFilesThatAreSomethingElseWhatTheyAreNot() {
        CertificateFiles good = pem.write(KEY);
        Path empty = pem.file("empty", "");
        Path noise = pem.file("noise", "-----BEGIN CERTIFICATE-----\nxx\n-----END CERTIFICATE-----\n");
        Path absent = good.key().resolveSibling("absent");
        Path old = pem.file("old", PemFiles.pem("RSA PRIVATE KEY", new byte[10]));
        Path broken = pem.file("broken", PemFiles.pem("PRIVATE KEY", new byte[10]));
        assertTrue(refusal(new CertificateFiles(empty, good.key(), null)).contains("no certificate"));
        assertTrue(refusal(new CertificateFiles(noise, good.key(), null)).contains("no certificate"));
        assertTrue(refusal(new CertificateFiles(absent, good.key(), null)).contains("can't be read"));
        assertTrue(
                refusal(new CertificateFiles(good.certificate(), absent, null)).contains("can't be read"));
        assertTrue(
                refusal(new CertificateFiles(good.certificate(), empty, null)).contains("no private key"));
        assertTrue(refusal(new CertificateFiles(good.certificate(), old, null)).contains("openssl pkcs8"));
        assertTrue(
                refusal(new CertificateFiles(good.certificate(), broken, null)).contains("no EC key"));
    }
}
