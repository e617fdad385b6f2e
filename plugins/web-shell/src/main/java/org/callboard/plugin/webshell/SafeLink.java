package org.callboard.plugin.webshell;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;

/** Addresses that a reader may be sent to: http and https with a host and without a user, and mailto. */
final class SafeLink {

    private static final int LONGEST = 4_000;

    private SafeLink() {}

    /** {@return the address, where it is such a one} */
    static Optional<URI> of(String text) {
        if (text.length() > LONGEST || text.codePoints().anyMatch(SafeLink::isUnseen)) {
            return Optional.empty();
        }
        try {
            return Optional.of(new URI(text)).filter(SafeLink::isSafe);
        } catch (URISyntaxException none) {
            return Optional.empty();
        }
    }

    /** What nobody sees, or what turns around how the rest is seen. */
    private static boolean isUnseen(int letter) {
        return Character.isISOControl(letter) || Character.getType(letter) == Character.FORMAT;
    }

    private static boolean isSafe(URI uri) {
        String scheme = Optional.ofNullable(uri.getScheme()).orElse("").toLowerCase(Locale.ROOT);
        return switch (scheme) {
            case "http", "https" -> uri.getHost() != null && uri.getRawUserInfo() == null;
            case "mailto" -> !uri.getRawSchemeSpecificPart().isEmpty();
            default -> false;
        };
    }
}
