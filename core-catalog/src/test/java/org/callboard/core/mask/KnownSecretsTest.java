package org.callboard.core.mask;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KnownSecretsTest {

    private static final String LETTERS =
            "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_.~!*'()/+=&?#%@:;,$ \"\\<>|äß€漢\uD83D\uDE80";

    private final KnownSecrets secrets = new KnownSecrets();
    private final Random random = new Random(42);

    private String masked(String text) {
        return secrets.masked(text);
    }

    /** {@return a text without half characters} */
    private String random(int least, int most) {
        int[] points = LETTERS.codePoints().toArray();
        return IntStream.range(0, least + random.nextInt(most - least))
                .map(index -> points[random.nextInt(points.length)])
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @ValueSource(strings = {"hush-3f9a!", "p@ss w/örd+&=%", "\"quoted\\ \n two\"", "AKIA/abc+def==", "<b>'x'&</b>"})
    void noFormOfASecretIsLeft(String secret) throws IOException {
        secrets.know(List.of(secret));
        String url = URLEncoder.encode(secret, StandardCharsets.UTF_8);
        String json = new ObjectMapper().writeValueAsString(secret);
        for (String form : List.of(
                secret,
                json.substring(1, json.length() - 1),
                url,
                url.replace("+", "%20"),
                url.replaceAll("%(..)", "%$1").toLowerCase(Locale.ROOT).equals(url) ? url : lowerHex(url),
                HexFormat.of().formatHex(bytes(secret)),
                secret.replace("&", "&amp;")
                        .replace("<", "&lt;")
                        .replace(">", "&gt;")
                        .replace("\"", "&quot;")
                        .replace("'", "&#39;"))) {
            assertEquals("a *** b", masked("a " + form + " b"), form);
        }
    }

    private static String lowerHex(String url) {
        StringBuilder lower = new StringBuilder(url);
        for (int at = lower.indexOf("%"); at >= 0; at = lower.indexOf("%", at + 1)) {
            lower.replace(at, at + 3, lower.substring(at, at + 3).toLowerCase(Locale.ROOT));
        }
        return lower.toString();
    }

    @Test
    void base64IsFoundWhereverTheSecretBeginsInIt() {
        for (int round = 0; round < 50; round++) {
            String secret = random(8, 60).strip();
            KnownSecrets known = new KnownSecrets();
            known.know(List.of(secret));
            for (String before : List.of("", "u", "us", "use", "user:")) {
                for (String after : List.of("", "x", "xy", "xyz")) {
                    byte[] whole = bytes(before + secret + after);
                    assertGone(known, secret, before, base64(whole));
                    assertGone(known, secret, before, Base64.getUrlEncoder().encodeToString(whole));
                }
            }
        }
    }

    /** Of all characters that the secret's bits are in, those alone may be left that hold bits of others, too. */
    private static void assertGone(KnownSecrets known, String secret, String before, String encoded) {
        if (secret.length() < SecretForms.SHORTEST) {
            return;
        }
        String masked = known.masked("v=" + encoded + ";");
        assertTrue(masked.contains("***"), masked);
        int from = bytes(before).length;
        int own = (from + bytes(secret).length) * 8 / 6 - (from * 8 + 5) / 6;
        assertTrue(masked.length() - 3 <= encoded.length() + 3 - own, encoded + " became " + masked);
    }

    @Test
    void findsWhatANaiveSearchFinds() {
        for (int round = 0; round < 50; round++) {
            List<String> known = new ArrayList<>();
            for (int number = 1 + random.nextInt(8); number > 0; number--) {
                // few letters, so that they overlap and begin alike
                known.add(IntStream.range(0, 6 + random.nextInt(6))
                        .mapToObj(index -> random.nextBoolean() ? "a" : "B")
                        .reduce("", String::concat));
            }
            KnownSecrets own = new KnownSecrets();
            own.know(known);
            String text = IntStream.range(0, 200)
                    .mapToObj(index -> random.nextInt(20) == 0 ? "-" : random.nextBoolean() ? "a" : "B")
                    .reduce("", String::concat);
            assertEquals(naive(text, known), own.masked(text), text);
        }
    }

    private static String naive(String text, List<String> known) {
        boolean[] hidden = new boolean[text.length()];
        for (String secret : known) {
            for (int at = text.indexOf(secret); at >= 0; at = text.indexOf(secret, at + 1)) {
                java.util.Arrays.fill(hidden, at, at + secret.length(), true);
            }
        }
        StringBuilder masked = new StringBuilder();
        for (int at = 0; at < text.length(); at++) {
            if (!hidden[at]) {
                masked.append(text.charAt(at));
            } else if (at == 0 || !hidden[at - 1]) {
                masked.append("***");
            }
        }
        return masked.toString();
    }

    @Test
    void aStreamInPiecesGivesWhatTheWholeGives() throws IOException {
        for (int round = 0; round < 50; round++) {
            String secret = "s-" + random(6, 30).strip();
            KnownSecrets own = new KnownSecrets();
            own.know(List.of(secret));
            String text = random(0, 40)
                    + secret
                    + random(0, 10)
                    + secret
                    + secret
                    + random(0, 200)
                    + base64(bytes("x" + secret))
                    + secret.substring(0, secret.length() / 2);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            MaskingStream stream = Objects.requireNonNull(own.before(out));
            byte[] whole = bytes(text);
            for (int at = 0; at < whole.length; ) {
                int length = Math.min(whole.length - at, 1 + random.nextInt(12));
                stream.write(whole, at, length);
                at += length;
            }
            stream.finish();
            assertEquals(own.masked(text), out.toString(StandardCharsets.UTF_8));
            assertFalse(out.toString(StandardCharsets.UTF_8).contains(secret));
        }
    }

    @Test
    void aStreamHoldsNothingBackThatCanBeNoSecret() throws IOException {
        secrets.know(List.of("hush-3f9a"));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        MaskingStream stream = Objects.requireNonNull(secrets.before(out));
        stream.write(bytes("data: {}\n\n"), 0, 10);
        assertEquals("data: {}\n\n", out.toString(StandardCharsets.UTF_8));
        stream.write(bytes("hush"), 0, 4);
        assertEquals("data: {}\n\n", out.toString(StandardCharsets.UTF_8));
        stream.write(bytes("es\n"), 0, 3);
        assertEquals("data: {}\n\nhushes\n", out.toString(StandardCharsets.UTF_8));
    }

    @Test
    void theLinesOfAKeyAreSecretsToo() {
        secrets.know(List.of("-----BEGIN PRIVATE KEY-----\nMIIEvQIBADANBgkqhkiG9w0B\nAQEFAASCBKcwggSjAgEAAoIB\n"
                + "-----END PRIVATE KEY-----"));
        assertEquals("key ***", masked("key AQEFAASCBKcwggSjAgEAAoIB"));
        assertEquals("-----BEGIN PRIVATE KEY-----", masked("-----BEGIN PRIVATE KEY-----"));
    }

    @Test
    void whatIsTooShortIsLeftAsItIs() {
        secrets.know(List.of("abcde", "", "  xyz  "));
        assertTrue(secrets.isEmpty());
        assertEquals("abcde xyz", masked("abcde xyz"));
        assertNull(secrets.before(new ByteArrayOutputStream()));
    }

    @Test
    void anOrdinaryWordIsHiddenInLogsAndLeftInAnswers() {
        secrets.know(List.of("callboard", "20261121"));
        assertEquals("the password *** of ***", masked("the password callboard of 20261121"));
        assertEquals("/ui/callboard", secrets.maskedHeader("/ui/callboard"));
        assertEquals("***", secrets.maskedHeader(base64(bytes("callboard"))));
        assertNotNull(secrets.before(new ByteArrayOutputStream()));
    }

    @Test
    void aSecretThatWasReplacedStaysOne() {
        secrets.know(List.of("the-first"));
        secrets.know(List.of("the-second"));
        assertEquals("*** ***", masked("the-first the-second"));
    }

    @Test
    void ofTooManyTheLatestAreKnown() {
        for (int first = 0; first < 1_200; first += 400) {
            List<String> more = new ArrayList<>(List.of("the-one-in-use"));
            IntStream.range(first, first + 400).forEach(number -> more.add("secret-no-" + number + "."));
            secrets.know(more);
        }
        assertEquals("secret-no-0. *** ***", masked("secret-no-0. secret-no-1199. the-one-in-use"));
    }

    @Test
    void whereNoneIsKnownNothingIsDone() {
        String text = "anything at all";
        assertSame(text, masked(text));
        byte[] bytes = bytes(text);
        assertSame(bytes, secrets.masked(bytes));
        secrets.know(List.of("hush-3f9a"));
        assertSame(text, masked(text));
    }
}
