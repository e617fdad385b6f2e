package org.callboard.core.search;

/**
 * Which collection of which extension of which plugin.
 *
 * @param origin the plugin and its extension: see {@link #origin(String, String)}
 * @param collection its id there
 */
record CollectionKey(String origin, String collection) {

    private static final char SEPARATOR = '\0';

    static String origin(String plugin, String extension) {
        return plugin + "/" + extension;
    }

    /** {@return the plugin of an origin} */
    static String plugin(String origin) {
        return origin.substring(0, origin.indexOf('/'));
    }

    String text() {
        return origin + SEPARATOR + collection;
    }

    static CollectionKey parse(String text) {
        int end = text.indexOf(SEPARATOR);
        return new CollectionKey(text.substring(0, end), text.substring(end + 1));
    }
}
