package org.callboard.core.read;

import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a YAML file at its document markers, which nothing can hide: by the specification they end even quoted texts and
 * block texts. So a mistake in one document never reaches the next.
 */
final class DocumentSplitter {

    /**
     * A document and what belongs to it.
     *
     * @param text from the directives or the marker on
     * @param firstLine the line of the file, from 1, that the text starts on
     */
    record Piece(String text, int firstLine) {}

    private final String text;
    private final List<Piece> pieces = new ArrayList<>();
    private int start;
    private int startLine = 1;
    /** A marker or content was seen: what is open is a document and not just comments before one. */
    private boolean open;

    private DocumentSplitter(String text) {
        this.text = text;
    }

    /** {@return the documents in order; what holds nothing but comments, and no marker, is none} */
    static List<Piece> split(String text) {
        DocumentSplitter splitter = new DocumentSplitter(text);
        splitter.run();
        return splitter.pieces;
    }

    private void run() {
        int line = 1;
        for (int at = 0; at < text.length(); line++) {
            int next = nextLine(at);
            if (isMarker(at, '-')) {
                if (open) {
                    close(at, line);
                }
                open = true;
            } else if (isMarker(at, '.')) {
                close(next, line + 1);
            } else if (!open) {
                open = isContent(at, next);
            }
            at = next;
        }
        close(text.length(), line);
    }

    private void close(int end, int nextLine) {
        if (open) {
            pieces.add(new Piece(text.substring(start, end), startLine));
        }
        open = false;
        start = end;
        startLine = nextLine;
    }

    private boolean isMarker(int at, char sign) {
        return at + 3 <= text.length()
                && text.charAt(at) == sign
                && text.charAt(at + 1) == sign
                && text.charAt(at + 2) == sign
                && (at + 3 == text.length() || isWhite(text.charAt(at + 3)));
    }

    /** Neither blank nor comment nor directive. */
    private boolean isContent(int at, int end) {
        if (text.charAt(at) == '%') {
            return false;
        }
        int first = at;
        while (first < end && isWhite(text.charAt(first))) {
            first++;
        }
        return first < end && text.charAt(first) != '#';
    }

    private int nextLine(int at) {
        int end = at;
        while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
            end++;
        }
        boolean windows = end + 1 < text.length() && text.charAt(end) == '\r' && text.charAt(end + 1) == '\n';
        return Math.min(text.length(), end + (windows ? 2 : 1));
    }

    private static boolean isWhite(char c) {
        return c == ' ' || c == '\t' || c == '\n' || c == '\r';
    }
}
