package org.callboard.core.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.callboard.core.db.Batch;
import org.callboard.core.db.Rows;

/** The table of files that declare an entity in vain. When its owner gives it up, they are read again. */
final class ContenderRows {

    private ContenderRows() {}

    static void replace(Connection connection, Ownership ownership) throws SQLException {
        Rows.updateIn(
                connection,
                "delete from contender where source in (%s)",
                ownership.contested().keySet());
        try (Batch insert = new Batch(connection, "insert into contender (source, ref) values (?, ?)")) {
            for (Map.Entry<String, List<String>> entry : ownership.contested().entrySet()) {
                for (String ref : entry.getValue()) {
                    insert.add(entry.getKey(), ref);
                }
            }
            insert.send();
        }
    }

    /** Has the files read again that declare one of these entities in vain. */
    static void reopen(Connection connection, Collection<String> refs) throws SQLException {
        Rows.updateIn(
                connection,
                "update source set stamp = '' where id in (select source from contender where ref in (%s))",
                refs);
    }

    /** Has the files read again that wait for an entity of one of these. */
    static void reopenAfter(Connection connection, Collection<String> sources) throws SQLException {
        reopen(
                connection,
                Rows.selectIn(
                        connection, "select ref from entity where source in (%s)", sources, row -> row.getString(1)));
    }
}
