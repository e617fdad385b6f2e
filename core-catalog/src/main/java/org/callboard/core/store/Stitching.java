package org.callboard.core.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.callboard.api.catalog.CatalogEvent;
import org.callboard.api.model.Json;
import org.callboard.core.db.Batch;
import org.callboard.core.db.Database;
import org.callboard.core.db.Rows;
import org.callboard.core.entity.JsonCodec;
import org.callboard.core.stitch.Arrow;
import org.callboard.core.stitch.Stitcher;
import org.callboard.core.stitch.Stitcher.Stitched;
import org.jspecify.annotations.Nullable;

/** Puts together the served form of the entities that await it, some hundreds a transaction. */
final class Stitching {

    private static final int PENDING_ROWS = 100_000;
    private static final int ENTITIES = 1_000;

    private final Database database;
    private final JsonCodec codec;
    private final Stitcher stitcher;

    Stitching(Database database, JsonCodec codec, Stitcher stitcher) {
        this.database = database;
        this.codec = codec;
        this.stitcher = stitcher;
    }

    private record Processed(
            String ref,
            String uid,
            Json.Obj document,
            @Nullable String etag) {}

    private static final String ORPHAN = "backstage.io/orphan";

    /** Stitches all that wait. {@return how many entities are served in another form now} */
    int run() {
        int changed = 0;
        while (true) {
            Map<String, List<Long>> pending = database.read(connection -> PendingRows.first(connection, PENDING_ROWS));
            if (pending.isEmpty()) {
                return changed;
            }
            for (Map<String, List<Long>> some : portions(pending)) {
                changed += database.inTransaction(connection -> stitch(connection, some));
            }
        }
    }

    private static List<Map<String, List<Long>>> portions(Map<String, List<Long>> pending) {
        List<Map<String, List<Long>>> portions = new ArrayList<>();
        Map<String, List<Long>> portion = new LinkedHashMap<>();
        for (Map.Entry<String, List<Long>> entry : pending.entrySet()) {
            portion.put(entry.getKey(), entry.getValue());
            if (portion.size() == ENTITIES) {
                portions.add(portion);
                portion = new LinkedHashMap<>();
            }
        }
        portions.add(portion);
        return portions;
    }

    private int stitch(Connection connection, Map<String, List<Long>> pending) throws SQLException {
        List<Processed> entities = load(connection, pending.keySet());
        Map<String, List<Arrow>> arrows = RelationRows.of(connection, pending.keySet());
        List<String> changed = new ArrayList<>();
        Timestamp now = Timestamp.from(Instant.now());
        try (Batch update =
                new Batch(connection, "update entity set etag = ?, final_document = ?, changed_at = ? where ref = ?")) {
            for (Processed entity : entities) {
                Stitched stitched =
                        stitcher.stitch(entity.document(), arrows.getOrDefault(entity.ref(), List.of()), entity.uid());
                if (!stitched.etag().equals(entity.etag())) {
                    update.add(stitched.etag(), codec.encode(stitched.document()), now, entity.ref());
                    changed.add(entity.ref());
                }
            }
            update.send();
        }
        PendingRows.remove(connection, pending.values());
        OutboxRows.add(connection, CatalogEvent.Change.UPDATED, changed);
        return changed.size();
    }

    private List<Processed> load(Connection connection, Collection<String> refs) throws SQLException {
        return Rows.selectIn(
                connection,
                "select ref, uid, document, etag, source from entity where ref in (%s)",
                refs,
                row -> new Processed(
                        row.getString(1),
                        row.getString(2),
                        marked(decode(row.getBytes(3)), "".equals(row.getString(5))),
                        row.getString(4)));
    }

    private static Json.Obj marked(Json.Obj document, boolean isOrphan) {
        if (!isOrphan) {
            return document;
        }
        Json.Obj metadata = document.object("metadata");
        Json.Obj annotations = metadata.object("annotations").with(ORPHAN, Json.of("true"));
        return document.with("metadata", metadata.with("annotations", annotations));
    }

    private Json.Obj decode(byte[] document) {
        return codec.decode(document) instanceof Json.Obj object ? object : Json.Obj.EMPTY;
    }
}
