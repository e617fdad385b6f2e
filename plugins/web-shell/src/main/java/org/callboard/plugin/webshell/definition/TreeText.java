package org.callboard.plugin.webshell.definition;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.callboard.api.model.Json;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** Reads YAML, and JSON as a part of it, that anybody may have written. */
final class TreeText {

    private static final int MOST_VALUES = 400_000;
    private static final int DEEPEST = 100;
    private static final int LONGEST_NUMBER = 1_000;

    private int values = MOST_VALUES;

    private TreeText() {}

    /** {@return the first document of a text} */
    static Json.Obj read(String text) throws UnreadableDefinitionException {
        LoadSettings settings = LoadSettings.builder()
                .setMaxAliasesForCollections(50)
                .setAllowDuplicateKeys(false)
                .setCodePointLimit(Definitions.LONGEST)
                .build();
        try {
            for (Object document : new Load(settings).loadAllFromString(text)) {
                if (new TreeText().json(document, 0) instanceof Json.Obj object) {
                    return object;
                }
                break;
            }
        } catch (MarkedYamlEngineException wrong) {
            throw new UnreadableDefinitionException(place(wrong) + wrong.getProblem() + ".");
        } catch (YamlEngineException | NumberFormatException wrong) {
            throw new UnreadableDefinitionException(String.valueOf(wrong.getMessage()));
        } catch (StackOverflowError nested) {
            throw new UnreadableDefinitionException("It is nested too deeply.");
        }
        throw new UnreadableDefinitionException("It is no object.");
    }

    private static String place(MarkedYamlEngineException wrong) {
        return wrong.getProblemMark()
                .map(mark -> "Line " + (mark.getLine() + 1) + ", column " + (mark.getColumn() + 1) + ": ")
                .orElse("");
    }

    private Json json(@Nullable Object value, int depth) throws UnreadableDefinitionException {
        if (depth > DEEPEST || --values < 0) {
            throw new UnreadableDefinitionException(
                    depth > DEEPEST ? "It is nested too deeply." : "It has more than " + MOST_VALUES + " values.");
        }
        if (value instanceof Map<?, ?> map) {
            Json.Builder object = Json.object();
            for (Map.Entry<?, ?> field : map.entrySet()) {
                object.put(String.valueOf(field.getKey()), json(field.getValue(), depth + 1));
            }
            return object.build();
        }
        if (value instanceof List<?> list) {
            Json[] items = new Json[list.size()];
            for (int i = 0; i < items.length; i++) {
                items[i] = json(list.get(i), depth + 1);
            }
            return new Json.Arr(List.of(items));
        }
        return scalar(value);
    }

    private static Json scalar(@Nullable Object value) {
        if (value instanceof Number number) {
            String text = number.toString();
            boolean isFinite = !(number instanceof Double other) || Double.isFinite(other);
            return isFinite && text.length() < LONGEST_NUMBER ? new Json.Num(new BigDecimal(text)) : Json.of(text);
        }
        if (value instanceof Boolean bool) {
            return bool ? Json.Bool.TRUE : Json.Bool.FALSE;
        }
        return value == null ? Json.Null.NULL : Json.of(value.toString());
    }
}
