package org.callboard.core.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.callboard.api.catalog.CatalogEvent.Change;
import org.callboard.core.db.Batch;

/** The table of changes. */
final class OutboxRows {

    private OutboxRows() {}

    static void add(Connection connection, Change change, List<String> refs) throws SQLException {
        if (refs.isEmpty()) {
            return;
        }
        long number = Numbers.take(connection, refs.size());
        try (Batch insert = new Batch(connection, "insert into outbox (number, change, ref) values (?, ?, ?)")) {
            for (String ref : refs) {
                insert.add(number++, change.name(), ref);
            }
            insert.send();
        }
    }
}
