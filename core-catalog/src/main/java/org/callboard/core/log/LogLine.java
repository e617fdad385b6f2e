package org.callboard.core.log;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * What a plugin logged once. No part of it can look like another line, nor is any of it long: whatever is given is made so.
 *
 * @param level {@code TRACE} to {@code ERROR}
 * @param thrown the stack trace in lines of its own, or null
 */
public record LogLine(
        Instant at,
        String level,
        String logger,
        String thread,
        String message,
        @Nullable String thrown) {

    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_MESSAGE = 8_192;

    /** Cleans and cuts the texts; see {@link ThrownText} for what is thrown. */
    public LogLine {
        at = at.truncatedTo(ChronoUnit.MILLIS);
        logger = word(logger);
        thread = LogText.oneLine(thread, LONGEST_NAME).replace(']', '_');
        message = LogText.oneLine(message, LONGEST_MESSAGE);
    }

    private static String word(String logger) {
        String clean = LogText.oneLine(logger, LONGEST_NAME).replace(' ', '_').replace('\t', '_');
        return clean.isEmpty() ? "_" : clean;
    }

    int length() {
        return logger.length() + thread.length() + message.length() + (thrown == null ? 0 : thrown.length());
    }
}
