package org.callboard.plugin.signinoidc;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.net.URI;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.callboard.api.net.WebAnswer;
import org.callboard.api.net.WebClient;
import org.callboard.api.net.WebRequest;
import org.callboard.api.problem.PortalException;
import org.callboard.api.problem.ProblemKind;
import org.jspecify.annotations.Nullable;

/**
 * The keys that a provider signs with, from the one address that it names: what a token says about where keys are is not looked
 * at. They are read anew when they are old, and for a key that is not among them, but not more often than twice a minute.
 */
final class Keys implements JWKSource<SecurityContext> {

    private static final Duration FRESH = Duration.ofMinutes(10);
    private static final Duration PAUSE = Duration.ofSeconds(30);

    private final Supplier<URI> place;
    private final WebClient web;
    private final Clock clock;
    private @Nullable JWKSet last;
    private Instant read = Instant.MIN;

    Keys(Supplier<URI> place, WebClient web, Clock clock) {
        this.place = place;
        this.web = web;
        this.clock = clock;
    }

    @Override
    public List<JWK> get(JWKSelector selector, @Nullable SecurityContext context) {
        List<JWK> found = selector.select(keys(FRESH));
        return found.isEmpty() ? selector.select(keys(PAUSE)) : found;
    }

    /** {@return the keys, read no longer ago than this} */
    private synchronized JWKSet keys(Duration age) {
        Instant now = clock.instant();
        JWKSet known = last;
        if (known != null && now.isBefore(read.plus(age))) {
            return known;
        }
        JWKSet fresh = ask();
        last = fresh;
        read = now;
        return fresh;
    }

    private JWKSet ask() {
        WebAnswer answer = web.send(WebRequest.get(place.get()).timeout(Discovery.TIMEOUT));
        try {
            if (answer.isGood()) {
                return JWKSet.parse(answer.text());
            }
        } catch (ParseException malformed) {
            // said below
        }
        throw new PortalException(ProblemKind.UNAVAILABLE, "The provider's keys can't be read.");
    }
}
