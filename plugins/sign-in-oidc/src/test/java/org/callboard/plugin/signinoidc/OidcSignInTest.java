package org.callboard.plugin.signinoidc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.callboard.api.model.Json;
import org.callboard.api.net.WebRequest;
import org.callboard.api.problem.PortalException;
import org.callboard.api.problem.ProblemKind;
import org.callboard.api.signin.Kept;
import org.callboard.api.signin.SignInAnswer;
import org.callboard.api.signin.SignInChoice;
import org.callboard.api.signin.SignInRequest;
import org.callboard.api.signin.SignInStart;
import org.callboard.api.signin.SignedIn;
import org.callboard.api.signin.SignedInPerson;
import org.callboard.api.signin.SignedInPerson.Email;
import org.callboard.api.signin.SignedInPerson.Proof;
import org.callboard.testkit.TestConfiguration;
import org.junit.jupiter.api.Test;

class OidcSignInTest {

    private static final URI CALLBACK = URI.create("https://portal.example.com/signin/sign-in-oidc/company/callback");

    private final TestProvider provider = new TestProvider();
    private final HandClock clock = new HandClock();
    private final TestConfiguration configuration =
            TestConfiguration.of(new OidcConfig(Map.of("company", TestProvider.settings())));
    private final OidcSignIn signIn = new OidcSignIn(configuration, provider.web(), clock);

    private SignInStart begin() {
        return signIn.begin(new SignInRequest("company", CALLBACK, "the-state", "the-challenge"));
    }

    private SignedIn finish(SignInStart start, Map<String, String> more) {
        Map<String, String> parameters = new LinkedHashMap<>(Map.of("state", "the-state", "code", "c-1"));
        parameters.putAll(more);
        return signIn.finish(new SignInAnswer("company", CALLBACK, parameters, "the-verifier", start.kept()));
    }

    private void refuses(SignInStart start, Map<String, String> more) {
        PortalException refused = assertThrows(PortalException.class, () -> finish(start, more));
        assertEquals(ProblemKind.NOT_ALLOWED, refused.kind());
    }

    private static String nonce(SignInStart start) {
        return TestProvider.parameter(start.location(), "nonce");
    }

    @Test
    void offersNothingUntilItIsConfigured() {
        OidcSignIn idle = new OidcSignIn(TestConfiguration.of(new OidcConfig(Map.of())), provider.web());
        assertEquals(List.of(), idle.choices());
        assertEquals(List.of(new SignInChoice("company", "Company")), signIn.choices());
        assertEquals(List.of(), provider.web().requests());
    }

    @Test
    void sendsTheBrowserWithTheChallengeAndANonceOfItsOwn() {
        SignInStart start = begin();
        URI place = start.location();
        assertTrue(place.toString().startsWith(TestProvider.ISSUER + "/auth?kind=company&"), place::toString);
        assertEquals("code", TestProvider.parameter(place, "response_type"));
        assertEquals(CALLBACK.toString(), TestProvider.parameter(place, "redirect_uri"));
        assertEquals("the-state", TestProvider.parameter(place, "state"));
        assertEquals("openid profile", TestProvider.parameter(place, "scope"));
        assertEquals("login", TestProvider.parameter(place, "prompt"));
        assertEquals("S256", TestProvider.parameter(place, "code_challenge_method"));
        assertEquals("the-challenge", TestProvider.parameter(place, "code_challenge"));
        assertFalse(nonce(start).equals(nonce(begin())));
    }

    @Test
    void tellsWhoSomebodyIs() {
        SignInStart start = begin();
        provider.gives(provider.signed(TestProvider.claims(nonce(start)).build()), "r-1");
        SignedIn signedIn = finish(start, Map.of());
        assertEquals(
                new SignedInPerson(
                        TestProvider.ISSUER,
                        "7",
                        "mara",
                        "Mara Lind",
                        new Email("mara@example.com", Proof.VERIFIED),
                        Set.of("a", "b")),
                signedIn.person());
        assertEquals(clock.instant().plus(Duration.ofMinutes(10)), signedIn.checkAgain());
        assertEquals(Optional.of("r-1"), signedIn.kept().get("refresh_token"));
        assertFalse(signedIn.toString().contains("r-1"));
        WebRequest asked = provider.web().requests().stream()
                .filter(request -> request.method().equals("POST"))
                .findFirst()
                .orElseThrow();
        assertEquals("Basic Y2FsbGJvYXJkOnMlMjZjcmV0", asked.headers().get("authorization"));
        String sent = ((WebRequest.Body.Text) asked.body()).text();
        assertTrue(sent.contains("code_verifier=the-verifier"), sent);
        assertFalse(sent.contains("secret"), sent);
    }

    @Test
    void refusesWhatWasMadeForAnotherSignIn() {
        SignInStart start = begin();
        provider.gives(provider.signed(TestProvider.claims(nonce(begin())).build()), "r-1");
        refuses(start, Map.of());
        provider.gives("", "r-1");
        refuses(start, Map.of());
    }

    @Test
    void refusesAnAnswerFromElsewhere() {
        SignInStart start = begin();
        provider.gives(provider.signed(TestProvider.claims(nonce(start)).build()), "r-1");
        refuses(start, Map.of("iss", "https://evil.example"));
        refuses(start, Map.of("error", "access_denied"));
        refuses(start, Map.of("error", "<script>"));
        finish(start, Map.of("iss", TestProvider.ISSUER));
    }

    @Test
    void refusesAnAnswerThatLacksTheIssuerWhereItHasToBeNamed() {
        provider.discovered(Json.object()
                .put("authorization_response_iss_parameter_supported", Json.Bool.TRUE)
                .build());
        SignInStart start = begin();
        provider.gives(provider.signed(TestProvider.claims(nonce(start)).build()), "r-1");
        refuses(start, Map.of());
        finish(start, Map.of("iss", TestProvider.ISSUER));
    }

    @Test
    void believesTheUserinfoEndpointAboutTheSamePersonAlone() {
        provider.discovered(Json.object()
                .put("userinfo_endpoint", TestProvider.ISSUER + "/me")
                .build());
        SignInStart start = begin();
        provider.gives(
                provider.signed(
                        TestProvider.claims(nonce(start)).claim("groups", null).build()),
                "r-1");
        provider.web()
                .answer(
                        "GET",
                        TestProvider.ISSUER + "/me",
                        Json.object()
                                .put("sub", "8")
                                .put("groups", Json.of("root"))
                                .build());
        refuses(start, Map.of());
        provider.web()
                .answer(
                        "GET",
                        TestProvider.ISSUER + "/me",
                        Json.object()
                                .put("sub", "7")
                                .put("groups", Json.of("root"))
                                .put("preferred_username", "other")
                                .build());
        SignedInPerson person = finish(start, Map.of()).person();
        assertEquals(Set.of("root"), person.groups());
        assertEquals("mara", person.username());
    }

    @Test
    void doesNotAskWhoCallsItselfOtherwiseOrIsNotSafe() {
        for (Json.Obj strange : List.of(
                Json.object().put("issuer", "https://evil.example").build(),
                Json.object()
                        .put("token_endpoint", "http://id.example.com/token")
                        .build(),
                Json.object().put("jwks_uri", "file:///etc/passwd").build())) {
            provider.discovered(strange);
            PortalException refused = assertThrows(PortalException.class, this::begin);
            assertEquals(ProblemKind.UNAVAILABLE, refused.kind());
        }
    }

    @Test
    void saysWhetherTheCodeOrThePortalIsRefused() {
        SignInStart start = begin();
        provider.web().answer("POST", TestProvider.ISSUER + "/token", 400, "{\"error\":\"invalid_grant\"}");
        refuses(start, Map.of());
        provider.web().answer("POST", TestProvider.ISSUER + "/token", 401, "{\"error\":\"invalid_client\"}");
        PortalException wrong = assertThrows(PortalException.class, () -> finish(start, Map.of()));
        assertEquals(ProblemKind.UNAVAILABLE, wrong.kind());
        assertFalse((wrong.message() + wrong.hint()).contains("s&cret"));
    }

    @Test
    void asksAgainWithTheNewestRefreshToken() {
        SignInStart start = begin();
        provider.gives(provider.signed(TestProvider.claims(nonce(start)).build()), "r-1");
        SignedIn first = finish(start, Map.of());
        provider.gives(
                provider.signed(TestProvider.claims("")
                        .claim("nonce", null)
                        .claim("name", "Mara L.")
                        .build()),
                "r-2");
        SignedIn second = signIn.refresh("company", first.person(), first.kept());
        assertEquals("Mara L.", second.person().displayName());
        assertEquals(Optional.of("r-2"), second.kept().get("refresh_token"));
        provider.gives(provider.signed(TestProvider.claims("").subject("8").build()), "r-3");
        PortalException other =
                assertThrows(PortalException.class, () -> signIn.refresh("company", second.person(), second.kept()));
        assertEquals(ProblemKind.NOT_ALLOWED, other.kind());
        provider.web().answer("POST", TestProvider.ISSUER + "/token", 400, "{\"error\":\"invalid_grant\"}");
        PortalException over =
                assertThrows(PortalException.class, () -> signIn.refresh("company", second.person(), second.kept()));
        assertEquals(ProblemKind.NOT_ALLOWED, over.kind());
        provider.web().answer("POST", TestProvider.ISSUER + "/token", 503, "");
        PortalException later =
                assertThrows(PortalException.class, () -> signIn.refresh("company", second.person(), second.kept()));
        assertEquals(ProblemKind.UNAVAILABLE, later.kind());
    }

    @Test
    void saysWhereToSignOut() {
        URI place = signIn.logout("company", Kept.NOTHING.with("id_token", "idt"), URI.create("https://portal/signin"))
                .orElseThrow();
        assertTrue(place.toString().startsWith(TestProvider.ISSUER + "/logout?"));
        assertEquals("idt", TestProvider.parameter(place, "id_token_hint"));
        assertEquals("https://portal/signin", TestProvider.parameter(place, "post_logout_redirect_uri"));
    }
}
