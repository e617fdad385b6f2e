package org.callboard.api.ui;

/** How something is; drawn with an icon and a word, never by colour alone. */
public enum Status {
    /** Fine. */
    OK,
    /** Worth a look. */
    WARN,
    /** Broken. */
    ERROR,
    /** Neither good nor bad. */
    INFO,
    /** Under way. */
    RUNNING,
    /** Not known. */
    UNKNOWN
}
