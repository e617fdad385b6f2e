package org.callboard.core.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.callboard.api.model.Json;
import org.callboard.core.db.Batch;
import org.callboard.core.db.Database;
import org.callboard.core.db.Rows;
import org.callboard.core.entity.JsonCodec;
import org.callboard.core.entity.Sha256;

/** The tables of what entity providers gave last. */
public final class ProvidedStore {

    private static final String OF = " where plugin = ? and provider = ?";

    private final Database database;
    private final Clock clock;
    private final JsonCodec codec = new JsonCodec();

    /** Keeps it in this database. */
    public ProvidedStore(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * What one provider gave.
     *
     * @param version another one whenever it gave something else
     * @param given when it last gave anything, the same or not
     */
    public record ProvidedSet(String plugin, String provider, long version, Instant given) {}

    private record Row(String name, String digest) {}

    /** {@return the sets of all plugins that are installed, whether or not they serve} */
    public List<ProvidedSet> sets() {
        return database.read(connection -> Rows.select(
                connection,
                "select plugin, provider, version, given from provided_set where plugin in (select id from plugin)"
                        + " order by plugin, provider",
                row -> new ProvidedSet(
                        row.getString(1), row.getString(2), row.getLong(3), Instant.ofEpochMilli(row.getLong(4)))));
    }

    /** {@return the digest of each document of a set, by name} */
    public Map<String, String> digests(String plugin, String provider) {
        Map<String, String> digests = new TreeMap<>();
        database.read(connection -> rows(connection, plugin, provider))
                .forEach(row -> digests.put(row.name(), row.digest()));
        return digests;
    }

    private static List<Row> rows(Connection connection, String plugin, String provider) throws SQLException {
        return Rows.select(
                connection,
                "select name, digest from provided" + OF,
                row -> new Row(row.getString(1), row.getString(2)),
                plugin,
                provider);
    }

    /** {@return a document, if it is in the set} */
    public Optional<byte[]> document(String plugin, String provider, String name) {
        return database
                .read(connection -> Rows.select(
                        connection,
                        "select document from provided" + OF + " and item = ?",
                        row -> row.getBytes(1),
                        plugin,
                        provider,
                        Sha256.hex(name)))
                .stream()
                .findFirst();
    }

    /** Has these documents be the whole set. {@return whether any is another than before} */
    public boolean replace(String plugin, String provider, ProvidedDocuments documents) {
        Map<String, String> now = new HashMap<>();
        documents.byName().forEach((name, document) -> now.put(name, Sha256.hex(document)));
        return database.inTransaction(connection -> {
            boolean isNew = lock(connection, plugin, provider);
            Map<String, String> before = new HashMap<>();
            rows(connection, plugin, provider).forEach(row -> before.put(row.name(), row.digest()));
            List<String> gone = differing(before, now);
            List<String> come = differing(now, before);
            delete(connection, plugin, provider, gone);
            try (Batch insert = insert(connection)) {
                for (String name : come) {
                    byte[] document = documents.byName().get(name);
                    insert.add(plugin, provider, Sha256.hex(name), name, now.get(name), document);
                }
                insert.send();
            }
            boolean changed = isNew || !gone.isEmpty() || !come.isEmpty();
            note(connection, plugin, provider, changed);
            return changed;
        });
    }

    /** {@return the names whose digest is not the same in the other} */
    private static List<String> differing(Map<String, String> digests, Map<String, String> others) {
        return digests.keySet().stream()
                .filter(name -> !Objects.equals(digests.get(name), others.get(name)))
                .toList();
    }

    /** Takes a document in, or another in its place. {@return whether it is another than before} */
    public boolean put(String plugin, String provider, String name, Json.Obj document) {
        byte[] encoded = ProvidedDocuments.encoded(codec, document);
        String digest = Sha256.hex(encoded);
        return database.inTransaction(connection -> {
            lock(connection, plugin, provider);
            List<String> same = Rows.select(
                    connection,
                    "select name from provided" + OF + " and item = ? and digest = ?",
                    row -> row.getString(1),
                    plugin,
                    provider,
                    Sha256.hex(name),
                    digest);
            if (!same.isEmpty()) {
                return false;
            }
            delete(connection, plugin, provider, List.of(name));
            try (Batch insert = insert(connection)) {
                insert.add(plugin, provider, Sha256.hex(name), name, digest, encoded);
                insert.send();
            }
            note(connection, plugin, provider, true);
            return true;
        });
    }

    /** Takes a document out. {@return whether it was there} */
    public boolean remove(String plugin, String provider, String name) {
        return database.inTransaction(connection -> {
            lock(connection, plugin, provider);
            boolean wasThere = Rows.update(
                            connection,
                            "delete from provided" + OF + " and item = ?",
                            plugin,
                            provider,
                            Sha256.hex(name))
                    > 0;
            note(connection, plugin, provider, wasThere);
            return wasThere;
        });
    }

    /** Forgets a provider and what it gave. {@return whether there was anything} */
    public boolean forget(String plugin, String provider) {
        return database.inTransaction(connection -> {
            Rows.update(connection, "delete from provided" + OF, plugin, provider);
            return Rows.update(connection, "delete from provided_set" + OF, plugin, provider) > 0;
        });
    }

    /** Forgets what plugins gave that are not installed any more. {@return how many providers} */
    public int forgetRemoved() {
        return database.inTransaction(connection -> {
            String gone = " where plugin not in (select id from plugin)";
            Rows.update(connection, "delete from provided" + gone);
            return Rows.update(connection, "delete from provided_set" + gone);
        });
    }

    /** Has others wait who change the same set. {@return whether it is new} */
    private boolean lock(Connection connection, String plugin, String provider) throws SQLException {
        if (Rows.update(connection, "update provided_set set version = version" + OF, plugin, provider) > 0) {
            return false;
        }
        Rows.update(
                connection,
                "insert into provided_set (plugin, provider, version, given) values (?, ?, ?, ?)",
                plugin,
                provider,
                // no version of a set that was forgotten comes again
                clock.millis(),
                clock.millis());
        return true;
    }

    private void note(Connection connection, String plugin, String provider, boolean changed) throws SQLException {
        Rows.update(
                connection,
                "update provided_set set version = version + ?, given = ?" + OF,
                changed ? 1 : 0,
                clock.millis(),
                plugin,
                provider);
    }

    private static Batch insert(Connection connection) {
        return new Batch(
                connection,
                "insert into provided (plugin, provider, item, name, digest, document) values (?, ?, ?, ?, ?, ?)");
    }

    private static void delete(Connection connection, String plugin, String provider, List<String> names)
            throws SQLException {
        try (Batch delete = new Batch(connection, "delete from provided" + OF + " and item = ?")) {
            for (String name : names) {
                delete.add(plugin, provider, Sha256.hex(name));
            }
            delete.send();
        }
    }
}
