package org.callboard.core.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.callboard.api.catalog.CatalogEvent;
import org.callboard.core.db.Batch;
import org.callboard.core.db.Database;
import org.callboard.core.store.ServedEntities.Served;

/** Puts together the served form of the entities that await it, some hundreds a transaction, and tells what changed. */
final class Stitching {

    private static final int PENDING_ROWS = 1_000;
    private static final int ENTITIES = 200;

    private final Database database;
    private final PendingRows pending;
    private final ServedEntities served;
    private final RecentChanges recent;

    Stitching(Database database, PendingRows pending, ServedEntities served, RecentChanges recent) {
        this.database = database;
        this.pending = pending;
        this.served = served;
        this.recent = recent;
    }

    /**
     * Stitches all that wait. Where it is cut off, what was done is done again, and comes to the same.
     *
     * @return how many entities are served in another form now
     */
    int run() {
        int changed = 0;
        while (true) {
            List<PendingRows.Row> rows = database.read(connection -> pending.first(connection, PENDING_ROWS));
            if (rows.isEmpty()) {
                return changed;
            }
            List<String> refs = rows.stream()
                    .flatMap(row -> row.refs().stream())
                    .distinct()
                    .sorted()
                    .toList();
            for (int from = 0; from < refs.size(); from += ENTITIES) {
                List<String> some = refs.subList(from, Math.min(from + ENTITIES, refs.size()));
                changed += recent.keep(database.inTransaction(connection -> stitch(connection, some)));
            }
            database.inTransaction(connection -> PendingRows.remove(connection, rows));
        }
    }

    /** {@return what is served in another form now} */
    private RecentChanges.Told stitch(Connection connection, List<String> refs) throws SQLException {
        Numbers.lock(connection);
        List<Change> changes = new ArrayList<>();
        Timestamp now = Timestamp.from(Instant.now());
        try (Batch update = new Batch(connection, "update entity set etag = ?, changed_at = ? where ref = ?")) {
            for (Served entity : served.of(connection, refs)) {
                if (!entity.stitched().etag().equals(entity.told())) {
                    update.add(entity.stitched().etag(), now, entity.ref());
                    changes.add(entity.change());
                }
            }
            update.send();
        }
        List<String> changed = changes.stream().map(Change::ref).toList();
        return new RecentChanges.Told(OutboxRows.add(connection, CatalogEvent.Change.UPDATED, changed), changes);
    }
}
