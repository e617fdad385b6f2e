package org.callboard.core.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.callboard.core.config.DatabaseServer;
import org.callboard.core.config.PortalConfig;
import org.callboard.core.db.Database;
import org.callboard.core.db.DatabaseAddress;
import org.callboard.core.db.Dialect;
import org.callboard.core.db.TableRows;
import org.callboard.core.session.AdminToken;
import org.callboard.core.session.OwnerFile;
import org.callboard.core.storage.TableCopies;

/** Fills an empty storage from a backup: all of it, or nothing. */
final class Restore {

    private static final String CONFIGURATION = "configuration";

    private final BackupFile backup;
    private final PortalConfig config;

    Restore(BackupFile backup, PortalConfig config) {
        this.backup = backup;
        this.config = config;
    }

    /** Restores. {@return the folder with the configuration that the backup held} */
    Path run() throws IOException {
        StorageFolder storage = StorageFolder.begin(config.storage());
        try {
            database();
            token(storage.path());
            Path configuration = configuration(storage.path());
            storage.finish();
            return configuration;
        } catch (IOException | RuntimeException failure) {
            storage.giveUp();
            throw failure;
        }
    }

    private void database() throws IOException {
        DatabaseServer server = config.database();
        DatabaseAddress address = server == null
                ? DatabaseAddress.in(config.storage().resolve("database"))
                : new DatabaseAddress(server.url(), server.user(), server.password());
        try {
            Dialect dialect = Dialect.of(address.url());
            Database.fillEmpty(
                    address,
                    backup.manifest().migration(),
                    connection -> fill(connection) + fillOwned(connection, dialect));
        } catch (UncheckedIOException failure) {
            throw failure.getCause();
        }
    }

    private long fill(Connection connection) throws SQLException {
        long rows = 0;
        try {
            for (String entry : backup.names(Manifest.TABLES)) {
                try (InputStream in = backup.stream(entry)) {
                    rows += TableRows.fill(connection, entry.substring(Manifest.TABLES.length()), in);
                }
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return rows;
    }

    /** References between tables are made last: rows come in any order. */
    private long fillOwned(Connection connection, Dialect dialect) throws SQLException {
        long rows = 0;
        try {
            if (backup.names(Manifest.PLUGINS).isEmpty()) {
                return rows;
            }
            TableCopies copies = new TableCopies(connection, dialect);
            copies.make();
            for (TableCopies.Owned owned : copies.all()) {
                try (InputStream in = backup.stream(Manifest.PLUGINS + owned.plugin() + "/" + owned.name())) {
                    rows += TableRows.fill(connection, owned.table(), in);
                }
            }
            copies.tie();
            return rows;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void token(Path storage) throws IOException {
        copy(Manifest.TOKEN, storage.resolve(AdminToken.FILE));
    }

    private Path configuration(Path storage) throws IOException {
        Path folder = Files.createDirectories(storage.resolve(CONFIGURATION));
        for (String entry : backup.names(Manifest.CONFIGURATION)) {
            copy(entry, folder.resolve(entry.substring(Manifest.CONFIGURATION.length())));
        }
        return folder;
    }

    private void copy(String entry, Path file) throws IOException {
        try (InputStream in = backup.stream(entry)) {
            Files.write(OwnerFile.create(file), in.readAllBytes());
        }
    }
}
