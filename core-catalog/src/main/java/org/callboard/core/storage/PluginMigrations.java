package org.callboard.core.storage;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.callboard.core.archive.UnfitException;
import org.callboard.core.archive.Wording;
import org.callboard.core.db.Database;
import org.callboard.core.db.Rows;
import org.callboard.core.storage.Change.NewColumn;
import org.callboard.core.storage.Change.NewIndex;
import org.callboard.core.storage.Migration.Statement;
import org.callboard.core.storage.RecordedMigrations.Recorded;

/**
 * Brings plugins' tables up to date, all that a jar adds or nothing of it. It is recorded before it is begun, so that what a
 * cut-off leaves, on a database that commits each definition by itself, can be taken back.
 */
public final class PluginMigrations {

    private static final int LONGEST_REASON = 200;

    private final Database database;
    private final TableAccess access;
    private final PluginSchemas schemas;

    /** Works on this database, while the plugin in question does not. */
    public PluginMigrations(Database database, TableAccess access) {
        this.database = database;
        this.access = access;
        this.schemas = PluginSchemas.of(database);
    }

    /**
     * Something that migrations would add.
     *
     * @param kind {@code table}, {@code column} or {@code index}
     */
    public record Addition(String kind, String name) {

        private static Addition of(Change change) {
            if (change instanceof NewIndex index) {
                return new Addition("index", index.name());
            }
            return change instanceof NewColumn added
                    ? new Addition(
                            "column", added.table() + "." + added.column().name())
                    : new Addition("table", change.table());
        }
    }

    /**
     * {@return what a jar would add to a plugin's tables}
     *
     * @throws UnfitException where it may not
     */
    public List<Addition> additions(String plugin, Path jar) {
        return pending(plugin, jar).stream()
                .flatMap(migration -> migration.statements().stream())
                .map(statement -> Addition.of(statement.change()))
                .toList();
    }

    /**
     * Adds to a plugin's tables what a jar needs; nothing where it is there.
     *
     * @throws UnfitException where it can't be added; the tables are as they were
     */
    public void apply(String plugin, Path jar) {
        if (!pending(plugin, jar).isEmpty()) {
            access.alone(plugin, () -> {
                // a database that commits each definition gives the lock away that keeps others out
                synchronized (this) {
                    takeBack(plugin);
                    List<Migration> pending = pending(plugin, jar);
                    apply(plugin, pending);
                    return pending;
                }
            });
        }
    }

    private List<Migration> pending(String plugin, Path jar) {
        List<MigrationFile> files = MigrationFiles.in(jar);
        if (files.isEmpty()) {
            return List.of();
        }
        List<Recorded> applied =
                recorded(plugin).stream().filter(Recorded::isApplied).toList();
        KnownTables known =
                KnownTables.of(applied.stream().map(Recorded::migration).toList());
        List<Migration> pending = new ArrayList<>();
        for (MigrationFile file : files) {
            if (file.number() > applied.size()) {
                Migration migration = Migration.read(file);
                MigrationRules.check(migration, known);
                pending.add(migration);
            } else if (!applied.get(file.number() - 1).digest().equals(file.digest())) {
                throw new UnfitException(
                        file.path() + " is not what was applied under this number: "
                                + applied.get(file.number() - 1).file().path() + " was.",
                        "Leave applied migrations as they were, and put what is new into the next file.");
            }
        }
        return pending;
    }

    private List<Recorded> recorded(String plugin) {
        return database.read(connection -> RecordedMigrations.of(connection, plugin));
    }

    private void apply(String plugin, List<Migration> pending) {
        database.alone(connection -> {
            for (Migration migration : pending) {
                RecordedMigrations.begin(connection, plugin, migration.file());
            }
            return pending;
        });
        try {
            database.defining(connection -> define(connection, plugin, pending));
        } catch (RuntimeException failure) {
            takeBackAfter(failure, plugin);
            throw failure;
        }
    }

    private List<Migration> define(Connection connection, String plugin, List<Migration> pending) throws SQLException {
        makeSchema(connection, plugin);
        for (Migration migration : pending) {
            define(connection, plugin, migration);
        }
        if (RecordedMigrations.finish(connection, plugin) != pending.size()) {
            throw new UnfitException(
                    "Another process has changed the tables of '" + plugin + "' meanwhile.", "Install the jar again.");
        }
        return pending;
    }

    private void define(Connection connection, String plugin, Migration migration) throws SQLException {
        int made = 0;
        for (Statement statement : migration.statements()) {
            for (String definition : definitions(plugin).all(statement.change())) {
                RecordedMigrations.begin(connection, plugin, migration.file().number(), ++made);
                execute(connection, definition, migration, statement);
            }
        }
    }

    private static void execute(Connection connection, String sql, Migration migration, Statement statement) {
        try {
            Rows.update(connection, sql);
        } catch (SQLException failure) {
            throw migration.refused(
                    statement, "the database refuses it: " + said(failure), "Look at the names and types in it.");
        }
    }

    private void makeSchema(Connection connection, String plugin) {
        try {
            Rows.update(connection, "create schema if not exists " + schemas.of(plugin));
        } catch (SQLException failure) {
            throw new UnfitException(
                    "The schema " + schemas.of(plugin) + " for its tables can't be made: " + said(failure) + ".",
                    "Let the portal's database user make schemas: 'grant create on database ... to ...'.");
        }
    }

    private static String said(SQLException failure) {
        String message = String.valueOf(failure.getMessage());
        return Wording.line(
                message.lines().findFirst().orElse("").replaceFirst("[;.]?( SQL statement:)?$", ""), LONGEST_REASON);
    }

    private Definitions definitions(String plugin) {
        return new Definitions(schemas.of(plugin), database.dialect());
    }

    private void takeBackAfter(RuntimeException failure, String plugin) {
        try {
            if (failure instanceof UnfitException) {
                // there is nothing of what the database refused
                database.alone(connection -> RecordedMigrations.refused(connection, plugin));
            }
            takeBack(plugin);
        } catch (RuntimeException second) {
            failure.addSuppressed(second);
        }
    }

    /** Takes back what was begun and not applied. */
    private void takeBack(String plugin) {
        List<Recorded> migrations = recorded(plugin);
        if (migrations.stream().allMatch(Recorded::isApplied)) {
            return;
        }
        database.defining(connection -> {
            makeSchema(connection, plugin);
            new Reversal(connection, definitions(plugin)).run(migrations);
            RecordedMigrations.forgetUnapplied(connection, plugin);
            return migrations;
        });
    }

    /** Takes back what the end of a former process cut off. */
    public void recover() {
        database.read(RecordedMigrations::plugins).forEach(this::takeBack);
    }

    /** {@return the names of a plugin's tables} */
    public List<String> tables(String plugin) {
        List<Migration> migrations =
                recorded(plugin).stream().map(Recorded::migration).toList();
        return KnownTables.of(migrations).all().stream().map(PluginTable::name).toList();
    }

    /** Drops all tables of a plugin that is not installed. {@return the names of the tables, which are empty where it has none} */
    public List<String> drop(String plugin) {
        List<String> tables = tables(plugin);
        access.alone(plugin, () -> {
            database.alone(connection -> RecordedMigrations.giveUp(connection, plugin));
            takeBack(plugin);
            return plugin;
        });
        return tables;
    }
}
