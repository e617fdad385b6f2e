package org.callboard.plugin.webshell.list;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.callboard.api.catalog.Catalog;
import org.callboard.api.catalog.Page;
import org.callboard.api.catalog.Query;
import org.callboard.api.model.Entity;
import org.callboard.api.model.Json;
import org.callboard.api.model.JsonFormat;
import org.callboard.api.problem.PortalException;
import org.callboard.api.problem.ProblemKind;
import org.callboard.api.security.Caller;
import org.callboard.api.ui.CatalogColumn;

/** Writes all that the page would show, with its columns, holding no more than some rows at a time. */
public record ListExport(Catalog catalog, Caller caller, ListQuestion question, List<ExportColumn> columns) {

    /** How many bytes are written at once. */
    private static final int BUFFER = 64 * 1024;

    private static final int MOST_COLUMNS = 40;
    private static final String PLUGIN = "plugin:";

    /**
     * Reads a query: {@code column=PATH} or {@code column=plugin:PLUGIN/ID}, each with a {@code title}, and what
     * {@link ListQuestion#of} reads.
     *
     * @param plugin gives the cells of a plugin's column by {@code PLUGIN/ID}
     */
    public static ListExport of(
            Catalog catalog, Caller caller, Map<String, String[]> query, Function<String, PluginColumn> plugin) {
        List<String> keys = ListQuestion.all(query, "column");
        List<String> titles = ListQuestion.all(query, "title");
        if (keys.size() > MOST_COLUMNS) {
            throw new PortalException(
                    ProblemKind.BAD_INPUT,
                    "There are " + keys.size() + " columns.",
                    "Ask for " + MOST_COLUMNS + " at most.");
        }
        List<ExportColumn> columns = new ArrayList<>();
        for (int i = 0; i < keys.size(); i++) {
            columns.add(column(keys.get(i), i < titles.size() ? titles.get(i) : keys.get(i), plugin));
        }
        return new ListExport(catalog, caller, ListQuestion.of(query), List.copyOf(columns));
    }

    private static ExportColumn column(String key, String title, Function<String, PluginColumn> plugin) {
        if (!key.startsWith(PLUGIN)) {
            return ExportColumn.field(key, title);
        }
        String name = key.substring(PLUGIN.length());
        return ExportColumn.of(
                key, title, (entities, caller) -> plugin.apply(name).of(entities, caller));
    }

    /** Writes a table for spreadsheets. */
    public void csv(OutputStream out) throws IOException {
        OutputStream buffered = new BufferedOutputStream(out, BUFFER);
        write(new CsvExport(columns, buffered));
        buffered.flush();
    }

    /** Writes an array of objects. */
    public void json(JsonFormat format, OutputStream out) throws IOException {
        OutputStream buffered = new BufferedOutputStream(out, BUFFER);
        write(new JsonExport(columns, format, buffered));
        buffered.flush();
    }

    private void write(ExportFormat format) throws IOException {
        Query query = new Query(question.filter(), question.order(), CatalogColumn.MOST_ENTITIES, 0, null, null);
        Page page = catalog.query(caller, query);
        format.begin();
        write(page.items(), format);
        while (page.next() != null) {
            page = catalog.query(caller, query.after(page.next()));
            write(page.items(), format);
        }
        format.end();
    }

    private void write(List<Entity> entities, ExportFormat format) throws IOException {
        List<List<Json>> cells = columns.stream()
                .map(column -> column.cells().of(entities, caller))
                .toList();
        for (int row = 0; row < entities.size(); row++) {
            int at = row;
            format.row(
                    entities.get(row),
                    cells.stream().map(column -> column.get(at)).toList());
        }
    }
}
