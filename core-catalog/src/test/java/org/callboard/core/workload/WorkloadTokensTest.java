package org.callboard.core.workload;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.callboard.api.model.Json;
import org.callboard.api.problem.PortalException;
import org.callboard.api.problem.ProblemKind;
import org.callboard.core.config.Workload;
import org.callboard.core.entity.JsonCodec;
import org.callboard.core.session.ForeignTokens.Shown;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tokens as builders make them, and as attackers do. */
class WorkloadTokensTest {

    private static final String GITHUB = "https://token.actions.githubusercontent.com";
    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
    private static final KeyPair RSA = pair("RSA", 2_048);
    private static final KeyPair OTHERS = pair("RSA", 2_048);
    private static final KeyPair CURVE = pair("EC", 256);

    private final Map<URI, Json> pages = new ConcurrentHashMap<>(Map.of(
            URI.create(GITHUB + "/.well-known/openid-configuration"),
            Json.object()
                    .put("issuer", GITHUB)
                    .put("jwks_uri", GITHUB + "/.well-known/jwks")
                    .build(),
            URI.create(GITHUB + "/.well-known/jwks"),
            keys(described(RSA.getPublic(), "first"), described(CURVE.getPublic(), "curved"))));
    private final List<URI> asked = new CopyOnWriteArrayList<>();
    private final WorkloadTokens tokens = new WorkloadTokens(
            List.of(new Workload(
                    GITHUB,
                    "https://portal.example.com",
                    Map.of("repository", "acme/payments", "ref", "refs/heads/main"),
                    "group:default/payments",
                    Set.of("payments-cards"),
                    Set.of("plugin.read", "plugin.manage"))),
            this::page,
            Clock.fixed(NOW, ZoneOffset.UTC));

    private Json page(URI address) {
        asked.add(address);
        Json page = pages.get(address);
        if (page == null) {
            throw new PortalException(ProblemKind.UNAVAILABLE, "Nobody answers.");
        }
        return page;
    }

    private static KeyPair pair(String algorithm, int bits) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
            if (algorithm.equals("EC")) {
                generator.initialize(new ECGenParameterSpec("secp256r1"));
            } else {
                generator.initialize(bits);
            }
            return generator.generateKeyPair();
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static Json.Obj described(PublicKey key, String id) {
        if (key instanceof RSAPublicKey rsa) {
            return Json.object()
                    .put("kty", "RSA")
                    .put("kid", id)
                    .put("use", "sig")
                    .put("n", base64(rsa.getModulus().toByteArray()))
                    .put("e", base64(rsa.getPublicExponent().toByteArray()))
                    .build();
        }
        ECPublicKey curve = (ECPublicKey) key;
        return Json.object()
                .put("kty", "EC")
                .put("kid", id)
                .put("crv", "P-256")
                .put("x", base64(curve.getW().getAffineX().toByteArray()))
                .put("y", base64(curve.getW().getAffineY().toByteArray()))
                .build();
    }

    private static Json keys(Json... keys) {
        return Json.object().put("keys", new Json.Arr(List.of(keys))).build();
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static String base64(String text) {
        return base64(text.getBytes(StandardCharsets.UTF_8));
    }

    private static Json.Builder claims() {
        return Json.object()
                .put("iss", GITHUB)
                .put("aud", "https://portal.example.com")
                .put("sub", "repo:acme/payments:ref:refs/heads/main")
                .put("repository", "acme/payments")
                .put("ref", "refs/heads/main")
                .put("run_id", "4711")
                .put("iat", NOW.getEpochSecond() - 5)
                .put("nbf", NOW.getEpochSecond() - 5)
                .put("exp", NOW.getEpochSecond() + 300);
    }

    private static String text(Json value) {
        return new String(new JsonCodec().encode(value), StandardCharsets.UTF_8);
    }

    private static String signed(KeyPair pair, String header, String claims) {
        String algorithm = pair == CURVE ? "SHA256withECDSAinP1363Format" : "SHA256withRSA";
        try {
            String unsigned = base64(header) + "." + base64(claims);
            Signature signature = Signature.getInstance(algorithm);
            signature.initSign(pair.getPrivate());
            signature.update(unsigned.getBytes(StandardCharsets.US_ASCII));
            return unsigned + "." + base64(signature.sign());
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static String signed(Json.Builder claims) {
        return signed(RSA, "{\"alg\":\"RS256\",\"typ\":\"JWT\",\"kid\":\"first\"}", text(claims.build()));
    }

    private void assertRefused(String why, String token) {
        PortalException refused = assertThrows(PortalException.class, () -> tokens.read(token));
        assertEquals(ProblemKind.NOT_SIGNED_IN, refused.kind());
        assertEquals("The token of the job " + why + ".", refused.message());
    }

    private static final String UNSIGNED = "is not signed by who it names, or their keys can't be had just now";

    @Test
    void aJobThatAnEntryIsForActsAsItSays() {
        Shown shown = tokens.read(signed(claims())).orElseThrow();
        assertEquals("group:default/payments", shown.identity().name());
        assertEquals(GITHUB, shown.identity().issuer());
        assertEquals("repo:acme/payments:ref:refs/heads/main", shown.identity().subject());
        assertEquals(Set.of("group:default/payments"), shown.identity().groups());
        assertEquals(
                Set.of("plugin.manage", "plugin.read"), shown.token().scope().permissions());
        assertEquals(Set.of("payments-cards"), shown.token().scope().plugins());
        assertEquals(
                "token acme/payments refs/heads/main run 4711", shown.token().toString());
        assertEquals(NOW.plusSeconds(300), shown.token().expires());
    }

    @Test
    void anEllipticCurveIsAsGood() {
        String token = signed(CURVE, "{\"alg\":\"ES256\",\"kid\":\"curved\"}", text(claims().build()));
        assertTrue(tokens.read(token).isPresent());
    }

    @Test
    void ofSeveralAudiencesOneMustBeThisPortal() {
        assertTrue(tokens.read(signed(
                        claims().put("aud", Json.ofTexts(List.of("https://other", "https://portal.example.com")))))
                .isPresent());
        String fitsNone = "of repo:acme/payments:ref:refs/heads/main fits no entry for it";
        assertRefused(fitsNone, signed(claims().put("aud", "https://other")));
        assertRefused(fitsNone, signed(claims().put("repository", "acme/payments-fork")));
        assertRefused(fitsNone, signed(claims().put("ref", "refs/heads/main2")));
        assertRefused(fitsNone, signed(claims().put("ref", "")));
    }

    @Test
    void whatIsNoSuchTokenIsLeftToOthers() {
        for (String other : List.of("", "cb_abc", "a.b", "a.b.c.d", "x")) {
            assertTrue(tokens.read(other).isEmpty(), other);
        }
        assertEquals(List.of(), asked);
    }

    @Test
    void noneIsNoAlgorithm() {
        String claims = text(claims().build());
        for (String none : List.of("none", "None", "NONE", "")) {
            assertRefused(
                    UNSIGNED, base64("{\"alg\":\"" + none + "\",\"kid\":\"first\"}") + "." + base64(claims) + ".");
        }
    }

    @Test
    void thePublicKeyIsNoPassword() throws GeneralSecurityException {
        String unsigned = base64("{\"alg\":\"HS256\",\"kid\":\"first\"}") + "." + base64(text(claims().build()));
        for (byte[] secret : List.of(
                RSA.getPublic().getEncoded(),
                ("-----BEGIN PUBLIC KEY-----\n"
                                + Base64.getMimeEncoder()
                                        .encodeToString(RSA.getPublic().getEncoded())
                                + "\n-----END PUBLIC KEY-----\n")
                        .getBytes(StandardCharsets.US_ASCII))) {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            assertRefused(UNSIGNED, unsigned + "." + base64(mac.doFinal(unsigned.getBytes(StandardCharsets.US_ASCII))));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"alg\":\"RS256\",\"kid\":\"../../first\"}",
                "{\"alg\":\"RS256\",\"kid\":\"first' or 1=1--\"}",
                "{\"alg\":\"RS256\"}",
                "{\"alg\":\"RS512\",\"kid\":\"first\"}",
                "{\"alg\":\"ES256\",\"kid\":\"first\"}",
                "{\"alg\":\"RS256\",\"kid\":\"curved\"}",
                "{\"alg\":[\"RS256\"],\"kid\":\"first\"}"
            })
    void theKeyDecidesWhatASignatureIs(String header) {
        assertRefused(UNSIGNED, signed(RSA, header, text(claims().build())));
    }

    @Test
    void noKeyComesFromTheTokenItself() {
        String header = "{\"alg\":\"RS256\",\"kid\":\"evil\",\"jku\":\"https://evil.example.com/jwks\",\"x5u\":"
                + "\"https://evil.example.com/cert\",\"jwk\":" + text(described(OTHERS.getPublic(), "evil")) + "}";
        assertRefused(UNSIGNED, signed(OTHERS, header, text(claims().build())));
        assertRefused(UNSIGNED, signed(OTHERS, "{\"alg\":\"RS256\",\"kid\":\"first\"}", text(claims().build())));
        assertTrue(asked.stream().allMatch(address -> address.toString().startsWith(GITHUB + "/")), asked::toString);
    }

    @Test
    void onlyNowCounts() {
        long now = NOW.getEpochSecond();
        assertRefused("is over", signed(claims().put("exp", now - 60)));
        assertTrue(tokens.read(signed(claims().put("exp", now - 59))).isPresent());
        assertRefused("is not good yet", signed(claims().put("nbf", now + 61)));
        assertRefused("is not good yet", signed(claims().put("iat", now + 61)));
        assertRefused("has no time in 'exp'", signed(claims().put("exp", "2030-01-01")));
        assertRefused(
                "has no time in 'exp'",
                signed(
                        RSA,
                        "{\"alg\":\"RS256\",\"kid\":\"first\"}",
                        text(claims().build()).replaceFirst("\"exp\":\\d+", "\"exp\":1e300")));
        assertRefused(
                "has no end",
                signed(
                        RSA,
                        "{\"alg\":\"RS256\",\"kid\":\"first\"}",
                        text(claims().build()).replaceFirst(",\"exp\":\\d+", "")));
    }

    @Test
    void aStrangerIsNotAskedFor() {
        for (String stranger : List.of("https://evil.example.com", GITHUB + "/", GITHUB + ".evil.example.com", "")) {
            assertRefused("is of nobody that is known here", signed(claims().put("iss", stranger)));
        }
        assertEquals(List.of(), asked);
    }

    @Test
    void aTokenIsReadInOneWayAlone() {
        String header = "{\"alg\":\"RS256\",\"kid\":\"first\"}";
        String claims = text(claims().build());
        assertRefused(
                "is malformed", signed(RSA, header, claims.replace("{\"iss\"", "{\"repository\":\"evil/x\",\"iss\"")));
        assertRefused("is malformed", signed(RSA, "{\"alg\":\"none\",\"alg\":\"RS256\",\"kid\":\"first\"}", claims));
        assertRefused("is malformed", signed(RSA, header, "[]"));
        assertRefused("is malformed", signed(RSA, header, claims + claims));
        assertRefused("is malformed", "a.b.c");
        assertRefused("is malformed", signed(claims()) + "=");
        assertRefused(
                "demands what is not known here",
                signed(RSA, "{\"alg\":\"RS256\",\"kid\":\"first\",\"crit\":[\"x\"]}", claims));
        assertRefused("is longer than 16 KiB", "a.b." + "c".repeat(1 << 20));
    }

    @Test
    void aChangedTokenIsNone() {
        String token = signed(claims());
        String[] parts = token.split("\\.", -1);
        String admin = base64(
                text(claims().put("ref", "refs/heads/main").put("actor", "evil").build()));
        assertRefused(UNSIGNED, parts[0] + "." + admin + "." + parts[2]);
        assertRefused(UNSIGNED, parts[0] + "." + parts[1] + ".");
    }

    @Test
    void aFloodOfUnknownKeysIsOneQuestion() {
        for (int number = 0; number < 200; number++) {
            assertRefused(
                    UNSIGNED, signed(RSA, "{\"alg\":\"RS256\",\"kid\":\"k" + number + "\"}", text(claims().build())));
        }
        assertTrue(tokens.read(signed(claims())).isPresent());
        assertEquals(2, asked.size());
    }

    @Test
    void keysOnAnotherServerAndOtherNamesAreNotBelieved() {
        for (Json discovered : List.of(
                Json.object()
                        .put("issuer", GITHUB)
                        .put("jwks_uri", "https://evil.example.com/jwks")
                        .build(),
                Json.object()
                        .put("issuer", GITHUB)
                        .put("jwks_uri", "http://token.actions.githubusercontent.com/x")
                        .build(),
                Json.object().put("issuer", GITHUB).put("jwks_uri", "::").build(),
                Json.object()
                        .put("issuer", "https://evil.example.com")
                        .put("jwks_uri", GITHUB + "/.well-known/jwks")
                        .build(),
                Json.ofTexts(List.of()))) {
            asked.clear();
            pages.put(URI.create(GITHUB + "/.well-known/openid-configuration"), discovered);
            WorkloadTokens fresh = new WorkloadTokens(
                    List.of(new Workload(
                            GITHUB, "a", Map.of("ref", "b"), "user:default/c", Set.of("d"), Set.of("e.f"))),
                    this::page,
                    Clock.fixed(NOW, ZoneOffset.UTC));
            assertThrows(PortalException.class, () -> fresh.read(signed(claims())));
            assertEquals(1, asked.size());
        }
    }

    @Test
    void keysAreAskedForAgainAndTheLastOnesStayWhereTheyCanNotBeHad() {
        long[] nanos = {0};
        IssuerKeys keys = new IssuerKeys(GITHUB, this::page, () -> nanos[0]);
        assertEquals("first", id(keys.find("first")));
        pages.put(URI.create(GITHUB + "/.well-known/jwks"), keys(described(OTHERS.getPublic(), "second")));
        assertNull(keys.find("second"));
        nanos[0] += 31_000_000_000L;
        assertEquals("first", id(keys.find("first")));
        assertEquals("second", id(keys.find("second")));
        assertNull(keys.find("first"));
        pages.clear();
        nanos[0] += 7_200_000_000_000L;
        assertEquals("second", id(keys.find("second")));
        int before = asked.size();
        assertEquals("second", id(keys.find("second")));
        assertEquals(before, asked.size());
    }

    private static String id(@Nullable SigningKey key) {
        return key == null ? "" : key.id();
    }

    @Test
    void weakAndOtherKeysAreNone() {
        Json.Obj weak = described(pair("RSA", 1_024).getPublic(), "weak");
        Json.Obj sealing = described(RSA.getPublic(), "sealing").with("use", Json.of("enc"));
        Json.Obj secret = Json.object().put("kty", "oct").put("k", "AAAA").build();
        Json.Obj malformed = described(RSA.getPublic(), "bad").with("n", Json.of("*"));
        for (Json.Obj key : List.of(weak, sealing, secret, malformed, Json.Obj.EMPTY)) {
            assertTrue(SigningKey.of(key).isEmpty(), key::toString);
        }
        assertFalse(SigningKey.of(described(RSA.getPublic(), "good")).isEmpty());
    }

    @Test
    void aStarStandsForWhatIsBelow() {
        WorkloadTokens tagged = new WorkloadTokens(
                List.of(new Workload(
                        GITHUB,
                        "https://portal.example.com",
                        Map.of("repository", "acme/*", "ref", "refs/tags/*"),
                        "group:default/payments",
                        Set.of("payments-cards"),
                        Set.of("plugin.manage"))),
                this::page,
                Clock.fixed(NOW, ZoneOffset.UTC));
        assertTrue(tagged.read(signed(claims().put("ref", "refs/tags/v1"))).isPresent());
        for (String ref : List.of("refs/tags/", "refs/tags", "refs/heads/tags/v1")) {
            assertThrows(PortalException.class, () -> tagged.read(signed(claims().put("ref", ref))), ref);
        }
    }
}
