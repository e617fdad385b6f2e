package org.callboard.core.storage;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.callboard.core.archive.UnfitException;
import org.callboard.core.storage.Token.Kind;

/** Cuts a migration into pieces. What it does not know, it refuses: there is nothing that two readers could read in two ways. */
final class Tokenizer {

    private static final String SIGNS = "(),;-";

    private final String file;
    private final String content;
    private final List<Token> tokens = new ArrayList<>();
    private int at;
    private int line = 1;

    private Tokenizer(String file, String content) {
        this.file = file;
        this.content = content;
    }

    /** {@return the pieces, the last of which is the end} */
    static List<Token> tokens(String file, String content) {
        return new Tokenizer(file, content).all();
    }

    private List<Token> all() {
        while (at < content.length()) {
            next();
        }
        add(Kind.END, at, "");
        return tokens;
    }

    private void next() {
        char character = content.charAt(at);
        if (character == '\n') {
            line++;
            at++;
        } else if (character == ' ' || character == '\t' || character == '\r') {
            at++;
        } else if (content.startsWith("--", at)) {
            int end = content.indexOf('\n', at);
            at = end < 0 ? content.length() : end;
        } else if (content.startsWith("/*", at)) {
            skipComment();
        } else if (character == '\'') {
            text();
        } else if (isLetter(character)) {
            word();
        } else if (isDigit(character)) {
            number();
        } else if (SIGNS.indexOf(character) >= 0) {
            at++;
            add(Kind.SIGN, at - 1, content.substring(at - 1, at));
        } else {
            throw unexpected();
        }
    }

    private void skipComment() {
        int end = content.indexOf("*/", at + 2);
        if (end < 0) {
            throw refused("a comment does not end", "Write */ behind it.");
        }
        count(at, end);
        at = end + 2;
    }

    private void text() {
        int start = at++;
        StringBuilder text = new StringBuilder();
        while (true) {
            int quote = content.indexOf('\'', at);
            if (quote < 0) {
                throw refused("a text does not end", "Write ' behind it, and '' for a quote within it.");
            }
            text.append(content, at, quote);
            at = quote + 1;
            if (at >= content.length() || content.charAt(at) != '\'') {
                break;
            }
            text.append('\'');
            at++;
        }
        if (text.indexOf("\0") >= 0) {
            throw refused("a text holds the character U+0000", "Leave it out: not every database can keep it.");
        }
        add(Kind.TEXT, start, text.toString());
        count(start, at);
    }

    private void word() {
        int start = at;
        while (at < content.length() && (isLetter(content.charAt(at)) || isDigit(content.charAt(at)))) {
            at++;
        }
        add(Kind.WORD, start, content.substring(start, at).toLowerCase(Locale.ROOT));
    }

    private void number() {
        int start = at;
        while (at < content.length() && (isDigit(content.charAt(at)) || content.charAt(at) == '.')) {
            at++;
        }
        String number = content.substring(start, at);
        if (!number.matches("\\d{1,100}(\\.\\d{1,100})?")) {
            throw refused("a number can't be read", "Write it with digits and one point at the most.");
        }
        add(Kind.NUMBER, start, number);
    }

    private void add(Kind kind, int start, String text) {
        tokens.add(new Token(kind, text, line, start, at));
    }

    private void count(int start, int end) {
        for (int i = start; i < end; i++) {
            if (content.charAt(i) == '\n') {
                line++;
            }
        }
    }

    private static boolean isLetter(char character) {
        return (character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z') || character == '_';
    }

    private static boolean isDigit(char character) {
        return character >= '0' && character <= '9';
    }

    private UnfitException unexpected() {
        int character = content.codePointAt(at);
        boolean isQuote = character == '"' || character == '`' || character == '[';
        return refused(
                isQuote ? "a name stands in quotes" : "the character U+%04X has no place here".formatted(character),
                isQuote
                        ? "Write names without quotes: they are the same on every database then."
                        : "Names are made of letters a to z, digits and _; anything else stands in 'texts' and comments.");
    }

    private UnfitException refused(String why, String fix) {
        return new UnfitException(file + ", line " + line + ": " + why + ".", fix);
    }
}
