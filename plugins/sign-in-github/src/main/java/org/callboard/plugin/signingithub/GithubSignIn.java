package org.callboard.plugin.signingithub;

import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.callboard.api.config.Configuration;
import org.callboard.api.model.Json;
import org.callboard.api.net.FormFields;
import org.callboard.api.net.WebAnswer;
import org.callboard.api.net.WebClient;
import org.callboard.api.net.WebRequest;
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

/** GitHub, and those of the company's own, as the operator has configured them; each is a choice. */
@Component
public final class GithubSignIn implements SignInProvider {

    private static final String TOKEN = "token";

    private final Configuration configuration;
    private final WebClient web;
    private final Clock clock;

    /** Asks by this client. */
    @Activate
    public GithubSignIn(@Reference Configuration configuration, @Reference WebClient web) {
        this(configuration, web, Clock.systemUTC());
    }

    GithubSignIn(Configuration configuration, WebClient web, Clock clock) {
        this.configuration = configuration;
        this.web = web;
        this.clock = clock;
    }

    @Override
    public String title() {
        return "GitHub";
    }

    @Override
    public List<SignInChoice> choices() {
        return new TreeMap<>(providers())
                .entrySet().stream()
                        .map(entry -> new SignInChoice(
                                entry.getKey(), entry.getValue().title()))
                        .toList();
    }

    private Map<String, GithubConfig.Provider> providers() {
        return configuration.current(GithubConfig.class).providers();
    }

    private GithubConfig.Provider provider(String choice) {
        GithubConfig.Provider provider = providers().get(choice);
        if (provider == null) {
            throw new PortalException(ProblemKind.UNAVAILABLE, "There is no provider '" + choice + "' any more.");
        }
        return provider;
    }

    @Override
    public SignInStart begin(SignInRequest request) {
        GithubConfig.Provider provider = provider(request.choice());
        FormFields form = FormFields.NONE
                .with("client_id", provider.clientId())
                .with("redirect_uri", request.callback().toString())
                .with("scope", provider.needsOrganisations() ? "read:user user:email read:org" : "read:user user:email")
                .with("state", request.state())
                .with("code_challenge", request.codeChallenge())
                .with("code_challenge_method", "S256");
        return new SignInStart(form.at(URI.create(provider.url() + "/login/oauth/authorize")), Kept.NOTHING);
    }

    @Override
    public SignedIn finish(SignInAnswer answer) {
        GithubConfig.Provider provider = provider(answer.choice());
        String code = answer.parameters().get("code");
        if (code == null) {
            throw new PortalException(
                    ProblemKind.NOT_ALLOWED, "The sign-in was given up, or denied by GitHub.", "Begin again.");
        }
        FormFields grant = FormFields.NONE
                .with("client_id", provider.clientId())
                .with("client_secret", provider.clientSecret().reveal())
                .with("code", code)
                .with("redirect_uri", answer.callback().toString())
                .with("code_verifier", answer.codeVerifier());
        String token = token(provider, grant);
        return signedIn(provider, token);
    }

    /** An error comes with the status of a success. */
    private String token(GithubConfig.Provider provider, FormFields grant) {
        WebAnswer answer = web.send(WebRequest.post(URI.create(provider.url() + "/login/oauth/access_token"))
                .header("accept", "application/json")
                .form(grant)
                .timeout(Account.TIMEOUT));
        Json.Obj given = answer.isGood() && answer.json() instanceof Json.Obj object ? object : Json.Obj.EMPTY;
        String error =
                given.text("error").filter(text -> text.matches("[a-z_]{1,60}")).orElse("");
        if (error.equals("bad_verification_code")) {
            throw new PortalException(
                    ProblemKind.NOT_ALLOWED,
                    "GitHub does not know this sign-in any more, or it was used before.",
                    "Begin again.");
        }
        return given.text("access_token")
                .orElseThrow(() -> new PortalException(
                        ProblemKind.UNAVAILABLE,
                        "GitHub gives this portal no token: " + answer.status() + " " + error + ".",
                        "Check clientId and clientSecret in plugins.config.sign-in-github."));
    }

    private SignedIn signedIn(GithubConfig.Provider provider, String token) {
        SignedInPerson person = new Account(provider, token, web).person();
        return new SignedIn(person, clock.instant().plus(provider.checkEvery()), Kept.NOTHING.with(TOKEN, token));
    }

    @Override
    public SignedIn refresh(String choice, SignedInPerson person, Kept kept) {
        return signedIn(provider(choice), kept.get(TOKEN).orElse(""));
    }
}
