package org.callboard.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A job brings its plugin with nothing but the token that its builder gave it. */
class WorkloadJourney {

    private static final String ID = "e2e-payments";

    @TempDir
    private Path root;

    private HttpServer builder;
    private String issuer;
    private KeyPair pair;
    private PortalProcess portal;

    @BeforeEach
    void start() throws IOException, GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2_048);
        pair = generator.generateKeyPair();
        builder = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        issuer = "http://127.0.0.1:" + builder.getAddress().getPort();
        answer(
                "/.well-known/openid-configuration",
                "{\"issuer\":\"" + issuer + "\",\"jwks_uri\":\"" + issuer + "/keys\"}");
        RSAPublicKey key = (RSAPublicKey) pair.getPublic();
        answer(
                "/keys",
                "{\"keys\":[{\"kty\":\"RSA\",\"kid\":\"one\",\"use\":\"sig\",\"n\":\""
                        + base64(key.getModulus().toByteArray()) + "\",\"e\":\""
                        + base64(key.getPublicExponent().toByteArray()) + "\"}]}");
        builder.start();
        portal = PortalProcess.start(PortalFolder.with(root, """
                auth:
                  workloads:
                    - issuer: %s
                      audience: https://portal.example.com
                      claims: {repository: acme/payments, ref: refs/heads/main}
                      as: group:default/booking
                      plugins: [%s]
                """.formatted(issuer, ID)));
    }

    @AfterEach
    void stop() {
        portal.close();
        builder.stop(0);
    }

    private void answer(String path, String json) {
        builder.createContext(path, exchange -> {
            byte[] body = PluginJar.bytes(json);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private Client job(String ref) throws GeneralSecurityException {
        long now = Instant.now().getEpochSecond();
        String claims = """
                {"iss":"%s","aud":"https://portal.example.com","sub":"repo:acme/payments:ref:%s","ref":"%s",
                "repository":"acme/payments","run_id":"4711","iat":%d,"exp":%d}
                """.formatted(issuer, ref, ref, now, now + 300);
        String unsigned =
                base64(PluginJar.bytes("{\"alg\":\"RS256\",\"kid\":\"one\"}")) + "." + base64(PluginJar.bytes(claims));
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initSign(pair.getPrivate());
        signature.update(unsigned.getBytes(StandardCharsets.US_ASCII));
        return portal.anyone().with("Authorization", "Bearer " + unsigned + "." + base64(signature.sign()));
    }

    private static byte[] jar(String id) {
        return PluginJar.of(id, "1.0.0")
                .header("Callboard-Owner", "group:default/booking")
                .with("Talk", LogsJourney.TALK)
                .build();
    }

    @Test
    void aJobDeploysItsPluginAndNoOther() throws GeneralSecurityException {
        // what a group owns is asked of the catalog
        portal.filled();
        Client job = job("refs/heads/main");
        job.install(jar(ID)).expect(201);
        Answer denied = job.install(jar("e2e-others")).expectError(403);
        assertTrue(denied.message().contains("e2e-others"), denied::message);
        job.get("/api/audit").expectError(403);
        assertEquals(
                "group:default/booking",
                job.get("/api/session").expect(200).json().at("/caller/name").asText());
        String audit =
                portal.administrator().get("/api/audit?act=plugin.install").text();
        assertTrue(audit.contains("group:default/booking (token acme/payments refs/heads/main run 4711)"), audit);
        Answer elsewhere = job("refs/heads/other").install(jar(ID)).expectError(401);
        assertEquals(
                "The token of the job of repo:acme/payments:ref:refs/heads/other fits no entry for it.",
                elsewhere.message());
    }
}
