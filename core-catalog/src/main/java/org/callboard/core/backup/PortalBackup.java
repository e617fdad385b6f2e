package org.callboard.core.backup;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import org.callboard.api.problem.PortalException;
import org.callboard.api.problem.ProblemKind;
import org.callboard.core.db.Database;
import org.callboard.core.db.Table;
import org.callboard.core.db.TableRows;
import org.callboard.core.session.AdminToken;
import org.callboard.core.session.OwnerFile;
import org.callboard.core.storage.TableCopies;

/**
 * Makes backups of a portal that goes on serving: all rows as they are at one moment, jars of plugins and their own tables among them, the first
 * token and the configuration. Sessions and sign-ins under way are left out: browsers sign in again.
 */
public final class PortalBackup {

    private static final Set<String> LEFT_OUT = Set.of("session", "sign_in");
    private static final String FILE = "backup.part";

    private final Contents contents;
    private final ReentrantLock lock = new ReentrantLock();

    /**
     * What goes into a backup.
     *
     * @param storage the folder with the token, where a backup lies until it was sent
     * @param configuration the files
     */
    public record Contents(Database database, Path storage, List<Path> configuration, String version) {

        /** Copies the list. */
        public Contents {
            configuration = List.copyOf(configuration);
        }
    }

    /** Backs these up. */
    public PortalBackup(Contents contents) {
        this.contents = contents;
    }

    /** Takes a finished backup, which is gone afterwards. */
    @FunctionalInterface
    public interface Recipient {

        /** Reads the file. */
        void take(Path file) throws IOException;
    }

    /**
     * Makes a backup and hands it over. It is a file before it is sent, so that a slow recipient keeps no transaction open.
     *
     * @throws PortalException where another is being made
     */
    public void make(Recipient recipient) throws IOException {
        if (!lock.tryLock()) {
            throw new PortalException(
                    ProblemKind.CONFLICT, "Another backup is being made.", "Try again when it is finished.");
        }
        Path file = contents.storage().resolve(FILE);
        try {
            Files.deleteIfExists(file);
            write(OwnerFile.create(file));
            recipient.take(file);
        } finally {
            Files.deleteIfExists(file);
            lock.unlock();
        }
    }

    private void write(Path file) throws IOException {
        try (BackupWriter out = new BackupWriter(new BufferedOutputStream(Files.newOutputStream(file)))) {
            out.entry(Manifest.TOKEN, stream -> Files.copy(contents.storage().resolve(AdminToken.FILE), stream));
            int number = 0;
            for (Path config : contents.configuration()) {
                String name = Manifest.CONFIGURATION + number++ + "-" + plain(config);
                out.entry(name, stream -> Files.copy(config, stream));
            }
            contents.database().snapshot(connection -> tables(connection, out) + owned(connection, out));
            out.manifest(
                    contents.version(),
                    Database.newestMigration(),
                    Instant.now().toString());
        } catch (UncheckedIOException failure) {
            throw failure.getCause();
        }
    }

    private static String plain(Path config) {
        return String.valueOf(config.getFileName()).replaceAll("[^A-Za-z0-9._-]", "_");
    }

    private static int tables(Connection connection, BackupWriter out) throws SQLException {
        List<Table> tables = Table.all(connection);
        for (Table table : tables) {
            if (!LEFT_OUT.contains(table.name())) {
                rows(connection, table, Manifest.TABLES + table.name(), out);
            }
        }
        return tables.size();
    }

    private int owned(Connection connection, BackupWriter out) throws SQLException {
        List<TableCopies.Owned> tables =
                new TableCopies(connection, contents.database().dialect()).all();
        for (TableCopies.Owned owned : tables) {
            rows(connection, owned.table(), Manifest.PLUGINS + owned.plugin() + "/" + owned.name(), out);
        }
        return tables.size();
    }

    private static void rows(Connection connection, Table table, String entry, BackupWriter out) throws SQLException {
        try {
            out.<SQLException>entry(entry, stream -> TableRows.write(connection, table, stream));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
