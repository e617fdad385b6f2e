package org.callboard.core.signin;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.callboard.api.model.Json;
import org.callboard.api.problem.PortalException;
import org.callboard.api.problem.ProblemKind;
import org.callboard.core.db.Database;
import org.callboard.core.db.Rows;
import org.callboard.core.entity.JsonCodec;
import org.callboard.core.entity.Sha256;
import org.callboard.core.session.KeptJson;
import org.callboard.core.session.Seal;

/** The sign-ins that are under way, each for ten minutes and one answer. Where there are too many, the oldest are given up. */
public final class Attempts {

    private static final Duration LIFETIME = Duration.ofMinutes(10);
    private static final int MOST = 10_000;
    private static final int AT_ONCE = 100;
    private static final int LONGEST_KEPT = 16 * 1024;

    private final Database database;
    private final Seal seal;
    private final Clock clock;
    private final JsonCodec codec = new JsonCodec();

    /** Keeps them in this database. */
    public Attempts(Database database, Seal seal, Clock clock) {
        this.database = database;
        this.seal = seal;
        this.clock = clock;
    }

    void begin(String state, Attempt attempt) {
        String id = Sha256.hex(state);
        byte[] kept = codec.encode(Json.object()
                .put("verifier", attempt.proof().verifier())
                .put("kept", KeptJson.of(attempt.kept()))
                .build());
        if (kept.length > LONGEST_KEPT) {
            throw new PortalException(
                    ProblemKind.INTERNAL, "The plugin '" + attempt.plugin() + "' keeps too much for a sign-in.");
        }
        int unused = database.inTransaction(connection -> {
            makeRoom(connection);
            return Rows.update(
                    connection,
                    "insert into sign_in (state, browser, plugin, choice, return_path, kept, expires)"
                            + " values (?, ?, ?, ?, ?, ?, ?)",
                    id,
                    attempt.browser(),
                    attempt.plugin(),
                    attempt.choice(),
                    attempt.returnPath(),
                    seal.close(kept, id),
                    clock.instant().plus(LIFETIME).toEpochMilli());
        });
    }

    private void makeRoom(Connection connection) throws SQLException {
        Rows.update(connection, "delete from sign_in where expires < ?", clock.millis());
        long there = Rows.select(connection, "select count(*) from sign_in", row -> row.getLong(1))
                .get(0);
        if (there >= MOST) {
            Rows.update(
                    connection,
                    "delete from sign_in where state in (select state from sign_in order by expires fetch first "
                            + AT_ONCE + " rows only)");
        }
    }

    /** {@return the sign-in that was begun with this state, which is used up by that} */
    Optional<Attempt> take(String state) {
        String id = Sha256.hex(state);
        return database.inTransaction(connection -> {
            Optional<Optional<Attempt>> found = Rows.select(
                            connection,
                            "select * from sign_in where state = ? and expires >= ?",
                            row -> attempt(row, id),
                            id,
                            clock.millis())
                    .stream()
                    .findFirst();
            int taken = Rows.update(connection, "delete from sign_in where state = ?", id);
            return taken == 1 ? found.flatMap(one -> one) : Optional.<Attempt>empty();
        });
    }

    /** What was closed with another key is as good as nothing. */
    private Optional<Attempt> attempt(ResultSet row, String id) throws SQLException {
        Json.Obj kept = seal.open(row.getBytes("kept"), id)
                .map(plain -> (Json.Obj) codec.decode(plain))
                .orElse(Json.Obj.EMPTY);
        if (kept.text("verifier").isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Attempt(
                row.getString("browser"),
                row.getString("plugin"),
                row.getString("choice"),
                row.getString("return_path"),
                new CodeProof(kept.text("verifier").orElseThrow()),
                KeptJson.read(kept.object("kept"))));
    }
}
