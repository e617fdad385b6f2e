package org.callboard.plugin.signingithub;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.callboard.api.config.Secret;
import org.callboard.api.problem.PortalException;
import org.callboard.api.problem.ProblemKind;
import org.callboard.api.signin.SignInAnswer;
import org.callboard.api.signin.SignInRequest;
import org.callboard.api.signin.SignInStart;
import org.callboard.api.signin.SignedIn;
import org.callboard.api.signin.SignedInPerson;
import org.callboard.api.signin.SignedInPerson.Email;
import org.callboard.api.signin.SignedInPerson.Proof;
import org.callboard.testkit.TestConfiguration;
import org.callboard.testkit.TestWeb;
import org.junit.jupiter.api.Test;

/** There is no real GitHub to test with: these answers are what its documentation shows. */
class GithubSignInTest {

    private static final URI CALLBACK = URI.create("https://portal.example.com/signin/sign-in-github/github/callback");
    private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");
    private static final String TOKENS = "https://github.com/login/oauth/access_token";
    private static final String API = "https://api.github.com";

    private final TestWeb web = new TestWeb()
            .answer("POST", TOKENS, 200, "{\"access_token\":\"gho_1\",\"token_type\":\"bearer\"}")
            .answer("GET", API + "/user", 200, "{\"id\":583231,\"login\":\"Octocat\",\"name\":\"Octo Cat\"}")
            .answer(
                    "GET",
                    API + "/user/emails",
                    200,
                    "[{\"email\":\"x@example.net\",\"primary\":false,\"verified\":true},"
                            + "{\"email\":\"octocat@example.com\",\"primary\":true,\"verified\":true}]")
            .answer("GET", API + "/user/orgs?per_page=100&page=1", 200, "[{\"login\":\"acme\"}]")
            .answer(
                    "GET",
                    API + "/user/teams?per_page=100&page=1",
                    200,
                    "[{\"slug\":\"core\",\"organization\":{\"login\":\"acme\"}}]");

    private GithubSignIn signIn(List<String> organisations, boolean groups) {
        GithubConfig.Provider provider = new GithubConfig.Provider(
                "GitHub",
                URI.create("https://github.com"),
                "id",
                Secret.of("secret"),
                organisations,
                groups,
                Duration.ofMinutes(10));
        return new GithubSignIn(
                TestConfiguration.of(new GithubConfig(Map.of("github", provider))),
                web,
                Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private static SignedIn finish(GithubSignIn signIn) {
        SignInStart start = signIn.begin(new SignInRequest("github", CALLBACK, "s-1", "challenge-1"));
        return signIn.finish(new SignInAnswer(
                "github", CALLBACK, Map.of("state", "s-1", "code", "c-1"), "verifier-1", start.kept()));
    }

    private static ProblemKind refusal(Runnable work) {
        PortalException refused = assertThrows(PortalException.class, work::run);
        assertFalse((refused.message() + refused.hint()).contains("gho_1"));
        return refused.kind();
    }

    @Test
    void tellsWhoSomebodyIsByTheirNumber() {
        SignedIn signedIn = finish(signIn(List.of(), false));
        assertEquals(
                new SignedInPerson(
                        "https://github.com",
                        "583231",
                        "Octocat",
                        "Octo Cat",
                        new Email("octocat@example.com", Proof.VERIFIED),
                        Set.of()),
                signedIn.person());
        assertEquals(NOW.plus(Duration.ofMinutes(10)), signedIn.checkAgain());
        assertFalse(signedIn.toString().contains("gho_1"));
    }

    @Test
    void sendsAChallengeAndAsksForOrganisationsWhereTheyMatterAlone() {
        String plain = signIn(List.of(), false)
                .begin(new SignInRequest("github", CALLBACK, "s-1", "challenge-1"))
                .location()
                .toString();
        assertTrue(plain.startsWith("https://github.com/login/oauth/authorize?"), plain);
        assertTrue(
                plain.contains("code_challenge=challenge-1&code_challenge_method=S256") && plain.contains("state=s-1"),
                plain);
        assertFalse(plain.contains("read%3Aorg"), plain);
        String more = signIn(List.of("acme"), false)
                .begin(new SignInRequest("github", CALLBACK, "s-1", "challenge-1"))
                .location()
                .toString();
        assertTrue(more.contains("read%3Aorg"), more);
    }

    @Test
    void organisationsAndTeamsAreGroups() {
        assertEquals(
                Set.of("acme", "acme/core"),
                finish(signIn(List.of("ACME"), true)).person().groups());
    }

    @Test
    void letsMembersInAlone() {
        assertEquals(ProblemKind.NOT_ALLOWED, refusal(() -> finish(signIn(List.of("other"), false))));
    }

    @Test
    void refusesCodesThatWereUsed() {
        web.answer("POST", TOKENS, 200, "{\"error\":\"bad_verification_code\"}");
        assertEquals(ProblemKind.NOT_ALLOWED, refusal(() -> finish(signIn(List.of(), false))));
        web.answer("POST", TOKENS, 200, "{\"error\":\"incorrect_client_credentials\"}");
        assertEquals(ProblemKind.UNAVAILABLE, refusal(() -> finish(signIn(List.of(), false))));
    }

    @Test
    void asksAgainAndEndsWithTheToken() {
        GithubSignIn signIn = signIn(List.of(), false);
        SignedIn first = finish(signIn);
        web.answer("GET", API + "/user", 200, "{\"id\":583231,\"login\":\"renamed\"}");
        assertEquals(
                "renamed",
                signIn.refresh("github", first.person(), first.kept()).person().displayName());
        web.answer("GET", API + "/user", 401, "{}");
        assertEquals(ProblemKind.NOT_ALLOWED, refusal(() -> signIn.refresh("github", first.person(), first.kept())));
        web.answer("GET", API + "/user", 502, "");
        assertEquals(ProblemKind.UNAVAILABLE, refusal(() -> signIn.refresh("github", first.person(), first.kept())));
    }
}
