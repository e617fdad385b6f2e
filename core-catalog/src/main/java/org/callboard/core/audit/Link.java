package org.callboard.core.audit;

/** What is to be known of a row for the next to follow it. */
public record Link(long number, String hash) {

    /** What the very first row follows. */
    static final Link START = new Link(0, "0".repeat(64));
}
