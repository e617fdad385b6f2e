package org.callboard.plugin.signinoidc;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.callboard.api.model.Json;
import org.callboard.api.problem.PortalException;
import org.callboard.api.problem.ProblemKind;
import org.jspecify.annotations.Nullable;

/**
 * Says which ID tokens are good: signed by a key of the issuer's, with an algorithm that has a public key, by this issuer, for
 * this client, for this sign-in, and now (https://openid.net/specs/openid-connect-core-1_0.html#IDTokenValidation).
 */
final class IdTokens {

    private static final Set<JWSAlgorithm> ALGORITHMS = Set.of(
            JWSAlgorithm.RS256,
            JWSAlgorithm.RS384,
            JWSAlgorithm.RS512,
            JWSAlgorithm.PS256,
            JWSAlgorithm.PS384,
            JWSAlgorithm.PS512,
            JWSAlgorithm.ES256,
            JWSAlgorithm.ES384,
            JWSAlgorithm.ES512);

    private static final int LONGEST = 64 * 1024;
    private static final Duration SKEW = Duration.ofMinutes(1);

    private final String issuer;
    private final String clientId;
    private final Keys keys;
    private final Clock clock;

    IdTokens(String issuer, String clientId, Keys keys, Clock clock) {
        this.issuer = issuer;
        this.clientId = clientId;
        this.keys = keys;
        this.clock = clock;
    }

    /**
     * {@return the claims of a good token}
     *
     * @param nonce what it must have been made for; null where it comes with a refresh
     * @throws PortalException NOT_ALLOWED where it is not good
     */
    Json.Obj verified(String token, @Nullable String nonce) {
        if (token.length() > LONGEST) {
            throw bad("it is too long");
        }
        try {
            JWTClaimsSet claims = processor(nonce).process(SignedJWT.parse(token), null);
            checkParty(claims);
            checkIssueTime(claims);
            return json(claims.toJSONObject());
        } catch (ParseException malformed) {
            throw bad("it is not signed, or can't be read");
        } catch (BadJOSEException | JOSEException refused) {
            throw bad(String.valueOf(refused.getMessage()));
        }
    }

    private DefaultJWTProcessor<SecurityContext> processor(@Nullable String nonce) {
        JWTClaimsSet.Builder exactly = new JWTClaimsSet.Builder().issuer(issuer);
        if (nonce != null) {
            exactly.claim("nonce", nonce);
        }
        DefaultJWTClaimsVerifier<SecurityContext> claims = new Verifier(clientId, exactly.build(), clock);
        claims.setMaxClockSkew((int) SKEW.toSeconds());
        DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(ALGORITHMS, keys));
        processor.setJWTClaimsSetVerifier(claims);
        return processor;
    }

    /** Goes by the clock of the plugin. */
    private static final class Verifier extends DefaultJWTClaimsVerifier<SecurityContext> {

        private final Clock clock;

        private Verifier(String audience, JWTClaimsSet exactly, Clock clock) {
            super(audience, exactly, Set.of("sub", "iat", "exp"));
            this.clock = clock;
        }

        @Override
        protected Date currentTime() {
            return Date.from(clock.instant());
        }
    }

    /** A token for several has to say to whom it was given; who says so must say us. */
    private void checkParty(JWTClaimsSet claims) throws ParseException {
        String party = claims.getStringClaim("azp");
        boolean isForOthers = claims.getAudience().size() > 1;
        if (party == null ? isForOthers : !party.equals(clientId)) {
            throw bad("it was given to another client");
        }
        if (claims.getSubject().isBlank()) {
            throw bad("it has no subject");
        }
    }

    private void checkIssueTime(JWTClaimsSet claims) {
        if (claims.getIssueTime().toInstant().isAfter(clock.instant().plus(SKEW))) {
            throw bad("it is from the future");
        }
    }

    private static PortalException bad(String why) {
        return new PortalException(
                ProblemKind.NOT_ALLOWED, "The provider's ID token is not good: " + why + ".", "Begin again.");
    }

    private static Json.Obj json(Map<?, ?> claims) {
        Map<String, Json> fields = new LinkedHashMap<>();
        claims.forEach((name, value) -> {
            Json json = json(value);
            if (json != null) {
                fields.put(String.valueOf(name), json);
            }
        });
        return new Json.Obj(fields);
    }

    /** Texts, truths and lists of texts are all that is looked at. */
    private static @Nullable Json json(@Nullable Object value) {
        if (value instanceof String text) {
            return Json.of(text);
        }
        if (value instanceof Boolean truth) {
            return truth ? Json.Bool.TRUE : Json.Bool.FALSE;
        }
        return value instanceof List<?> list
                ? Json.ofTexts(list.stream()
                        .filter(String.class::isInstance)
                        .map(String.class::cast)
                        .toList())
                : null;
    }
}
