package org.callboard.plugin.docs.feedback;

import java.time.Instant;

/**
 * What somebody says is wrong with a page, and nobody has closed.
 *
 * @param person who says so, as a reference
 */
record Report(long id, String page, Said said, String person, Instant made) {

    static final int LONGEST_QUOTE = 600;
    static final int LONGEST_WORDS = 2_000;
    static final int LONGEST_NOTE = 1_000;

    /**
     * What was said, about what.
     *
     * @param section the id of the heading above it; empty where it is about the page
     * @param quote the text that it is about; may be empty
     */
    record Said(String section, String quote, String words) {}
}
