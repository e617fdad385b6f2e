package org.callboard.core.entity;

import java.util.ArrayList;
import java.util.List;
import org.callboard.api.ingest.Field.Shape;
import org.callboard.api.model.Json;

/** Checks what sort of value stands in a field, and says how to mend it. */
final class Shapes {

    private final Findings findings;

    Shapes(Findings findings) {
        this.findings = findings;
    }

    /** {@return whether the value has the shape; if not, that is a finding} */
    boolean check(Json value, Shape shape, List<String> path) {
        if (shape == Shape.TEXTS && value instanceof Json.Arr array) {
            return checkTexts(array, path);
        }
        boolean fits = fits(value, shape);
        if (!fits) {
            findings.error("wrong-type", path, value, reason(value, shape, path), fix(value, shape));
        }
        return fits;
    }

    private static boolean fits(Json value, Shape shape) {
        return switch (shape) {
            case TEXT -> value instanceof Json.Text text && !text.value().isEmpty();
            case TEXTS, ARRAY -> value instanceof Json.Arr;
            case OBJECT -> value instanceof Json.Obj;
            case ANY -> true;
        };
    }

    private boolean checkTexts(Json.Arr array, List<String> path) {
        boolean fit = true;
        for (int i = 0; i < array.items().size(); i++) {
            Json item = array.items().get(i);
            if (!fits(item, Shape.TEXT)) {
                fit = check(item, Shape.TEXT, step(path, Integer.toString(i)));
            }
        }
        return fit;
    }

    private static String reason(Json value, Shape shape, List<String> path) {
        String must = switch (shape) {
            case TEXT -> "a text of at least one character";
            case TEXTS -> "a list of texts";
            case ARRAY -> "a list";
            case OBJECT -> "an object";
            case ANY -> "a value";
        };
        return String.join(".", path) + " must be " + must + ", but is " + Texts.describe(value) + ".";
    }

    private static String fix(Json value, Shape shape) {
        if (value == Json.Null.NULL) {
            return "Give it a value, or take the line out.";
        }
        return switch (shape) {
            case TEXT ->
                value instanceof Json.Num || value instanceof Json.Bool
                        ? "Put the value in quotes."
                        : "Write a text here.";
            case TEXTS, ARRAY -> "Write a list: one line for each item, starting with '- '.";
            case OBJECT -> "Write an object: one line 'key: value' for each field, indented below the key.";
            case ANY -> "Write a value.";
        };
    }

    /** {@return the path one step on} */
    static List<String> step(List<String> path, String next) {
        List<String> longer = new ArrayList<>(path.size() + 1);
        longer.addAll(path);
        longer.add(next);
        return longer;
    }
}
