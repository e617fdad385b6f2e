package org.callboard.core.web;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.callboard.core.entity.Texts;

/** Hosts in one form each: a name in lower case, four plain numbers, or a whole IPv6 address in brackets. */
final class HostName {

    private static final int LONGEST = 253;
    private static final String LABEL = "[A-Za-z0-9_]([A-Za-z0-9_-]{0,61}[A-Za-z0-9_])?";
    private static final Pattern NAME = Pattern.compile(LABEL + "(\\." + LABEL + ")*");
    private static final Pattern ENDS_IN_NUMBER = Pattern.compile("(.*\\.)?([0-9]+|0x[0-9a-f]*)");
    private static final String BYTE = "(25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9]?[0-9])";
    private static final Pattern FOUR_NUMBERS = Pattern.compile(BYTE + "(\\." + BYTE + "){3}");
    private static final Pattern SIX = Pattern.compile("\\[[0-9A-Fa-f:.]{2,45}]");

    private HostName() {}

    /** {@return the one form of a host} */
    static String canonical(String text) throws MalformedException {
        if (text.startsWith("[")) {
            return six(text);
        }
        if (text.length() > LONGEST || !NAME.matcher(text).matches()) {
            throw new MalformedException(
                    "has the host " + Texts.quote(text)
                            + ", and a host is made of ASCII letters, digits, dots and hyphens",
                    "Write the host's plain name; one with other letters in its 'xn--' form.");
        }
        String host = text.toLowerCase(Locale.ROOT);
        if (ENDS_IN_NUMBER.matcher(host).matches()
                && !FOUR_NUMBERS.matcher(host).matches()) {
            throw new MalformedException(
                    "has the host " + Texts.quote(text) + ", which is a number in disguise",
                    "Write an address as four decimal numbers, such as 192.0.2.7.");
        }
        return host;
    }

    private static String six(String text) throws MalformedException {
        try {
            if (SIX.matcher(text).matches() && text.indexOf(':') > 0) {
                return form(InetAddress.getByName(text));
            }
        } catch (UnknownHostException malformed) {
            // said below
        }
        throw new MalformedException(
                "has the host " + Texts.quote(text) + ", which is no IPv6 address",
                "Write the address in brackets, such as [2001:db8::7], and without a zone.");
    }

    private static String form(InetAddress address) {
        String text = address.getHostAddress();
        return address instanceof Inet4Address ? text : "[" + text + "]";
    }

    /** {@return the address that a host in its one form is, if it is one; nobody is asked} */
    static Optional<InetAddress> address(String host) {
        if (!host.startsWith("[") && !FOUR_NUMBERS.matcher(host).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(InetAddress.getByName(host));
        } catch (UnknownHostException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
