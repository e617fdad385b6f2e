package org.callboard.core.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.callboard.api.catalog.CatalogEvent;
import org.callboard.api.model.EntityRef;
import org.callboard.core.db.Database;
import org.callboard.core.db.Rows;
import org.callboard.core.store.ServedEntities.Served;

/** The changes in the database's outbox. */
final class JdbcChangeFeed implements ChangeFeed {

    private static final int ROWS = 1_000;

    private final Database database;
    private final ServedEntities served;
    private final RecentChanges recent;

    JdbcChangeFeed(Database database, ServedEntities served, RecentChanges recent) {
        this.database = database;
        this.served = served;
        this.recent = recent;
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

    @Override
    public Changes changesAfter(long number, int limit) {
        Changes known = recent.after(number);
        return known != null ? known : database.read(connection -> read(connection, number, limit));
    }

    private Changes read(Connection connection, long number, int limit) throws SQLException {
        long latest = Numbers.get(connection, Numbers.CHANGE);
        if (latest <= number) {
            return new Changes(List.of(), number);
        }
        List<CatalogEvent> events = events(connection, number, limit);
        long last = events.isEmpty() ? number : events.get(events.size() - 1).number();
        Set<String> refs = new LinkedHashSet<>();
        events.forEach(event -> refs.add(event.ref().toString()));
        return new Changes(asTheyAre(connection, refs), events.size() < limit ? Math.max(latest, last) : last);
    }

    private List<Change> asTheyAre(Connection connection, Collection<String> refs) throws SQLException {
        Map<String, Change> changes = new LinkedHashMap<>();
        refs.forEach(ref -> changes.put(ref, new Change(ref, null)));
        for (Served entity : served.of(connection, refs)) {
            changes.put(entity.ref(), entity.change());
        }
        return List.copyOf(changes.values());
    }

    @Override
    public long scan(Consumer<Change> consumer) {
        return database.read(connection -> {
            long latest = Numbers.get(connection, Numbers.CHANGE);
            String last = "";
            while (true) {
                List<String> refs = Rows.select(
                        connection,
                        "select ref from entity where ref > ? and etag is not null"
                                + " order by ref fetch first ? rows only",
                        row -> row.getString(1),
                        last,
                        ROWS);
                asTheyAre(connection, refs).forEach(consumer);
                if (refs.size() < ROWS) {
                    return latest;
                }
                last = refs.get(ROWS - 1);
            }
        });
    }

    @Override
    public List<CatalogEvent> eventsAfter(long number, int limit) {
        return database.read(connection -> events(connection, number, limit));
    }

    private static List<CatalogEvent> events(Connection connection, long number, int limit) throws SQLException {
        return Rows.select(
                connection,
                "select number, change, ref from outbox where number > ? order by number fetch first ? rows only",
                row -> new CatalogEvent(
                        row.getLong(1),
                        CatalogEvent.Change.valueOf(row.getString(2)),
                        EntityRef.parse(row.getString(3))),
                number,
                limit);
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
