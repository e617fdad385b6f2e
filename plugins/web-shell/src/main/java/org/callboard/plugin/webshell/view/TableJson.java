package org.callboard.plugin.webshell.view;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.callboard.api.model.Json;
import org.callboard.api.ui.Table;
import org.callboard.api.ui.TablePage;
import org.callboard.api.ui.Value;
import org.jspecify.annotations.Nullable;

/** Tables as the page reads them. */
final class TableJson {

    private static final int MOST_COLUMNS = 30;
    private static final int MOST_ROWS = 1_000;

    private TableJson() {}

    static Json of(Table table) {
        check(table);
        return ViewJson.kind("table")
                .put("id", table.id())
                .put("columns", ViewJson.array(table.columns(), TableJson::column))
                .put("rows", ViewJson.array(table.rows(), cells -> ViewJson.array(cells, ValueJson::of)))
                .put("total", Math.max(table.total(), table.rows().size()))
                .put("page", page(table.page()))
                .build();
    }

    private static void check(Table table) {
        String called = " in the table '" + table.id() + "'";
        Limits.atMost(MOST_COLUMNS, table.columns(), "columns" + called);
        Limits.atMost(MOST_ROWS, table.rows(), "rows" + called);
        Set<String> keys = new HashSet<>();
        for (Table.Column column : table.columns()) {
            if (!keys.add(Limits.name(column.key(), "column"))) {
                throw new FaultyViewException(
                        "there is more than one column '" + column.key() + "'" + called, "Give each a key of its own.");
            }
        }
        for (List<Value> row : table.rows()) {
            if (row.size() != table.columns().size()) {
                throw new FaultyViewException(
                        "a row" + called + " has " + row.size() + " cells for "
                                + table.columns().size() + " columns",
                        "Give each row a cell for every column.");
            }
        }
    }

    private static Json column(Table.Column column) {
        boolean isSortable = column.sorting() == Table.Sorting.SORTABLE;
        return Json.object()
                .put("key", column.key())
                .put("label", column.label())
                .put("align", column.align().name().toLowerCase(Locale.ROOT))
                .put("sortable", isSortable ? Json.Bool.TRUE : Json.Bool.FALSE)
                .build();
    }

    private static @Nullable Json page(@Nullable TablePage page) {
        if (page == null) {
            return null;
        }
        return Json.object()
                .put("offset", page.offset())
                .put("limit", page.limit())
                .put("sort", ViewJson.unlessEmpty(page.sort()))
                .put("direction", page.direction().name().toLowerCase(Locale.ROOT))
                .build();
    }
}
