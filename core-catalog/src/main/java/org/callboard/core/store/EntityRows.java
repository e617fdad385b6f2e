package org.callboard.core.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.callboard.api.catalog.CatalogEvent;
import org.callboard.api.model.EntityRef;
import org.callboard.api.model.Json;
import org.callboard.core.db.Batch;
import org.callboard.core.db.Rows;
import org.callboard.core.entity.JsonCodec;
import org.callboard.core.entity.ReservedAnnotations;
import org.callboard.core.process.ProcessedEntity;

/** The table of entities. */
final class EntityRows {

    private final JsonCodec codec;
    private final InboundRows inbound;
    private final PendingRows pending;

    EntityRows(JsonCodec codec, PendingRows pending) {
        this.codec = codec;
        this.inbound = new InboundRows(codec);
        this.pending = pending;
    }

    /** Writes what changed, with its relations, and has it stitched. */
    void write(Connection connection, Ownership ownership) throws SQLException {
        List<String> known = ownership.documents().keySet().stream()
                .filter(ref -> ownership.before(ref) != null)
                .toList();
        Map<String, StoredDocument> before = documents(connection, known);
        Map<String, StoredDocument> now = writeDocuments(connection, ownership);
        releaseUnowned(connection, ownership);
        markKept(connection, ownership.kept());
        Set<String> touched = new LinkedHashSet<>(now.keySet());
        touched.addAll(ownership.kept().keySet());
        touched.addAll(inbound.replace(connection, before, now));
        pending.add(connection, touched);
    }

    private Map<String, StoredDocument> documents(Connection connection, Collection<String> refs) throws SQLException {
        Map<String, StoredDocument> documents = new HashMap<>();
        Rows.selectIn(
                        connection,
                        "select ref, document from entity where ref in (%s)",
                        refs,
                        row -> Map.entry(row.getString(1), StoredDocument.of(decode(row.getBytes(2)))))
                .forEach(row -> documents.put(row.getKey(), row.getValue()));
        return documents;
    }

    private Json.Obj decode(byte[] document) {
        return codec.decode(document) instanceof Json.Obj object ? object : Json.Obj.EMPTY;
    }

    private Map<String, StoredDocument> writeDocuments(Connection connection, Ownership ownership) throws SQLException {
        Map<String, StoredDocument> written = new LinkedHashMap<>();
        try (Batch insert = new Batch(
                        connection, "insert into entity (source, hash, document, uid, ref) values (?, ?, ?, ?, ?)");
                Batch update =
                        new Batch(connection, "update entity set source = ?, hash = ?, document = ? where ref = ?")) {
            for (ProcessedEntity entity : ownership.documents().values()) {
                String ref = entity.ref().toString();
                written.put(ref, StoredDocument.of(entity));
                String owner = ownership.owner(ref);
                byte[] document = entity.encoded();
                if (ownership.before(ref) == null) {
                    insert.add(owner, entity.hash(), document, UUID.randomUUID().toString(), ref);
                } else {
                    update.add(owner, entity.hash(), document, ref);
                }
            }
            insert.send();
            update.send();
        }
        return written;
    }

    private static void releaseUnowned(Connection connection, Ownership ownership) throws SQLException {
        List<String> unowned = ownership.released().stream()
                .filter(ref -> ownership.owner(ref) == null)
                .toList();
        Rows.updateIn(connection, "update entity set source = null where ref in (%s)", unowned);
    }

    private static void markKept(Connection connection, Map<String, Boolean> kept) throws SQLException {
        try (Batch update = new Batch(connection, "update entity set kept = ? where ref = ?")) {
            for (Map.Entry<String, Boolean> entry : kept.entrySet()) {
                update.add(entry.getValue(), entry.getKey());
            }
            update.send();
        }
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
        pending.add(connection, orphans);
        List<Unowned> gone =
                unowned.stream().filter(entity -> !kept.test(entity.origin())).toList();
        remove(connection, gone);
        return gone.size();
    }

    private String origin(byte[] document) {
        return decode(document)
                .text("metadata", "annotations", ReservedAnnotations.ORIGIN)
                .orElse("");
    }

    private void remove(Connection connection, List<Unowned> gone) throws SQLException {
        if (gone.isEmpty()) {
            return;
        }
        List<String> refs = gone.stream().map(Unowned::ref).toList();
        pending.add(connection, inbound.replace(connection, documents(connection, refs), Map.of()));
        Rows.updateIn(connection, "delete from entity where ref in (%s)", refs);
        OutboxRows.add(
                connection,
                CatalogEvent.Change.REMOVED,
                gone.stream().filter(Unowned::isServed).map(Unowned::ref).toList());
    }

    /** Removes an entity; whoever declares it in vain is read again and may have it. */
    int delete(Connection connection, String uid) throws SQLException {
        List<Unowned> gone = Rows.select(
                connection,
                "select ref, etag from entity where uid = ?",
                row -> new Unowned(row.getString(1), row.getString(2) != null, ""),
                uid);
        ContenderRows.reopen(connection, gone.stream().map(Unowned::ref).toList());
        remove(connection, gone);
        return gone.size();
    }

    static Map<EntityRef, Instant> changed(Connection connection, Collection<EntityRef> refs) throws SQLException {
        Map<EntityRef, Instant> found = new HashMap<>();
        Rows.selectIn(
                connection,
                "select ref, changed_at from entity where changed_at is not null and ref in (%s)",
                refs.stream().map(EntityRef::toString).toList(),
                row -> found.put(
                        EntityRef.parse(row.getString(1)), row.getTimestamp(2).toInstant()));
        return found;
    }
}
