package org.callboard.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A portal that takes plugins from their owners only. */
class OriginJourney {

    private static final String OWNER = "group:default/payments";
    private static final String OTHER = "group:default/search";
    private static final String ID = "e2e-bills";
    private static final String CLASS = "org/callboard/plugin/e2ebills/Words.class";

    @AutoClose
    private static PortalProcess portal;

    private static Client client;
    private static SigningKey key;
    private static SigningKey othersKey;
    private static SigningKey unknownKey;
    private static SigningKey expiredKey;
    private static SigningKey revokedKey;
    private static byte[] second;

    @BeforeAll
    static void start(@TempDir Path root) {
        key = SigningKey.in(root, "Payments");
        othersKey = SigningKey.in(root, "Search");
        unknownKey = SigningKey.in(root, "Stranger");
        expiredKey = SigningKey.in(root, "Yesterday", "-startdate", "-30d", "-validity", "10");
        revokedKey = SigningKey.in(root, "Lost");
        portal = PortalProcess.start(PortalFolder.with(root, signatures()));
        client = portal.administrator();
        client.install(key.sign(plugin(ID, "1.0.0", OWNER))).expect(201);
        second = key.sign(plugin(ID, "2.0.0", OWNER));
    }

    /** Goes on with the section that the folder's own settings end in. */
    private static String signatures() {
        return """
                  signatures:
                    policy: require
                    keys:
                      - {certificate: %s, owners: [%s]}
                      - {certificate: %s, owners: [%s]}
                      - {certificate: %s, owners: [%2$s]}
                      - {certificate: %s, owners: [%2$s]}
                    revoked:
                      - '%s'
                """.formatted(
                        key.certificate(),
                        OWNER,
                        othersKey.certificate(),
                        OTHER,
                        expiredKey.certificate(),
                        revokedKey.certificate(),
                        revokedKey.fingerprint());
    }

    private static byte[] plugin(String id, String version, String owner) {
        return PluginJar.of(id, version)
                .with("Words", """
                        @Component
                        @Path("/")
                        public final class Words implements RestResource {
                            @GET @Path("word") @Produces("text/plain") @RequiresPermission("portal.use")
                            public String word() { return "%s"; }
                        }
                        """.formatted(version))
                .file("words.txt", "a word")
                .header("Callboard-Owner", owner)
                .build();
    }

    private static String refusal(Client client, byte[] jar) {
        InstalledPlugins before = InstalledPlugins.of(client);
        Answer refused = client.install(jar).expectError(422);
        assertFalse(refused.hint().isBlank(), refused::text);
        assertFalse(refused.text().contains(portal.folder().root().toString()), refused::text);
        assertEquals(before, InstalledPlugins.of(client));
        return refused.message() + " " + refused.hint();
    }

    private static void assertSays(String text, String... words) {
        for (String word : words) {
            assertTrue(text.contains(word), () -> "'" + word + "' is not in: " + text);
        }
    }

    @Test
    void servesWhatAnOwnersKeySignedAndWhatItShipsWith() {
        assertEquals("1.0.0", client.get("/api/" + ID + "/word").expect(200).text());
        client.get("/api/plugins/web-shell").expect(200);
        client.get("/health/ready").expect(200);
    }

    @Test
    void namesTheSignerInThePlanAndWithThePlugin() {
        JsonNode signer = client.get("/api/plugins/" + ID).expect(200).json().path("signedBy");
        assertEquals("CN=Payments,O=Example", signer.path("subject").asText());
        assertEquals("sha256:" + digits(key), signer.path("certificate").asText());
        assertEquals(signer, client.plan(second).expect(200).json().path("signedBy"));
        assertTrue(client.plan(plugin(ID, "2.0.0", OWNER))
                .expect(200)
                .json()
                .path("signedBy")
                .isNull());
        assertTrue(client.get("/api/plugins/web-shell").json().path("signedBy").isNull());
    }

    @Test
    void givesTheNameOfARemovedPluginFreeWhenToldTo() {
        String id = "e2e-handed-on";
        client.install(othersKey.sign(plugin(id, "1.0.0", OTHER))).expect(201);
        assertSays(client.act(id, "release").expectError(409).message(), "is installed");
        client.act(id, "disable").expect(200);
        client.act(id, "release").expectError(409);
        client.delete("/api/plugins/" + id).expect(204);
        portal.anyone().act(id, "release").expectError(401);
        client.act(id, "release").expect(204);
        client.act(id, "release").expectError(404);
        client.install(key.sign(plugin(id, "2.0.0", OWNER))).expect(201);
    }

    @Test
    void refusesWhatTheOwnersKeyDidNotSign() {
        byte[] jar = plugin(ID, "2.0.0", OWNER);
        assertSays(refusal(client, jar), "It is not signed", "plugins.signatures.keys has for " + OWNER);
        assertSays(refusal(client, unknownKey.sign(jar)), "CN=Stranger", digits(unknownKey), "plugins.signatures.keys");
        assertSays(refusal(client, expiredKey.sign(jar)), "CN=Yesterday", "expired on");
        assertSays(refusal(client, revokedKey.sign(jar)), "CN=Lost", digits(revokedKey), "revoked");
        assertSays(refusal(client, othersKey.sign(jar)), "CN=Search", "not accepted for that owner", OWNER);
        assertSays(refusal(client, key.sign(plugin(ID, "2.0.0", ""))), "names no owner", "callboard.owner");
    }

    private static String digits(SigningKey key) {
        return key.fingerprint().replace("SHA256:", "").replace(":", "").strip().toLowerCase(Locale.ROOT);
    }

    @Test
    void refusesAnothersPluginOfThatNameWhoeverSignedIt() {
        String text = refusal(client, othersKey.sign(plugin(ID, "2.0.0", OTHER)));
        assertSays(text, "The name belongs to " + OWNER, OTHER);
        client.install(othersKey.sign(plugin("e2e-passing", "1.0.0", OTHER))).expect(201);
        client.delete("/api/plugins/e2e-passing").expect(204);
        assertSays(refusal(client, key.sign(plugin("e2e-passing", "2.0.0", OWNER))), "The name belongs to " + OTHER);
        client.install(othersKey.sign(plugin("e2e-passing", "2.0.0", OTHER))).expect(201);
    }

    /**
     * Something done to a signed jar.
     *
     * @param says words of the answer
     */
    record Tampering(String name, UnaryOperator<byte[]> deed, String says) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Tampering> tamperings() {
        byte[] evil = PluginJar.bytes("evil");
        return Stream.of(
                new Tampering("a class changed", jar -> JarSurgery.withEntry(jar, CLASS, evil), CLASS),
                new Tampering("a file added", jar -> JarSurgery.withEntry(jar, "more.txt", evil), "'more.txt'"),
                new Tampering(
                        "a service added",
                        jar -> JarSurgery.withEntry(jar, "META-INF/services/a.B", evil),
                        "'META-INF/services/a.B'"),
                new Tampering("a file removed", jar -> JarSurgery.without(jar, "words.txt"), "'words.txt' was removed"),
                new Tampering(
                        "a file moved into META-INF",
                        jar -> JarSurgery.moved(jar, "words.txt", "META-INF/words.txt"),
                        "'words.txt' was removed"),
                new Tampering(
                        "a header changed", jar -> JarSurgery.withHeader(jar, "Bundle-Version", "3.0.0"), "manifest"),
                new Tampering(
                        "the signature stripped",
                        jar -> JarSurgery.without(jar, "META-INF/PLUGINS.SF", "META-INF/PLUGINS.EC"),
                        "It is not signed"),
                new Tampering(
                        "the signature cut in half",
                        jar -> JarSurgery.without(jar, "META-INF/PLUGINS.EC"),
                        "not complete"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("tamperings")
    void refusesWhatWasDoneToASignedJar(Tampering tampering) {
        assertSays(refusal(client, tampering.deed().apply(second)), tampering.says());
        assertEquals("1.0.0", client.get("/api/" + ID + "/word").expect(200).text());
    }

    @Test
    void keepsToItAfterARestartAndGivesUpWhatARevokedKeySigned(@TempDir Path root) throws Exception {
        PortalFolder folder = PortalFolder.with(root, signatures());
        try (PortalProcess first = PortalProcess.start(folder)) {
            first.administrator().install(second).expect(201);
            first.administrator()
                    .install(othersKey.sign(plugin("e2e-kept", "1.0.0", OTHER)))
                    .expect(201);
            first.stop();
        }
        Files.writeString(
                folder.config(), Files.readString(folder.config()) + "      - '" + othersKey.fingerprint() + "'\n");
        try (PortalProcess again = PortalProcess.start(folder)) {
            Client restarted = again.administrator();
            assertEquals(
                    "2.0.0", restarted.get("/api/" + ID + "/word").expect(200).text());
            refusal(restarted, plugin(ID, "3.0.0", OWNER));
            assertSays(refusal(restarted, key.sign(plugin("e2e-kept", "2.0.0", OWNER))), "belongs to " + OTHER);
            JsonNode failed = restarted.get("/api/plugins/e2e-kept").expect(200).json();
            assertEquals("QUARANTINED", failed.path("state").asText());
            assertSays(failed.at("/diagnosis/cause").asText(), "CN=Search", "revoked");
            restarted.get("/api/e2e-kept/word").expectError(503);
        }
    }
}
