package org.callboard.core.storage;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.TreeSet;
import org.callboard.core.db.Rows;

/** Which migrations of plugins were applied: a table. */
final class RecordedMigrations {

    private static final String COLUMNS = "select number, name, digest, content, made, applied from plugin_migration";

    private RecordedMigrations() {}

    /**
     * A migration that was begun at least.
     *
     * @param digest of its file when it was begun
     * @param made how many of its definitions were begun
     * @param isApplied whether all of it is there
     */
    record Recorded(MigrationFile file, String digest, int made, boolean isApplied) {

        Migration migration() {
            return Migration.read(file);
        }
    }

    /** {@return a plugin's, in order} */
    static List<Recorded> of(Connection connection, String plugin) throws SQLException {
        return Rows.select(
                connection, COLUMNS + " where plugin = ? order by number", RecordedMigrations::recorded, plugin);
    }

    private static Recorded recorded(ResultSet row) throws SQLException {
        MigrationFile file = new MigrationFile(
                row.getInt("number"),
                row.getString("name"),
                new String(row.getBytes("content"), StandardCharsets.UTF_8));
        return new Recorded(file, row.getString("digest"), row.getInt("made"), row.getBoolean("applied"));
    }

    /** {@return the plugins that have any, by id} */
    static List<String> plugins(Connection connection) throws SQLException {
        return List.copyOf(
                new TreeSet<>(Rows.select(connection, "select plugin from plugin_migration", row -> row.getString(1))));
    }

    static void begin(Connection connection, String plugin, MigrationFile file) throws SQLException {
        Rows.update(
                connection,
                "insert into plugin_migration (plugin, number, name, digest, content, made, applied, begun_at)"
                        + " values (?, ?, ?, ?, ?, 0, false, ?)",
                plugin,
                file.number(),
                file.path(),
                file.digest(),
                file.content().getBytes(StandardCharsets.UTF_8),
                Timestamp.from(Instant.now()));
    }

    /** Says, before a definition is made, the how manieth it is. */
    static void begin(Connection connection, String plugin, int migration, int definition) throws SQLException {
        Rows.update(
                connection,
                "update plugin_migration set made = ? where plugin = ? and number = ?",
                definition,
                plugin,
                migration);
    }

    /** Says that the definition that was begun last was refused. {@return 0 where the database has forgotten it by itself} */
    static int refused(Connection connection, String plugin) throws SQLException {
        return Rows.update(
                connection,
                "update plugin_migration set made = made - 1 where plugin = ? and not applied and made > 0 and number ="
                        + " (select max(number) from plugin_migration where plugin = ? and not applied and made > 0)",
                plugin,
                plugin);
    }

    /** Says of those that were begun that they are applied. {@return how many} */
    static int finish(Connection connection, String plugin) throws SQLException {
        return Rows.update(
                connection, "update plugin_migration set applied = true where plugin = ? and not applied", plugin);
    }

    /** Says of all that they are not applied any more. {@return how many there are} */
    static int giveUp(Connection connection, String plugin) throws SQLException {
        return Rows.update(connection, "update plugin_migration set applied = false where plugin = ?", plugin);
    }

    static void forgetUnapplied(Connection connection, String plugin) throws SQLException {
        Rows.update(connection, "delete from plugin_migration where plugin = ? and not applied", plugin);
    }
}
