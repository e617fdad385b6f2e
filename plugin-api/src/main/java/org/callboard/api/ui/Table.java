package org.callboard.api.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A table; every row has as many cells as there are columns. With a {@link TablePage} it is one page of a longer table:
 * when the reader turns the page or sorts by another column, the view is asked for again.
 *
 * @param id a name that is unique in the view: lower-case letters, digits and hyphens
 * @param page which page of the table the rows are, or null where they are all
 * @param total how many rows there are on all pages
 */
public record Table(
        String id,
        List<Column> columns,
        List<List<Value>> rows,
        @Nullable TablePage page,
        long total) implements Block {

    /** Copies columns and rows. */
    public Table {
        columns = List.copyOf(columns);
        rows = rows.stream().map(List::copyOf).toList();
    }

    /**
     * A column.
     *
     * @param key names it when the reader sorts by it
     * @param label its heading
     * @param align to which side its values stand
     * @param sorting whether readers can sort by it; heed {@link TablePage#sort} then
     */
    public record Column(String key, String label, Align align, Sorting sorting) {

        /** {@return a column of texts} */
        public static Column of(String key, String label) {
            return new Column(key, label, Align.START, Sorting.FIXED);
        }

        /** {@return a column of numbers} */
        public static Column number(String key, String label) {
            return new Column(key, label, Align.END, Sorting.FIXED);
        }

        /** {@return this column, by which readers can sort} */
        public Column sortable() {
            return new Column(key, label, align, Sorting.SORTABLE);
        }
    }

    /** To which side values stand. */
    public enum Align {
        /** Where reading begins. */
        START,
        /** Where it ends, as numbers do. */
        END
    }

    /** Whether readers can sort by a column. */
    public enum Sorting {
        /** They can. */
        SORTABLE,
        /** They can't. */
        FIXED
    }

    /** {@return a table without rows yet} */
    public static Table of(String id, Column... columns) {
        return new Table(id, List.of(columns), List.of(), null, 0);
    }

    /** {@return this table with one more row} */
    public Table row(Value... cells) {
        List<List<Value>> more = new ArrayList<>(rows);
        more.add(List.of(cells));
        return new Table(id, columns, more, page, total + 1);
    }

    /** {@return this table with a row for each item, behind those it has} */
    public <T> Table rows(List<T> items, Function<T, List<Value>> cells) {
        List<List<Value>> more = new ArrayList<>(rows);
        items.forEach(item -> more.add(cells.apply(item)));
        return new Table(id, columns, more, page, more.size());
    }

    /** {@return this table, whose rows are that page of so many rows in all} */
    public Table page(TablePage shown, long all) {
        return new Table(id, columns, rows, shown, all);
    }
}
