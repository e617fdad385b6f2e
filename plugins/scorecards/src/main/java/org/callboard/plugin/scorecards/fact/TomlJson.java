package org.callboard.plugin.scorecards.fact;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.callboard.api.model.Json;
import org.jspecify.annotations.Nullable;
import org.tomlj.Toml;
import org.tomlj.TomlArray;
import org.tomlj.TomlParseResult;
import org.tomlj.TomlTable;

/** TOML (https://toml.io/en/v1.0.0) as JSON, for paths; dates and times are the texts that they are written as. */
final class TomlJson {

    private static final int LONGEST = 256 * 1024;
    private static final int DEEPEST = 50;
    private static final int MOST_DOTS = 200;

    private TomlJson() {}

    /** {@return what a text says; empty where it is no TOML, too long or nested too deeply} */
    static Optional<Json> read(String text) {
        if (text.length() > LONGEST || isDeep(text)) {
            return Optional.empty();
        }
        TomlParseResult parsed = Toml.parse(text);
        return parsed.hasErrors() ? Optional.empty() : Optional.of(table(parsed));
    }

    /** The parser nests as deeply as the text does, with brackets and with dots in a key. */
    private static boolean isDeep(String text) {
        int depth = 0;
        int dots = 0;
        for (int index = 0; index < text.length(); index++) {
            char sign = text.charAt(index);
            if (sign == '[' || sign == '{') {
                depth++;
            } else if (sign == ']' || sign == '}') {
                depth--;
            }
            dots = sign == '\n' ? 0 : sign == '.' ? dots + 1 : dots;
            if (depth > DEEPEST || dots > MOST_DOTS) {
                return true;
            }
        }
        return false;
    }

    private static Json.Obj table(TomlTable table) {
        Json.Builder object = Json.object();
        table.keySet().forEach(key -> object.put(key, value(table.get(List.of(key)))));
        return object.build();
    }

    private static Json value(@Nullable Object value) {
        if (value instanceof TomlTable table) {
            return table(table);
        }
        if (value instanceof TomlArray array) {
            return new Json.Arr(array.toList().stream().map(TomlJson::value).toList());
        }
        if (value instanceof Boolean truth) {
            return truth ? Json.Bool.TRUE : Json.Bool.FALSE;
        }
        if (value instanceof Long whole) {
            return Json.of(whole);
        }
        if (value instanceof Double part && Double.isFinite(part)) {
            return new Json.Num(BigDecimal.valueOf(part));
        }
        return Json.of(String.valueOf(value));
    }
}
