package org.callboard.plugin.docs.markup;

import java.util.ArrayList;
import java.util.List;
import org.commonmark.parser.SourceLine;

/** A line of a table, cut into its cells where a bar is neither escaped nor within code. */
final class TableRow {

    private static final int MOST = 500;

    private final SourceLine line;
    private final CharSequence text;
    private final List<SourceLine> cells = new ArrayList<>();

    private TableRow(SourceLine line) {
        this.line = line;
        text = line.getContent();
    }

    /** @param isBordered whether bars at the ends of the line belong to no cell */
    static List<SourceLine> cells(SourceLine line, boolean isBordered) {
        TableRow row = new TableRow(line);
        row.cut(isBordered);
        return row.cells;
    }

    private void cut(boolean isBordered) {
        int begin = skip(0, text.length());
        int end = text.length();
        while (end > begin && Character.isWhitespace(text.charAt(end - 1))) {
            end--;
        }
        if (isBordered && begin < end && text.charAt(begin) == '|') {
            begin++;
        }
        if (isBordered && end > begin && text.charAt(end - 1) == '|' && !isEscaped(end - 1)) {
            end--;
        }
        cut(begin, end);
    }

    private void cut(int from, int end) {
        int begin = from;
        int at = from;
        int search = 0;
        while (at < end && cells.size() < MOST) {
            char character = text.charAt(at);
            if (character == '\\') {
                at += 2;
            } else if (character == '`' && search < MOST) {
                search++;
                at = behindCode(at, end);
            } else if (character == '|') {
                cells.add(trimmed(begin, at));
                begin = ++at;
            } else {
                at++;
            }
        }
        cells.add(trimmed(begin, end));
    }

    private int behindCode(int from, int end) {
        int open = run(from, end);
        int at = from + open;
        while (at < end) {
            int run = run(at, end);
            if (run == open) {
                return at + run;
            }
            at += Math.max(1, run);
        }
        return from + open;
    }

    private int run(int from, int end) {
        int at = from;
        while (at < end && text.charAt(at) == '`') {
            at++;
        }
        return at - from;
    }

    private int skip(int from, int end) {
        int at = from;
        while (at < end && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private boolean isEscaped(int at) {
        return at > 0 && text.charAt(at - 1) == '\\';
    }

    private SourceLine trimmed(int from, int to) {
        int begin = skip(from, to);
        int end = to;
        while (end > begin && Character.isWhitespace(text.charAt(end - 1))) {
            end--;
        }
        return line.substring(Math.min(begin, text.length()), Math.min(end, text.length()));
    }
}
