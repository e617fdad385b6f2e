package org.callboard.plugin.signinoidc;

import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.callboard.api.config.Configuration;
import org.callboard.api.net.WebClient;
import org.callboard.api.problem.PortalException;
import org.callboard.api.problem.ProblemKind;
import org.callboard.api.signin.Kept;
import org.callboard.api.signin.SignInAnswer;
import org.callboard.api.signin.SignInChoice;
import org.callboard.api.signin.SignInProvider;
import org.callboard.api.signin.SignInRequest;
import org.callboard.api.signin.SignInStart;
import org.callboard.api.signin.SignedIn;
import org.callboard.api.signin.SignedInPerson;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The providers that the operator has configured, each a choice. */
@Component
public final class OidcSignIn implements SignInProvider {

    private final Configuration configuration;
    private final WebClient web;
    private final Clock clock;
    private final Map<String, Issuer> issuers = new ConcurrentHashMap<>();

    /** Asks by this client. */
    @Activate
    public OidcSignIn(@Reference Configuration configuration, @Reference WebClient web) {
        this(configuration, web, Clock.systemUTC());
    }

    OidcSignIn(Configuration configuration, WebClient web, Clock clock) {
        this.configuration = configuration;
        this.web = web;
        this.clock = clock;
    }

    @Override
    public String title() {
        return "OpenID Connect";
    }

    @Override
    public List<SignInChoice> choices() {
        return new TreeMap<>(providers())
                .entrySet().stream()
                        .map(entry -> new SignInChoice(
                                entry.getKey(), entry.getValue().title()))
                        .toList();
    }

    private Map<String, OidcConfig.Provider> providers() {
        return configuration.current(OidcConfig.class).providers();
    }

    /** What is known of a provider is forgotten when it is configured anew. */
    private Issuer issuer(String choice) {
        OidcConfig.Provider provider = providers().get(choice);
        if (provider == null) {
            throw new PortalException(ProblemKind.UNAVAILABLE, "There is no provider '" + choice + "' any more.");
        }
        issuers.keySet().retainAll(providers().keySet());
        return issuers.compute(
                choice, (id, known) -> known != null && known.is(provider) ? known : new Issuer(provider, web, clock));
    }

    @Override
    public SignInStart begin(SignInRequest request) {
        return issuer(request.choice()).begin(request);
    }

    @Override
    public SignedIn finish(SignInAnswer answer) {
        return issuer(answer.choice()).finish(answer);
    }

    @Override
    public SignedIn refresh(String choice, SignedInPerson person, Kept kept) {
        return issuer(choice).refresh(person, kept);
    }

    @Override
    public Optional<URI> logout(String choice, Kept kept, URI back) {
        return issuer(choice).logout(kept, back);
    }
}
