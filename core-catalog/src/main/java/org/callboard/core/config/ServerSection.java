package org.callboard.core.config;

import java.net.URI;
import java.util.List;
import java.util.regex.Pattern;

/** The section {@code server}: where the portal listens, and where people reach it. */
final class ServerSection {

    /** A proxy may take the path off, so that what begins with it has to be told from the portal's own paths. */
    private static final Pattern BASE_PATH = Pattern.compile(
            "(?!/(api|ui|signin|health|metrics|maven|rescue|catalog|plugins|problems|docs)(/|$))(/[A-Za-z0-9_~-][A-Za-z0-9._~-]*)*/?");

    private ServerSection() {}

    static int port(String port) {
        try {
            int number = Integer.parseInt(port);
            if (number >= 0 && number <= 65_535) {
                return number;
            }
        } catch (NumberFormatException malformed) {
            // said below
        }
        throw new ConfigException("server.port is '" + port + "', and a port is a number from 0 to 65535.");
    }

    static URI url(String text) {
        try {
            URI url = URI.create(text);
            if (url.getHost() != null
                    && List.of("http", "https").contains(url.getScheme())
                    && BASE_PATH.matcher(url.getRawPath()).matches()
                    && url.getRawQuery() == null
                    && url.getRawFragment() == null) {
                return url;
            }
        } catch (IllegalArgumentException malformed) {
            // said below
        }
        throw new ConfigException(
                "server.baseUrl is '" + text + "', and must be a URL such as https://portal.example.com or"
                        + " https://example.com/callboard, whose path begins with no name that the portal itself uses.");
    }
}
