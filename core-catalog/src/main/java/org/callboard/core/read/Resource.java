package org.callboard.core.read;

/**
 * Something that can be read.
 *
 * @param type {@code file}, {@code url} or {@code provider}
 * @param target the absolute path, the URL, or plugin, provider and document
 */
public record Resource(String type, String target) {

    /** The type of what lies on the portal's own disk. */
    public static final String FILE = "file";

    /** The type of what is fetched over HTTP. */
    public static final String URL = "url";

    /** The type of what the entity provider of a plugin gave. */
    public static final String PROVIDER = "provider";

    /** {@return as annotations write it: {@code type:target}} */
    public String reference() {
        return type + ":" + target;
    }
}
