package org.callboard.plugin.docs.markup;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * How the items of an ordered list are numbered: by numbers, letters or Roman numbers, with a dot or a parenthesis behind.
 *
 * @param type as HTML has it: {@code 1}, {@code a}, {@code A}, {@code i} or {@code I}
 * @param end what is behind the number
 */
record Numbering(char type, char end) {

    /** Stands before markers that begin with a letter, as the parser looks for no block where a line begins with one. */
    static final String SIGN = "\ufdd0";

    private static final Pattern LETTERED =
            Pattern.compile("(?m)^([ >]*+)(?=(?:[ivxlcdm]{1,20}|[IVXLCDM]{1,20}|[a-zA-Z])[.)][ \\t])");
    private static final String ROMAN = "ivxlcdm";
    private static final int[] WORTH = {1, 5, 10, 50, 100, 500, 1000};

    /** Puts the sign before each line that may begin with a letter as its number. */
    static String marked(String text) {
        return LETTERED.matcher(text).replaceAll("$1" + SIGN);
    }

    /** Takes all signs away. */
    static String unmarked(String html) {
        return html.replace(SIGN, "");
    }

    /**
     * How an item is numbered.
     *
     * @param marker with what is behind the number
     * @param before how the list is that it may go on; its style says whether single letters are Roman numbers
     */
    static Numbering of(String marker, Numbering before, Dialect dialect) {
        char first = marker.charAt(0);
        char end = marker.charAt(marker.length() - 1);
        if (first == '#') {
            return new Numbering(before.type, end);
        }
        if (Character.isDigit(first)) {
            return new Numbering('1', end);
        }
        boolean isUpper = Character.isUpperCase(first);
        boolean isRoman = marker.length() > 2 || isRoman(Character.toLowerCase(first), isUpper, end, before, dialect);
        return new Numbering(isRoman ? (isUpper ? 'I' : 'i') : (isUpper ? 'A' : 'a'), end);
    }

    private static boolean isRoman(char letter, boolean isUpper, char end, Numbering before, Dialect dialect) {
        if (!dialect.has(Choice.LETTERED_LISTS)) {
            return true;
        }
        if (!dialect.has(Choice.ROMAN_LISTS) || ROMAN.indexOf(letter) < 0) {
            return false;
        }
        if (before.equals(new Numbering(isUpper ? 'A' : 'a', end))) {
            return false;
        }
        return letter == 'i' || before.equals(new Numbering(isUpper ? 'I' : 'i', end));
    }

    /** The number that an item of this style begins with. */
    int number(String marker) {
        String digits = marker.substring(0, marker.length() - 1).toLowerCase(Locale.ROOT);
        if (digits.equals("#")) {
            return 1;
        }
        return switch (type) {
            case '1' -> Integer.parseInt(digits);
            case 'a', 'A' -> digits.charAt(0) - 'a' + 1;
            default -> roman(digits);
        };
    }

    private static int roman(String digits) {
        int number = 0;
        for (int at = 0; at < digits.length(); at++) {
            int worth = WORTH[ROMAN.indexOf(digits.charAt(at))];
            int next = at + 1 < digits.length() ? WORTH[ROMAN.indexOf(digits.charAt(at + 1))] : 0;
            number += worth < next ? -worth : worth;
        }
        return number;
    }

    /** What is kept of it in CommonMark's node, as the delimiter, which is never written. */
    String delimiter() {
        return "" + type + end;
    }

    /** @param delimiter of CommonMark's node */
    static Numbering read(String delimiter) {
        return new Numbering(delimiter.charAt(0), delimiter.charAt(1));
    }
}
