package org.callboard.core.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.callboard.api.catalog.CatalogEvent;
import org.callboard.api.model.Json;
import org.callboard.core.db.Batch;
import org.callboard.core.db.Rows;
import org.callboard.core.entity.JsonCodec;
import org.callboard.core.entity.ReservedAnnotations;
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

    private record Unowned(String ref, boolean isServed, String origin) {}

    /**
     * Removes the entities that belong to nobody, or keeps them as orphans.
     *
     * @param kept says by an entity's origin whether it is kept
     * @return how many were removed
     */
    int sweep(Connection connection, Predicate<String> kept) throws SQLException {
        List<Unowned> unowned = Rows.select(
                connection,
                "select ref, etag, document from entity where source is null order by ref",
                row -> new Unowned(row.getString(1), row.getString(2) != null, origin(row.getBytes(3))));
        List<String> orphans = unowned.stream()
                .filter(entity -> kept.test(entity.origin()))
                .map(Unowned::ref)
                .toList();
        Rows.updateIn(connection, "update entity set source = '' where ref in (%s)", orphans);
        PendingRows.add(connection, orphans);
        List<Unowned> gone =
                unowned.stream().filter(entity -> !kept.test(entity.origin())).toList();
        remove(connection, gone);
        return gone.size();
    }

    private String origin(byte[] document) {
        return codec.decode(document) instanceof Json.Obj entity
                ? entity.text("metadata", "annotations", ReservedAnnotations.ORIGIN)
                        .orElse("")
                : "";
    }

    private static void remove(Connection connection, List<Unowned> gone) throws SQLException {
        List<String> refs = gone.stream().map(Unowned::ref).toList();
        PendingRows.add(connection, RelationRows.delete(connection, refs));
        Rows.updateIn(connection, "delete from entity where ref in (%s)", refs);
        OutboxRows.add(
                connection,
                CatalogEvent.Change.REMOVED,
                gone.stream().filter(Unowned::isServed).map(Unowned::ref).toList());
    }

    /** Removes an entity; whoever declares it in vain is read again and may have it. */
    static int delete(Connection connection, String uid) throws SQLException {
        List<Unowned> gone = Rows.select(
                connection,
                "select ref, etag from entity where uid = ?",
                row -> new Unowned(row.getString(1), row.getString(2) != null, ""),
                uid);
        ContenderRows.reopen(connection, gone.stream().map(Unowned::ref).toList());
        remove(connection, gone);
        return gone.size();
    }

    static Optional<Instant> changed(Connection connection, String ref) throws SQLException {
        return Rows.select(connection, "select changed_at from entity where ref = ?", row -> row.getTimestamp(1), ref)
                .stream()
                .filter(Objects::nonNull)
                .map(Timestamp::toInstant)
                .findFirst();
    }
}
