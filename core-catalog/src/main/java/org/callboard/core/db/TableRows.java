package org.callboard.core.db;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.callboard.api.problem.PortalException;
import org.callboard.api.problem.ProblemKind;
import org.jspecify.annotations.Nullable;

/** The rows of a table as bytes, from which the same table of any other database can be filled. */
public final class TableRows {

    private static final int FETCHED = 100;
    private static final long MOST_WAITING = 4 << 20;

    private TableRows() {}

    /** Writes all rows, behind the names and types of the columns. {@return how many there were} */
    public static long write(Connection connection, Table table, OutputStream stream) throws SQLException, IOException {
        DataOutputStream out = new DataOutputStream(stream);
        List<String> names = List.copyOf(table.columns().keySet());
        List<Cell> cells = List.copyOf(table.columns().values());
        out.writeInt(names.size());
        for (int i = 0; i < names.size(); i++) {
            out.writeUTF(names.get(i));
            out.writeUTF(cells.get(i).name());
        }
        long count = rows(connection, "select " + String.join(", ", names) + " from " + table.name(), cells, out);
        out.flush();
        return count;
    }

    private static long rows(Connection connection, String sql, List<Cell> cells, DataOutputStream out)
            throws SQLException, IOException {
        long count = 0;
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setFetchSize(FETCHED);
            try (ResultSet row = statement.executeQuery()) {
                for (; row.next(); count++) {
                    out.writeBoolean(true);
                    for (int i = 0; i < cells.size(); i++) {
                        cells.get(i).writeOrNull(row, i + 1, out);
                    }
                }
            }
        }
        out.writeBoolean(false);
        return count;
    }

    /** Puts rows that {@link #write} wrote into an empty table of the portal's. {@return how many there were} */
    public static long fill(Connection connection, String name, InputStream stream) throws SQLException, IOException {
        Optional<Table> found = Table.all(connection).stream()
                .filter(table -> table.name().equals(name))
                .findFirst();
        return fill(connection, found.orElseThrow(() -> unknown("the table " + name)), stream);
    }

    /** Puts rows that {@link #write} wrote into an empty table. {@return how many there were} */
    public static long fill(Connection connection, Table table, InputStream stream) throws SQLException, IOException {
        String name = table.name();
        DataInputStream in = new DataInputStream(stream);
        List<String> names = new ArrayList<>();
        List<Cell> cells = new ArrayList<>();
        for (int rest = in.readInt(); rest > 0; rest--) {
            String column = in.readUTF();
            if (!table.columns().containsKey(column)) {
                throw unknown("the column " + name + "." + column);
            }
            names.add(column);
            cells.add(Cell.valueOf(in.readUTF()));
        }
        long count = insert(connection, name, names, cells, in);
        for (String column : table.numbered()) {
            restart(connection, name, column);
        }
        return count;
    }

    /** Takes rows one after another. */
    @FunctionalInterface
    public interface Reader {

        /** Takes one, by the names of the columns; what is null is left out. */
        void take(Map<String, Object> row) throws IOException;
    }

    /** Reads rows that {@link #write} wrote. */
    public static void read(InputStream stream, Reader reader) throws IOException {
        DataInputStream in = new DataInputStream(stream);
        Map<String, Cell> columns = new LinkedHashMap<>();
        for (int rest = in.readInt(); rest > 0; rest--) {
            columns.put(in.readUTF(), Cell.valueOf(in.readUTF()));
        }
        while (in.readBoolean()) {
            Map<String, Object> row = new HashMap<>();
            for (Map.Entry<String, Cell> column : columns.entrySet()) {
                Object value = column.getValue().readOrNull(in);
                if (value != null) {
                    row.put(column.getKey(), value);
                }
            }
            reader.take(row);
        }
    }

    private static long insert(
            Connection connection, String name, List<String> names, List<Cell> cells, DataInputStream in)
            throws SQLException, IOException {
        String marks = String.join(", ", Collections.nCopies(names.size(), "?"));
        String sql = "insert into " + name + " (" + String.join(", ", names) + ") values (" + marks + ")";
        long count = 0;
        long waiting = 0;
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            while (in.readBoolean()) {
                for (int i = 0; i < cells.size(); i++) {
                    @Nullable Object value = cells.get(i).readOrNull(in);
                    insert.setObject(i + 1, value);
                    waiting += value instanceof byte[] bytes ? bytes.length : 0;
                }
                insert.addBatch();
                if (++count % FETCHED == 0 || waiting > MOST_WAITING) {
                    insert.executeBatch();
                    waiting = 0;
                }
            }
            insert.executeBatch();
        }
        if (in.read() >= 0) {
            throw new EOFException("There is more behind the rows of " + name + ".");
        }
        return count;
    }

    /** The next number that the database gives comes after all that are there. */
    private static void restart(Connection connection, String name, String column) throws SQLException {
        long next = Rows.select(
                        connection, "select coalesce(max(" + column + "), 0) + 1 from " + name, row -> row.getLong(1))
                .get(0);
        Rows.update(connection, "alter table " + name + " alter column " + column + " restart with " + next);
    }

    private static PortalException unknown(String what) {
        return new PortalException(
                ProblemKind.CONFLICT,
                "The backup has " + what + ", which this version of Callboard does not know.",
                "Restore it with the version that made it.");
    }
}
