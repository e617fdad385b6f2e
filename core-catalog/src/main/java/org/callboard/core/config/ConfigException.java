package org.callboard.core.config;

/** A configuration that can't be used; the message is one sentence that names file and line. */
public final class ConfigException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Says what is wrong and, if possible, where. */
    public ConfigException(String message) {
        super(message);
    }
}
