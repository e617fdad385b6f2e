package org.callboard.plugin.webshell.list;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.callboard.api.model.Entity;
import org.callboard.api.model.Json;

/**
 * Rows as RFC 4180 has them, with a mark of UTF-8 before them: spreadsheets take them for another encoding without. Texts that
 * a spreadsheet would take for a formula have an apostrophe before them, which makes a text of anything.
 */
record CsvExport(List<ExportColumn> columns, OutputStream out) implements ExportFormat {

    private static final String MARK = "\uFEFF";
    private static final String STARTS_OF_FORMULAS = "=+-@\t\r\n＝＋－＠";

    @Override
    public void begin() throws IOException {
        List<String> heads = new ArrayList<>(List.of("Entity", "Name"));
        columns.forEach(column -> heads.add(column.title()));
        out.write(MARK.getBytes(UTF_8));
        line(heads);
    }

    @Override
    public void row(Entity entity, List<Json> cells) throws IOException {
        List<String> texts = new ArrayList<>(List.of(entity.ref().toString(), entity.title()));
        cells.forEach(cell -> texts.add(text(cell)));
        line(texts);
    }

    @Override
    public void end() {
        // a line is an end of its own
    }

    private void line(List<String> texts) throws IOException {
        String line = texts.stream().map(CsvExport::cell).collect(Collectors.joining(","));
        out.write((line + "\r\n").getBytes(UTF_8));
    }

    static String cell(String text) {
        String safe = isFormula(text) ? "'" + text : text;
        boolean isPlain = safe.chars().noneMatch(c -> c == '"' || c == ',' || c == '\n' || c == '\r' || c == ';');
        return isPlain ? safe : "\"" + safe.replace("\"", "\"\"") + "\"";
    }

    private static boolean isFormula(String text) {
        boolean isNumber = text.matches("-?[0-9]+([.][0-9]+)?");
        return !isNumber && (startsSo(text) || startsSo(text.stripLeading()));
    }

    private static boolean startsSo(String text) {
        return !text.isEmpty() && STARTS_OF_FORMULAS.indexOf(text.charAt(0)) >= 0;
    }

    /** A typed value of a plugin has its label, or its figure and unit; what has no one text is left to JSON. */
    private static String text(Json value) {
        if (value instanceof Json.Text text) {
            return text.value();
        } else if (value instanceof Json.Num number) {
            return number.value().toPlainString();
        } else if (value instanceof Json.Bool bool) {
            return bool == Json.Bool.TRUE ? "true" : "false";
        } else if (value instanceof Json.Arr array) {
            return array.items().stream().map(CsvExport::text).collect(Collectors.joining("; "));
        } else if (value instanceof Json.Obj object) {
            return text(object);
        }
        return "";
    }

    private static String text(Json.Obj object) {
        if (object.get("error") != null && object.fields().size() == 1) {
            return "not available";
        }
        Json plain = object.get("v");
        String unit = object.text("unit").or(() -> object.text("currency")).orElse("");
        return object.text("label")
                .orElseGet(() -> plain == null
                        ? object.fields().entrySet().stream()
                                .map(field -> field.getKey() + ": " + text(field.getValue()))
                                .collect(Collectors.joining("; "))
                        : (text(plain) + " " + unit).strip());
    }
}
