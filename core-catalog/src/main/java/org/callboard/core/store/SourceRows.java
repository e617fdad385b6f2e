package org.callboard.core.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.callboard.api.model.EntityRef;
import org.callboard.core.db.Batch;
import org.callboard.core.db.Rows;
import org.callboard.core.entity.JsonCodec;
import org.callboard.core.entity.Sha256;
import org.callboard.core.process.LocationTarget;
import org.callboard.core.process.SourceInput;
import org.callboard.core.process.SourceResult.Readability;
import org.callboard.core.read.Resource;
import org.jspecify.annotations.Nullable;

/** The table of files. */
final class SourceRows {

    private static final String SELECT = "select reference, location, parent, stamp, children, inputs from source";

    private final ChildrenCodec children;
    private final InputsCodec inputs;

    SourceRows(JsonCodec codec) {
        this.children = new ChildrenCodec(codec);
        this.inputs = new InputsCodec(codec);
    }

    /** {@return the key of a source}, short whatever the length of its name */
    static String id(String reference) {
        return Sha256.hex(reference);
    }

    Map<String, StoredSource> all(Connection connection) throws SQLException {
        Map<String, StoredSource> all = new HashMap<>();
        Rows.select(connection, SELECT, this::read).forEach(source -> all.put(source.reference(), source));
        return all;
    }

    /** {@return the source that declares an entity, if one does} */
    Optional<StoredSource> of(Connection connection, String ref) throws SQLException {
        return Rows.select(
                        connection, SELECT + " where id = (select source from entity where ref = ?)", this::read, ref)
                .stream()
                .findFirst();
    }

    /** Has some sources read again, whether they changed or not. */
    static int reopen(Connection connection, Collection<String> references) throws SQLException {
        List<String> ids = references.stream().map(SourceRows::id).toList();
        return Rows.updateIn(connection, "update source set stamp = '' where id in (%s)", ids);
    }

    private StoredSource read(ResultSet row) throws SQLException {
        String parent = row.getString(3);
        return new StoredSource(
                row.getString(1),
                row.getString(2),
                parent == null ? null : EntityRef.parse(parent),
                row.getString(4),
                children.decode(row.getBytes(5)),
                inputs.decode(row.getBytes(6)));
    }

    void write(Connection connection, List<SourceVersion> versions, Ownership ownership) throws SQLException {
        Map<String, byte[]> before = childrenOf(connection, ownership.problems().keySet());
        try (Batch insert = new Batch(
                        connection,
                        "insert into source (location, parent, stamp, children, inputs, reference, id)"
                                + " values (?, ?, ?, ?, ?, ?, ?)");
                Batch update = new Batch(
                        connection,
                        "update source set location = ?, parent = ?, stamp = ?, children = ?, inputs = ?, reference = ?"
                                + " where id = ?")) {
            for (SourceVersion version : versions) {
                byte[] old = before.get(id(version.reference()));
                add(old == null ? insert : update, version, children(version, old));
            }
            insert.send();
            update.send();
        }
    }

    private static Map<String, byte[]> childrenOf(Connection connection, Set<String> ids) throws SQLException {
        Map<String, byte[]> children = new HashMap<>();
        Rows.selectIn(
                        connection,
                        "select id, children from source where id in (%s)",
                        ids,
                        row -> Map.entry(row.getString(1), row.getBytes(2)))
                .forEach(row -> children.put(row.getKey(), row.getValue()));
        return children;
    }

    private void add(Batch batch, SourceVersion version, byte[] led) throws SQLException {
        List<Resource> made =
                version.result().inputs().stream().map(SourceInput::resource).toList();
        batch.add(
                version.location(),
                parent(version),
                version.stamp(),
                led,
                inputs.encode(made),
                version.reference(),
                id(version.reference()));
    }

    private static @Nullable String parent(SourceVersion version) {
        EntityRef parent = version.result().source().parent();
        return parent == null ? null : parent.toString();
    }

    /** A file that could be read in part only keeps what it led to before. */
    private byte[] children(SourceVersion version, byte @Nullable [] old) {
        Map<String, LocationTarget> now = new LinkedHashMap<>();
        version.result().children().forEach(child -> now.putIfAbsent(child.reference(), child));
        if (old != null && version.result().readability() == Readability.PARTIAL) {
            children.decode(old).forEach(child -> now.putIfAbsent(child.reference(), child));
        }
        return children.encode(now.values());
    }

    List<String> idsExcept(Connection connection, Set<String> references) throws SQLException {
        return Rows.select(connection, "select reference from source", row -> row.getString(1)).stream()
                .filter(reference -> !references.contains(reference))
                .map(SourceRows::id)
                .toList();
    }

    static void delete(Connection connection, Collection<String> ids) throws SQLException {
        for (String table : Arrays.asList("contender where source", "source where id")) {
            Rows.updateIn(connection, "delete from " + table + " in (%s)", ids);
        }
    }
}
