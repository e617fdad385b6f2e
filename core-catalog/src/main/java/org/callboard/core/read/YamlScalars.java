package org.callboard.core.read;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Optional;
import org.callboard.api.model.Json;
import org.callboard.core.entity.JsonNumbers;

/** What a plain YAML text stands for: the core schema of YAML 1.2, so {@code no}, {@code 012:30} and dates are texts. */
final class YamlScalars {

    private YamlScalars() {}

    /** {@return the value, or nothing where it is a number that JSON or this portal can't hold} */
    static Optional<Json> resolve(String text) {
        if (text.isEmpty()) {
            return Optional.of(Json.Null.NULL);
        }
        return switch (text.charAt(0)) {
            case '~', 'n', 'N', 't', 'T', 'f', 'F' -> Optional.of(word(text));
            case '0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '+', '-', '.' -> number(text);
            default -> Optional.of(new Json.Text(text));
        };
    }

    private static Json word(String text) {
        return switch (text) {
            case "~", "null", "Null", "NULL" -> Json.Null.NULL;
            case "true", "True", "TRUE" -> Json.Bool.TRUE;
            case "false", "False", "FALSE" -> Json.Bool.FALSE;
            default -> new Json.Text(text);
        };
    }

    private static Optional<Json> number(String text) {
        if (text.startsWith("0x") || text.startsWith("0o")) {
            return radix(text, text.charAt(1) == 'x' ? 16 : 8);
        }
        if (isDecimal(text)) {
            return JsonNumbers.parse(text).map(Json.Num::new);
        }
        return isInfiniteOrNone(text) ? Optional.empty() : Optional.of(new Json.Text(text));
    }

    private static Optional<Json> radix(String text, int radix) {
        for (int i = 2; i < text.length(); i++) {
            if (Character.digit(text.charAt(i), radix) < 0 || text.charAt(i) > 'f') {
                return Optional.of(new Json.Text(text));
            }
        }
        if (text.length() == 2 || text.length() > JsonNumbers.MAX_LENGTH) {
            return text.length() == 2 ? Optional.of(new Json.Text(text)) : Optional.empty();
        }
        return Optional.of(new Json.Num(new BigDecimal(new BigInteger(text.substring(2), radix))));
    }

    /** {@code [-+]? ( \. [0-9]+ | [0-9]+ ( \. [0-9]* )? ) ( [eE] [-+]? [0-9]+ )?} */
    private static boolean isDecimal(String text) {
        int at = sign(text, 0);
        int whole = digits(text, at);
        int end = whole;
        if (end < text.length() && text.charAt(end) == '.') {
            end = digits(text, end + 1);
            if (whole == at && end == whole + 1) {
                return false;
            }
        } else if (whole == at) {
            return false;
        }
        if (end < text.length() && (text.charAt(end) == 'e' || text.charAt(end) == 'E')) {
            int exponent = sign(text, end + 1);
            end = digits(text, exponent);
            return end > exponent && end == text.length();
        }
        return end == text.length();
    }

    private static int sign(String text, int at) {
        return at < text.length() && (text.charAt(at) == '-' || text.charAt(at) == '+') ? at + 1 : at;
    }

    private static int digits(String text, int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        return at;
    }

    private static boolean isInfiniteOrNone(String text) {
        return switch (text.substring(sign(text, 0))) {
            case ".inf", ".Inf", ".INF" -> true;
            case ".nan", ".NaN", ".NAN" -> sign(text, 0) == 0;
            default -> false;
        };
    }
}
