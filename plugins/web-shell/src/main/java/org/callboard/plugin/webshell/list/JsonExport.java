package org.callboard.plugin.webshell.list;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.callboard.api.model.Entity;
import org.callboard.api.model.Json;
import org.callboard.api.model.JsonFormat;

/** Rows as the objects of an array, a line each. */
final class JsonExport implements ExportFormat {

    private final List<ExportColumn> columns;
    private final JsonFormat format;
    private final OutputStream out;
    private String before = "\n";

    JsonExport(List<ExportColumn> columns, JsonFormat format, OutputStream out) {
        this.columns = columns;
        this.format = format;
        this.out = out;
    }

    @Override
    public void begin() throws IOException {
        write("[");
    }

    @Override
    public void row(Entity entity, List<Json> cells) throws IOException {
        Json.Builder row = Json.object().put("entity", entity.ref().toString()).put("name", entity.title());
        for (int i = 0; i < columns.size(); i++) {
            row.put(columns.get(i).key(), cells.get(i));
        }
        write(before);
        format.write(row.build(), out);
        before = ",\n";
    }

    @Override
    public void end() throws IOException {
        write("\n]\n");
    }

    private void write(String text) throws IOException {
        out.write(text.getBytes(UTF_8));
    }
}
