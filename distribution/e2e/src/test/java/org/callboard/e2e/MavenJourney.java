package org.callboard.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import org.callboard.testkit.run.Requirements;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The portal is a Maven repository for those who may reach it. */
class MavenJourney {

    private static final String METADATA = "/maven/org/callboard/plugin-parent/maven-metadata.xml";

    @Test
    void needsNoTokenOnThisMachine(@TempDir Path root) {
        try (PortalProcess portal = PortalProcess.start(PortalFolder.in(root))) {
            Client anyone = portal.anyone();
            Answer metadata = anyone.get(METADATA).expect(200).expectSecurityHeaders();
            String version = metadata.text().replaceAll("(?s).*<latest>(.*)</latest>.*", "$1");
            String pom = "/maven/org/callboard/plugin-parent/" + version + "/plugin-parent-" + version + ".pom";
            Answer parent = anyone.get(pom).expect(200);
            assertTrue(parent.text().contains("<artifactId>plugin-parent</artifactId>"), parent::text);
            assertEquals("", anyone.send("HEAD", pom).expect(200).text());
            anyone.with("If-Modified-Since", parent.header("Last-Modified"))
                    .get(pom)
                    .expect(304);
            anyone.with("If-None-Match", "\"other\", W/" + parent.header("ETag"))
                    .get(pom)
                    .expect(304);
            anyone.with("If-None-Match", "\"other\"")
                    .with("If-Modified-Since", parent.header("Last-Modified"))
                    .get(pom)
                    .expect(200);
            assertTrue(anyone.get(pom + ".sha1").expect(200).text().matches("[0-9a-f]{40}"));
            anyone.with("If-None-Match", parent.header("ETag")).get(pom).expect(304);
            assertTrue(anyone.get("/maven").expect(200).text().contains("org.callboard:plugin-api:" + version));
            anyone.send("PUT", pom).expectError(405);
            for (String nothing :
                    new String[] {"/maven/none", "/maven/org/callboard", "/maven/../conf/callboard.yaml"}) {
                int status = anyone.get(nothing).expectDiscretion().status();
                assertTrue(status == 404 || status == 400, nothing + " gives " + status);
            }
            anyone.with("Authorization", "Basic " + basic("any", "wrong"))
                    .get(METADATA)
                    .expectError(401);
        }
    }

    @Test
    void givesTheProgramWithItsLength(@TempDir Path root) {
        try (PortalProcess portal = PortalProcess.start(PortalFolder.in(root))) {
            Client anyone = portal.anyone();
            Answer head = anyone.send("HEAD", "/maven/portal.zip").expect(200);
            Answer whole = anyone.get("/maven/portal.zip").expect(200);
            assertEquals(head.header("Content-Length"), whole.header("Content-Length"));
            assertEquals(head.header("ETag"), whole.header("ETag"));
            assertTrue(Long.parseLong(head.header("Content-Length")) > 1_000_000, () -> head.header("Content-Length"));
            for (String[] known : new String[][] {
                {"If-None-Match", whole.header("ETag")}, {"If-Modified-Since", whole.header("Last-Modified")}
            }) {
                anyone.with(known[0], known[1]).get("/maven/portal.zip").expect(304);
            }
        }
    }

    @Test
    void takesTheTokenAsAPasswordFromElsewhere(@TempDir Path root) throws IOException {
        Optional<String> address = address();
        Requirements.present(address.isPresent(), "This machine has no address but loopback.");
        int port = Distribution.freePort();
        PortalFolder folder = PortalFolder.with(root, """
                server:
                  host: %1$s
                  baseUrl: http://%1$s:%2$d
                """.formatted(address.get(), port));
        // whether it is ready is nothing that it would tell from elsewhere
        try (PortalProcess portal = PortalProcess.begin(folder, "--port", Integer.toString(port))) {
            Eventually.holds("the portal's address", Duration.ofSeconds(60), portal::hasAddress);
            Answer nobody = portal.anyone().get(METADATA).expectError(401);
            assertTrue(nobody.header("WWW-Authenticate").startsWith("Basic "), nobody::text);
            portal.anyone()
                    .with("Authorization", "Basic " + basic("ci", folder.token()))
                    .get(METADATA)
                    .expect(200);
            portal.administrator().get(METADATA).expect(200);
            Answer elsewhere = portal.anyone()
                    .with("Authorization", "Basic " + basic("ci", folder.token()))
                    .get("/api/plugins")
                    .expectError(401);
            assertEquals("", elsewhere.header("WWW-Authenticate"));
        }
    }

    private static String basic(String user, String password) {
        return Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    private static Optional<String> address() throws SocketException {
        return NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(address -> address instanceof Inet4Address && !address.isLoopbackAddress())
                .map(InetAddress::getHostAddress)
                .findFirst();
    }
}
