package org.callboard.core.entity;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.callboard.api.model.Json;

/** Keys of one object that differ by case alone: queries compare without regard to case and could not tell them apart. */
final class CaseTwins {

    private CaseTwins() {}

    static void check(Json.Obj document, Findings findings) {
        check(document, List.of(), findings);
    }

    private static void check(Json value, List<String> path, Findings findings) {
        if (value instanceof Json.Obj object) {
            checkKeys(object, path, findings);
            for (Map.Entry<String, Json> field : object.fields().entrySet()) {
                if (isInner(field.getValue())) {
                    check(field.getValue(), Shapes.step(path, field.getKey()), findings);
                }
            }
        } else if (value instanceof Json.Arr array) {
            for (int i = 0; i < array.items().size(); i++) {
                if (isInner(array.items().get(i))) {
                    check(array.items().get(i), Shapes.step(path, Integer.toString(i)), findings);
                }
            }
        }
    }

    private static boolean isInner(Json value) {
        return value instanceof Json.Obj || value instanceof Json.Arr;
    }

    private static void checkKeys(Json.Obj object, List<String> path, Findings findings) {
        if (object.fields().size() < 2 || object.fields().keySet().stream().noneMatch(CaseTwins::hasUpperCase)) {
            return;
        }
        Map<String, String> seen = new HashMap<>();
        for (String key : object.fields().keySet()) {
            String twin = seen.putIfAbsent(key.toLowerCase(Locale.ROOT), key);
            if (twin != null) {
                findings.keyError(
                        "keys-differ-by-case",
                        Shapes.step(path, key),
                        "The keys " + Texts.quote(twin) + " and " + Texts.quote(key)
                                + " differ by upper and lower case alone; the catalog takes them for one.",
                        "Keep one of the two.");
            }
        }
    }

    private static boolean hasUpperCase(String key) {
        for (int i = 0; i < key.length(); i++) {
            if (Character.isUpperCase(key.charAt(i))) {
                return true;
            }
        }
        return false;
    }
}
