package org.callboard.plugin.docs.markup;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Counts, before a page is parsed, what makes a parser look for an end that may never come. */
final class Complexity {

    static final int LONGEST = 2 * 1024 * 1024;

    private static final long MOST_STEPS = 100_000_000L;
    private static final int MOST_SIGNS = 50_000;
    private static final int MOST_TAGS = 100_000;
    private static final int MOST_MARKS = 120_000;
    private static final String MARKS = "`$+|[*_~^={:&\\";
    private static final Pattern OPENER = Pattern.compile("<[!?]|\\]\\([<\"']?|\\] ?\\[|<[a-zA-Z]");
    private static final Pattern BLANK = Pattern.compile("\\n[ \\t]*+\\n");

    private Complexity() {}

    /** @throws TooComplexException where there is too much of something */
    static void check(String source) throws TooComplexException {
        if (source.length() > LONGEST) {
            throw new TooComplexException("it is longer than " + LONGEST + " characters");
        }
        long steps = 0;
        int begin = 0;
        Matcher blank = BLANK.matcher(source);
        while (blank.find()) {
            steps += steps(source, begin, blank.start());
            begin = blank.end();
        }
        steps += steps(source, begin, source.length());
        if (steps > MOST_STEPS) {
            throw new TooComplexException("a paragraph has too many links, tags or signs");
        }
        if (source.chars().filter(character -> character == '<').count() > MOST_TAGS) {
            throw new TooComplexException("it has more than " + MOST_TAGS + " tags");
        }
        if (source.chars().filter(character -> MARKS.indexOf(character) >= 0).count() > MOST_MARKS) {
            throw new TooComplexException("it has more than " + MOST_MARKS + " signs that may mean something");
        }
    }

    private static long steps(String source, int begin, int end) {
        Matcher opener = OPENER.matcher(source).region(begin, end);
        long found = 0;
        while (opener.find()) {
            found++;
        }
        return found * (end - begin) + bracketed(source, begin, end);
    }

    /** What is between brackets, as often as brackets are around it, and a penalty for too many signs of emphasis. */
    private static long bracketed(String source, int begin, int end) {
        Deque<Integer> open = new ArrayDeque<>();
        long steps = 0;
        int signs = 0;
        for (int at = begin; at < end; at++) {
            char character = source.charAt(at);
            if (character == '[') {
                open.push(at);
            } else if (character == ']' && !open.isEmpty()) {
                steps += at - open.pop();
            } else if ("*_~^=".indexOf(character) >= 0 && ++signs > MOST_SIGNS) {
                return MOST_STEPS + 1;
            }
        }
        return steps;
    }
}
