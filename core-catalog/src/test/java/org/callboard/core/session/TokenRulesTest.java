package org.callboard.core.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Field;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.callboard.api.problem.PortalException;
import org.callboard.api.problem.ProblemKind;
import org.callboard.api.security.Permission;
import org.callboard.core.policy.CorePermissions;
import org.callboard.core.policy.Identity;
import org.callboard.core.policy.Rights;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenRulesTest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final Duration DAY = Duration.ofDays(1);

    private final TokenRules rules = new TokenRules(() -> Duration.ofDays(365));

    private AccessToken made(PortalCaller maker, @Nullable Set<String> permissions, @Nullable Duration lifetime) {
        return rules.judge(maker, new TokenWish("ci", permissions, null, lifetime), "hash", NOW);
    }

    private PortalCaller machine(@Nullable Set<String> permissions, @Nullable Set<String> plugins, Duration lifetime) {
        TokenWish wish = new TokenWish("maker", permissions, plugins, lifetime);
        return by(rules.judge(PortalCaller.ADMINISTRATOR, wish, "hash", NOW));
    }

    private static PortalCaller by(AccessToken token) {
        return new PortalCaller(Identity.ADMINISTRATOR, Rights.ALL, token);
    }

    private static void refused(ProblemKind kind, Runnable wish) {
        assertEquals(kind, assertThrows(PortalException.class, wish::run).kind());
    }

    @Test
    void aTokenMayWhatItsMakerMay() {
        AccessToken token = made(PortalCaller.ADMINISTRATOR, null, null);
        assertNull(token.scope().permissions());
        PortalCaller machine = by(token);
        assertTrue(machine.may(new Permission("plugin.manage")));
        assertEquals("user:default/admin", machine.getName());
        assertEquals("user:default/admin (token ci)", machine.toString());
    }

    @Test
    void aTokenMayWhatItIsFor() {
        PortalCaller machine = by(made(PortalCaller.ADMINISTRATOR, Set.of("plugin.manage", "cost.read"), null));
        assertTrue(machine.may(new Permission("plugin.manage")));
        assertTrue(machine.may(new Permission("cost.read")));
        assertFalse(machine.may(new Permission("plugin.read")));
    }

    @Test
    void noTokenMayMoreThanItsMaker() {
        PortalCaller maker = machine(Set.of("token.manage", "plugin.manage"), Set.of("cost"), DAY);
        assertEquals(
                Set.of("token.manage", "plugin.manage"),
                made(maker, null, null).scope().permissions());
        assertEquals(Set.of("cost"), made(maker, null, null).scope().plugins());
        refused(ProblemKind.NOT_ALLOWED, () -> made(maker, Set.of("plugin.read"), null));
        refused(
                ProblemKind.NOT_ALLOWED,
                () -> rules.judge(maker, new TokenWish("x", null, Set.of("other"), null), "hash", NOW));
    }

    @Test
    void livesAsLongAsIsSaidAndOtherwise90Days() {
        assertEquals(
                NOW.plus(Duration.ofDays(90)),
                made(PortalCaller.ADMINISTRATOR, null, null).expires());
        assertEquals(NOW.plus(DAY), made(PortalCaller.ADMINISTRATOR, null, DAY).expires());
        refused(ProblemKind.BAD_INPUT, () -> made(PortalCaller.ADMINISTRATOR, null, Duration.ofDays(366)));
        refused(ProblemKind.BAD_INPUT, () -> made(PortalCaller.ADMINISTRATOR, null, Duration.ZERO));
        AccessToken shorter = new TokenRules(() -> DAY)
                .judge(PortalCaller.ADMINISTRATOR, new TokenWish("x", null, null, null), "hash", NOW);
        assertEquals(NOW.plus(DAY), shorter.expires());
    }

    @Test
    void livesNoLongerThanTheTokenThatMadeIt() {
        PortalCaller maker = machine(null, null, DAY);
        assertEquals(NOW.plus(DAY), made(maker, null, null).expires());
        refused(ProblemKind.NOT_ALLOWED, () -> made(maker, null, DAY.plusMinutes(1)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-ci", "CI", "a b", "a/b", "../a", "ü", "ci\n"})
    void refusesNamesThatNoPathCouldHold(String name) {
        refused(
                ProblemKind.BAD_INPUT,
                () -> rules.judge(PortalCaller.ADMINISTRATOR, new TokenWish(name, null, null, null), "hash", NOW));
    }

    @ParameterizedTest
    @ValueSource(strings = {"catalog.read", "plugin", "plugin.*", "*", "", "token.manage ", "Cost.read", "a..b"})
    void findsSlipsInPermissions(String permission) {
        refused(ProblemKind.BAD_INPUT, () -> made(PortalCaller.ADMINISTRATOR, Set.of(permission), null));
    }

    @Test
    void knowsAllPermissionsOfThePortal() {
        Set<String> declared = Arrays.stream(Permission.class.getFields())
                .map(TokenRulesTest::value)
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(declared, new TreeSet<>(CorePermissions.ALL));
    }

    private static String value(Field constant) {
        try {
            return String.valueOf(constant.get(null));
        } catch (IllegalAccessException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
