package org.callboard.core.storage;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import org.callboard.core.db.Database;
import org.callboard.core.db.Rows;
import org.callboard.core.db.TestDatabase;

/** A database of a portal with plugins in it. */
final class TableStage implements AutoCloseable {

    static final String PLUGIN = "cost-report";
    static final TableLimits PATIENT =
            new TableLimits(12, 4, Duration.ofSeconds(30), Duration.ofSeconds(30), Duration.ofSeconds(30));

    private final Path folder;
    private final TestDatabase kind;
    final Database database;
    final LongAdder statements = new LongAdder();
    final TableAccess access;
    final PluginMigrations migrations;

    TableStage(TestDatabase kind, Path folder) {
        this(kind, folder, PATIENT);
    }

    TableStage(TestDatabase kind, Path folder, TableLimits limits) {
        this.kind = kind;
        this.folder = folder;
        this.database = kind.open(folder.resolve("database"));
        this.access = new TableAccess(database, limits, (plugin, took) -> statements.increment());
        this.migrations = new PluginMigrations(database, access);
    }

    /** Applies migrations, numbered from 1. */
    void apply(String... files) {
        migrations.apply(PLUGIN, MigrationJar.of(folder, files));
    }

    PluginTables tables() {
        return access.open(PLUGIN);
    }

    /** {@return the tables, columns and indexes of the plugin, as the database itself says} */
    List<String> schema() {
        String name = PluginSchemas.of(database).of(PLUGIN);
        return database.read(connection -> Rows.select(
                connection,
                "select lower(table_name || '.' || column_name) from information_schema.columns where lower(table_schema) = ?"
                        + " order by 1",
                row -> row.getString(1),
                name));
    }

    long recorded() {
        return database.read(connection ->
                        Rows.select(connection, "select count(*) from plugin_migration", row -> row.getLong(1)))
                .get(0);
    }

    /** Ends as the end of the process does. */
    void kill() {
        access.close();
        kind.kill(database, folder.resolve("database"));
    }

    @Override
    public void close() {
        access.close();
        database.close();
    }
}
