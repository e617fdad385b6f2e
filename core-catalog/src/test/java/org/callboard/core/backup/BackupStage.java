package org.callboard.core.backup;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.callboard.core.db.Database;
import org.callboard.core.db.DatabaseAddress;
import org.callboard.core.db.Table;
import org.callboard.core.db.TableRows;
import org.callboard.core.db.TestDatabase;
import org.callboard.core.entity.Sha256;

/** A storage to back up, and another to restore to, each on a database of its own kind. */
final class BackupStage {

    static final String TOKEN = "the-first-token";

    private final Path root;
    private final TestDatabase source;
    private final TestDatabase target;

    BackupStage(Path root, TestDatabase source, TestDatabase target) throws IOException {
        this.root = root;
        this.source = source;
        this.target = target;
        Files.createDirectories(root.resolve("source"));
        Files.writeString(root.resolve("source/admin.token"), TOKEN);
        Files.writeString(root.resolve("callboard.yaml"), "server:\n  port: 7100\n");
    }

    record Ended(int code, String out, String errors) {}

    Database open() {
        return source.open(root.resolve("source/database"));
    }

    Database restored() {
        return target.open(storage().resolve("database"));
    }

    Path storage() {
        return root.resolve("target");
    }

    Path file() {
        return root.resolve("backup.zip");
    }

    void back(Database database) throws IOException {
        new PortalBackup(new PortalBackup.Contents(
                        database, root.resolve("source"), List.of(root.resolve("callboard.yaml")), "1.2.3"))
                .make(made -> Files.copy(made, file()));
    }

    /** Restores the file with a configuration that names the target. */
    Ended restore() throws IOException {
        Path config = root.resolve("target.yaml");
        DatabaseAddress address = target.address(storage().resolve("database"));
        String url = target == TestDatabase.H2 ? "" : "  url: '" + address.url() + "'\n";
        Files.writeString(config, "storage:\n  dir: " + storage() + "\n" + url);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream errors = new ByteArrayOutputStream();
        int code = RestoreCommand.run(
                new String[] {root.toString(), root.resolve("data").toString(), file().toString(), config.toString()},
                InputStream.nullInputStream(),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(errors, true, StandardCharsets.UTF_8));
        return new Ended(code, out.toString(StandardCharsets.UTF_8), errors.toString(StandardCharsets.UTF_8));
    }

    /** {@return the digest of each table's rows} */
    static Map<String, String> digests(Database database) {
        return database.snapshot(connection -> {
            Map<String, String> digests = new LinkedHashMap<>();
            for (Table table : Table.all(connection)) {
                digests.put(table.name(), Sha256.hex(rows(connection, table)));
            }
            return digests;
        });
    }

    private static byte[] rows(Connection connection, Table table) throws SQLException {
        ByteArrayOutputStream rows = new ByteArrayOutputStream();
        try {
            TableRows.write(connection, table, rows);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return rows.toByteArray();
    }
}
