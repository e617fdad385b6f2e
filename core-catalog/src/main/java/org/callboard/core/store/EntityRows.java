package org.callboard.core.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.callboard.api.catalog.CatalogEvent;
import org.callboard.core.db.Batch;
import org.callboard.core.db.Rows;
import org.callboard.core.entity.JsonCodec;
import org.callboard.core.process.ProcessedEntity;

/** The table of entities. */
final class EntityRows {

    private final JsonCodec codec;

    EntityRows(JsonCodec codec) {
        this.codec = codec;
    }

    /** Writes what changed, with its relations, and has it stitched. */
    void write(Connection connection, Ownership ownership) throws SQLException {
        Set<String> added = writeDocuments(connection, ownership);
        releaseUnowned(connection, ownership);
        Set<String> touched = new LinkedHashSet<>(ownership.documents().keySet());
        touched.addAll(RelationRows.replace(connection, ownership.documents(), added));
        PendingRows.add(connection, touched);
    }

    /** {@return the entities that are new} */
    private Set<String> writeDocuments(Connection connection, Ownership ownership) throws SQLException {
        Set<String> added = new LinkedHashSet<>();
        try (Batch insert = new Batch(
                        connection, "insert into entity (source, hash, document, uid, ref) values (?, ?, ?, ?, ?)");
                Batch update =
                        new Batch(connection, "update entity set source = ?, hash = ?, document = ? where ref = ?")) {
            for (Map.Entry<String, ProcessedEntity> entry :
                    ownership.documents().entrySet()) {
                String ref = entry.getKey();
                String owner = ownership.owner(ref);
                String hash = entry.getValue().hash();
                byte[] document = codec.encode(entry.getValue().document());
                if (ownership.before(ref) == null) {
                    added.add(ref);
                    insert.add(owner, hash, document, UUID.randomUUID().toString(), ref);
                } else {
                    update.add(owner, hash, document, ref);
                }
            }
            insert.send();
            update.send();
        }
        return added;
    }

    private static void releaseUnowned(Connection connection, Ownership ownership) throws SQLException {
        List<String> unowned = ownership.released().stream()
                .filter(ref -> ownership.owner(ref) == null)
                .toList();
        Rows.updateIn(connection, "update entity set source = null where ref in (%s)", unowned);
    }

    /** Leaves the entities of some files to nobody. */
    static void release(Connection connection, Collection<String> sources) throws SQLException {
        Rows.updateIn(connection, "update entity set source = null where source in (%s)", sources);
    }

    private record Unowned(String ref, boolean served) {}

    /** Removes the entities that belong to nobody. {@return how many} */
    static int sweep(Connection connection) throws SQLException {
        List<Unowned> unowned = Rows.select(
                connection,
                "select ref, etag from entity where source is null order by ref",
                row -> new Unowned(row.getString(1), row.getString(2) != null));
        if (unowned.isEmpty()) {
            return 0;
        }
        List<String> refs = unowned.stream().map(Unowned::ref).toList();
        PendingRows.add(connection, RelationRows.delete(connection, refs));
        Rows.updateIn(connection, "delete from entity where ref in (%s)", refs);
        OutboxRows.add(
                connection,
                CatalogEvent.Change.REMOVED,
                unowned.stream().filter(Unowned::served).map(Unowned::ref).toList());
        return refs.size();
    }
}
