package org.callboard.core.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.callboard.api.model.Json;
import org.callboard.core.db.Batch;
import org.callboard.core.db.Rows;
import org.callboard.core.entity.JsonCodec;
import org.callboard.core.stitch.Arrow;

/** The table of relations that an entity has because the documents of others say so: one row an entity. */
final class InboundRows {

    private final JsonCodec codec;

    InboundRows(JsonCodec codec) {
        this.codec = codec;
    }

    /**
     * Replaces what documents say of other entities.
     *
     * @param before the documents as they were, by entity
     * @param now the documents as they are; one that is missing is gone
     * @return the entities that have other relations now
     */
    Set<String> replace(Connection connection, Map<String, StoredDocument> before, Map<String, StoredDocument> now)
            throws SQLException {
        Map<String, Set<Arrow>> gone = arrows(before);
        Map<String, Set<Arrow>> fresh = arrows(now);
        Set<String> touched = new TreeSet<>(gone.keySet());
        touched.addAll(fresh.keySet());
        touched.removeIf(ref -> gone.getOrDefault(ref, Set.of()).equals(fresh.getOrDefault(ref, Set.of())));
        Map<String, List<Arrow>> present = of(connection, touched);
        Map<String, Set<Arrow>> result = new TreeMap<>();
        for (String ref : touched) {
            Set<Arrow> arrows = new TreeSet<>(present.getOrDefault(ref, List.of()));
            arrows.removeAll(gone.getOrDefault(ref, Set.of()));
            arrows.addAll(fresh.getOrDefault(ref, Set.of()));
            result.put(ref, arrows);
        }
        write(connection, result, present.keySet());
        return touched;
    }

    private void write(Connection connection, Map<String, Set<Arrow>> rows, Set<String> present) throws SQLException {
        try (Batch insert = new Batch(connection, "insert into inbound (relations, ref) values (?, ?)");
                Batch update = new Batch(connection, "update inbound set relations = ? where ref = ?");
                Batch delete = new Batch(connection, "delete from inbound where ref = ?")) {
            for (Map.Entry<String, Set<Arrow>> row : rows.entrySet()) {
                if (row.getValue().isEmpty()) {
                    delete.add(row.getKey());
                } else {
                    (present.contains(row.getKey()) ? update : insert).add(encode(row.getValue()), row.getKey());
                }
            }
            insert.send();
            update.send();
            delete.send();
        }
    }

    /** {@return what documents say of others, by the entity they say it of} */
    private static Map<String, Set<Arrow>> arrows(Map<String, StoredDocument> documents) {
        Map<String, Set<Arrow>> arrows = new TreeMap<>();
        documents.forEach((origin, document) -> {
            for (Arrow arrow : document.foreign()) {
                arrows.computeIfAbsent(arrow.target(), ref -> new HashSet<>()).add(new Arrow(arrow.type(), origin));
            }
        });
        return arrows;
    }

    private byte[] encode(Set<Arrow> arrows) {
        List<String> texts = new ArrayList<>(2 * arrows.size());
        for (Arrow arrow : arrows) {
            texts.add(arrow.type());
            texts.add(arrow.target());
        }
        return codec.encode(Json.ofTexts(texts));
    }

    private List<Arrow> decode(byte[] relations) {
        List<String> texts = codec.decode(relations) instanceof Json.Arr array ? array.texts() : List.of();
        List<Arrow> arrows = new ArrayList<>(texts.size() / 2);
        for (int i = 1; i < texts.size(); i += 2) {
            arrows.add(new Arrow(texts.get(i - 1), texts.get(i)));
        }
        return arrows;
    }

    /** {@return what documents say of each of these entities, by entity} */
    Map<String, List<Arrow>> of(Connection connection, Collection<String> refs) throws SQLException {
        Map<String, List<Arrow>> arrows = new HashMap<>();
        Rows.selectIn(
                        connection,
                        "select ref, relations from inbound where ref in (%s)",
                        refs,
                        row -> Map.entry(row.getString(1), decode(row.getBytes(2))))
                .forEach(row -> arrows.put(row.getKey(), row.getValue()));
        return arrows;
    }
}
