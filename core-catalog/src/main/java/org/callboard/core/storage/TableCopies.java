package org.callboard.core.storage;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.callboard.api.problem.PortalException;
import org.callboard.api.problem.ProblemKind;
import org.callboard.core.db.Cell;
import org.callboard.core.db.Dialect;
import org.callboard.core.db.Rows;
import org.callboard.core.db.Table;
import org.callboard.core.storage.Change.Column;
import org.callboard.core.storage.RecordedMigrations.Recorded;

/** The tables of all plugins, as the recorded migrations describe them: for taking their rows away, and for making them anew. */
public final class TableCopies {

    private final Connection connection;
    private final Dialect dialect;
    private final PluginSchemas schemas;

    /** Uses this connection, which others may use as well. */
    public TableCopies(Connection connection, Dialect dialect) throws SQLException {
        this.connection = connection;
        this.dialect = dialect;
        this.schemas = PluginSchemas.in(String.valueOf(connection.getSchema()));
    }

    /** A plugin's table; the table's own name has the schema's before it. */
    public record Owned(String plugin, String name, Table table) {}

    /** {@return the tables of all plugins} */
    public List<Owned> all() throws SQLException {
        List<Owned> owned = new ArrayList<>();
        for (String plugin : RecordedMigrations.plugins(connection)) {
            for (PluginTable table : KnownTables.of(migrations(plugin)).all()) {
                owned.add(new Owned(plugin, table.name(), described(plugin, table)));
            }
        }
        return owned;
    }

    private List<Migration> migrations(String plugin) throws SQLException {
        return RecordedMigrations.of(connection, plugin).stream()
                .filter(Recorded::isApplied)
                .map(Recorded::migration)
                .toList();
    }

    private Table described(String plugin, PluginTable table) {
        Map<String, Cell> columns = new LinkedHashMap<>();
        Set<String> numbered = new LinkedHashSet<>();
        for (Column column : table.columns()) {
            columns.put(column.name(), column.type().cell());
            if (column.isNumbered()) {
                numbered.add(column.name());
            }
        }
        return new Table(definitions(plugin).in(table.name()), columns, numbered);
    }

    private Definitions definitions(String plugin) {
        return new Definitions(schemas.of(plugin), dialect);
    }

    /**
     * Makes the tables, with nothing in them and nothing that ties them to one another yet.
     *
     * @throws PortalException where there are such tables already
     */
    public void make() throws SQLException {
        for (String plugin : RecordedMigrations.plugins(connection)) {
            requireNone(schemas.of(plugin));
            Rows.update(connection, "create schema if not exists " + schemas.of(plugin));
            for (Change change : changes(plugin)) {
                execute(definitions(plugin).structure(change));
            }
        }
    }

    private void requireNone(String schema) throws SQLException {
        List<Long> tables = Rows.select(
                connection,
                "select count(*) from information_schema.tables where lower(table_schema) = ?",
                row -> row.getLong(1),
                schema.toLowerCase(Locale.ROOT));
        if (tables.get(0) > 0) {
            throw new PortalException(
                    ProblemKind.CONFLICT,
                    "The database is not empty: it has tables in the schema " + schema + ".",
                    "Name an empty database with storage.url, or drop this schema.");
        }
    }

    /** Ties the tables, which are full now, to one another. */
    public void tie() throws SQLException {
        for (String plugin : RecordedMigrations.plugins(connection)) {
            for (Change change : changes(plugin)) {
                execute(definitions(plugin).ties(change));
            }
        }
    }

    private List<Change> changes(String plugin) throws SQLException {
        return migrations(plugin).stream()
                .flatMap(migration -> migration.statements().stream())
                .map(Migration.Statement::change)
                .toList();
    }

    private void execute(List<String> definitions) throws SQLException {
        for (String definition : definitions) {
            Rows.update(connection, definition);
        }
    }
}
