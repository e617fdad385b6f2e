package org.callboard.plugin.scorecards.rule;

import java.util.ArrayDeque;
import java.util.Deque;

/** About how many instructions a pattern makes, without making them: repetitions of repetitions multiply. */
final class PatternSize {

    private static final long MOST = 1_000_000;

    private final String pattern;
    private final Deque<Long> outer = new ArrayDeque<>();
    private long total;
    private long last;
    private int at;

    private PatternSize(String pattern) {
        this.pattern = pattern;
    }

    /** {@return how many; too many rather than too few} */
    static long of(String pattern) {
        return new PatternSize(pattern).count();
    }

    private long count() {
        while (at < pattern.length() && total < MOST) {
            take(pattern.charAt(at));
            at++;
        }
        while (!outer.isEmpty()) {
            close();
        }
        return total;
    }

    private void take(char next) {
        switch (next) {
            case '\\' -> {
                at++;
                atom();
            }
            case '[' -> {
                at = endOfClass();
                atom();
            }
            case '(' -> {
                outer.push(total);
                total = 0;
            }
            case ')' -> close();
            case '{' -> repeat();
            default -> atom();
        }
    }

    private void atom() {
        last = 1;
        total++;
    }

    private void close() {
        last = total + 1;
        total = last + (outer.isEmpty() ? 0 : outer.pop());
    }

    private int endOfClass() {
        for (int i = at + 2; i < pattern.length(); i++) {
            if (pattern.charAt(i) == '\\') {
                i++;
            } else if (pattern.charAt(i) == ']') {
                return i;
            }
        }
        return pattern.length();
    }

    private void repeat() {
        int end = pattern.indexOf('}', at);
        String bounds = end < 0 ? "" : pattern.substring(at + 1, end);
        if (!bounds.matches("[0-9]{1,4}(,[0-9]{0,4})?")) {
            atom();
            return;
        }
        long most = 1;
        for (String bound : bounds.split(",", -1)) {
            most = bound.isEmpty() ? most : Math.max(most, Long.parseLong(bound));
        }
        total += last * (most - 1);
        last *= most;
        at = end;
    }
}
