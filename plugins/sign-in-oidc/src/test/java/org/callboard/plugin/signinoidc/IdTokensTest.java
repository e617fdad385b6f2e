package org.callboard.plugin.signinoidc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.callboard.api.problem.PortalException;
import org.callboard.api.problem.ProblemKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class IdTokensTest {

    private static final String NONCE = "n-1";
    private static final Clock CLOCK = Clock.fixed(TestProvider.NOW, ZoneOffset.UTC);

    private final TestProvider provider = new TestProvider();
    private final IdTokens tokens = tokens(CLOCK);

    private IdTokens tokens(Clock clock) {
        Keys keys = new Keys(() -> URI.create(TestProvider.ISSUER + "/keys"), provider.web(), clock);
        return new IdTokens(TestProvider.ISSUER, TestProvider.CLIENT, keys, clock);
    }

    private static JWTClaimsSet.Builder claims() {
        return TestProvider.claims(NONCE);
    }

    private static Date after(long seconds) {
        return Date.from(TestProvider.NOW.plusSeconds(seconds));
    }

    private void refuses(String token) {
        PortalException refused = assertThrows(PortalException.class, () -> tokens.verified(token, NONCE));
        assertEquals(ProblemKind.NOT_ALLOWED, refused.kind());
        assertTrue(token.isEmpty() || !refused.message().contains(token), refused.message());
    }

    @Test
    void takesWhatIsGood() {
        assertEquals(
                Optional.of("7"),
                tokens.verified(provider.signed(claims().build()), NONCE).text("sub"));
        assertEquals(
                Optional.of("7"),
                tokens.verified(
                                provider.signed(claims().audience(List.of("api", TestProvider.CLIENT))
                                        .claim("azp", TestProvider.CLIENT)
                                        .build()),
                                NONCE)
                        .text("sub"));
        assertEquals(
                Optional.of("7"),
                tokens.verified(
                                provider.signed(
                                        claims().expirationTime(after(-30)).build()),
                                NONCE)
                        .text("sub"));
    }

    static Stream<JWTClaimsSet> badClaims() {
        return Stream.of(
                claims().issuer("https://evil.example").build(),
                claims().issuer(TestProvider.ISSUER + "/").build(),
                claims().issuer(null).build(),
                claims().audience("other").build(),
                claims().audience((String) null).build(),
                claims().audience(List.of("other", TestProvider.CLIENT)).build(),
                claims().claim("azp", "other").build(),
                claims().claim("nonce", "n-2").build(),
                claims().claim("nonce", null).build(),
                claims().subject(null).build(),
                claims().subject(" ").build(),
                claims().expirationTime(after(-61)).build(),
                claims().expirationTime(null).build(),
                claims().issueTime(after(61)).build(),
                claims().issueTime(null).build(),
                claims().notBeforeTime(after(61)).build());
    }

    @ParameterizedTest
    @MethodSource("badClaims")
    void refusesOtherClaims(JWTClaimsSet claims) {
        refuses(provider.signed(claims));
    }

    @Test
    void refusesWhatIsNotSignedByAKeyOfTheIssuers() throws JOSEException {
        refuses(new PlainJWT(claims().build()).serialize());
        RSAKey other = new RSAKeyGenerator(2048).keyID("k1").generate();
        refuses(TestProvider.signed(
                other, new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("k1").build(), claims().build()));
        String good = provider.signed(claims().build());
        refuses(good.substring(0, good.lastIndexOf('.') + 1));
        String[] parts = good.split("\\.", -1);
        String payload = encoded(claims().subject("8").build().toString());
        refuses(parts[0] + "." + payload + "." + parts[2]);
    }

    /** Whoever takes the algorithm from the token checks it by the public key, which everybody has. */
    @Test
    void refusesAPublicKeyThatIsUsedAsASecret() throws JOSEException {
        for (byte[] secret : List.of(
                provider.key().toRSAPublicKey().getEncoded(),
                provider.key().toPublicJWK().toString().getBytes(StandardCharsets.UTF_8))) {
            JWSObject forged = new JWSObject(
                    new JWSHeader.Builder(JWSAlgorithm.HS256).keyID("k1").build(),
                    new Payload(claims().build().toJSONObject()));
            forged.sign(new MACSigner(secret));
            refuses(forged.serialize());
        }
    }

    /** A token that names its own key, or where one is to be had, says nothing by that. */
    @Test
    void looksForKeysWhereTheIssuerSaysAlone() throws JOSEException {
        RSAKey own = new RSAKeyGenerator(2048).keyID("own").generate();
        JWSHeader.Builder header = new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("own");
        refuses(TestProvider.signed(own, header.jwk(own.toPublicJWK()).build(), claims().build()));
        refuses(TestProvider.signed(
                own,
                header.jwkURL(URI.create("https://evil.example/keys"))
                        .x509CertURL(URI.create("https://evil.example/cert"))
                        .build(),
                claims().build()));
        assertTrue(provider.web().requests().stream()
                .allMatch(request -> request.uri().toString().equals(TestProvider.ISSUER + "/keys")));
    }

    @Test
    void refusesStrangeHeadersAndForms() {
        for (String id : List.of("../../x", "' or 1=1 --", "k2", "")) {
            refuses(TestProvider.signed(
                    provider.key(),
                    new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(id).build(),
                    claims().build()));
        }
        refuses(TestProvider.signed(
                provider.key(),
                new JWSHeader.Builder(JWSAlgorithm.RS256)
                        .keyID("k1")
                        .type(new JOSEObjectType("at+jwt"))
                        .build(),
                claims().build()));
        refuses(TestProvider.signed(
                provider.key(),
                new JWSHeader.Builder(JWSAlgorithm.RS256)
                        .keyID("k1")
                        .criticalParams(Set.of("exp"))
                        .build(),
                claims().build()));
        refuses("");
        refuses("a.b.c");
        refuses("x".repeat(1_000_000));
        refuses(encoded("{\"alg\":\"RS256\",\"alg\":\"none\"}") + "." + encoded("{}") + ".");
    }

    private static String encoded(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void unknownKeysDoNotMakeItAskOverAndOver() throws JOSEException {
        RSAKey other = new RSAKeyGenerator(2048).generate();
        for (int i = 0; i < 50; i++) {
            refuses(TestProvider.signed(
                    other,
                    new JWSHeader.Builder(JWSAlgorithm.RS256)
                            .keyID("unknown-" + i)
                            .build(),
                    claims().build()));
        }
        assertEquals(1, provider.web().requests().size());
    }

    @Test
    void findsANewKeyOfTheIssuersWithoutWaitingForLong() throws JOSEException {
        tokens.verified(provider.signed(claims().build()), NONCE);
        RSAKey next = new RSAKeyGenerator(2048).keyID("k2").generate();
        provider.publish(provider.key(), next);
        String token = TestProvider.signed(
                next, new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("k2").build(), claims().build());
        refuses(token);
        HandClock clock = new HandClock();
        IdTokens later = tokens(clock);
        provider.publish(provider.key());
        later.verified(provider.signed(claims().build()), NONCE);
        provider.publish(provider.key(), next);
        clock.pass(Duration.ofSeconds(31));
        assertEquals(Optional.of("7"), later.verified(token, NONCE).text("sub"));
    }
}
