package org.callboard.core.session;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.callboard.api.problem.PortalException;
import org.callboard.api.problem.ProblemKind;
import org.callboard.api.security.Permission;
import org.callboard.core.policy.CorePermissions;
import org.jspecify.annotations.Nullable;

/** Which tokens there may be: none that can do more, or lives longer, than what makes it. */
public final class TokenRules {

    private static final Duration USUAL = Duration.ofDays(90);
    private static final Duration SHORTEST = Duration.ofMinutes(1);
    private static final int MOST_NAMES = 50;
    private static final int LONGEST_PERMISSION = 100;
    private static final Pattern NAME = Pattern.compile("[a-z0-9]([a-z0-9._-]{0,62}[a-z0-9])?");

    private final Supplier<Duration> longest;

    /** Lets tokens live as long as this says at the time. */
    public TokenRules(Supplier<Duration> longest) {
        this.longest = longest;
    }

    /**
     * {@return the token that the wish comes to}
     *
     * @throws PortalException BAD_INPUT where there can be no such token; NOT_ALLOWED where its maker may not have it
     */
    AccessToken judge(PortalCaller maker, TokenWish wish, String hash, Instant now) {
        if (!NAME.matcher(wish.name()).matches()) {
            throw bad(
                    "A token's name has 1 to 64 characters: lower case letters, digits, and between them '-', '_' and '.'.");
        }
        Instant made = now.truncatedTo(ChronoUnit.SECONDS);
        return new AccessToken(
                hash,
                wish.name(),
                TokenOwner.of(maker, wish.owner()),
                scope(maker, wish),
                made,
                expiry(maker, wish.lifetime(), made),
                null,
                null);
    }

    private static Scope scope(PortalCaller maker, TokenWish wish) {
        return new Scope(permissions(maker, wish.permissions()), plugins(maker, wish.plugins()));
    }

    private static @Nullable Set<String> permissions(PortalCaller maker, @Nullable Set<String> wanted) {
        if (wanted == null) {
            return maker.scope().permissions();
        }
        requireSome("permission", wanted);
        for (String permission : wanted) {
            requireReal(permission);
            if (!maker.may(new Permission(permission))) {
                throw new PortalException(
                        ProblemKind.NOT_ALLOWED,
                        "This needs the permission " + permission + ": a token can't be given what its maker lacks.");
            }
        }
        return wanted;
    }

    private static void requireReal(String permission) {
        if (permission.length() > LONGEST_PERMISSION || !CorePermissions.isPossible(permission)) {
            throw bad("There is no permission '" + permission.substring(0, Math.min(permission.length(), 100))
                    + "'; the portal's own are " + String.join(", ", CorePermissions.ALL) + ".");
        }
    }

    private static @Nullable Set<String> plugins(PortalCaller maker, @Nullable Set<String> wanted) {
        if (wanted == null) {
            return maker.scope().plugins();
        }
        requireSome("plugin", wanted);
        for (String plugin : wanted) {
            if (!plugin.matches("[a-z0-9][a-z0-9-]{0,99}")) {
                throw bad("There can be no plugin '" + plugin.substring(0, Math.min(plugin.length(), 100)) + "'.");
            }
            Scope.requirePlugin(maker, plugin);
        }
        return wanted;
    }

    private static void requireSome(String what, Set<String> names) {
        if (names.isEmpty() || names.size() > MOST_NAMES) {
            throw bad("A token takes 1 to " + MOST_NAMES + " names of " + what + "s; leave '" + what
                    + "s' out for all that its maker has.");
        }
    }

    private Instant expiry(PortalCaller maker, @Nullable Duration lifetime, Instant made) {
        Duration most = longest.get();
        AccessToken parent = maker.token();
        Instant end = parent == null ? Instant.MAX : parent.expires();
        if (lifetime == null) {
            Instant usual = made.plus(USUAL.compareTo(most) < 0 ? USUAL : most);
            return usual.isBefore(end) ? usual : end;
        }
        if (lifetime.compareTo(SHORTEST) < 0 || lifetime.compareTo(most) > 0) {
            throw bad("A token of this portal lives from 1 minute to " + most.toDays()
                    + " days; auth.tokens.longest decides.");
        }
        Instant expires = made.plus(lifetime);
        if (expires.isAfter(end)) {
            throw new PortalException(
                    ProblemKind.NOT_ALLOWED,
                    "A token can't live longer than the one that makes it: until " + end + ".");
        }
        return expires;
    }

    private static PortalException bad(String message) {
        return new PortalException(ProblemKind.BAD_INPUT, message);
    }
}
