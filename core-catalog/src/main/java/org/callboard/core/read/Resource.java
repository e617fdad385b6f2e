package org.callboard.core.read;

/**
 * Something that can be read.
 *
 * @param type {@code file} or {@code url}
 * @param target the absolute path, or the URL
 */
public record Resource(String type, String target) {

    /** {@return as annotations write it: {@code type:target}} */
    public String reference() {
        return type + ":" + target;
    }
}
