package org.callboard.core.read;

/**
 * Something that can be read.
 *
 * @param type {@code file} or {@code url}
 * @param target the absolute path, or the URL
 */
public record Resource(String type, String target) {

    /** The type of what lies on the portal's own disk. */
    public static final String FILE = "file";

    /** The type of what is fetched over HTTP. */
    public static final String URL = "url";

    /** {@return as annotations write it: {@code type:target}} */
    public String reference() {
        return type + ":" + target;
    }
}
