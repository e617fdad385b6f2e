package org.callboard.core.store;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.callboard.core.db.Batch;
import org.callboard.core.db.Rows;
import org.callboard.core.entity.JsonCodec;
import org.callboard.core.process.LocationTarget;
import org.callboard.core.process.SourceResult.Readability;
import org.jspecify.annotations.Nullable;

/** The table of files. */
final class SourceRows {

    private final ChildrenCodec children;

    SourceRows(JsonCodec codec) {
        this.children = new ChildrenCodec(codec);
    }

    /** {@return the key of a file}, short whatever the length of its name */
    static String id(String reference) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(reference.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    Map<String, StoredSource> all(Connection connection) throws SQLException {
        Map<String, StoredSource> all = new HashMap<>();
        Rows.select(
                        connection,
                        "select reference, location, stamp, children from source",
                        row -> new StoredSource(
                                row.getString(1), row.getString(2), row.getString(3), children.decode(row.getBytes(4))))
                .forEach(source -> all.put(source.reference(), source));
        return all;
    }

    void write(Connection connection, List<SourceVersion> versions, Ownership ownership) throws SQLException {
        Map<String, byte[]> before = new HashMap<>();
        Rows.selectIn(
                        connection,
                        "select id, children from source where id in (%s)",
                        ownership.problems().keySet(),
                        row -> Map.entry(row.getString(1), row.getBytes(2)))
                .forEach(row -> before.put(row.getKey(), row.getValue()));
        try (Batch insert = new Batch(
                        connection,
                        "insert into source (location, stamp, children, reference, id) values (?, ?, ?, ?, ?)");
                Batch update = new Batch(
                        connection,
                        "update source set location = ?, stamp = ?, children = ?, reference = ? where id = ?")) {
            for (SourceVersion version : versions) {
                String id = id(version.reference());
                byte[] old = before.get(id);
                (old == null ? insert : update)
                        .add(version.location(), version.stamp(), children(version, old), version.reference(), id);
            }
            insert.send();
            update.send();
        }
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
