package org.callboard.plugin.scorecards.rule;

import java.math.BigDecimal;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import org.callboard.api.model.Json;

/** When two values are the same for a rule: annotations hold numbers and truths as texts, so {@code "80"} is 80. */
final class Likeness {

    private static final int LONGEST_NUMBER = 40;

    private Likeness() {}

    static boolean same(Json one, Json other) {
        if (one instanceof Json.Arr left && other instanceof Json.Arr right) {
            return sameItems(left, right);
        }
        if (one instanceof Json.Obj left && other instanceof Json.Obj right) {
            return sameFields(left, right);
        }
        if (one instanceof Json.Num || other instanceof Json.Num) {
            Optional<BigDecimal> left = number(one);
            Optional<BigDecimal> right = number(other);
            return left.isPresent() && right.isPresent() && left.get().compareTo(right.get()) == 0;
        }
        return text(one).isPresent() ? text(one).equals(text(other)) : one.equals(other);
    }

    private static boolean sameItems(Json.Arr left, Json.Arr right) {
        if (left.items().size() != right.items().size()) {
            return false;
        }
        Iterator<Json> others = right.items().iterator();
        return left.items().stream().allMatch(item -> same(item, others.next()));
    }

    private static boolean sameFields(Json.Obj left, Json.Obj right) {
        for (Map.Entry<String, Json> field : left.fields().entrySet()) {
            Json other = right.get(field.getKey());
            if (other == null || !same(field.getValue(), other)) {
                return false;
            }
        }
        return left.fields().size() == right.fields().size();
    }

    /** The text of what is written in one word: texts and truths. */
    private static Optional<String> text(Json value) {
        if (value instanceof Json.Text text) {
            return Optional.of(text.value());
        }
        return value instanceof Json.Bool bool
                ? Optional.of(bool == Json.Bool.TRUE ? "true" : "false")
                : Optional.empty();
    }

    static Optional<BigDecimal> number(Json value) {
        if (value instanceof Json.Num number) {
            return Optional.of(number.value());
        }
        if (!(value instanceof Json.Text text) || text.value().length() > LONGEST_NUMBER) {
            return Optional.empty();
        }
        try {
            return Optional.of(new BigDecimal(text.value().strip()));
        } catch (NumberFormatException none) {
            return Optional.empty();
        }
    }
}
