package org.callboard.core.lifecycle;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.callboard.core.db.Database;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The plugins that shall run, and their jars: tables of the database, with a folder of files that can be made anew. */
final class PluginStore {

    private static final Logger LOG = LoggerFactory.getLogger(PluginStore.class);

    private final Database database;
    private final Path folder;

    PluginStore(Database database, Path folder) {
        this.database = database;
        this.folder = folder;
        try {
            Files.createDirectories(folder);
        } catch (IOException failure) {
            throw new UncheckedIOException("The plugin folder " + folder + " can't be made.", failure);
        }
    }

    /** A plugin that shall run. */
    record Desired(String id, String digest) {}

    /** {@return the plugins that shall run, by id} */
    List<Desired> desired() {
        return database.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement("select id, digest from plugin order by id");
                    ResultSet rows = select.executeQuery()) {
                List<Desired> found = new ArrayList<>();
                while (rows.next()) {
                    found.add(new Desired(rows.getString(1), rows.getString(2)));
                }
                return found;
            }
        });
    }

    /** Records, in one transaction, that this jar shall run. */
    void want(PluginArchive archive) throws IOException {
        byte[] bytes = Files.readAllBytes(archive.file());
        database.inTransaction(connection -> {
            insertJar(connection, archive.digest(), bytes);
            delete(connection, archive.id());
            try (PreparedStatement insert =
                    connection.prepareStatement("insert into plugin (id, version, title, owner, digest, desired,"
                            + " installed_at) values (?, ?, ?, ?, ?, 'ACTIVE', ?)")) {
                insert.setString(1, archive.id());
                insert.setString(2, archive.version().toString());
                insert.setString(3, archive.title());
                insert.setString(4, archive.owner());
                insert.setString(5, archive.digest());
                insert.setTimestamp(6, Timestamp.from(Instant.now()));
                return insert.executeUpdate();
            }
        });
    }

    private static void insertJar(Connection connection, String digest, byte[] bytes) throws SQLException {
        try (PreparedStatement present = connection.prepareStatement("select 1 from plugin_jar where digest = ?")) {
            present.setString(1, digest);
            if (present.executeQuery().next()) {
                return;
            }
        }
        try (PreparedStatement insert =
                connection.prepareStatement("insert into plugin_jar (digest, bytes) values (?, ?)")) {
            insert.setString(1, digest);
            insert.setBytes(2, bytes);
            insert.executeUpdate();
        }
    }

    /** Records that the plugin shall not run any more. */
    void forget(String id) {
        database.inTransaction(connection -> {
            delete(connection, id);
            try (PreparedStatement unused = connection.prepareStatement(
                    "delete from plugin_jar where digest not in (select digest from plugin)")) {
                return unused.executeUpdate();
            }
        });
    }

    private static void delete(Connection connection, String id) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement("delete from plugin where id = ?")) {
            delete.setString(1, id);
            delete.executeUpdate();
        }
    }

    /** {@return the jar's file, made from the database where it is not there} */
    Path file(String digest) throws IOException {
        Path file = place(digest);
        if (!Files.exists(file)) {
            Path part = Files.createTempFile(folder, "jar", ".part");
            Files.write(part, bytes(digest));
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        }
        return file;
    }

    /** Puts a checked jar at its place among the files. */
    Path adopt(PluginArchive archive) throws IOException {
        Path file = place(archive.digest());
        if (!Files.exists(file)) {
            Path part = Files.createTempFile(folder, "jar", ".part");
            Files.copy(archive.file(), part, StandardCopyOption.REPLACE_EXISTING);
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        }
        return file;
    }

    /** Deletes the file of a jar that nobody wants. */
    void discard(String digest) {
        if (!wanted().contains(digest)) {
            delete(place(digest));
        }
    }

    /** Deletes what earlier uploads and removed plugins have left in the folder. */
    void deleteUnwanted() {
        Set<String> wanted = wanted();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                if (!wanted.contains("sha256:" + file.getFileName().toString().replace(".jar", ""))) {
                    delete(file);
                }
            }
        } catch (IOException failure) {
            LOG.warn("{} could not be tidied up", folder, failure);
        }
    }

    private Path place(String digest) {
        return folder.resolve(digest.replace("sha256:", "") + ".jar");
    }

    private Set<String> wanted() {
        return desired().stream().map(Desired::digest).collect(Collectors.toSet());
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException failure) {
            LOG.warn("{} could not be deleted", file, failure);
        }
    }

    private byte[] bytes(String digest) {
        return database.read(connection -> {
            try (PreparedStatement select =
                    connection.prepareStatement("select bytes from plugin_jar where digest = ?")) {
                select.setString(1, digest);
                try (ResultSet row = select.executeQuery()) {
                    if (!row.next()) {
                        throw new IllegalStateException("The jar " + digest + " is not in the database.");
                    }
                    return row.getBytes(1);
                }
            }
        });
    }

    /** {@return a new file for an upload, in the same file system as the store} */
    Path upload() throws IOException {
        return Files.createTempFile(folder, "upload", ".part");
    }
}
