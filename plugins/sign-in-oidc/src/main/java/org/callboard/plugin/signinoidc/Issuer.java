package org.callboard.plugin.signinoidc;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.callboard.api.model.Json;
import org.callboard.api.net.FormFields;
import org.callboard.api.net.WebAnswer;
import org.callboard.api.net.WebClient;
import org.callboard.api.net.WebRequest;
import org.callboard.api.problem.PortalException;
import org.callboard.api.problem.ProblemKind;
import org.callboard.api.signin.Kept;
import org.callboard.api.signin.SignInAnswer;
import org.callboard.api.signin.SignInRequest;
import org.callboard.api.signin.SignInStart;
import org.callboard.api.signin.SignedIn;
import org.callboard.api.signin.SignedInPerson;
import org.jspecify.annotations.Nullable;

/** A provider, and what is known of it. Thread-safe. */
final class Issuer {

    private static final String NONCE = "nonce";
    private static final String REFRESH = "refresh_token";
    private static final String ID = "id_token";
    /** Addresses are cut off somewhere behind this. */
    private static final int LONGEST_HINT = 4_000;

    private final OidcConfig.Provider provider;
    private final WebClient web;
    private final Clock clock;
    private final Discovery discovery;
    private final IdTokens idTokens;

    Issuer(OidcConfig.Provider provider, WebClient web, Clock clock) {
        this.provider = provider;
        this.web = web;
        this.clock = clock;
        this.discovery = new Discovery(provider.issuer(), web, clock);
        Keys keys = new Keys(() -> discovery.metadata().get("jwks_uri"), web, clock);
        this.idTokens = new IdTokens(provider.issuer(), provider.clientId(), keys, clock);
    }

    /** {@return whether it is configured so still} */
    boolean is(OidcConfig.Provider other) {
        return provider.equals(other);
    }

    SignInStart begin(SignInRequest request) {
        String nonce = UUID.randomUUID().toString();
        FormFields form = FormFields.NONE;
        for (Map.Entry<String, String> more : provider.parameters().entrySet()) {
            form = form.with(more.getKey(), more.getValue());
        }
        form = form.with("response_type", "code")
                .with("client_id", provider.clientId())
                .with("redirect_uri", request.callback().toString())
                .with("scope", String.join(" ", provider.scopes()))
                .with("state", request.state())
                .with("nonce", nonce)
                .with("code_challenge", request.codeChallenge())
                .with("code_challenge_method", "S256");
        URI place = form.at(discovery.metadata().get("authorization_endpoint"));
        return new SignInStart(place, Kept.NOTHING.with(NONCE, nonce));
    }

    SignedIn finish(SignInAnswer answer) {
        Discovery.Metadata metadata = discovery.metadata();
        checkSender(answer, metadata);
        String error = answer.parameters().get("error");
        if (error != null) {
            throw refused(
                    error.equals("access_denied")
                            ? "The sign-in was given up, or denied by the provider."
                            : "The provider did not let you sign in.");
        }
        FormFields grant = FormFields.NONE
                .with("grant_type", "authorization_code")
                .with("code", required(answer.parameters().get("code"), "a code"))
                .with("redirect_uri", answer.callback().toString())
                .with("code_verifier", answer.codeVerifier());
        Tokens tokens = Tokens.ask(web, metadata, provider, grant);
        String id = required(tokens.id().orElse(null), "an ID token");
        String nonce = required(answer.kept().get(NONCE).orElse(null), "what was kept");
        Claims claims = completed(new Claims(idTokens.verified(id, nonce)), tokens, metadata);
        return signedIn(claims.person(provider), tokens, id, Kept.NOTHING);
    }

    /** Who answers must be who was asked (RFC 9207). */
    private void checkSender(SignInAnswer answer, Discovery.Metadata metadata) {
        String sender = answer.parameters().get("iss");
        boolean isMissing = sender == null && metadata.says("authorization_response_iss_parameter_supported");
        if (isMissing || (sender != null && !sender.equals(provider.issuer()))) {
            throw refused("Another provider answered than the one that was asked.");
        }
    }

    private Claims completed(Claims claims, Tokens tokens, Discovery.Metadata metadata) {
        URI place = metadata.find("userinfo_endpoint").orElse(null);
        String access = tokens.access().orElse(null);
        if (!provider.userInfo() || place == null || access == null) {
            return claims;
        }
        WebAnswer answer = web.send(WebRequest.get(place)
                .header("authorization", "Bearer " + access)
                .header("accept", "application/json")
                .timeout(Discovery.TIMEOUT));
        if (!answer.isGood() || !(answer.json() instanceof Json.Obj more)) {
            throw new PortalException(
                    ProblemKind.UNAVAILABLE, "The provider's userinfo endpoint answered " + answer.status() + ".");
        }
        if (!more.text("sub").equals(claims.values().text("sub"))) {
            throw refused("The provider's userinfo endpoint tells of somebody else.");
        }
        return claims.or(more);
    }

    private SignedIn signedIn(SignedInPerson person, Tokens tokens, String id, Kept before) {
        Kept kept = id.isEmpty() || id.length() > LONGEST_HINT ? Kept.NOTHING : Kept.NOTHING.with(ID, id);
        String refresh = tokens.refresh().or(() -> before.get(REFRESH)).orElse(null);
        if (refresh == null) {
            return new SignedIn(person, null, kept);
        }
        Instant again = clock.instant().plus(provider.checkEvery());
        return new SignedIn(person, again, kept.with(REFRESH, refresh));
    }

    SignedIn refresh(SignedInPerson person, Kept kept) {
        Discovery.Metadata metadata = discovery.metadata();
        FormFields grant = FormFields.NONE
                .with("grant_type", "refresh_token")
                .with("refresh_token", required(kept.get(REFRESH).orElse(null), "a refresh token"));
        Tokens tokens = Tokens.ask(web, metadata, provider, grant);
        String id = tokens.id().orElse(null);
        Claims known = id == null
                ? new Claims(Json.object().put("sub", person.subject()).build())
                : new Claims(idTokens.verified(id, null));
        if (!known.values().text("sub").equals(Optional.of(person.subject()))) {
            throw refused("The provider tells of somebody else now.");
        }
        Claims claims = completed(known, tokens, metadata);
        SignedInPerson now = claims.values().fields().size() > 1 ? claims.person(provider) : person;
        return signedIn(now, tokens, id == null ? kept.get(ID).orElse("") : id, kept);
    }

    Optional<URI> logout(Kept kept, URI back) {
        return discovery.metadata().find("end_session_endpoint").map(place -> {
            FormFields form = FormFields.NONE
                    .with("client_id", provider.clientId())
                    .with("post_logout_redirect_uri", back.toString());
            return kept.get(ID)
                    .map(id -> form.with("id_token_hint", id))
                    .orElse(form)
                    .at(place);
        });
    }

    private static String required(@Nullable String value, String what) {
        if (value == null) {
            throw refused("The provider's answer lacks " + what + ".");
        }
        return value;
    }

    private static PortalException refused(String message) {
        return new PortalException(ProblemKind.NOT_ALLOWED, message, "Begin again.");
    }
}
