package org.callboard.core.session;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.callboard.api.problem.PortalException;
import org.callboard.api.problem.ProblemKind;
import org.callboard.core.db.Database;
import org.callboard.core.db.Rows;
import org.jspecify.annotations.Nullable;

/** The tokens of machines. Of each only the hash is kept; those that are of no use any more are known for a while. */
public final class AccessTokens implements AutoCloseable {

    private static final int MOST = 1_000;
    private static final Duration REMEMBERED = Duration.ofDays(90);
    private static final String COLUMNS =
            "hash, name, owner, permissions, plugins, made, expires, last_used, revoked from access_token";
    private static final String OVER = "(revoked is not null or expires <= ?)";

    private final Database database;
    private final TokenRules rules;
    private final Clock clock;
    private final KnownTokens known;
    private final TokenUse use;

    /** Keeps tokens in this database. */
    public AccessTokens(Database database, TokenRules rules, Clock clock) {
        this.database = database;
        this.rules = rules;
        this.clock = clock;
        this.known = new KnownTokens(this::list, clock);
        this.use = new TokenUse(this::used, clock);
    }

    /**
     * A new token.
     *
     * @param secret what the machine sends; it can't be had again
     */
    public record Made(AccessToken token, String secret) {

        /** {@return nothing that is secret} */
        @Override
        public String toString() {
            return token.toString();
        }
    }

    /**
     * Makes a token. The name of one that is over may be used again.
     *
     * @throws PortalException as {@link TokenRules#judge}; CONFLICT where there is one of that name, or too many
     */
    public synchronized Made create(PortalCaller maker, TokenWish wish) {
        String secret = AccessToken.PREFIX + Secrets.fresh();
        AccessToken token = rules.judge(maker, wish, Secrets.hash(secret), clock.instant());
        database.alone(connection -> {
            makeRoom(connection, token);
            return insert(connection, token);
        });
        known.forget();
        return new Made(token, secret);
    }

    private static void makeRoom(Connection connection, AccessToken token) throws SQLException {
        long now = token.made().toEpochMilli();
        Rows.update(connection, "delete from access_token where name = ? and " + OVER, token.name(), now);
        Rows.update(
                connection,
                "delete from access_token where coalesce(revoked, expires) < ?",
                now - REMEMBERED.toMillis());
        if (isThere(connection, token.name())) {
            throw new PortalException(
                    ProblemKind.CONFLICT,
                    "There is a token '" + token.name() + "' already.",
                    "Choose another name, or revoke that one first.");
        }
        if (count(connection) >= MOST) {
            Rows.update(connection, "delete from access_token where " + OVER, now);
        }
        if (count(connection) >= MOST) {
            throw new PortalException(
                    ProblemKind.CONFLICT, "There are " + MOST + " tokens already.", "Revoke those nobody needs.");
        }
    }

    private static boolean isThere(Connection connection, String name) throws SQLException {
        return !Rows.select(connection, "select 1 from access_token where name = ?", row -> true, name)
                .isEmpty();
    }

    private static long count(Connection connection) throws SQLException {
        return Rows.select(connection, "select count(*) from access_token", row -> row.getLong(1))
                .get(0);
    }

    private static int insert(Connection connection, AccessToken token) throws SQLException {
        return Rows.update(
                connection,
                "insert into access_token (hash, name, owner, permissions, plugins, made, expires)"
                        + " values (?, ?, ?, ?, ?, ?, ?)",
                token.hash(),
                token.name(),
                token.owner(),
                joined(token.scope().permissions()),
                joined(token.scope().plugins()),
                token.made().toEpochMilli(),
                token.expires().toEpochMilli());
    }

    /** {@return all, by name; those that are over too} */
    public List<AccessToken> list() {
        return database.read(
                connection -> Rows.select(connection, "select " + COLUMNS + " order by name", AccessTokens::token));
    }

    private static AccessToken token(ResultSet row) throws SQLException {
        return new AccessToken(
                row.getString("hash"),
                row.getString("name"),
                row.getString("owner"),
                new Scope(names(row.getString("permissions")), names(row.getString("plugins"))),
                Instant.ofEpochMilli(row.getLong("made")),
                Instant.ofEpochMilli(row.getLong("expires")),
                moment(row, "last_used"),
                moment(row, "revoked"));
    }

    private static @Nullable Instant moment(ResultSet row, String column) throws SQLException {
        long millis = row.getLong(column);
        return row.wasNull() ? null : Instant.ofEpochMilli(millis);
    }

    private static @Nullable String joined(@Nullable Set<String> names) {
        return names == null ? null : String.join(" ", names);
    }

    private static @Nullable Set<String> names(@Nullable String joined) {
        return joined == null ? null : Set.of(joined.split(" "));
    }

    /**
     * Revokes a token, at once here and within seconds on other nodes. {@return whether it was good until now}
     *
     * @throws PortalException NOT_FOUND where there is none of that name
     */
    public boolean revoke(String name) {
        long now = clock.millis();
        boolean wasGood = database.inTransaction(connection -> {
            int revoked = Rows.update(
                    connection,
                    "update access_token set revoked = ? where name = ? and revoked is null and expires > ?",
                    now,
                    name,
                    now);
            if (revoked == 0 && !isThere(connection, name)) {
                throw new PortalException(
                        ProblemKind.NOT_FOUND,
                        "There is no token of that name.",
                        "GET /api/tokens lists those there are.");
            }
            return revoked > 0;
        });
        known.forget();
        return wasGood;
    }

    /**
     * {@return the token that this is}
     *
     * @throws PortalException NOT_SIGNED_IN where it is not known, or over; which of these is told to who has the token
     */
    AccessToken good(String secret) {
        AccessToken token = Optional.of(secret)
                .filter(text -> text.startsWith(AccessToken.PREFIX))
                .flatMap(text -> known.find(Secrets.hash(text)))
                .orElseThrow(AccessTokens::unknown);
        if (!token.isGood(clock.instant())) {
            Instant revoked = token.revoked();
            throw new PortalException(
                    ProblemKind.NOT_SIGNED_IN,
                    revoked == null
                            ? "The token '" + token.name() + "' expired at " + token.expires() + "."
                            : "The token '" + token.name() + "' was revoked at "
                                    + revoked.truncatedTo(ChronoUnit.SECONDS) + ".",
                    "Make another: callboard token create " + token.name() + ".");
        }
        use.used(token);
        return token;
    }

    private void used(AccessToken token, long minute) {
        int unused = database.inTransaction(connection -> Rows.update(
                connection,
                "update access_token set last_used = ? where hash = ? and (last_used is null or last_used < ?)",
                minute,
                token.hash(),
                minute));
    }

    private static PortalException unknown() {
        return new PortalException(
                ProblemKind.NOT_SIGNED_IN,
                "The token is not known.",
                "Send the header 'Authorization: Bearer <token>' with a token of this portal.");
    }

    /** {@return whether a token is neither revoked nor expired meanwhile} */
    boolean isGood(AccessToken token) {
        return known.find(token.hash())
                .filter(now -> now.isGood(clock.instant()))
                .isPresent();
    }

    @Override
    public void close() {
        use.close();
    }
}
