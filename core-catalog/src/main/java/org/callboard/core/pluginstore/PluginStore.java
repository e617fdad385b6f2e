package org.callboard.core.pluginstore;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.callboard.api.plugins.Diagnosis;
import org.callboard.api.problem.PortalException;
import org.callboard.api.problem.ProblemKind;
import org.callboard.core.archive.PluginArchive;
import org.callboard.core.db.Database;
import org.callboard.core.db.Rows;
import org.callboard.core.pluginstore.PluginRecord.Kept;
import org.callboard.core.pluginstore.PluginRecord.Wish;
import org.jspecify.annotations.Nullable;

/**
 * Which plugins are installed, with which revisions and their jars: tables of the database. Each change is one transaction,
 * so that a start finds the state before it or after it.
 */
public final class PluginStore {

    private static final String REVISION = "id, version, title, owner, digest";
    private static final int LONGEST_REASON = 2_000;

    private final Database database;
    private final JarFolder folder;
    private final int kept;

    /** Keeps this many revisions of a plugin, the one that serves among them. */
    public PluginStore(Database database, JarFolder folder, int kept) {
        this.database = database;
        this.folder = folder;
        this.kept = kept;
    }

    /** A plugin that shall serve. */
    public record Desired(String id, String digest) {}

    /** {@return the plugins that shall serve, by id} */
    public List<Desired> desired() {
        return all().stream()
                .filter(plugin -> plugin.wish() == Wish.ACTIVE)
                .map(plugin -> new Desired(plugin.id(), plugin.digest()))
                .toList();
    }

    /** {@return all that is installed, by id} */
    public List<PluginRecord> all() {
        return select("");
    }

    public Optional<PluginRecord> find(String id) {
        return select(" where id = ?", id).stream().findFirst();
    }

    /** {@return whether this very revision of the plugin shall serve} */
    public boolean wants(Desired plugin) {
        return find(plugin.id())
                .filter(installed -> installed.wish() == Wish.ACTIVE)
                .filter(installed -> installed.digest().equals(plugin.digest()))
                .isPresent();
    }

    private List<PluginRecord> select(String which, Object... values) {
        return database.read(connection -> {
            Map<String, List<Kept>> former = Rows.select(
                            connection,
                            "select " + REVISION + " from plugin_former" + which + " order by number desc",
                            Kept::of,
                            values)
                    .stream()
                    .collect(Collectors.groupingBy(Kept::id));
            return Rows.select(
                    connection,
                    "select " + REVISION + ", desired, wished_at, installed_at, summary, cause, fix, "
                            + JarSigners.OF_PLUGIN
                            + " from plugin" + which
                            + " order by id",
                    row -> plugin(row, former),
                    values);
        });
    }

    /**
     * {@return an installed plugin}
     *
     * @throws PortalException NOT_FOUND where it is not installed
     */
    public PluginRecord installed(String id) {
        return find(id).orElseThrow(
                        () -> new PortalException(ProblemKind.NOT_FOUND, "There is no plugin '" + id + "'."));
    }

    private static PluginRecord plugin(ResultSet row, Map<String, List<Kept>> former) throws SQLException {
        Kept current = Kept.of(row);
        String summary = row.getString("summary");
        Diagnosis reason =
                summary == null ? null : new Diagnosis(summary, row.getString("cause"), row.getString("fix"));
        Timestamp since = row.getTimestamp("wished_at");
        return new PluginRecord(
                current,
                Wish.valueOf(row.getString("desired")),
                (since == null ? row.getTimestamp("installed_at") : since).toInstant(),
                reason,
                JarSigners.signer(row),
                former.getOrDefault(current.id(), List.of()));
    }

    /** Records that this jar shall serve, whose its name is and who vouches for it; what the plugin had before is kept. */
    public void want(PluginArchive archive, ProvenOrigin origin) throws IOException {
        byte[] bytes = Files.readAllBytes(archive.file());
        changing(connection -> {
            NameClaims.claim(connection, archive, origin);
            insertJar(connection, archive.digest(), bytes);
            JarSigners.keep(connection, archive.digest(), origin);
            Rows.update(
                    connection,
                    "insert into plugin_former (" + REVISION + ", installed_at) select " + REVISION
                            + ", installed_at from plugin where id = ?",
                    archive.id());
            replace(connection, Kept.of(archive));
            forgetOldest(connection, archive.id());
        });
    }

    /** Records that a former revision shall serve; what came after it is forgotten. */
    public void goBackTo(Kept former) {
        changing(connection -> {
            Rows.update(
                    connection,
                    "delete from plugin_former where id = ? and number >"
                            + " (select max(number) from plugin_former where id = ? and digest = ?)",
                    former.id(),
                    former.id(),
                    former.digest());
            replace(connection, former);
        });
    }

    private static void replace(Connection connection, Kept now) throws SQLException {
        Rows.update(connection, "delete from plugin where id = ?", now.id());
        Rows.update(connection, "delete from plugin_former where id = ? and digest = ?", now.id(), now.digest());
        Rows.update(
                connection,
                "insert into plugin (" + REVISION + ", desired, installed_at) values (?, ?, ?, ?, ?, ?, ?)",
                now.id(),
                now.version(),
                now.title(),
                now.owner(),
                now.digest(),
                Wish.ACTIVE.name(),
                Timestamp.from(Instant.now()));
    }

    private void forgetOldest(Connection connection, String id) throws SQLException {
        List<Long> numbers = Rows.select(
                connection,
                "select number from plugin_former where id = ? order by number desc",
                row -> row.getLong(1),
                id);
        for (int index = kept - 1; index < numbers.size(); index++) {
            Rows.update(connection, "delete from plugin_former where number = ?", numbers.get(index));
        }
    }

    private static void insertJar(Connection connection, String digest, byte[] bytes) throws SQLException {
        if (Rows.select(connection, "select 1 from plugin_jar where digest = ?", row -> 1, digest)
                .isEmpty()) {
            Rows.update(connection, "insert into plugin_jar (digest, bytes) values (?, ?)", digest, bytes);
        }
    }

    /** Records what shall become of an installed plugin, and why. */
    public void wish(String id, Wish wish, @Nullable Diagnosis reason) {
        changing(connection -> Rows.update(
                connection,
                "update plugin set desired = ?, wished_at = ?, summary = ?, cause = ?, fix = ? where id = ?",
                wish.name(),
                Timestamp.from(Instant.now()),
                reason == null ? null : cut(reason.summary()),
                reason == null ? null : cut(reason.cause()),
                reason == null ? null : cut(reason.fix()),
                id));
    }

    private static String cut(String text) {
        return text.length() > LONGEST_REASON ? text.substring(0, LONGEST_REASON) : text;
    }

    /** Records that the plugin is not installed any more. */
    public void forget(String id) {
        changing(connection -> {
            Rows.update(connection, "delete from plugin where id = ?", id);
            Rows.update(connection, "delete from plugin_former where id = ?", id);
        });
    }

    /** A change of the rows, after which jars that no row names are gone. */
    private interface Change {
        void make(Connection connection) throws SQLException;
    }

    private void changing(Change change) {
        database.inTransaction(connection -> {
            change.make(connection);
            return Rows.update(
                    connection,
                    "delete from plugin_jar where digest not in (select digest from plugin)"
                            + " and digest not in (select digest from plugin_former)");
        });
    }

    /** {@return the jar's file, made from the database where it is not there or not what it was} */
    public Path file(String digest) throws IOException {
        return folder.file(digest, () -> bytes(digest));
    }

    private byte[] bytes(String digest) {
        return database
                .read(connection -> Rows.select(
                        connection, "select bytes from plugin_jar where digest = ?", row -> row.getBytes(1), digest))
                .stream()
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("The jar " + digest + " is not in the database."));
    }

    /** {@return the digests of all jars that are kept} */
    public Set<String> digests() {
        return all().stream()
                .flatMap(plugin -> Stream.concat(Stream.of(plugin.current()), plugin.former().stream()))
                .map(Kept::digest)
                .collect(Collectors.toSet());
    }
}
