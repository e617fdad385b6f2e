package org.callboard.core.policy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.callboard.api.model.Json;
import org.callboard.api.problem.Problem;
import org.callboard.api.problem.SourcePosition;
import org.callboard.core.entity.Texts;
import org.callboard.core.read.ParsedDocument.Parsed;
import org.jspecify.annotations.Nullable;

/** The problems of a policy's document as they are found. */
final class Findings {

    private static final int MOST = 50;
    private static final int MOST_VALUES = 500;
    private static final int LONGEST = 200;

    private final Parsed document;
    private final List<Problem> problems = new ArrayList<>();

    Findings(Parsed document) {
        this.document = document;
    }

    List<Problem> problems() {
        return problems;
    }

    SourcePosition position(List<String> path) {
        return document.positions().value(path);
    }

    /** Notes a problem with a value. */
    void add(List<String> path, String reason, String fix) {
        add(document.positions().value(path), reason, fix);
    }

    /** Notes a problem with a key. */
    void addAtKey(List<String> path, String reason, String fix) {
        add(document.positions().key(path), reason, fix);
    }

    private void add(SourcePosition position, String reason, String fix) {
        if (problems.size() < MOST) {
            problems.add(problem(position, reason, fix));
        }
    }

    static Problem problem(SourcePosition position, String reason, String fix) {
        return new Problem(Problem.Level.ERROR, "policy", null, position, reason, fix);
    }

    /** Notes each key of an object that is not among the known ones. */
    void checkKeys(List<String> path, Json.Obj object, List<String> known) {
        for (String key : object.fields().keySet()) {
            if (!known.contains(key)) {
                addAtKey(inner(path, key), Texts.quote(key) + " is not known.", "Known are " + list(known) + ".");
            }
        }
    }

    /** {@return the object; an empty one where there is another thing, which is noted} */
    Json.Obj object(List<String> path, @Nullable Json value, String fix) {
        if (value instanceof Json.Obj object) {
            return object;
        }
        if (value != null) {
            add(path, "This must hold keys, and is " + Texts.describe(value) + ".", fix);
        }
        return Json.Obj.EMPTY;
    }

    /** {@return a single value or a list of them, in order; what is neither is noted} */
    Set<String> values(List<String> path, @Nullable Json value, String fix) {
        Set<String> values = new LinkedHashSet<>();
        if (value instanceof Json.Arr array) {
            if (array.items().isEmpty() || array.items().size() > MOST_VALUES) {
                add(path, "This list has " + array.items().size() + " values.", "Give 1 to " + MOST_VALUES + ".");
            }
            for (int index = 0; index < array.items().size() && index < MOST_VALUES; index++) {
                value(inner(path, Integer.toString(index)), array.items().get(index), fix, values);
            }
        } else if (value != null) {
            value(path, value, fix, values);
        }
        return values;
    }

    private void value(List<String> path, Json value, String fix, Set<String> into) {
        String text = text(value);
        if (text == null || text.isBlank() || text.length() > LONGEST) {
            add(
                    path,
                    "This must be a text of 1 to " + LONGEST + " characters, and is " + Texts.describe(value) + ".",
                    fix);
        } else {
            into.add(text);
        }
    }

    private static @Nullable String text(Json value) {
        if (value instanceof Json.Text text) {
            return text.value();
        }
        if (value instanceof Json.Num number) {
            return plain(number.value());
        }
        return value == Json.Bool.TRUE ? "true" : value == Json.Bool.FALSE ? "false" : null;
    }

    /** One of very many digits is no value of anything. */
    private static @Nullable String plain(BigDecimal number) {
        boolean isShort = Math.abs((long) number.scale()) < LONGEST && number.precision() < LONGEST;
        return isShort
                ? number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString()
                : null;
    }

    static List<String> inner(List<String> path, String step) {
        List<String> inner = new ArrayList<>(path);
        inner.add(step);
        return inner;
    }

    static String list(Iterable<String> names) {
        return String.join(", ", names);
    }
}
