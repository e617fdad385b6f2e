package org.callboard.core.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.callboard.api.problem.PortalException;
import org.callboard.api.problem.ProblemKind;
import org.callboard.core.SetClock;
import org.callboard.core.audit.AuditLog;
import org.callboard.core.db.Database;
import org.callboard.core.db.Rows;
import org.callboard.core.db.TestDatabase;
import org.callboard.core.policy.Identity;
import org.callboard.core.policy.Rights;
import org.callboard.core.session.AccessTokens.Made;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource
class AccessTokensIT {

    private static final Duration DAY = Duration.ofDays(1);

    private final TestDatabase server;
    private final Path folder;
    private final SetClock clock = new SetClock();
    private Database database;
    private AccessTokens tokens;

    AccessTokensIT(TestDatabase server, @TempDir Path folder) {
        this.server = server;
        this.folder = folder;
    }

    @BeforeEach
    void open() {
        database = server.open(folder);
        tokens = node();
    }

    @AfterEach
    void close() {
        tokens.close();
        database.close();
    }

    private AccessTokens node() {
        return new AccessTokens(database, new TokenRules(() -> Duration.ofDays(365)), clock);
    }

    private Made create(String name) {
        return tokens.create(
                PortalCaller.ADMINISTRATOR,
                new TokenWish(name, Set.of("plugin.manage", "plugin.read"), Set.of("cost"), DAY));
    }

    private static String refusal(AccessTokens node, String secret) {
        PortalException refused = assertThrows(PortalException.class, () -> node.good(secret));
        assertEquals(ProblemKind.NOT_SIGNED_IN, refused.kind());
        return refused.message();
    }

    private static PortalCaller by(AccessToken token) {
        return new PortalCaller(Identity.ADMINISTRATOR, Rights.ALL, token);
    }

    @Test
    void letsInWhoHasTheToken() {
        Made made = create("ci");
        assertTrue(made.secret().matches("cb_[A-Za-z0-9_-]{43}"), made.secret());
        PortalCaller caller = by(tokens.good(made.secret()));
        assertEquals(made.token(), caller.token());
        assertEquals(Set.of("plugin.manage", "plugin.read"), caller.scope().permissions());
        assertEquals(Set.of("cost"), caller.scope().plugins());
        assertEquals("The token is not known.", refusal(tokens, made.secret() + "x"));
        assertEquals("The token is not known.", refusal(tokens, made.token().hash()));
        assertEquals(
                "The token is not known.",
                refusal(tokens, AccessToken.PREFIX + made.token().hash()));
    }

    @Test
    void keepsAndTellsNoToken() {
        Made made = create("ci");
        String secret = made.secret().substring(AccessToken.PREFIX.length());
        List<String> rows = database.read(connection -> Rows.select(
                connection, "select name, hash from access_token", row -> row.getString(1) + row.getString(2)));
        assertEquals(List.of("ci" + Secrets.hash(made.secret())), rows);
        assertFalse((made + " " + made.token() + tokens.list()).contains(secret));
    }

    @Test
    void theAuditNamesTheTokenBesideItsOwner() {
        PortalCaller machine = by(tokens.good(create("ci").secret()));
        new AuditLog(database, clock).record(machine, "plugin.install", "cost", AuditLog.Outcome.DONE, null);
        assertEquals(
                List.of("user:default/admin (token ci)"),
                database.read(
                        connection -> Rows.select(connection, "select caller from audit", row -> row.getString(1))));
    }

    @Test
    void saysOfATokenThatIsOverWhyToWhoHasIt() {
        Made revoked = create("revoked");
        assertTrue(tokens.revoke("revoked"));
        assertFalse(tokens.revoke("revoked"));
        assertEquals("The token 'revoked' was revoked at 2026-06-01T00:00:00Z.", refusal(tokens, revoked.secret()));
        Made expired = create("expired");
        clock.pass(DAY.minusSeconds(1));
        assertEquals(expired.token(), tokens.good(expired.secret()));
        clock.pass(Duration.ofSeconds(1));
        assertEquals("The token 'expired' expired at 2026-06-02T00:00:00Z.", refusal(tokens, expired.secret()));
        assertFalse(tokens.isGood(expired.token()));
        PortalException nobody = assertThrows(PortalException.class, () -> tokens.revoke("nobody"));
        assertEquals(ProblemKind.NOT_FOUND, nobody.kind());
    }

    @Test
    void isRevokedOnOtherNodesWithinSeconds() {
        Made made = create("ci");
        try (AccessTokens other = node()) {
            assertEquals(made.token(), other.good(made.secret()));
            tokens.revoke("ci");
            refusal(tokens, made.secret());
            clock.pass(KnownTokens.FRESH);
            assertTrue(refusal(other, made.secret()).contains("was revoked"));
            assertFalse(other.isGood(made.token()));
        }
    }

    @Test
    void givesANameAgainWhenItsTokenIsOver() {
        Made first = create("ci");
        PortalException taken = assertThrows(PortalException.class, () -> create("ci"));
        assertEquals(ProblemKind.CONFLICT, taken.kind());
        tokens.revoke("ci");
        Made second = create("ci");
        assertEquals(List.of(second.token()), tokens.list());
        assertEquals("The token is not known.", refusal(tokens, first.secret()));
        assertEquals(second.token(), tokens.good(second.secret()));
    }

    @Test
    void forgetsInTheEndWhatIsOver() {
        create("short");
        clock.pass(Duration.ofDays(91).plusSeconds(1));
        create("later");
        assertEquals(
                List.of("later"), tokens.list().stream().map(AccessToken::name).toList());
    }

    @Test
    void writesDownTheMinuteOfUse() {
        Made made = create("ci");
        assertNull(tokens.list().get(0).lastUsed());
        clock.pass(Duration.ofSeconds(90));
        assertEquals(made.token(), tokens.good(made.secret()));
        tokens.close();
        assertEquals(Instant.parse("2026-06-01T00:01:00Z"), tokens.list().get(0).lastUsed());
    }
}
