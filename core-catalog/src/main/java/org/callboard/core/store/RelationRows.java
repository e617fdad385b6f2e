package org.callboard.core.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.callboard.core.db.Batch;
import org.callboard.core.db.Rows;
import org.callboard.core.process.EmittedRelation;
import org.callboard.core.process.ProcessedEntity;
import org.callboard.core.stitch.Arrow;

/** The table of relations, in both directions, each with the entity whose document gave rise to it. */
final class RelationRows {

    /** No entity has a longer reference, so a longer one leads nowhere. */
    private static final int LONGEST_REF = 400;

    private RelationRows() {}

    private record Row(String source, String type, String target, String origin) {}

    /** That of the primary key: rows that come so touch few pages of it. */
    private static final Comparator<Row> KEY_ORDER = Comparator.comparing(Row::source)
            .thenComparing(Row::type)
            .thenComparing(Row::target)
            .thenComparing(Row::origin);

    /**
     * Replaces the relations that these documents give rise to.
     *
     * @param added the entities that had none before
     * @return the entities that have other relations now
     */
    static Set<String> replace(Connection connection, Map<String, ProcessedEntity> documents, Set<String> added)
            throws SQLException {
        Set<String> known = new HashSet<>(documents.keySet());
        known.removeAll(added);
        Set<Row> before = load(connection, known);
        Set<Row> now = rows(documents);
        Set<Row> gone = difference(before, now);
        Set<Row> fresh = difference(now, before);
        write(connection, "delete from relation where source = ? and type = ? and target = ? and origin = ?", gone);
        write(connection, "insert into relation (source, type, target, origin) values (?, ?, ?, ?)", fresh);
        Set<String> touched = new HashSet<>();
        gone.forEach(row -> touched.add(row.source()));
        fresh.forEach(row -> touched.add(row.source()));
        return touched;
    }

    private static Set<Row> rows(Map<String, ProcessedEntity> documents) {
        Set<Row> rows = new HashSet<>();
        documents.forEach((origin, entity) -> {
            for (EmittedRelation relation : entity.relations()) {
                String source = relation.source().toString();
                String target = relation.target().toString();
                if (source.length() <= LONGEST_REF && target.length() <= LONGEST_REF) {
                    rows.add(new Row(source, relation.type(), target, origin));
                }
            }
        });
        return rows;
    }

    private static Set<Row> difference(Set<Row> from, Set<Row> without) {
        Set<Row> difference = new HashSet<>(from);
        difference.removeAll(without);
        return difference;
    }

    private static Set<Row> load(Connection connection, Collection<String> origins) throws SQLException {
        return new HashSet<>(Rows.selectIn(
                connection,
                "select source, type, target, origin from relation where origin in (%s)",
                origins,
                row -> new Row(row.getString(1), row.getString(2), row.getString(3), row.getString(4))));
    }

    private static void write(Connection connection, String sql, Set<Row> rows) throws SQLException {
        try (Batch batch = new Batch(connection, sql)) {
            for (Row row : rows.stream().sorted(KEY_ORDER).toList()) {
                batch.add(row.source(), row.type(), row.target(), row.origin());
            }
            batch.send();
        }
    }

    /** Removes the relations that these entities gave rise to. {@return the entities that had them} */
    static Set<String> delete(Connection connection, Collection<String> origins) throws SQLException {
        Set<String> touched = new HashSet<>();
        load(connection, origins).forEach(row -> touched.add(row.source()));
        Rows.updateIn(connection, "delete from relation where origin in (%s)", origins);
        return touched;
    }

    /** {@return the relations that each of these entities has, by entity} */
    static Map<String, List<Arrow>> of(Connection connection, Collection<String> refs) throws SQLException {
        Map<String, List<Arrow>> arrows = new HashMap<>();
        Rows.selectIn(
                        connection,
                        "select source, type, target from relation where source in (%s)",
                        refs,
                        row -> Map.entry(row.getString(1), new Arrow(row.getString(2), row.getString(3))))
                .forEach(row -> arrows.computeIfAbsent(row.getKey(), ref -> new ArrayList<>())
                        .add(row.getValue()));
        return arrows;
    }
}
