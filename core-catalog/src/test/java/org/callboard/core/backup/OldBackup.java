package org.callboard.core.backup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.callboard.core.db.Database;
import org.callboard.core.db.DatabaseAddress;
import org.callboard.core.db.Rows;
import org.callboard.core.db.Table;
import org.callboard.core.db.TableRows;

/** Backups as earlier versions made them. */
final class OldBackup {

    private OldBackup() {}

    /** Writes the backup of a portal at a migration, whose only row this statement inserts. */
    static void write(Path file, Path scratch, int migration, String insert) {
        Database.fillEmpty(DatabaseAddress.in(scratch), migration, connection -> {
            Rows.update(connection, insert);
            try (BackupWriter out = new BackupWriter(Files.newOutputStream(file))) {
                out.entry(Manifest.TOKEN, stream -> stream.write('t'));
                tables(connection, out);
                out.manifest("0.0.1", migration, "2026-01-01T00:00:00Z");
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
            return file;
        });
    }

    private static void tables(Connection connection, BackupWriter out) throws SQLException, IOException {
        for (Table table : Table.all(connection)) {
            out.<SQLException>entry(
                    Manifest.TABLES + table.name(), stream -> TableRows.write(connection, table, stream));
        }
    }
}
