package org.callboard.core.edge;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/** IP addresses as they stand in configurations, headers and connections: written out, and never looked up. */
public final class Address {

    private static final String NUMBER = "(25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9]?[0-9])";
    private static final Pattern VERSION_4 = Pattern.compile(NUMBER + "(\\." + NUMBER + "){3}");
    private static final Pattern VERSION_6 = Pattern.compile("[0-9a-fA-F:]*:[0-9a-fA-F:.]*");
    private static final int NETWORK_BYTES = 8;

    private Address() {}

    /** {@return the address that a text is} One of IPv4 within one of IPv6 is that of IPv4 */
    static Optional<InetAddress> parse(String text) {
        String plain = plain(text);
        if (!VERSION_4.matcher(plain).matches() && !VERSION_6.matcher(plain).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(InetAddress.getByName(plain));
        } catch (UnknownHostException malformed) {
            return Optional.empty();
        }
    }

    /** Without the brackets that URLs have, and without the name of a network card. */
    private static String plain(String text) {
        String bare = text.startsWith("[") && text.endsWith("]") ? text.substring(1, text.length() - 1) : text;
        int card = bare.indexOf('%');
        return card < 0 ? bare : bare.substring(0, card);
    }

    /** {@return whether a text is an address} */
    public static boolean isOne(String text) {
        return parse(text).isPresent();
    }

    /** {@return whether an address is that of a machine for itself} */
    public static boolean isLoopback(String text) {
        if (text.indexOf(':') < 0) {
            return text.startsWith("127.");
        }
        return parse(text).map(InetAddress::isLoopbackAddress).orElse(false);
    }

    /** {@return what is the same for all addresses that one sender is likely to have}: of IPv6 the upper half */
    public static String network(String text) {
        if (text.indexOf(':') < 0) {
            return text;
        }
        return parse(text)
                .map(InetAddress::getAddress)
                .filter(bytes -> bytes.length > 4)
                .map(bytes -> HexFormat.of().formatHex(bytes, 0, NETWORK_BYTES))
                .orElse(text);
    }
}
