package org.callboard.core.entity;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * Which numbers are let in. {@code 1e999999999} is short to write and takes a gigabyte to write out, so the exponent is
 * bounded where numbers enter, and nobody behind needs to think of it.
 */
public final class JsonNumbers {

    /** The most characters of a number. */
    public static final int MAX_LENGTH = 1_000;

    private static final int MAX_SCALE = 10_000;
    private static final int SURELY_LONG = 18;

    private JsonNumbers() {}

    /** {@return the number, exactly as written, or nothing where it is none or beyond the bounds} */
    public static Optional<BigDecimal> parse(String text) {
        if (text.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        if (isShortWhole(text)) {
            return Optional.of(BigDecimal.valueOf(Long.parseLong(text)));
        }
        try {
            return Optional.of(new BigDecimal(text)).filter(JsonNumbers::isBounded);
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** {@return whether the number can be written out without harm} */
    public static boolean isBounded(BigDecimal number) {
        return Math.abs((long) number.scale()) <= MAX_SCALE && number.precision() <= MAX_LENGTH;
    }

    private static boolean isShortWhole(String text) {
        if (text.isEmpty() || text.length() > SURELY_LONG) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }
}
