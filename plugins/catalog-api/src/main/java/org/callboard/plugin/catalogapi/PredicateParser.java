package org.callboard.plugin.catalogapi;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.callboard.api.catalog.Filter;
import org.callboard.api.model.Json;
import org.callboard.api.problem.PortalException;

/** Reads the {@code query} of the POST forms: logic, and sets of paths with a value or a matcher. */
final class PredicateParser {

    private static final String MATCHERS = "a value, $exists, $in, $hasPrefix or $contains";

    private PredicateParser() {}

    static Filter parse(Json.Obj predicate) {
        return expression(predicate, "");
    }

    private static Filter expression(Json value, String at) {
        if (!(value instanceof Json.Obj predicate)) {
            throw bad("expected an object", at);
        }
        List<Filter> conditions = new ArrayList<>(predicate.fields().size());
        for (Map.Entry<String, Json> field : predicate.fields().entrySet()) {
            String path = at.isEmpty() ? field.getKey() : at + "." + field.getKey();
            conditions.add(
                    field.getKey().startsWith("$")
                            ? logic(predicate, field.getKey(), field.getValue(), path)
                            : match(field.getKey(), field.getValue(), path));
        }
        return conditions.size() == 1 ? conditions.get(0) : new Filter.All(conditions);
    }

    private static Filter logic(Json.Obj predicate, String operator, Json value, String at) {
        if (predicate.fields().size() > 1) {
            throw bad("an operator stands alone in its object", at);
        }
        return switch (operator) {
            case "$all" -> new Filter.All(expressions(value, at));
            case "$any" -> new Filter.Any(expressions(value, at));
            case "$not" -> new Filter.Not(expression(value, at));
            default -> throw bad("unknown operator, expected a path, $all, $any or $not", at);
        };
    }

    private static List<Filter> expressions(Json value, String at) {
        List<Json> items = array(value, at);
        List<Filter> filters = new ArrayList<>(items.size());
        for (int i = 0; i < items.size(); i++) {
            filters.add(expression(items.get(i), at + "[" + i + "]"));
        }
        return filters;
    }

    private static Filter match(String path, Json value, String at) {
        if (!(value instanceof Json.Obj matcher)) {
            return Filter.equal(path, scalar(value, at));
        }
        if (matcher.fields().size() != 1) {
            throw bad("expected " + MATCHERS, at);
        }
        Map.Entry<String, Json> field = matcher.fields().entrySet().iterator().next();
        Json operand = field.getValue();
        String operandAt = at + "." + field.getKey();
        return switch (field.getKey()) {
            case "$exists" -> exists(path, operand, operandAt);
            case "$in" -> new Filter.Equal(path, scalars(operand, operandAt));
            case "$hasPrefix" -> new Filter.Prefix(path, text(operand, operandAt));
            case "$contains" -> contains(path, operand, operandAt);
            default -> throw bad("expected " + MATCHERS, operandAt);
        };
    }

    private static Filter exists(String path, Json operand, String at) {
        if (!(operand instanceof Json.Bool wanted)) {
            throw bad("expected true or false", at);
        }
        Filter exists = new Filter.Exists(path);
        return wanted == Json.Bool.TRUE ? exists : new Filter.Not(exists);
    }

    /** An array holds a value; relations hold an object of type and targetRef instead. */
    private static Filter contains(String path, Json operand, String at) {
        if (!(operand instanceof Json.Obj relation)) {
            return Filter.equal(path, scalar(operand, at));
        }
        if (!path.equalsIgnoreCase("relations")) {
            throw bad("expected a text, a number, true or false; an object is for relations only", at);
        }
        for (String name : relation.fields().keySet()) {
            if (!name.equals("type") && !name.equals("targetRef")) {
                throw bad("a relation has type and targetRef only", at + "." + name);
            }
        }
        String type = relation.text("type").orElseThrow(() -> bad("expected a text", at + ".type"));
        Json target = relation.get("targetRef");
        if (target == null) {
            return new Filter.Exists("relations." + type);
        }
        return match("relations." + type, target, at + ".targetRef");
    }

    private static List<String> scalars(Json value, String at) {
        List<String> scalars = new ArrayList<>();
        for (Json item : array(value, at)) {
            scalars.add(scalar(item, at));
        }
        return scalars;
    }

    private static List<Json> array(Json value, String at) {
        if (value instanceof Json.Arr array) {
            return array.items();
        }
        throw bad("expected an array", at);
    }

    private static String text(Json value, String at) {
        if (value instanceof Json.Text text) {
            return text.value();
        }
        throw bad("expected a text", at);
    }

    private static String scalar(Json value, String at) {
        if (value instanceof Json.Text text) {
            return text.value();
        }
        if (value instanceof Json.Num number) {
            return Inputs.plain(number.value());
        }
        if (value instanceof Json.Bool bool) {
            return bool == Json.Bool.TRUE ? "true" : "false";
        }
        throw bad("expected a text, a number, true or false", at);
    }

    private static PortalException bad(String why, String at) {
        return Inputs.bad("Invalid query: " + why + (at.isEmpty() ? "" : " at \"" + at + "\""));
    }
}
