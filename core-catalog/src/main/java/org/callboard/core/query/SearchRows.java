package org.callboard.core.query;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.callboard.api.model.Json;
import org.jspecify.annotations.Nullable;

/**
 * What an entity can be found by: paths and their values, by the rules of Backstage's search rows. Keys and values over 200
 * characters have no row and no value; a path that holds the separator of the index's terms has no row either.
 */
final class SearchRows {

    private static final int LONGEST = 200;
    private static final Set<String> HIDDEN = Set.of("attachments", "relations", "status", "metadata.etag");

    private final List<Row> rows = new ArrayList<>();
    private final Set<String> paths = new HashSet<>();

    private SearchRows() {}

    /**
     * A path that an entity has.
     *
     * @param path dotted, lower case
     * @param value in its original case; null where there is none that can be compared
     */
    record Row(String path, @Nullable String value) {}

    /** {@return the rows of a served document} */
    static List<Row> of(Json.Obj entity) {
        SearchRows rows = new SearchRows();
        rows.visit("", entity);
        for (Json relation : entity.array("relations").items()) {
            if (relation instanceof Json.Obj arrow) {
                rows.add(
                        "relations." + arrow.text("type").orElse(""),
                        arrow.text("targetRef").orElse(null));
            }
        }
        return rows.rows;
    }

    private void visit(String path, Json value) {
        if (HIDDEN.contains(path)) {
            return;
        }
        if (value instanceof Json.Obj object) {
            for (Map.Entry<String, Json> field : object.fields().entrySet()) {
                visit(path.isEmpty() ? field.getKey() : path + "." + field.getKey(), field.getValue());
            }
        } else if (value instanceof Json.Arr array) {
            visitItems(path, array);
        } else {
            add(path, text(value));
        }
    }

    private void visitItems(String path, Json.Arr array) {
        for (Json item : array.items()) {
            visit(path, item);
            if (item instanceof Json.Text text && !paths.contains(fold(path + "." + text.value()))) {
                add(path + "." + text.value(), "true");
            }
        }
    }

    private static @Nullable String text(Json scalar) {
        if (scalar instanceof Json.Text text) {
            return text.value();
        } else if (scalar instanceof Json.Num number) {
            return text(number.value());
        } else if (scalar instanceof Json.Bool bool) {
            return bool == Json.Bool.TRUE ? "true" : "false";
        }
        return null;
    }

    private static String text(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    private void add(String path, @Nullable String value) {
        String key = fold(path);
        paths.add(key);
        if (key.length() <= LONGEST && key.indexOf(Fields.SEPARATOR) < 0) {
            rows.add(new Row(key, value == null || fold(value).length() > LONGEST ? null : value));
        }
    }

    /** {@return the text as it is compared} */
    static String fold(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
