package org.callboard.core.storage;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.callboard.core.storage.Change.Column;
import org.callboard.core.storage.Change.NewTable;
import org.callboard.core.storage.Change.UniqueKey;
import org.jspecify.annotations.Nullable;

/** A table of a plugin's as its migrations have made it. */
final class PluginTable {

    private final String name;
    private final int migration;
    private final Map<String, Column> columns = new LinkedHashMap<>();
    private final List<List<String>> keys = new ArrayList<>();

    /**
     * A table that a migration makes.
     *
     * @param migration its number
     */
    PluginTable(NewTable made, int migration) {
        this.name = made.table();
        this.migration = migration;
        made.columns().forEach(this::add);
        made.keys().stream().map(UniqueKey::columns).forEach(keys::add);
    }

    String name() {
        return name;
    }

    /** {@return whether it is there before this migration} */
    boolean isOlderThan(int number) {
        return migration < number;
    }

    void add(Column column) {
        columns.put(column.name(), column);
    }

    void addKey(List<String> key) {
        keys.add(key);
    }

    List<Column> columns() {
        return List.copyOf(columns.values());
    }

    @Nullable Column column(String column) {
        return columns.get(column);
    }

    boolean hasKey(List<String> key) {
        return keys.contains(key);
    }
}
