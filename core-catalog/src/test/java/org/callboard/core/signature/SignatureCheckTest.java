package org.callboard.core.signature;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.callboard.api.model.EntityRef;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whose jars are taken. */
class SignatureCheckTest {

    private static final String OWNER = "group:default/payments";
    private static final TestKey KEY = TestKey.make("Payments");
    private static final TestKey OTHER = TestKey.make("Stranger");
    private static final byte[] JAR = TestJar.plugin("payments", "1.0.0", OWNER);

    @TempDir
    private Path folder;

    private static SignatureSettings required(AcceptedKey... keys) {
        return new SignatureSettings(SignaturePolicy.REQUIRE, List.of(keys), Set.of());
    }

    private Optional<Signer> signer(SignatureSettings settings, byte[] jar, @Nullable String owner)
            throws IOException, UntrustedException {
        Path file = Files.write(Files.createTempFile(folder, "plugin", ".jar"), jar);
        return new SignatureCheck(settings, Clock.systemUTC()).signer(file, "payments", owner);
    }

    private void assertRefused(SignatureSettings settings, byte[] jar, @Nullable String owner, String... words) {
        UntrustedException refused = assertThrows(UntrustedException.class, () -> signer(settings, jar, owner));
        String all = refused.reason() + " " + refused.fix();
        for (String word : words) {
            assertTrue(all.contains(word), () -> "'" + word + "' is not in: " + all);
        }
        assertFalse(refused.fix().isBlank(), all);
        assertFalse(all.contains(folder.toString()), all);
    }

    @Test
    void takesAJarThatAKeyOfItsOwnerSigned() throws Exception {
        Signer signer =
                signer(required(KEY.acceptedFor(OWNER)), KEY.sign(JAR), OWNER).orElseThrow();
        assertEquals(new Signer("CN=Payments", KEY.fingerprint()), signer);
        assertEquals("'CN=Payments' (certificate sha256:" + KEY.fingerprint() + ")", signer.toString());
    }

    @Test
    void knowsAnOwnerHoweverItsReferenceIsWritten() throws Exception {
        SignatureSettings settings = required(KEY.acceptedFor(OWNER));
        for (String owner : List.of("payments", "Group:Payments", "group:default/Payments")) {
            assertTrue(signer(settings, KEY.sign(JAR), owner).isPresent(), owner);
        }
    }

    @Test
    void looksAtNothingWhereThePolicyIsOff() throws Exception {
        SignatureSettings off = new SignatureSettings(SignaturePolicy.OFF, List.of(), Set.of(KEY.fingerprint()));
        assertEquals(Optional.empty(), signer(off, JAR, null));
        assertEquals(Optional.empty(), signer(off, KEY.sign(JAR), OWNER));
    }

    @Test
    void refusesAnUnsignedJarAndNamesTheSettings() {
        assertRefused(
                required(KEY.acceptedFor(OWNER)),
                JAR,
                OWNER,
                "It is not signed.",
                "plugins.signatures.keys has for " + OWNER,
                "plugins.signatures.policy");
    }

    @Test
    void refusesAKeyThatItDoesNotKnowAndSaysWhoseItIsAndWhereToAllowIt() {
        assertRefused(
                required(KEY.acceptedFor(OWNER)),
                OTHER.sign(JAR),
                OWNER,
                "CN=Stranger",
                OTHER.fingerprint(),
                "plugins.signatures.keys in callboard.yaml",
                OWNER);
    }

    @Test
    void refusesAStrangersCertificateOfTheSameName() {
        TestKey twin = TestKey.make("Payments");
        assertRefused(required(KEY.acceptedFor(OWNER)), twin.sign(JAR), OWNER, twin.fingerprint());
    }

    @Test
    void refusesAKeyOfAnotherOwner() {
        assertRefused(
                required(KEY.acceptedFor("group:default/search")),
                KEY.sign(JAR),
                OWNER,
                OWNER,
                "CN=Payments",
                "owners");
        assertRefused(
                required(KEY.acceptedFor(OWNER)), KEY.sign(JAR), "user:default/payments", "user:default/payments");
    }

    @Test
    void refusesAJarThatNamesNoOwner() {
        assertRefused(required(KEY.acceptedFor(OWNER)), KEY.sign(JAR), null, "names no owner", "callboard.owner");
        assertRefused(required(KEY.acceptedFor(OWNER)), KEY.sign(JAR), "group:/", "'group:/'", "callboard.owner");
    }

    @Test
    void takesPluginsOfTheNamesThatAKeyIsFor() throws Exception {
        AcceptedKey some = named("pay*");
        assertTrue(signer(required(some), KEY.sign(JAR), OWNER).isPresent());
        assertRefused(required(named("payments-*", "bills")), KEY.sign(JAR), OWNER, "'payments'", "plugins");
    }

    private static AcceptedKey named(String... plugins) {
        return new AcceptedKey(KEY.certificate(), Set.of(EntityRef.parse(OWNER)), Arrays.asList(plugins));
    }

    @Test
    void refusesARevokedKeyAlthoughItIsListed() {
        SignatureSettings settings = new SignatureSettings(
                SignaturePolicy.REQUIRE, List.of(KEY.acceptedFor(OWNER)), Set.of(KEY.fingerprint()));
        assertRefused(settings, KEY.sign(JAR), OWNER, "revoked", KEY.fingerprint(), "plugins.signatures.revoked");
    }

    @Test
    void refusesACertificateOutOfItsTime() {
        TestKey expired = TestKey.make("Expired", "-startdate", "-30d", "-validity", "10");
        assertRefused(
                required(expired.acceptedFor(OWNER)), expired.sign(JAR), OWNER, "CN=Expired", "expired on", "-tsa");
        TestKey early = TestKey.make("Early", "-startdate", "+10d", "-validity", "10");
        assertRefused(required(early.acceptedFor(OWNER)), early.sign(JAR), OWNER, "CN=Early", "not valid before");
    }

    @Test
    void takesAJarOfSeveralSignersForTheOneThatIsAccepted() throws Exception {
        SignatureSettings settings = new SignatureSettings(
                SignaturePolicy.REQUIRE, List.of(KEY.acceptedFor(OWNER)), Set.of(OTHER.fingerprint()));
        byte[] both = OTHER.sign(KEY.sign(JAR));
        assertEquals(
                KEY.fingerprint(), signer(settings, both, OWNER).orElseThrow().fingerprint());
        byte[] reversed = KEY.sign(OTHER.sign(JAR));
        assertEquals(
                KEY.fingerprint(),
                signer(settings, reversed, OWNER).orElseThrow().fingerprint());
    }
}
