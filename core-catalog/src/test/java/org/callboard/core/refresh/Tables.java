package org.callboard.core.refresh;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.callboard.core.db.Database;
import org.callboard.core.db.Rows;
import org.callboard.core.db.TestDatabase;
import org.jspecify.annotations.Nullable;

/** The tables of a database as they lie there, beside whoever works with them. */
final class Tables implements AutoCloseable {

    private final TestDatabase server;
    private final Database database;

    Tables(TestDatabase server, Path folder) {
        this.server = server;
        this.database = server.open(folder);
    }

    /**
     * {@return for each table all rows, and the next numbers of the database's own} PostgreSQL shows, too, where a row lies
     * and the transaction that put it there: a row that is written as it was has others.
     */
    Map<String, List<String>> dump() {
        return database.read(connection -> {
            Map<String, List<String>> dump = new TreeMap<>();
            for (String table : names(connection)) {
                dump.put(table, rows(connection, "select " + rowsAsTheyLie() + " from " + table + " t"));
            }
            dump.put("sequences", rows(connection, sequences()));
            return dump;
        });
    }

    /** Has every later attempt to write a row fail, where the database can't show that one was written as it was. */
    void refuseWrites() {
        if (server == TestDatabase.H2) {
            database.inTransaction(connection -> {
                List<String> tables = names(connection);
                try (Statement statement = connection.createStatement()) {
                    for (String table : tables) {
                        statement.execute("create trigger refusing_" + table + " before insert, update, delete on "
                                + table + " for each row call '" + Refusing.class.getName() + "'");
                    }
                }
                return tables.size();
            });
        }
    }

    private static List<String> names(Connection connection) throws SQLException {
        return Rows.select(
                connection,
                "select table_name from information_schema.tables where table_schema = current_schema",
                row -> row.getString(1));
    }

    private String rowsAsTheyLie() {
        return server == TestDatabase.H2 ? "_rowid_, t.*" : "cast(ctid as text), cast(xmin as text), t.*";
    }

    private String sequences() {
        return server == TestDatabase.H2
                ? "select sequence_name, base_value from information_schema.sequences"
                : "select sequencename, last_value from pg_sequences where schemaname = current_schema";
    }

    private static List<String> rows(Connection connection, String select) throws SQLException {
        return Rows.select(connection, select, Tables::row).stream().sorted().toList();
    }

    private static String row(ResultSet row) throws SQLException {
        List<String> values = new ArrayList<>();
        for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
            boolean isText = !isBytes(row.getMetaData().getColumnType(i));
            values.add(isText ? String.valueOf(row.getString(i)) : hex(row.getBytes(i)));
        }
        return String.join(" | ", values);
    }

    private static boolean isBytes(int type) {
        return type == Types.BLOB || type == Types.BINARY || type == Types.VARBINARY;
    }

    private static String hex(byte @Nullable [] bytes) {
        return bytes == null ? "null" : HexFormat.of().formatHex(bytes);
    }

    @Override
    public void close() {
        database.close();
    }
}
