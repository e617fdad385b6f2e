package org.callboard.plugin.signinoidc;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.callboard.api.model.Json;
import org.callboard.api.net.FormFields;
import org.callboard.api.net.WebAnswer;
import org.callboard.api.net.WebClient;
import org.callboard.api.net.WebRequest;
import org.callboard.api.problem.PortalException;
import org.callboard.api.problem.ProblemKind;

/** What a provider gave for a code or a refresh token. */
record Tokens(Json.Obj answer) {

    Optional<String> id() {
        return answer.text("id_token");
    }

    Optional<String> access() {
        return answer.text("access_token");
    }

    Optional<String> refresh() {
        return answer.text("refresh_token");
    }

    @Override
    public String toString() {
        return "tokens " + answer.fields().keySet();
    }

    /**
     * {@return what the provider gives for this}
     *
     * @throws PortalException NOT_ALLOWED where it gives nothing; UNAVAILABLE where it can't, or not to this portal
     */
    static Tokens ask(WebClient web, Discovery.Metadata metadata, OidcConfig.Provider provider, FormFields grant) {
        URI place = metadata.get("token_endpoint");
        WebRequest request =
                WebRequest.post(place).header("accept", "application/json").timeout(Discovery.TIMEOUT);
        WebAnswer answer = web.send(authenticated(request, metadata, provider, grant));
        if (answer.isGood() && answer.json() instanceof Json.Obj given) {
            if (!given.text("token_type").orElse("").equalsIgnoreCase("Bearer")) {
                throw new PortalException(ProblemKind.NOT_ALLOWED, "The provider gave tokens of an unknown type.");
            }
            return new Tokens(given);
        }
        if (answer.status() == 400 && error(answer).equals("invalid_grant")) {
            throw new PortalException(
                    ProblemKind.NOT_ALLOWED,
                    "The provider does not know this sign-in any more, or it was used before.",
                    "Begin again.");
        }
        throw new PortalException(
                ProblemKind.UNAVAILABLE,
                "The provider gives this portal no tokens: " + answer.status() + " " + error(answer) + ".",
                "Check clientId and clientSecret in plugins.config.sign-in-oidc.");
    }

    private static WebRequest authenticated(
            WebRequest request, Discovery.Metadata metadata, OidcConfig.Provider provider, FormFields grant) {
        if (provider.clientSecret().isEmpty()) {
            return request.form(grant.with("client_id", provider.clientId()));
        }
        String secret = provider.clientSecret().get().reveal();
        List<String> ways = metadata.texts("token_endpoint_auth_methods_supported");
        if (ways.contains("client_secret_post") && !ways.contains("client_secret_basic")) {
            return request.form(grant.with("client_id", provider.clientId()).with("client_secret", secret));
        }
        String pair = FormFields.encoded(provider.clientId()) + ":" + FormFields.encoded(secret);
        String basic = Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
        return request.header("authorization", "Basic " + basic).form(grant);
    }

    /** {@return the code of an error, where it looks like one} */
    private static String error(WebAnswer answer) {
        try {
            return answer.json() instanceof Json.Obj told
                    ? told.text("error")
                            .filter(code -> code.matches("[a-z_]{1,60}"))
                            .orElse("")
                    : "";
        } catch (PortalException noJson) {
            return "";
        }
    }
}
