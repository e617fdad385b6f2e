package org.callboard.core.entity;

import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;

/** What browsers take for the host of a URL. */
final class WebHost {

    private static final String FORBIDDEN = " #/:<>?@[\\]^|";
    private static final char REPLACEMENT = '\uFFFD';

    private WebHost() {}

    /** {@return whether it may stand in a URL of the web: a name, or an address of IPv4 or IPv6} */
    static boolean isDomain(String host) {
        if (host.startsWith("[")) {
            return host.endsWith("]") && IpAddress.isVersion6(host.substring(1, host.length() - 1));
        }
        String name = normal(decoded(host));
        return !name.isEmpty()
                && !isForbidden(name)
                && isEncodable(name)
                && (!IpAddress.endsInNumber(name) || IpAddress.isVersion4(name));
    }

    /** {@return whether it may stand in a URL of any other scheme} */
    static boolean isOpaque(String host) {
        if (host.startsWith("[")) {
            return host.endsWith("]") && IpAddress.isVersion6(host.substring(1, host.length() - 1));
        }
        return host.chars().noneMatch(c -> c == 0 || FORBIDDEN.indexOf(c) >= 0);
    }

    private static String decoded(String host) {
        if (host.indexOf('%') < 0) {
            return host;
        }
        byte[] bytes = host.getBytes(StandardCharsets.UTF_8);
        int length = 0;
        for (int i = 0; i < bytes.length; i++) {
            int value = bytes[i] == '%' && i + 2 < bytes.length ? hex(bytes[i + 1], bytes[i + 2]) : -1;
            bytes[length++] = value < 0 ? bytes[i] : (byte) value;
            i += value < 0 ? 0 : 2;
        }
        return new String(bytes, 0, length, StandardCharsets.UTF_8);
    }

    private static int hex(byte high, byte low) {
        int first = Character.digit(high, 16);
        int second = Character.digit(low, 16);
        return first < 0 || second < 0 ? -1 : first << 4 | second;
    }

    /** As names are compared: letters of all widths and cases alike, and without what nobody can see. */
    private static String normal(String host) {
        if (isAscii(host)) {
            return host.toLowerCase(Locale.ROOT);
        }
        StringBuilder visible = new StringBuilder(host.length());
        host.codePoints().filter(c -> !isIgnored(c)).forEach(visible::appendCodePoint);
        String folded = Normalizer.normalize(visible, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        return Normalizer.normalize(folded, Normalizer.Form.NFKC).replace('\u3002', '.');
    }

    private static boolean isIgnored(int c) {
        return c == 0xAD || c == 0x200B || c == 0x2060 || c == 0xFEFF || (c >= 0xFE00 && c <= 0xFE0F);
    }

    private static boolean isAscii(String text) {
        return text.chars().allMatch(c -> c < 128);
    }

    private static boolean isForbidden(String name) {
        return name.chars()
                .anyMatch(c -> c <= ' ' || c == 127 || c == '%' || c == REPLACEMENT || FORBIDDEN.indexOf(c) >= 0);
    }

    private static boolean isEncodable(String name) {
        for (String label : name.split("\\.", -1)) {
            boolean isEncoded = label.startsWith("xn--");
            if ((isEncoded || !isAscii(label)) && !isEncodable(label, isEncoded)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isEncodable(String label, boolean isEncoded) {
        try {
            return isEncoded
                    ? isAscii(label) && !isAscii(IDN.toUnicode(label, IDN.ALLOW_UNASSIGNED))
                    : !IDN.toASCII(label, IDN.ALLOW_UNASSIGNED).isEmpty();
        } catch (IllegalArgumentException noName) {
            return false;
        }
    }
}
