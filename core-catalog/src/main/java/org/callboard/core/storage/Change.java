package org.callboard.core.storage;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What one statement of a migration adds. */
sealed interface Change {

    /** {@return the table that it makes or adds to} */
    String table();

    /** A table. */
    record NewTable(String table, List<Column> columns, List<UniqueKey> keys, List<Reference> references)
            implements Change {}

    /** A column that may be null. */
    record NewColumn(String table, Column column, List<Reference> references) implements Change {}

    /** An index. */
    record NewIndex(String name, String table, List<String> columns, boolean isUnique) implements Change {}

    /**
     * A column.
     *
     * @param fallback the default as SQL, or null
     * @param isNumbered whether the database fills it with a number of its own
     */
    record Column(
            String name,
            ColumnType type,
            boolean isRequired,
            @Nullable String fallback,
            boolean isNumbered) {}

    /** Columns that are unique together. */
    record UniqueKey(boolean isPrimary, List<String> columns) {}

    /** Columns that refer to a row of a table. */
    record Reference(List<String> columns, String table, List<String> keys, OnDelete onDelete) {}

    /** What becomes of rows that refer to one that is deleted. */
    enum OnDelete {
        /** It can't be deleted. */
        REFUSE(""),
        /** They are deleted, too. */
        CASCADE(" on delete cascade"),
        /** They refer to none. */
        SET_NULL(" on delete set null");

        private final String sql;

        OnDelete(String sql) {
            this.sql = sql;
        }

        String sql() {
            return sql;
        }
    }
}
