package org.callboard.core.entity;

import java.math.BigInteger;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** IP addresses as browsers write and take them: {@code 127.1} and {@code 0x7f000001} are addresses too. */
final class IpAddress {

    private static final int MOST_DIGITS = 100;
    private static final int GROUPS = 8;

    private IpAddress() {}

    /** {@return whether a host must be an address of IPv4, since its last part is a number} */
    static boolean endsInNumber(String host) {
        List<String> parts = parts(host);
        String last = parts.get(parts.size() - 1);
        boolean digits = !last.isEmpty() && last.chars().allMatch(c -> c >= '0' && c <= '9');
        return digits || (last.startsWith("0x") && number(last) != null);
    }

    /** {@return whether it is an address of IPv4} */
    static boolean isVersion4(String host) {
        List<String> parts = parts(host);
        if (parts.size() > 4) {
            return false;
        }
        for (int i = 0; i < parts.size(); i++) {
            BigInteger number = number(parts.get(i));
            int bits = i < parts.size() - 1 ? 8 : 8 * (5 - parts.size());
            if (number == null || number.bitLength() > bits) {
                return false;
            }
        }
        return true;
    }

    /** A point may stand behind the last part. */
    private static List<String> parts(String host) {
        List<String> parts = List.of(host.split("\\.", -1));
        boolean hasEnd = parts.size() > 1 && parts.get(parts.size() - 1).isEmpty();
        return hasEnd ? parts.subList(0, parts.size() - 1) : parts;
    }

    private static @Nullable BigInteger number(String text) {
        boolean hex = text.startsWith("0x");
        boolean octal = !hex && text.length() > 1 && text.startsWith("0");
        String digits = hex ? text.substring(2) : text;
        if (digits.isEmpty()) {
            return hex ? BigInteger.ZERO : null;
        }
        int radix = hex ? 16 : octal ? 8 : 10;
        boolean isNumber = digits.chars().allMatch(c -> c < 128 && Character.digit(c, radix) >= 0);
        return isNumber && digits.length() <= MOST_DIGITS ? new BigInteger(digits, radix) : null;
    }

    /** {@return whether it is an address of IPv6, without its brackets} */
    static boolean isVersion6(String text) {
        int gap = text.indexOf("::");
        if (gap < 0) {
            return groups(text) == GROUPS;
        }
        int before = gap == 0 ? 0 : groups(text.substring(0, gap));
        String rest = text.substring(gap + 2);
        int behind = rest.isEmpty() ? 0 : groups(rest);
        int point = text.indexOf('.');
        return before + behind < GROUPS && (point < 0 || point > gap);
    }

    /** {@return how many groups of sixteen bits these are, or more than there can be} */
    private static int groups(String text) {
        String[] groups = text.split(":", -1);
        int count = 0;
        for (int i = 0; i < groups.length; i++) {
            boolean isPlain = groups[i].length() <= 4 && isHex(groups[i]);
            if (!isPlain && !(i == groups.length - 1 && isDotted(groups[i]))) {
                return GROUPS + 1;
            }
            count += isPlain ? 1 : 2;
        }
        return count;
    }

    private static boolean isHex(String text) {
        return !text.isEmpty() && text.chars().allMatch(c -> c < 128 && Character.digit(c, 16) >= 0);
    }

    /** Four numbers from 0 to 255, without zeros before them. */
    private static boolean isDotted(String text) {
        return text.matches("((25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9]?[0-9])(\\.(?!$)|$)){4}");
    }
}
