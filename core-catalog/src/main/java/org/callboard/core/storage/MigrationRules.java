package org.callboard.core.storage;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.callboard.core.archive.UnfitException;
import org.callboard.core.storage.Change.Column;
import org.callboard.core.storage.Change.NewColumn;
import org.callboard.core.storage.Change.NewIndex;
import org.callboard.core.storage.Change.NewTable;
import org.callboard.core.storage.Change.OnDelete;
import org.callboard.core.storage.Change.Reference;
import org.callboard.core.storage.Change.UniqueKey;
import org.callboard.core.storage.Migration.Statement;
import org.jspecify.annotations.Nullable;

/**
 * What a statement must be so that every database takes it, to the same effect, and a revision that knows nothing of it goes
 * on working.
 */
final class MigrationRules {

    private static final int MOST_COLUMNS = 200;
    private static final int INDEX_ROOM = 650;
    private static final String OTHER_NAME = "Choose another name.";

    private final KnownTables known;
    private final Migration migration;
    private final Statement statement;

    private MigrationRules(KnownTables known, Migration migration, Statement statement) {
        this.known = known;
        this.migration = migration;
        this.statement = statement;
    }

    /** Checks a migration statement by statement, each of which is known to the next. */
    static void check(Migration migration, KnownTables known) {
        for (Statement statement : migration.statements()) {
            new MigrationRules(known, migration, statement).check();
            known.add(statement, migration);
        }
    }

    private void check() {
        Change change = statement.change();
        if (change instanceof NewTable made) {
            checkTable(made);
        } else if (change instanceof NewColumn added) {
            PluginTable table = table(added.table());
            checkColumn(added.column(), table.columns());
            added.references().forEach(reference -> checkReference(reference, table));
        } else if (change instanceof NewIndex index) {
            checkIndex(index);
        }
    }

    private void checkTable(NewTable made) {
        checkNew(made.table());
        List<Column> columns = new ArrayList<>();
        for (Column column : made.columns()) {
            checkColumn(column, columns);
            columns.add(column);
        }
        if (columns.isEmpty()) {
            throw refused("it has no column", "Give it one.");
        }
        PluginTable table = new PluginTable(made, migration.file().number());
        made.keys().forEach(key -> checkIndexed(key.columns(), table));
        if (made.keys().stream().filter(UniqueKey::isPrimary).count() > 1) {
            throw refused("it has two primary keys", "Write primary key (first, second) for one of two columns.");
        }
        made.references().forEach(reference -> checkReference(reference, table));
    }

    private void checkColumn(Column column, List<Column> others) {
        checkName(column.name());
        if (others.stream().anyMatch(other -> other.name().equals(column.name()))) {
            throw refused("there is a column " + column.name() + " already", OTHER_NAME);
        }
        if (others.size() >= MOST_COLUMNS) {
            throw refused("the table has more than " + MOST_COLUMNS + " columns", "Make a second table.");
        }
        if (column.isNumbered() && (!column.type().isWhole() || column.fallback() != null)) {
            throw refused(
                    "the column " + column.name() + " can't be numbered",
                    "Let it be a bigint or integer without default.");
        }
    }

    private void checkIndex(NewIndex index) {
        checkNew(index.name());
        PluginTable table = table(index.table());
        checkIndexed(index.columns(), table);
        if (index.isUnique() && table.isOlderThan(migration.file().number())) {
            throw refused(
                    "the table " + table.name() + " is older than this file, and may hold rows that are not unique",
                    "Make a unique index in the migration that makes its table.");
        }
    }

    private void checkIndexed(List<String> columns, PluginTable table) {
        Set<String> seen = new HashSet<>();
        int room = 0;
        for (String name : columns) {
            Column column = column(name, table);
            if (column.type().isLarge() || !seen.add(name)) {
                throw refused(
                        "the column " + name + " can't be indexed"
                                + (column.type().isLarge() ? "" : " twice"),
                        "Index columns of other types than text and blob, each once.");
            }
            room += column.type().room();
        }
        if (room > INDEX_ROOM) {
            throw refused(
                    "an index of " + room + " characters is too long for some databases",
                    "Shorten the columns to " + INDEX_ROOM + " characters in all, or index fewer.");
        }
    }

    private void checkReference(Reference reference, PluginTable from) {
        PluginTable to = reference.table().equals(from.name()) ? from : table(reference.table());
        if (!to.hasKey(reference.keys())) {
            throw refused(
                    "(" + String.join(", ", reference.keys()) + ") is no key of the table " + to.name(),
                    "Refer to columns that are its primary key or unique, in the same order.");
        }
        for (int i = 0; i < reference.columns().size(); i++) {
            checkPair(reference, i, from, to);
        }
        if (reference.onDelete() == OnDelete.REFUSE
                && to.isOlderThan(migration.file().number())) {
            throw refused(
                    "the former revision could not delete rows of " + to.name() + " any more",
                    "Write 'on delete cascade' or 'on delete set null' behind it.");
        }
    }

    private void checkPair(Reference reference, int place, PluginTable from, PluginTable to) {
        @Nullable Column referring = reference.columns().size() == reference.keys().size() ? known(reference, place, from) : null;
        Column key = column(reference.keys().get(place % reference.keys().size()), to);
        if (referring == null || !referring.type().equals(key.type())) {
            throw refused(
                    "the columns that refer to " + to.name() + " are not of the types of its key",
                    "Give them the same types.");
        }
        if (reference.onDelete() == OnDelete.SET_NULL && referring.isRequired()) {
            throw refused(
                    "the column " + referring.name() + " is not null and can't be set so", "Leave out 'not null'.");
        }
    }

    /** A column that is being added is not in its table yet. */
    private Column known(Reference reference, int place, PluginTable from) {
        String name = reference.columns().get(place);
        return statement.change() instanceof NewColumn added
                        && added.column().name().equals(name)
                ? added.column()
                : column(name, from);
    }

    private Column column(String name, PluginTable table) {
        Column column = table.column(name);
        if (column == null) {
            throw refused("the table " + table.name() + " has no column " + name, "Look at the names.");
        }
        return column;
    }

    private PluginTable table(String name) {
        PluginTable table = known.find(name);
        if (table == null) {
            throw refused(
                    "no migration before this line makes a table " + name,
                    "Make it first; a plugin sees no tables but its own.");
        }
        return table;
    }

    private void checkNew(String name) {
        checkName(name);
        if (known.has(name)) {
            throw refused("there is a table or index " + name + " already", OTHER_NAME);
        }
    }

    private void checkName(String name) {
        if (ReservedNames.contains(name)) {
            throw refused("the name " + name + " means something else to a database", OTHER_NAME);
        }
    }

    private UnfitException refused(String why, String fix) {
        return migration.refused(statement, why, fix);
    }
}
