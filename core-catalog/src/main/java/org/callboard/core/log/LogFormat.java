package org.callboard.core.log;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A line as text and back: time, level, thread, logger, message; a stack trace in lines that begin with a tab. */
public final class LogFormat {

    private static final Pattern LINE =
            Pattern.compile("(\\d{4}-\\d\\d-\\d\\dT[\\d:.]+Z) ([A-Z]+) +\\[([^\\]]*)\\] (\\S+): (.*)");

    private LogFormat() {}

    /** {@return the line and its continuation, each with its line end} */
    public static String text(LogLine line) {
        StringBuilder text = new StringBuilder(line.length() + 60);
        text.append(line.at()).append(' ').append(line.level());
        text.append(line.level().length() < 5 ? "  [" : " [").append(line.thread());
        text.append("] ").append(line.logger()).append(": ");
        text.append(line.message()).append('\n');
        if (line.thrown() != null) {
            text.append('\t').append(line.thrown().replace("\n", "\n\t")).append('\n');
        }
        return text.toString();
    }

    /** {@return the lines of a text, which may begin in the middle of one; that one is left out} */
    static List<LogLine> parse(String text) {
        List<LogLine> lines = new ArrayList<>();
        LogLine open = null;
        for (String row : text.split("\n", -1)) {
            Matcher matcher = LINE.matcher(row);
            if (matcher.matches()) {
                add(open, lines);
                open = line(matcher);
            } else if (open != null && row.startsWith("\t")) {
                open = continued(open, row.substring(1));
            }
        }
        add(open, lines);
        return lines;
    }

    private static void add(@Nullable LogLine line, List<LogLine> lines) {
        if (line != null) {
            lines.add(line);
        }
    }

    private static LogLine line(Matcher matcher) {
        return new LogLine(
                Instant.parse(matcher.group(1)),
                matcher.group(2),
                matcher.group(4),
                matcher.group(3),
                matcher.group(5),
                null);
    }

    private static LogLine continued(LogLine line, String more) {
        String thrown = line.thrown() == null ? more : line.thrown() + "\n" + more;
        return new LogLine(line.at(), line.level(), line.logger(), line.thread(), line.message(), thrown);
    }
}
