package org.callboard.core.db;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.callboard.api.problem.PortalException;
import org.callboard.api.problem.ProblemKind;
import org.callboard.core.entity.Sha256;

/**
 * Brings the tables up to date: numbered files, each applied once and never edited afterwards. A statement must do nothing
 * where its object is there already, because an embedded database commits each definition by itself: a start that was cut
 * off is then finished by the next one.
 */
final class Migrations {

    /** The table of what was applied. */
    static final String TABLE = "migration";

    private static final String FOLDER = "migrations/";

    private final Dialect dialect;

    Migrations(Dialect dialect) {
        this.dialect = dialect;
    }

    private record Migration(int number, String name, String sql) {

        String checksum() {
            return Sha256.hex(sql);
        }
    }

    /** {@return the number of the last migration that this version knows} */
    static int newest() {
        List<Migration> known = known();
        return known.get(known.size() - 1).number();
    }

    /** Applies what is missing; to be run alone. {@return how many files there are} */
    int run(Connection connection) throws SQLException {
        return run(connection, newest());
    }

    /** Applies what is missing up to this number; to be run alone. {@return how many files there are up to it} */
    int run(Connection connection, int last) throws SQLException {
        List<Migration> known =
                known().stream().filter(migration -> migration.number() <= last).toList();
        Map<Integer, String> applied = applied(connection);
        refuseNewer(known, applied);
        for (Migration migration : known) {
            String checksum = applied.get(migration.number());
            if (checksum == null) {
                apply(connection, migration);
            } else if (!checksum.equals(migration.checksum())) {
                throw new PortalException(
                        ProblemKind.UNAVAILABLE,
                        "The database was made with another form of migration " + migration.name() + ".",
                        "Start the version of Callboard that made it, or restore a backup.");
            }
        }
        return known.size();
    }

    private static void refuseNewer(List<Migration> known, Map<Integer, String> applied) {
        int newest = known.get(known.size() - 1).number();
        int there = applied.keySet().stream().max(Integer::compare).orElse(0);
        if (there > newest) {
            throw new PortalException(
                    ProblemKind.UNAVAILABLE,
                    "The database belongs to a newer Callboard: it is at migration " + there
                            + ", and this version knows no more than " + newest + ".",
                    "Start the newer version, or restore the backup that was made before the upgrade.");
        }
    }

    private static List<Migration> known() {
        return resource("index")
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .map(name -> new Migration(Integer.parseInt(name.substring(0, 4)), name, resource(name)))
                .toList();
    }

    private static String resource(String name) {
        try (InputStream in = Migrations.class.getResourceAsStream(FOLDER + name)) {
            if (in == null) {
                throw new IllegalStateException("The migration " + name + " is missing from this build.");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Map<Integer, String> applied(Connection connection) throws SQLException {
        Map<Integer, String> applied = new TreeMap<>();
        try (Statement statement = connection.createStatement()) {
            statement.execute("create table if not exists migration (number integer primary key,"
                    + " name varchar(200) not null, checksum varchar(64) not null, applied_at timestamp not null)");
            try (ResultSet rows = statement.executeQuery("select number, checksum from migration")) {
                while (rows.next()) {
                    applied.put(rows.getInt(1), rows.getString(2));
                }
            }
        }
        return applied;
    }

    private void apply(Connection connection, Migration migration) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String sql :
                    migration.sql().replace("${bytes}", dialect.bytes()).split(";\\s*\\n", -1)) {
                if (!sql.isBlank()) {
                    statement.execute(sql);
                }
            }
        }
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into migration (number, name, checksum, applied_at) values (?, ?, ?, ?)")) {
            insert.setInt(1, migration.number());
            insert.setString(2, migration.name());
            insert.setString(3, migration.checksum());
            insert.setTimestamp(4, Timestamp.from(Instant.now()));
            insert.executeUpdate();
        }
    }
}
