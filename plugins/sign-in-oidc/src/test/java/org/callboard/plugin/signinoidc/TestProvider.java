package org.callboard.plugin.signinoidc;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.callboard.api.config.Secret;
import org.callboard.api.model.Json;
import org.callboard.testkit.TestWeb;

/** A provider with a key of the test's, which says whatever a test wants it to. */
final class TestProvider {

    static final String ISSUER = "https://id.example.com/realms/company";
    static final String CLIENT = "callboard";
    static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");

    private final TestWeb web = new TestWeb();
    private final RSAKey key;

    TestProvider() {
        try {
            key = new RSAKeyGenerator(2048).keyID("k1").generate();
        } catch (JOSEException failure) {
            throw new IllegalStateException(failure);
        }
        publish(key);
        discovered(Json.Obj.EMPTY);
    }

    TestWeb web() {
        return web;
    }

    RSAKey key() {
        return key;
    }

    /** Publishes these keys, and no others. */
    void publish(RSAKey... keys) {
        String set = new JWKSet(List.copyOf(List.of(keys))).toPublicJWKSet().toString();
        web.answer("GET", ISSUER + "/keys", 200, set);
    }

    /** Says this of itself, beside what is usual. */
    void discovered(Json.Obj more) {
        Json.Obj document = Json.object()
                .put("issuer", ISSUER)
                .put("authorization_endpoint", ISSUER + "/auth?kind=company")
                .put("token_endpoint", ISSUER + "/token")
                .put("jwks_uri", ISSUER + "/keys")
                .put("end_session_endpoint", ISSUER + "/logout")
                .build();
        for (Map.Entry<String, Json> field : more.fields().entrySet()) {
            document = document.with(field.getKey(), field.getValue());
        }
        web.answer("GET", ISSUER + "/.well-known/openid-configuration", document);
    }

    static OidcConfig.Provider settings() {
        return new OidcConfig.Provider(
                "Company",
                ISSUER,
                CLIENT,
                Optional.of(Secret.of("s&cret")),
                List.of("openid", "profile"),
                Map.of("prompt", "login"),
                "preferred_username",
                "groups",
                true,
                Duration.ofMinutes(10));
    }

    static JWTClaimsSet.Builder claims(String nonce) {
        return new JWTClaimsSet.Builder()
                .issuer(ISSUER)
                .audience(CLIENT)
                .subject("7")
                .issueTime(Date.from(NOW))
                .expirationTime(Date.from(NOW.plusSeconds(300)))
                .claim("nonce", nonce)
                .claim("name", "Mara Lind")
                .claim("preferred_username", "mara")
                .claim("email", "mara@example.com")
                .claim("email_verified", true)
                .claim("groups", List.of("a", "b"));
    }

    String signed(JWTClaimsSet claims) {
        return signed(key, new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("k1").build(), claims);
    }

    static String signed(RSAKey key, JWSHeader header, JWTClaimsSet claims) {
        try {
            SignedJWT token = new SignedJWT(header, claims);
            token.sign(new RSASSASigner(key));
            return token.serialize();
        } catch (JOSEException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** Gives these tokens for whatever code. */
    void gives(String idToken, String refreshToken) {
        web.answer(
                "POST",
                ISSUER + "/token",
                Json.object()
                        .put("token_type", "bearer")
                        .put("id_token", idToken)
                        .put("access_token", "at")
                        .put("refresh_token", refreshToken)
                        .build());
    }

    /** {@return the parameter of an address} */
    static String parameter(URI address, String name) {
        for (String pair : address.getRawQuery().split("&", -1)) {
            if (pair.startsWith(name + "=")) {
                return URLDecoder.decode(pair.substring(name.length() + 1), StandardCharsets.UTF_8);
            }
        }
        throw new AssertionError("There is no " + name + " in " + address);
    }
}
