package org.callboard.plugin.webshell.view;

/** Paths that stay within the portal. */
final class PortalPath {

    private PortalPath() {}

    /** {@return whether a browser that goes there stays in the portal} */
    static boolean isInside(String path) {
        return path.startsWith("/")
                && !path.startsWith("//")
                && path.chars().noneMatch(character -> character <= ' ' || character == '\\');
    }

    /** @throws FaultyViewException where it leads elsewhere */
    static String checked(String path) {
        if (!isInside(path)) {
            throw new FaultyViewException(
                    "'" + path + "' is no path of a page",
                    "Write it from the portal's root, for example /example-cost/regions/eu; use a link for other places.");
        }
        return path;
    }
}
