package org.callboard.core.signature;

import static org.callboard.core.signature.TestJar.MANIFEST;
import static org.callboard.core.signature.TestJar.bytes;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSigner;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import jdk.security.jarsigner.JarSigner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is done to signed jars. */
class SignedJarTest {

    private static final TestKey KEY = TestKey.make("KEY");
    private static final TestKey OTHER = TestKey.make("OTHER");
    private static final byte[] JAR = TestJar.plugin("payments", "1.0.0", "group:default/payments");
    private static final byte[] SIGNED = KEY.sign(JAR);

    @TempDir
    private Path folder;

    private Set<CodeSigner> signers(byte[] jar) throws IOException, UntrustedException {
        return SignedJar.signers(Files.write(Files.createTempFile(folder, "plugin", ".jar"), jar));
    }

    private String refusal(byte[] jar) {
        return assertThrows(UntrustedException.class, () -> signers(jar)).reason();
    }

    /**
     * Something done to a signed jar.
     *
     * @param says words of the reason
     */
    record Case(String name, Supplier<byte[]> jar, String says) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static Case entries(String name, String says, Consumer<Map<String, byte[]>> change) {
        return new Case(name, () -> TestJar.changed(SIGNED, change), says);
    }

    private static Case manifest(String name, String says, UnaryOperator<String> change) {
        return entries(
                name,
                says,
                all -> all.computeIfPresent(
                        MANIFEST, (key, text) -> bytes(change.apply(new String(text, StandardCharsets.UTF_8)))));
    }

    static Stream<Case> changes() {
        return Stream.of(
                entries("a class changed", "'ui/First.js' was changed", all -> all.put("ui/First.js", bytes("evil"))),
                entries("a class longer", "'ui/First.js' was changed", all -> all.put("ui/First.js", bytes("first1"))),
                entries("a class emptied", "'ui/First.js' was changed", all -> all.put("ui/First.js", new byte[0])),
                entries("a class added", "'b/Evil.class' is not signed", all -> all.put("b/Evil.class", bytes("evil"))),
                entries("a class removed", "'ui/Second.js' was removed", all -> all.remove("ui/Second.js")),
                entries(
                        "a class moved",
                        "'ui/Second.js' was removed",
                        all -> all.put("b/Second.class", all.remove("ui/Second.js"))),
                entries("a folder in a class's place", "'ui/Second.js' was removed", all -> {
                    all.remove("ui/Second.js");
                    all.put("ui/Second.js/", new byte[0]);
                }),
                entries("two classes swapped", "was changed", SignedJarTest::swap),
                entries(
                        "a service added",
                        "'META-INF/services/b.Evil' is not signed",
                        all -> all.put("META-INF/services/b.Evil", bytes("b.Evil"))),
                entries(
                        "a service changed",
                        "'META-INF/services/a.First' was changed",
                        all -> all.put("META-INF/services/a.First", bytes("b.Evil"))),
                entries(
                        "a class for a later Java added",
                        "'META-INF/versions/17/ui/First.js' is not signed",
                        all -> all.put("META-INF/versions/17/ui/First.js", bytes("evil"))),
                entries(
                        "a file that looks like a signature's",
                        "'META-INF/SIG-NOTE' is not signed",
                        all -> all.put("META-INF/SIG-NOTE", bytes("evil"))),
                entries(
                        "a signature in a folder",
                        "'META-INF/x/EVIL.RSA' is not signed",
                        all -> all.put("META-INF/x/EVIL.RSA", bytes("evil"))),
                entries("a folder with content", "a folder with content", all -> all.put("b/", bytes("evil"))));
    }

    static Stream<Case> signatureChanges() {
        return Stream.of(
                entries("the signature stripped", "It is not signed.", SignedJarTest::strip),
                entries("the block stripped", "not complete", all -> all.remove("META-INF/KEY.EC")),
                entries("the list stripped", "It is not signed.", all -> all.remove("META-INF/KEY.SF")),
                entries("a stray block", "not complete", all -> all.put("META-INF/EVIL.RSA", bytes("evil"))),
                entries("a stray list", "not complete", all -> all.put("META-INF/EVIL.SF", bytes("evil: 1\n"))),
                entries("a second, broken signature", "can't be verified", all -> {
                    all.put("META-INF/EVIL.SF", all.get("META-INF/KEY.SF"));
                    all.put("META-INF/EVIL.RSA", bytes("evil"));
                }),
                entries("a broken block", "can't be verified", all -> all.put("META-INF/KEY.EC", bytes("evil"))),
                entries(
                        "another's block",
                        "",
                        all -> all.put(
                                "META-INF/KEY.EC",
                                TestJar.entries(OTHER.sign(changedJar())).get("META-INF/OTHER.EC"))),
                entries(
                        "the list changed",
                        "",
                        all -> all.computeIfPresent(
                                "META-INF/KEY.SF",
                                (key, list) -> TestJar.joined(list, bytes("Name: b/Evil.class\n\n")))),
                entries(
                        "a second manifest in small letters",
                        "META-INF/MANIFEST.MF",
                        all -> all.put("META-INF/manifest.mf", bytes("Bundle-SymbolicName: evil\n\n"))),
                entries("a list in small letters", "META-INF/KEY.SF", all -> all.put("META-INF/Key.sf", bytes("a: b"))),
                entries("a folder META-INF in small letters", "META-INF/", all -> all.put("meta-inf/x", bytes("evil"))),
                entries("the manifest removed", "", all -> all.remove(MANIFEST)),
                manifest("another owner", "manifest", text -> text.replace("default/payments", "default/evil")),
                manifest("another version", "manifest", text -> text.replace("1.0.0", "9.9.9")),
                manifest(
                        "a header added",
                        "manifest",
                        text -> text.replaceFirst("\r?\n", "\r\nBundle-Activator: b.Evil\r\n")),
                manifest("a section added", "manifest", text -> text + "Name: b/Evil.class\r\nX: y\r\n\r\n"),
                manifest("a section's digest changed", "", text -> text.replaceFirst("-Digest: .", "-Digest: _")),
                manifest("a section removed", "", text -> text.substring(0, text.indexOf("Name: "))));
    }

    private static byte[] changedJar() {
        return TestJar.changed(JAR, all -> all.put("ui/First.js", bytes("evil")));
    }

    private static void swap(Map<String, byte[]> all) {
        byte[] first = all.get("ui/First.js");
        all.put("ui/First.js", all.get("ui/Second.js"));
        all.put("ui/Second.js", first);
    }

    private static void strip(Map<String, byte[]> all) {
        all.remove("META-INF/KEY.SF");
        all.remove("META-INF/KEY.EC");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource({"changes", "signatureChanges"})
    void refuses(Case given) {
        String reason = refusal(given.jar().get());
        assertTrue(reason.contains(given.says()), reason);
    }

    @Test
    void findsTheSignerOfAJarHoweverItsEntriesAreOrdered() throws Exception {
        assertEquals(1, signers(SIGNED).size());
        Map<String, byte[]> reversed = new LinkedHashMap<>();
        Map<String, byte[]> entries = TestJar.entries(SIGNED);
        Arrays.asList(entries.keySet().toArray(String[]::new)).stream()
                .sorted((a, b) -> b.compareTo(a))
                .forEach(name -> reversed.put(name, entries.get(name)));
        assertEquals(1, signers(TestJar.of(reversed)).size());
    }

    /** The JDK verifies the length that the directory says, and reads on for others. */
    @Test
    void refusesBytesBehindTheEndOfAnEntry() throws Exception {
        byte[] longer = TestJar.changed(SIGNED, all -> all.put("ui/First.js", bytes("first and evil")));
        byte[] hidden = TestJar.withLength(longer, "ui/First.js", "first".length());
        Path file = Files.write(folder.resolve("hidden.jar"), hidden);
        try (ZipFile zip = new ZipFile(file.toFile())) {
            assertArrayEquals(
                    bytes("first and evil"),
                    zip.getInputStream(zip.getEntry("ui/First.js")).readAllBytes());
        }
        assertTrue(refusal(hidden).contains("'ui/First.js' is longer"), refusal(hidden));
    }

    @Test
    void readsNoSignatureThatIsTooLarge() {
        String reason = refusal(TestJar.changed(SIGNED, all -> all.put("META-INF/KEY.SF", new byte[9 << 20])));
        assertTrue(reason.contains("larger than 8 MiB"), reason);
    }

    @Test
    void refusesASignatureOfSectionsOnly() {
        String reason = refusal(KEY.sign(JAR, signer -> signer.setProperty("sectionsonly", "true")));
        assertTrue(reason.contains("does not cover the manifest"), reason);
    }

    @Test
    void refusesDigestsThatAreWeak() {
        String reason = refusal(KEY.sign(JAR, signer -> digested(signer, "SHA-1")));
        assertTrue(reason.contains("does not cover the manifest"), reason);
        TestKey rsa = TestKey.make("RSA", "-keyalg", "RSA", "-keysize", "2048");
        String weak = refusal(rsa.sign(JAR, signer -> signedBy(signer, "MD5withRSA")));
        assertTrue(weak.contains("can't be verified"), weak);
    }

    private static JarSigner.Builder digested(JarSigner.Builder signer, String algorithm) {
        try {
            return signer.digestAlgorithm(algorithm);
        } catch (NoSuchAlgorithmException unknown) {
            throw new IllegalStateException(unknown);
        }
    }

    private static JarSigner.Builder signedBy(JarSigner.Builder signer, String algorithm) {
        try {
            return signer.signatureAlgorithm(algorithm);
        } catch (NoSuchAlgorithmException unknown) {
            throw new IllegalStateException(unknown);
        }
    }

    @Test
    void refusesWhatASecondSignerAddedToWhatAFirstSigned() {
        byte[] more = TestJar.changed(SIGNED, all -> all.put("b/Evil.class", bytes("evil")));
        refusal(OTHER.sign(more));
    }

    @Test
    void refusesAnyJarWithAByteOfAnEntryFlipped() {
        Random random = new Random(7);
        Map<String, byte[]> entries = TestJar.entries(SIGNED);
        for (String name : entries.keySet()) {
            byte[] content = entries.get(name);
            boolean isBlock = name.endsWith(".EC");
            for (int round = 0; round < 5 && content.length > 0 && !isBlock; round++) {
                byte[] flipped = content.clone();
                flipped[random.nextInt(flipped.length)] ^= (byte) (1 << random.nextInt(8));
                refusal(TestJar.changed(SIGNED, all -> all.put(name, flipped)));
            }
        }
    }
}
