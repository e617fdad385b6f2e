package org.callboard.plugin.signinoidc;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.callboard.api.model.Json;
import org.callboard.api.net.WebAnswer;
import org.callboard.api.net.WebClient;
import org.callboard.api.net.WebRequest;
import org.callboard.api.problem.PortalException;
import org.callboard.api.problem.ProblemKind;
import org.jspecify.annotations.Nullable;

/** What a provider says of itself, asked anew after an hour (https://openid.net/specs/openid-connect-discovery-1_0.html). */
final class Discovery {

    static final Duration TIMEOUT = Duration.ofSeconds(8);

    private static final Duration FRESH = Duration.ofHours(1);

    private final String issuer;
    private final WebClient web;
    private final Clock clock;
    private @Nullable Metadata last;
    private Instant read = Instant.MIN;

    Discovery(String issuer, WebClient web, Clock clock) {
        this.issuer = issuer;
        this.web = web;
        this.clock = clock;
    }

    /** Where a provider answers, and how. */
    record Metadata(Json.Obj document) {

        Optional<URI> find(String endpoint) {
            return document.text(endpoint).map(URI::create);
        }

        URI get(String endpoint) {
            return find(endpoint).orElseThrow(() -> unusable("names no " + endpoint));
        }

        List<String> texts(String field) {
            return document.array(field).texts();
        }

        boolean says(String field) {
            return document.get(field) == Json.Bool.TRUE;
        }
    }

    /** {@return what it says} Threads that come meanwhile wait for the one that asks. */
    synchronized Metadata metadata() {
        Instant now = clock.instant();
        Metadata known = last;
        if (known != null && now.isBefore(read.plus(FRESH))) {
            return known;
        }
        Metadata fresh = ask();
        last = fresh;
        read = now;
        return fresh;
    }

    private Metadata ask() {
        URI place = URI.create(issuer.replaceFirst("/$", "") + "/.well-known/openid-configuration");
        WebAnswer answer = web.send(WebRequest.get(place).timeout(TIMEOUT));
        if (!answer.isGood() || !(answer.json() instanceof Json.Obj document)) {
            throw unusable("answered " + answer.status() + " for " + place.getPath());
        }
        if (!document.text("issuer").orElse("").equals(issuer)) {
            throw unusable("calls itself by another name than '" + issuer + "', which is configured");
        }
        boolean isSafe = document.fields().entrySet().stream()
                .filter(field ->
                        field.getKey().endsWith("_endpoint") || field.getKey().equals("jwks_uri"))
                .allMatch(field -> isSafe(field.getValue()));
        if (!isSafe) {
            throw unusable("names an endpoint that is no https address");
        }
        return new Metadata(document);
    }

    /** A provider on this machine may do without TLS; none may send people or secrets from https to http. */
    private boolean isSafe(Json endpoint) {
        return endpoint instanceof Json.Text text
                && (text.value().startsWith("https://")
                        || (issuer.startsWith("http://") && text.value().startsWith("http://")));
    }

    private static PortalException unusable(String why) {
        return new PortalException(
                ProblemKind.UNAVAILABLE, "The provider " + why + ".", "Check issuer in plugins.config.sign-in-oidc.");
    }
}
