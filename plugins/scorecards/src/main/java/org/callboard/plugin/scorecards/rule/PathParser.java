package org.callboard.plugin.scorecards.rule;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.callboard.api.model.Json;

/** Reads a path. */
final class PathParser {

    private static final int LONGEST = 300;
    private static final int MOST_STEPS = 20;

    private final String text;
    private int at;
    private boolean hasBelow;

    PathParser(String text) {
        this.text = text;
    }

    JsonPath parse() {
        if (text.length() > LONGEST) {
            throw wrong("is longer than " + LONGEST + " characters");
        }
        take("$");
        JsonPath path = path();
        if (at < text.length()) {
            throw wrong("has '" + text.charAt(at) + "' at character " + (at + 1) + " where a step begins with . or [");
        }
        return path;
    }

    /** Steps, up to what is none. */
    private JsonPath path() {
        int start = at;
        List<Step> steps = new ArrayList<>();
        while (at < text.length() && (text.charAt(at) == '.' || text.charAt(at) == '[')) {
            if (steps.size() >= MOST_STEPS) {
                throw wrong("has more than " + MOST_STEPS + " steps");
            }
            steps.add(step());
        }
        return new JsonPath("$" + text.substring(start, at), steps);
    }

    private Step step() {
        if (has("..")) {
            if (hasBelow) {
                throw wrong("has .. more than once");
            }
            hasBelow = true;
            return new Step.Below(name());
        }
        if (has(".*") || has("[*]")) {
            return new Step.Each();
        }
        if (has(".")) {
            return new Step.Name(name());
        }
        take("[");
        Step step = inBrackets();
        take("]");
        return step;
    }

    private Step inBrackets() {
        if (has("?")) {
            boolean hasParenthesis = has("(");
            Step step = where();
            if (hasParenthesis) {
                take(")");
            }
            return step;
        }
        if (text.startsWith("'", at) || text.startsWith("\"", at)) {
            return new Step.Name(quoted());
        }
        String digits = span("-0123456789");
        try {
            return new Step.Index(Integer.parseInt(digits));
        } catch (NumberFormatException none) {
            throw wrong("has no name in quotes, number, * or ? in [] at character " + (at + 1));
        }
    }

    private Step where() {
        take("@");
        JsonPath path = path();
        span(" ");
        if (has("==")) {
            return new Step.Where(path, literal(), true);
        }
        return has("!=") ? new Step.Where(path, literal(), false) : new Step.Where(path, null, true);
    }

    private Json literal() {
        span(" ");
        if (text.startsWith("'", at) || text.startsWith("\"", at)) {
            return Json.of(quoted());
        }
        if (has("true")) {
            return Json.Bool.TRUE;
        }
        if (has("false")) {
            return Json.Bool.FALSE;
        }
        if (has("null")) {
            return Json.Null.NULL;
        }
        try {
            return new Json.Num(new BigDecimal(span("-0123456789.")));
        } catch (NumberFormatException none) {
            throw wrong("compares with what is no 'text', number, true, false or null at character " + (at + 1));
        }
    }

    private String quoted() {
        int end = text.indexOf(text.charAt(at), at + 1);
        if (end < 0) {
            throw wrong("has a quote at character " + (at + 1) + " that does not end");
        }
        String inner = text.substring(at + 1, end);
        at = end + 1;
        return inner;
    }

    private String name() {
        int start = at;
        while (at < text.length()
                && (Character.isLetterOrDigit(text.charAt(at)) || "_-".indexOf(text.charAt(at)) >= 0)) {
            at++;
        }
        if (start == at) {
            throw wrong("has no name at character " + (at + 1) + "; write other names as ['my/name']");
        }
        return text.substring(start, at);
    }

    private String span(String characters) {
        int start = at;
        while (at < text.length() && characters.indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        return text.substring(start, at);
    }

    private boolean has(String token) {
        boolean isThere = text.startsWith(token, at);
        at += isThere ? token.length() : 0;
        return isThere;
    }

    private void take(String token) {
        if (!has(token)) {
            throw wrong("has no '" + token + "' at character " + (at + 1));
        }
    }

    private IllegalArgumentException wrong(String why) {
        return new IllegalArgumentException("The path '" + text + "' " + why + ".");
    }
}
