package org.callboard.core.signin;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.callboard.api.problem.PortalException;
import org.callboard.api.problem.ProblemKind;
import org.callboard.api.signin.SignInAnswer;
import org.callboard.api.signin.SignInRequest;
import org.callboard.api.signin.SignInStart;
import org.callboard.api.signin.SignedIn;
import org.callboard.core.entity.Sha256;
import org.callboard.core.policy.Identity;
import org.callboard.core.session.Proof;
import org.callboard.core.session.Secrets;
import org.callboard.core.session.Sessions;
import org.jspecify.annotations.Nullable;

/** Signs people in by the word of others. */
public final class SignIn {

    private static final Set<String> SCHEMES = Set.of("https", "http");

    private final Providers providers;
    private final Attempts attempts;
    private final Vouching vouching;
    private final Sessions sessions;

    /** Signs in by these. */
    public SignIn(Providers providers, Attempts attempts, Vouching vouching, Sessions sessions) {
        this.providers = providers;
        this.attempts = attempts;
        this.vouching = vouching;
        this.sessions = sessions;
    }

    /** By whom somebody wants to sign in, and the address where their browser comes back to. */
    public record Way(String plugin, String choice, URI callback) {}

    /**
     * Somebody who is in.
     *
     * @param cookie of their session
     */
    public record Arrival(Identity who, String cookie, String returnPath) {}

    /** {@return what there is to choose} */
    public List<Providers.Offer> offers() {
        return providers.offers();
    }

    /**
     * Begins. {@return where the browser goes}
     *
     * @param browser the value of its cookie
     * @throws PortalException NOT_FOUND where there is no such way; as the provider throws it
     */
    public URI begin(Way way, String browser, @Nullable String returnPath) {
        String state = Secrets.fresh();
        CodeProof proof = CodeProof.fresh();
        SignInRequest request = new SignInRequest(way.choice(), way.callback(), state, proof.challenge());
        SignInStart start = providers.get(way.plugin(), way.choice()).call(provider -> provider.begin(request));
        if (!SCHEMES.contains(String.valueOf(start.location().getScheme()))) {
            throw new PortalException(
                    ProblemKind.INTERNAL, "The plugin '" + way.plugin() + "' sends the browser nowhere.");
        }
        attempts.begin(
                state,
                new Attempt(
                        Sha256.hex(browser),
                        way.plugin(),
                        way.choice(),
                        ReturnPath.of(returnPath),
                        proof,
                        start.kept()));
        return start.location();
    }

    /**
     * Ends what was begun. {@return who is in now}
     *
     * @param browser the value of its cookie, or null
     * @throws PortalException NOT_ALLOWED where somebody is not to be let in, and as the provider throws it
     */
    public Arrival finish(Way way, Map<String, String> parameters, @Nullable String browser) {
        Attempt attempt = attempts.take(parameters.getOrDefault("state", ""))
                .orElseThrow(() -> refused("This sign-in is not known: it is over, or ended before."));
        if (browser == null || !attempt.browser().equals(Sha256.hex(browser))) {
            throw refused("This sign-in was begun in another browser.");
        }
        if (!attempt.plugin().equals(way.plugin()) || !attempt.choice().equals(way.choice())) {
            throw refused("This sign-in was begun with another provider.");
        }
        SignInAnswer answer = new SignInAnswer(
                way.choice(), way.callback(), parameters, attempt.proof().verifier(), attempt.kept());
        SignedIn signedIn = providers.get(way.plugin(), way.choice()).call(provider -> provider.finish(answer));
        Identity who = vouching.identify(signedIn.person());
        String cookie = sessions.create(who, new Proof(way.plugin(), way.choice(), signedIn));
        return new Arrival(who, cookie, attempt.returnPath());
    }

    private static PortalException refused(String message) {
        return new PortalException(ProblemKind.NOT_ALLOWED, message, "Begin again.");
    }

    /** {@return where a browser whose session was ended goes to be signed out there, too} */
    public Optional<URI> logout(Sessions.Ended ended, URI back) {
        Proof proof = ended.proof();
        if (proof == null) {
            return Optional.empty();
        }
        try {
            return providers
                    .find(proof.plugin(), proof.choice())
                    .flatMap(handle -> handle.call(provider ->
                            provider.logout(proof.choice(), proof.signedIn().kept(), back)))
                    .filter(place -> SCHEMES.contains(String.valueOf(place.getScheme())));
        } catch (PortalException failed) {
            // they are out of the portal all the same
            return Optional.empty();
        }
    }
}
