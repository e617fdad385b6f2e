package org.callboard.plugin.catalogapi;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.regex.Pattern;
import org.callboard.api.problem.PortalException;
import org.callboard.api.problem.ProblemKind;

/** What holds for inputs wherever they stand: in a query, a body or a cursor. The messages are Backstage's. */
final class Inputs {

    private static final Pattern INTEGER = Pattern.compile("-?[0-9]{1,30}");
    private static final BigInteger LARGEST = BigInteger.valueOf(Integer.MAX_VALUE);

    private static final int MOST_ZEROS = 30;

    private Inputs() {}

    static PortalException bad(String message) {
        return new PortalException(ProblemKind.BAD_INPUT, message);
    }

    /** {@return the number, the largest int where it is larger still} */
    static int count(String path, String text) {
        if (!INTEGER.matcher(text).matches()) {
            throw bad(path + " must be integer");
        }
        BigInteger number = new BigInteger(text);
        if (number.signum() < 0) {
            throw bad(path + " must be >= 0");
        }
        return number.min(LARGEST).intValue();
    }

    /** {@return the number as people write it; with an exponent where it would have very many digits otherwise} */
    static String plain(BigDecimal number) {
        BigDecimal shortest = number.stripTrailingZeros();
        return Math.abs((long) shortest.scale()) > MOST_ZEROS ? shortest.toString() : shortest.toPlainString();
    }

    /** {@return what the word says} */
    static boolean flag(String path, String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw bad(path + " must be true or false");
        };
    }

    /** {@return whether the total is wanted} */
    static boolean wantsTotal(String path, String totalItems) {
        return switch (totalItems) {
            case "include" -> true;
            case "exclude" -> false;
            default -> throw bad(path + " must be equal to one of the allowed values: include, exclude");
        };
    }
}
