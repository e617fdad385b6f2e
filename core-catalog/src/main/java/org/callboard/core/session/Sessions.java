package org.callboard.core.session;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.callboard.core.db.Database;

/** The sessions of browsers, by the hash of their cookie: in the database, and in memory once asked for. */
public final class Sessions {

    private static final Duration LIFETIME = Duration.ofDays(7);
    private static final int MOST_REMEMBERED = 10_000;

    private final Database database;
    private final Clock clock;
    private final Map<String, Session> known = new ConcurrentHashMap<>();

    /** Keeps sessions in this database. */
    public Sessions(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Starts a session. {@return the cookie's value} */
    public String create(PortalCaller caller) {
        String cookie = Secrets.fresh();
        Session session = new Session(caller, Secrets.fresh(), clock.instant().plus(LIFETIME));
        database.inTransaction(connection -> {
            try (PreparedStatement old = connection.prepareStatement("delete from session where expires < ?")) {
                old.setTimestamp(1, Timestamp.from(clock.instant()));
                old.executeUpdate();
            }
            try (PreparedStatement insert = connection.prepareStatement(
                    "insert into session (hash, caller, csrf, expires) values (?, ?, ?, ?)")) {
                insert.setString(1, Secrets.hash(cookie));
                insert.setString(2, caller.name());
                insert.setString(3, session.csrf());
                insert.setTimestamp(4, Timestamp.from(session.expires()));
                return insert.executeUpdate();
            }
        });
        return cookie;
    }

    /** {@return the session of a cookie, if there is one and it has not expired} */
    public Optional<Session> find(String cookie) {
        String hash = Secrets.hash(cookie);
        Session session = known.get(hash);
        if (session == null) {
            session = load(hash).orElse(null);
            if (session != null && known.size() < MOST_REMEMBERED) {
                known.put(hash, session);
            }
        }
        Instant now = clock.instant();
        return Optional.ofNullable(session).filter(found -> found.expires().isAfter(now));
    }

    private Optional<Session> load(String hash) {
        return database.read(connection -> {
            try (PreparedStatement select =
                    connection.prepareStatement("select csrf, expires from session where hash = ?")) {
                select.setString(1, hash);
                try (ResultSet row = select.executeQuery()) {
                    return row.next()
                            ? Optional.of(new Session(
                                    PortalCaller.ADMINISTRATOR,
                                    row.getString(1),
                                    row.getTimestamp(2).toInstant()))
                            : Optional.empty();
                }
            }
        });
    }

    /** Ends the session of a cookie. */
    public void end(String cookie) {
        String hash = Secrets.hash(cookie);
        known.remove(hash);
        database.inTransaction(connection -> {
            try (PreparedStatement delete = connection.prepareStatement("delete from session where hash = ?")) {
                delete.setString(1, hash);
                return delete.executeUpdate();
            }
        });
    }
}
