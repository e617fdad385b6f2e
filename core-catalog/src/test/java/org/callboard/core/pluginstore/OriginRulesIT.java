package org.callboard.core.pluginstore;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.callboard.core.archive.PluginArchive;
import org.callboard.core.archive.RefusedException;
import org.callboard.core.db.Database;
import org.callboard.core.db.TestDatabase;
import org.callboard.core.pluginstore.ProvenOrigin.Door;
import org.callboard.core.signature.SignatureCheck;
import org.callboard.core.signature.SignaturePolicy;
import org.callboard.core.signature.SignatureSettings;
import org.callboard.core.signature.Signer;
import org.callboard.core.signature.TestJar;
import org.callboard.core.signature.TestKey;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Whose a plugin is, on both databases. */
@ParameterizedClass
@EnumSource
class OriginRulesIT {

    private static final String OWNER = "group:default/payments";
    private static final String OTHER = "group:default/search";
    private static final TestKey KEY = TestKey.make("Payments");
    private static final TestKey OTHERS_KEY = TestKey.make("Search");

    private final TestDatabase server;
    private final Path folder;
    private final Database database;
    private final PluginStore store;

    OriginRulesIT(TestDatabase server, @TempDir Path folder) {
        this.server = server;
        this.folder = folder;
        this.database = server.open(folder);
        this.store = new PluginStore(database, new JarFolder(folder.resolve("jars")), 5);
    }

    @AfterEach
    void close() {
        database.close();
    }

    private OriginRules rules(SignaturePolicy policy, Set<String> revoked) {
        SignatureSettings settings =
                new SignatureSettings(policy, List.of(KEY.acceptedFor(OWNER), OTHERS_KEY.acceptedFor(OTHER)), revoked);
        return new OriginRules(new SignatureCheck(settings, Clock.systemUTC()), database);
    }

    private PluginArchive archive(byte[] jar) throws IOException {
        return PluginArchive.read(Files.write(Files.createTempFile(folder, "plugin", ".jar"), jar));
    }

    private PluginArchive unsigned(String version, String owner) throws IOException {
        return archive(TestJar.plugin("payments", version, owner));
    }

    private void install(OriginRules rules, PluginArchive archive) throws IOException {
        store.want(archive, rules.check(archive, Door.BROUGHT));
    }

    private static String refusal(OriginRules rules, PluginArchive archive) {
        RefusedException refused = assertThrows(RefusedException.class, () -> rules.check(archive, Door.BROUGHT));
        assertFalse(refused.diagnosis().fix().isBlank());
        return refused.getMessage();
    }

    @Test
    void keepsANameForItsFirstOwnerAlsoAfterRemoval() throws IOException {
        OriginRules rules = rules(SignaturePolicy.OFF, Set.of());
        install(rules, unsigned("1.0.0", OWNER));
        install(rules, unsigned("1.1.0", "payments"));
        PluginArchive others = unsigned("2.0.0", OTHER);
        String reason = refusal(rules, others);
        assertTrue(reason.contains("belongs to " + OWNER) && reason.contains("of " + OTHER), reason);
        store.forget("payments");
        assertEquals(reason, refusal(rules, others));
        assertTrue(refusal(rules, unsigned("2.0.0", "")).contains("this jar is nobody's"));
    }

    @Test
    void givesAReleasedNameToTheNextOwner() throws IOException {
        OriginRules rules = rules(SignaturePolicy.OFF, Set.of());
        install(rules, unsigned("1.0.0", OWNER));
        assertTrue(new NameClaims(database).release("payments"));
        assertFalse(new NameClaims(database).release("payments"));
        install(rules, unsigned("2.0.0", OTHER));
        assertTrue(refusal(rules, unsigned("3.0.0", OWNER)).contains("belongs to " + OTHER));
    }

    @Test
    void givesANameOfNobodysToItsFirstOwner() throws IOException {
        OriginRules rules = rules(SignaturePolicy.OFF, Set.of());
        install(rules, unsigned("1.0.0", ""));
        install(rules, unsigned("1.1.0", OWNER));
        assertTrue(refusal(rules, unsigned("2.0.0", OTHER)).contains("belongs to " + OWNER));
    }

    @Test
    void keepsNeitherNameNorJarOfAnInstallThatLostTheRace() throws IOException {
        OriginRules rules = rules(SignaturePolicy.OFF, Set.of());
        PluginArchive first = unsigned("1.0.0", OWNER);
        PluginArchive second = unsigned("1.0.0", OTHER);
        ProvenOrigin late = rules.check(second, Door.BROUGHT);
        install(rules, first);
        assertThrows(RefusedException.class, () -> store.want(second, late));
        assertEquals(List.of(new PluginStore.Desired("payments", first.digest())), store.desired());
    }

    @Test
    void asksTheKeyOfTheOwnerForItsSignature() throws IOException {
        OriginRules rules = rules(SignaturePolicy.REQUIRE, Set.of());
        assertTrue(refusal(rules, unsigned("1.0.0", OWNER)).contains("It is not signed."));
        byte[] jar = TestJar.plugin("payments", "1.0.0", OWNER);
        assertTrue(refusal(rules, archive(OTHERS_KEY.sign(jar))).contains("not accepted for that owner"));
        PluginArchive good = archive(KEY.sign(jar));
        ProvenOrigin origin = rules.check(good, Door.BROUGHT);
        assertTrue(origin.toString().startsWith("signed by 'CN=Payments' (certificate sha256:"), origin.toString());
        store.want(good, origin);
        byte[] others = OTHERS_KEY.sign(TestJar.plugin("payments", "2.0.0", OTHER));
        assertTrue(refusal(rules, archive(others)).contains("belongs to " + OWNER));
    }

    @Test
    void remembersWhoSignedAJarAndStartsItNoMoreWhenTheKeyIsRevoked() throws IOException {
        PluginArchive good = archive(KEY.sign(TestJar.plugin("payments", "1.0.0", OWNER)));
        install(rules(SignaturePolicy.REQUIRE, Set.of()), good);
        Signer signer = new JarSigners(database).of(good.digest()).orElseThrow();
        assertEquals("CN=Payments", signer.subject());
        assertDoesNotThrow(() -> rules(SignaturePolicy.REQUIRE, Set.of()).checkStored("payments", good.digest()));
        OriginRules later = rules(SignaturePolicy.REQUIRE, Set.of(signer.fingerprint()));
        RefusedException refused =
                assertThrows(RefusedException.class, () -> later.checkStored("payments", good.digest()));
        assertTrue(refused.getMessage().contains("which is revoked"), refused.getMessage());
    }

    @Test
    void asksNothingOfWhatShipsWithThePortal() throws IOException {
        OriginRules rules = rules(SignaturePolicy.REQUIRE, Set.of());
        PluginArchive shipped = unsigned("1.0.0", OWNER);
        ProvenOrigin origin = rules.check(shipped, Door.SHIPPED);
        store.want(shipped, origin);
        assertEquals("shipped with the portal", origin.toString());
        assertEquals(Optional.empty(), new JarSigners(database).of(shipped.digest()));
        assertDoesNotThrow(() -> rules.checkStored("payments", shipped.digest()));
        refusal(rules, unsigned("1.1.0", OTHER));
    }

    @Test
    void givesNamesToTheOwnersOfPluginsThatAnEarlierVersionInstalled() throws IOException {
        install(rules(SignaturePolicy.OFF, Set.of()), unsigned("1.0.0", OWNER));
        for (String sql : List.of("drop table plugin_name", "delete from migration where number = 8")) {
            database.inTransaction(connection -> connection.createStatement().executeUpdate(sql));
        }
        database.close();
        try (Database upgraded = server.open(folder)) {
            PluginArchive others = unsigned("2.0.0", OTHER);
            NameClaims claims = new NameClaims(upgraded);
            RefusedException refused = assertThrows(RefusedException.class, () -> claims.check(others));
            assertTrue(refused.getMessage().contains("belongs to " + OWNER), refused.getMessage());
        }
    }
}
