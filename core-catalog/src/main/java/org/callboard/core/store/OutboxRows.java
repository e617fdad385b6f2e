package org.callboard.core.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.callboard.api.catalog.CatalogEvent.Change;
import org.callboard.core.db.Batch;

/** The table of changes. */
final class OutboxRows {

    private OutboxRows() {}

    /** Adds a change of each of these entities. {@return the number of the first; the others follow it} */
    static long add(Connection connection, Change change, List<String> refs) throws SQLException {
        if (refs.isEmpty()) {
            return 0;
        }
        long first = Numbers.take(connection, refs.size());
        long number = first;
        try (Batch insert = new Batch(connection, "insert into outbox (number, change, ref) values (?, ?, ?)")) {
            for (String ref : refs) {
                insert.add(number++, change.name(), ref);
            }
            insert.send();
        }
        return first;
    }
}
