package org.callboard.core.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.callboard.core.db.Batch;
import org.callboard.core.db.Rows;

/** The table of entities that await stitching. One may be in it several times. */
final class PendingRows {

    private PendingRows() {}

    static void add(Connection connection, Collection<String> refs) throws SQLException {
        try (Batch insert = new Batch(connection, "insert into pending (ref) values (?)")) {
            for (String ref : refs) {
                insert.add(ref);
            }
            insert.send();
        }
    }

    /** {@return the first rows' entities, each with the numbers of its rows} */
    static Map<String, List<Long>> first(Connection connection, int rows) throws SQLException {
        Map<String, List<Long>> numbers = new LinkedHashMap<>();
        Rows.select(
                        connection,
                        "select ref, number from pending order by number fetch first ? rows only",
                        row -> Map.entry(row.getString(1), row.getLong(2)),
                        rows)
                .forEach(row -> numbers.computeIfAbsent(row.getKey(), ref -> new ArrayList<>())
                        .add(row.getValue()));
        return numbers;
    }

    /** Removes exactly the rows that were seen: one that was added meanwhile has its own number. */
    static void remove(Connection connection, Collection<List<Long>> numbers) throws SQLException {
        try (Batch delete = new Batch(connection, "delete from pending where number = ?")) {
            for (List<Long> some : numbers) {
                for (Long number : some) {
                    delete.add(number);
                }
            }
            delete.send();
        }
    }
}
