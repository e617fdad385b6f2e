package org.callboard.core.read;

import java.util.Optional;
import org.callboard.core.read.DocumentSplitter.Piece;

/**
 * Tabs that YAML allows and the library does not: between a key and its value, and on lines that hold nothing or a comment.
 * They are replaced where the library stops at them, and nowhere else, so that no text is changed.
 */
final class Tabs {

    private static final int MOST = 50;
    private static final int MOST_CHARACTERS = 4 << 20;

    private Tabs() {}

    /** {@return how many may be replaced, each of which means to read the document again} */
    static int most(Piece piece) {
        return Math.min(MOST, MOST_CHARACTERS / Math.max(1, piece.text().length()));
    }

    /** {@return the document without the tabs at a line and column, where these only separate} */
    static Optional<Piece> replace(Piece piece, int line, int column) {
        String text = piece.text();
        int start = lineStart(text, line - piece.firstLine());
        int tab = text.offsetByCodePoints(start, column - 1);
        int end = tab;
        while (end < text.length() && (text.charAt(end) == '\t' || text.charAt(end) == ' ')) {
            end++;
        }
        if (end == tab || !onlySeparates(text.substring(start, tab), rest(text, end))) {
            return Optional.empty();
        }
        String mended = text.substring(0, tab) + " ".repeat(end - tab) + text.substring(end);
        return Optional.of(new Piece(mended, piece.firstLine()));
    }

    private static boolean onlySeparates(String before, String after) {
        boolean nothing = after.isEmpty() || after.startsWith("#");
        boolean behindKey = before.stripTrailing().endsWith(":");
        boolean beforeText = !after.contains(": ") && !after.endsWith(":");
        return nothing || behindKey || (!before.isBlank() && beforeText);
    }

    private static int lineStart(String text, int lines) {
        int at = 0;
        for (int i = 0; i < lines; i++) {
            at = nextLine(text, at);
        }
        return at;
    }

    private static int nextLine(String text, int from) {
        int end = lineEnd(text, from);
        boolean windows = text.startsWith("\r\n", end);
        return Math.min(text.length(), end + (windows ? 2 : 1));
    }

    private static String rest(String text, int from) {
        return text.substring(from, lineEnd(text, from)).stripTrailing();
    }

    private static int lineEnd(String text, int from) {
        int end = from;
        while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
            end++;
        }
        return end;
    }
}
