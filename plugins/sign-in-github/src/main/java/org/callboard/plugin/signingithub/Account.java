package org.callboard.plugin.signingithub;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.callboard.api.model.Json;
import org.callboard.api.net.WebAnswer;
import org.callboard.api.net.WebClient;
import org.callboard.api.net.WebRequest;
import org.callboard.api.problem.PortalException;
import org.callboard.api.problem.ProblemKind;
import org.callboard.api.signin.SignedInPerson;
import org.callboard.api.signin.SignedInPerson.Email;
import org.callboard.api.signin.SignedInPerson.Proof;
import org.jspecify.annotations.Nullable;

/** What GitHub tells of who has an access token (https://docs.github.com/rest/users). */
record Account(GithubConfig.Provider provider, String token, WebClient web) {

    static final Duration TIMEOUT = Duration.ofSeconds(8);

    private static final int PAGE = 100;
    private static final int MOST_PAGES = 5;

    /**
     * {@return who it is} The number is the account's for ever; the name can be given up, and taken by somebody else.
     *
     * @throws PortalException NOT_ALLOWED where the token is good no more, or they are in none of the organisations
     */
    SignedInPerson person() {
        Json answer = ask("/user");
        if (!(answer instanceof Json.Obj user)
                || !(user.get("id") instanceof Json.Num id)
                || user.text("login").isEmpty()) {
            throw new PortalException(ProblemKind.UNAVAILABLE, "GitHub does not say whose token this is.");
        }
        String login = user.text("login").get();
        return new SignedInPerson(
                provider.url().toString(),
                id.value().toBigInteger().toString(),
                login,
                user.text("name").filter(name -> !name.isBlank()).orElse(login),
                email(),
                groups());
    }

    private @Nullable Email email() {
        return objects(ask("/user/emails"))
                .filter(address -> address.get("primary") == Json.Bool.TRUE)
                .findFirst()
                .map(address -> new Email(
                        address.text("email").orElse(""),
                        address.get("verified") == Json.Bool.TRUE ? Proof.VERIFIED : Proof.CLAIMED))
                .orElse(null);
    }

    /** {@return organisations, and teams as {@code organisation/team}} */
    private Set<String> groups() {
        if (!provider.needsOrganisations()) {
            return Set.of();
        }
        Set<String> organisations = new HashSet<>();
        all("/user/orgs").forEach(found -> organisations.add(found.text("login").orElse("")));
        List<String> wanted = provider.organisations();
        boolean isMember =
                organisations.stream().anyMatch(found -> wanted.stream().anyMatch(found::equalsIgnoreCase));
        if (!wanted.isEmpty() && !isMember) {
            throw new PortalException(
                    ProblemKind.NOT_ALLOWED,
                    "GitHub does not say that you are in " + String.join(" or ", wanted) + ".",
                    "An owner of the organisation may have to approve this portal's OAuth app.");
        }
        if (!provider.groups()) {
            return Set.of();
        }
        Set<String> groups = new HashSet<>(organisations);
        all("/user/teams")
                .forEach(team -> groups.add(team.text("organization", "login").orElse("") + "/"
                        + team.text("slug").orElse("")));
        groups.remove("");
        return groups;
    }

    private Stream<Json.Obj> all(String path) {
        Stream.Builder<Json.Obj> found = Stream.builder();
        for (int page = 1; page <= MOST_PAGES; page++) {
            List<Json.Obj> some =
                    objects(ask(path + "?per_page=" + PAGE + "&page=" + page)).toList();
            some.forEach(found);
            if (some.size() < PAGE) {
                break;
            }
        }
        return found.build();
    }

    private static Stream<Json.Obj> objects(Json list) {
        return list instanceof Json.Arr array
                ? array.items().stream().filter(Json.Obj.class::isInstance).map(Json.Obj.class::cast)
                : Stream.empty();
    }

    private Json ask(String path) {
        WebAnswer answer = web.send(WebRequest.get(provider.api(path))
                .header("authorization", "Bearer " + token)
                .header("accept", "application/vnd.github+json")
                .timeout(TIMEOUT));
        if (answer.status() == 401) {
            throw new PortalException(
                    ProblemKind.NOT_ALLOWED, "GitHub does not know this sign-in any more.", "Begin again.");
        }
        if (!answer.isGood()) {
            throw new PortalException(
                    ProblemKind.UNAVAILABLE,
                    "GitHub answered " + answer.status() + " for " + path.toLowerCase(Locale.ROOT) + ".");
        }
        return answer.json();
    }

    /** {@return nothing that is secret} */
    @Override
    public String toString() {
        return "account at " + provider.url();
    }
}
