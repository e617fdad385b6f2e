package org.callboard.core.log;

import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.StackTraceElementProxy;

/** A stack trace as lines that stand below the line it belongs to; only its beginning where it is long. */
final class ThrownText {

    private static final int MOST_CAUSES = 5;
    private static final int MOST_FRAMES = 20;
    private static final int LONGEST_LINE = 500;

    private ThrownText() {}

    static String of(IThrowableProxy thrown) {
        StringBuilder text = new StringBuilder(1_000);
        IThrowableProxy current = thrown;
        for (int depth = 0; current != null && depth < MOST_CAUSES; depth++) {
            if (depth > 0) {
                text.append("\nCaused by: ");
            }
            String name = current.getClassName();
            text.append(LogText.oneLine(
                    current.getMessage() == null ? name : name + ": " + current.getMessage(), LONGEST_LINE));
            frames(current, text);
            current = current.getCause();
        }
        return text.toString();
    }

    private static void frames(IThrowableProxy thrown, StringBuilder text) {
        StackTraceElementProxy[] frames = thrown.getStackTraceElementProxyArray();
        int own = frames == null ? 0 : frames.length - thrown.getCommonFrames();
        int shown = Math.min(own, MOST_FRAMES);
        for (int index = 0; index < shown; index++) {
            text.append("\n    ").append(LogText.oneLine(frames[index].getSTEAsString(), LONGEST_LINE));
        }
        int hidden = frames == null ? 0 : frames.length - shown;
        if (hidden > 0) {
            text.append("\n    ... ").append(hidden).append(" more");
        }
    }
}
