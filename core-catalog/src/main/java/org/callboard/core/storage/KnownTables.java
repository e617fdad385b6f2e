package org.callboard.core.storage;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.callboard.core.storage.Change.NewColumn;
import org.callboard.core.storage.Change.NewIndex;
import org.callboard.core.storage.Change.NewTable;
import org.callboard.core.storage.Migration.Statement;
import org.jspecify.annotations.Nullable;

/** The tables of a plugin as some migrations, one after the other, have made them. */
final class KnownTables {

    private final Map<String, PluginTable> tables = new LinkedHashMap<>();
    private final Set<String> indexes = new HashSet<>();

    /** {@return the tables that these have made} Nothing is checked: it was before they were applied. */
    static KnownTables of(List<Migration> applied) {
        KnownTables known = new KnownTables();
        applied.forEach(known::add);
        return known;
    }

    private void add(Migration migration) {
        migration.statements().forEach(statement -> add(statement, migration));
    }

    void add(Statement statement, Migration migration) {
        Change change = statement.change();
        if (change instanceof NewTable made) {
            tables.put(made.table(), new PluginTable(made, migration.file().number()));
            return;
        }
        PluginTable table = tables.get(change.table());
        if (change instanceof NewIndex index) {
            indexes.add(index.name());
            if (table != null && index.isUnique()) {
                table.addKey(index.columns());
            }
        } else if (table != null && change instanceof NewColumn added) {
            table.add(added.column());
        }
    }

    /** {@return the tables in the order in which they were made} */
    List<PluginTable> all() {
        return List.copyOf(tables.values());
    }

    @Nullable PluginTable find(String name) {
        return tables.get(name);
    }

    /** {@return whether a table or index has this name; some databases keep both in one drawer} */
    boolean has(String name) {
        return tables.containsKey(name) || indexes.contains(name);
    }
}
