package org.callboard.plugin.docs.site;

import java.nio.charset.StandardCharsets;

/** Paths as parts of addresses. */
final class Addresses {

    private static final String PLAIN = "-._~/!$&'()*+,;=@:";

    private Addresses() {}

    /** A path with what may not be in an address as percent and digits. */
    static String encoded(String path) {
        StringBuilder text = new StringBuilder();
        for (byte octet : path.getBytes(StandardCharsets.UTF_8)) {
            char character = (char) (octet & 0xff);
            boolean isPlain =
                    character < 0x80 && (Character.isLetterOrDigit(character) || PLAIN.indexOf(character) >= 0);
            if (isPlain) {
                text.append(character);
            } else {
                text.append('%').append(String.format("%02X", (int) character));
            }
        }
        return text.toString();
    }
}
