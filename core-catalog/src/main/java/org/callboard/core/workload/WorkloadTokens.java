package org.callboard.core.workload;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.callboard.api.model.Json;
import org.callboard.api.problem.PortalException;
import org.callboard.api.problem.ProblemKind;
import org.callboard.core.archive.Wording;
import org.callboard.core.config.Workload;
import org.callboard.core.policy.Identity;
import org.callboard.core.session.AccessToken;
import org.callboard.core.session.ForeignTokens;
import org.callboard.core.session.Scope;

/** Lets jobs in that come with a token of their builder's, signed for this portal, where the configuration has an entry for them. */
public final class WorkloadTokens implements ForeignTokens {

    private static final Duration LEEWAY = Duration.ofSeconds(60);
    private static final int LONGEST_NAME = 200;

    private final List<Workload> workloads;
    private final Map<String, IssuerKeys> issuers = new HashMap<>();
    private final Clock clock;

    /**
     * Knows these.
     *
     * @param web answers with the JSON at an address, or throws a {@link PortalException}
     */
    public WorkloadTokens(List<Workload> workloads, Function<URI, Json> web, Clock clock) {
        this.workloads = List.copyOf(workloads);
        this.clock = clock;
        workloads.forEach(workload ->
                issuers.computeIfAbsent(workload.issuer(), issuer -> new IssuerKeys(issuer, web, System::nanoTime)));
    }

    @Override
    public Optional<Shown> read(String token) {
        if (workloads.isEmpty() || !SignedToken.isMeant(token)) {
            return Optional.empty();
        }
        try {
            return Optional.of(shown(checked(SignedToken.parse(token))));
        } catch (RefusedTokenException refused) {
            throw new PortalException(
                    ProblemKind.NOT_SIGNED_IN,
                    "The token of the job " + refused.getMessage() + ".",
                    "Compare it with auth.workloads in the portal's configuration.");
        }
    }

    private SignedToken checked(SignedToken token) throws RefusedTokenException {
        IssuerKeys issuer = issuers.get(token.claim("iss"));
        if (issuer == null) {
            throw new RefusedTokenException("is of nobody that is known here");
        }
        SigningKey key = issuer.find(token.header("kid"));
        if (key == null || !key.hasSigned(token)) {
            throw new RefusedTokenException("is not signed by who it names, or their keys can't be had just now");
        }
        long now = clock.instant().getEpochSecond();
        long end = token.time("exp").orElseThrow(() -> new RefusedTokenException("has no end"));
        if (end <= now - LEEWAY.toSeconds()) {
            throw new RefusedTokenException("is over");
        }
        for (String since : List.of("nbf", "iat")) {
            if (token.time(since).orElse(0L) > now + LEEWAY.toSeconds()) {
                throw new RefusedTokenException("is not good yet");
            }
        }
        if (token.claim("sub").isEmpty()) {
            throw new RefusedTokenException("names nobody");
        }
        return token;
    }

    private Shown shown(SignedToken token) throws RefusedTokenException {
        String issuer = token.claim("iss");
        Workload workload = workloads.stream()
                .filter(candidate -> candidate.issuer().equals(issuer))
                .filter(candidate -> token.audience().contains(candidate.audience()))
                .filter(candidate -> fits(candidate, token))
                .findFirst()
                .orElseThrow(() -> new RefusedTokenException(
                        "of " + Wording.line(token.claim("sub"), LONGEST_NAME) + " fits no entry for it"));
        Set<String> groups = workload.as().startsWith("group:") ? Set.of(workload.as()) : Set.of();
        Identity identity = new Identity(workload.as(), name(token), issuer, token.claim("sub"), groups);
        return new Shown(identity, scoped(workload, token));
    }

    private static boolean fits(Workload workload, SignedToken token) {
        return workload.claims().entrySet().stream()
                .allMatch(claim -> fits(claim.getValue(), token.claim(claim.getKey())));
    }

    private static boolean fits(String wanted, String said) {
        return wanted.endsWith("/*")
                ? said.startsWith(wanted.substring(0, wanted.length() - 1)) && said.length() >= wanted.length()
                : wanted.equals(said);
    }

    private AccessToken scoped(Workload workload, SignedToken token) throws RefusedTokenException {
        Instant now = clock.instant();
        long end = token.time("exp").orElse(now.getEpochSecond());
        Instant expires =
                Instant.ofEpochSecond(Math.min(end, now.plus(Duration.ofDays(1)).getEpochSecond()));
        Scope scope = new Scope(workload.permissions(), workload.plugins());
        return new AccessToken("", name(token), workload.as(), scope, now, expires, null, null);
    }

    /** {@return what the audit log calls it}: the repository, and which run of which job */
    private static String name(SignedToken token) {
        String repository = first(token, "repository", "project_path", "sub");
        String run = first(token, "run_id", "pipeline_id", "jti");
        return Wording.line(repository + " " + token.claim("ref") + " run " + run, LONGEST_NAME);
    }

    private static String first(SignedToken token, String... names) {
        return Stream.of(names)
                .map(token::claim)
                .filter(claim -> !claim.isEmpty())
                .findFirst()
                .orElse("");
    }
}
