package org.callboard.core.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.callboard.api.catalog.CatalogEvent;
import org.callboard.api.model.EntityRef;
import org.callboard.core.db.Database;
import org.callboard.core.db.Rows;

/** The changes in the database's outbox. */
public final class JdbcChangeFeed implements ChangeFeed {

    private static final int ROWS = 1_000;

    private final Database database;

    /** Reads this database. */
    public JdbcChangeFeed(Database database) {
        this.database = database;
        database.inTransaction(Numbers::prepare);
    }

    @Override
    public long identity() {
        return database.read(connection -> Numbers.get(connection, Numbers.IDENTITY));
    }

    @Override
    public long latest() {
        return database.read(connection -> Numbers.get(connection, Numbers.CHANGE));
    }

    @Override
    public long pruned() {
        return database.read(connection -> Numbers.get(connection, Numbers.PRUNED));
    }

    private record Row(long number, Change change) {}

    @Override
    public Changes changesAfter(long number, int limit) {
        return database.read(connection -> {
            long latest = Numbers.get(connection, Numbers.CHANGE);
            if (latest <= number) {
                return new Changes(List.of(), number);
            }
            List<Row> rows = Rows.select(
                    connection,
                    "select o.number, o.ref, e.final_document from outbox o left join entity e on e.ref = o.ref"
                            + " where o.number > ? order by o.number fetch first ? rows only",
                    row -> new Row(row.getLong(1), new Change(row.getString(2), row.getBytes(3))),
                    number,
                    limit);
            long last = rows.isEmpty() ? number : rows.get(rows.size() - 1).number();
            return new Changes(newest(rows), rows.size() < limit ? Math.max(latest, last) : last);
        });
    }

    private static List<Change> newest(List<Row> rows) {
        Map<String, Change> byRef = new LinkedHashMap<>();
        rows.forEach(row -> byRef.put(row.change().ref(), row.change()));
        return List.copyOf(byRef.values());
    }

    @Override
    public long scan(Consumer<Change> consumer) {
        return database.read(connection -> {
            long latest = Numbers.get(connection, Numbers.CHANGE);
            String last = "";
            while (true) {
                List<Change> changes = Rows.select(
                        connection,
                        "select ref, final_document from entity where ref > ? and etag is not null"
                                + " order by ref fetch first ? rows only",
                        row -> new Change(row.getString(1), row.getBytes(2)),
                        last,
                        ROWS);
                changes.forEach(consumer);
                if (changes.size() < ROWS) {
                    return latest;
                }
                last = changes.get(ROWS - 1).ref();
            }
        });
    }

    @Override
    public List<CatalogEvent> eventsAfter(long number, int limit) {
        return database.read(connection -> Rows.select(
                connection,
                "select number, change, ref from outbox where number > ? order by number fetch first ? rows only",
                row -> new CatalogEvent(
                        row.getLong(1),
                        CatalogEvent.Change.valueOf(row.getString(2)),
                        EntityRef.parse(row.getString(3))),
                number,
                limit));
    }

    @Override
    public void prune(long keep) {
        database.inTransaction(connection -> prune(connection, keep));
    }

    private static int prune(Connection connection, long keep) throws SQLException {
        long below = Numbers.get(connection, Numbers.CHANGE) - keep;
        if (below <= Numbers.get(connection, Numbers.PRUNED)) {
            return 0;
        }
        Numbers.set(connection, Numbers.PRUNED, below);
        try (PreparedStatement delete = connection.prepareStatement("delete from outbox where number <= ?")) {
            delete.setLong(1, below);
            return delete.executeUpdate();
        }
    }
}
