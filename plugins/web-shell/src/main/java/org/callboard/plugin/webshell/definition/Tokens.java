package org.callboard.plugin.webshell.definition;

import java.util.ArrayList;
import java.util.List;

/** The words, numbers, texts and signs of a definition that is a language of its own, with the comment before each. */
final class Tokens {

    private static final int MOST = 600_000;

    private final List<Token> tokens = new ArrayList<>();
    private final String text;
    private final Style style;
    private final StringBuilder comment = new StringBuilder();
    private int at;
    private int line = 1;
    private int next;

    /** How the language writes comments and texts. */
    enum Style {
        /** With {@code #}, and texts of several lines in three quotes. */
        GRAPHQL,
        /** With two slashes, or slash and star. */
        PROTOBUF
    }

    /** What a token is. */
    enum Type {
        /** A name, a number, or names with dots between them. */
        WORD,
        /** A text, without its quotes. */
        TEXT,
        /** A single sign. */
        SIGN,
        /** There is no more. */
        END
    }

    /** A token and what was said before it. */
    record Token(Type type, String text, int line, String comment) {}

    private Tokens(String text, Style style) {
        this.text = text;
        this.style = style;
    }

    static Tokens of(String text, Style style) throws UnreadableDefinitionException {
        Tokens tokens = new Tokens(text, style);
        tokens.split();
        return tokens;
    }

    Token peek() {
        return tokens.get(Math.min(next, tokens.size() - 1));
    }

    Token take() {
        Token token = peek();
        next++;
        return token;
    }

    boolean isAtEnd() {
        return peek().type() == Type.END;
    }

    boolean is(String expected) {
        return peek().type() != Type.TEXT
                && peek().type() != Type.END
                && peek().text().equals(expected);
    }

    /** {@return whether it came next, and was taken} */
    boolean skip(String expected) {
        boolean is = is(expected);
        next += is ? 1 : 0;
        return is;
    }

    void expect(String expected) throws UnreadableDefinitionException {
        if (!skip(expected)) {
            throw wrong("'" + expected + "'");
        }
    }

    String word() throws UnreadableDefinitionException {
        if (peek().type() != Type.WORD) {
            throw wrong("a name");
        }
        return take().text();
    }

    UnreadableDefinitionException wrong(String expected) {
        String found = isAtEnd() ? "it ends" : "there is '" + Limits.name(peek().text()) + "'";
        return new UnreadableDefinitionException(
                "Line " + peek().line() + ": " + found + " where " + expected + " should be.");
    }

    /** Passes over everything up to the bracket that closes the one that was taken last. */
    String balanced(String open, String close) {
        StringBuilder passed = new StringBuilder();
        for (int depth = 1; depth > 0 && !isAtEnd(); ) {
            depth += is(open) ? 1 : is(close) ? -1 : 0;
            String word = take().text();
            if (depth > 0 && passed.length() < Limits.LONGEST_TEXT) {
                passed.append(passed.isEmpty() ? "" : " ").append(word);
            }
        }
        return passed.toString();
    }

    private void split() throws UnreadableDefinitionException {
        while (at < text.length()) {
            char letter = text.charAt(at);
            if (letter == '\n') {
                line++;
                at++;
            } else if (Character.isWhitespace(letter)
                    || letter == '\uFEFF'
                    || (letter == ',' && style == Style.GRAPHQL)) {
                at++;
            } else if (!comment(letter)) {
                token(letter);
            }
            if (tokens.size() > MOST) {
                throw new UnreadableDefinitionException("It has more than " + MOST + " words.");
            }
        }
        add(Type.END, "");
    }

    private boolean comment(char letter) {
        boolean isLine = style == Style.GRAPHQL ? letter == '#' : text.startsWith("//", at);
        if (isLine) {
            int end = text.indexOf('\n', at);
            end = end < 0 ? text.length() : end;
            remember(text.substring(at, end).replaceFirst("^(#+|/+) ?", ""));
            at = end;
            return true;
        }
        if (style == Style.PROTOBUF && text.startsWith("/*", at)) {
            int end = text.indexOf("*/", at + 2);
            end = end < 0 ? text.length() : end;
            for (String one : text.substring(Math.min(at + 2, end), end).split("\n", -1)) {
                remember(one.strip().replaceFirst("^\\*+ ?", ""));
                line++;
            }
            line--;
            at = Math.min(text.length(), end + 2);
            return true;
        }
        return false;
    }

    private void remember(String said) {
        if (comment.length() < Limits.LONGEST_TEXT) {
            comment.append(said.stripTrailing()).append('\n');
        }
    }

    private void token(char letter) {
        if (letter == '"' || (letter == '\'' && style == Style.PROTOBUF)) {
            quoted(letter);
            return;
        }
        int end = at;
        while (end < text.length() && isWord(text.charAt(end))) {
            end++;
        }
        boolean isSign = end == at;
        add(isSign ? Type.SIGN : Type.WORD, text.substring(at, isSign ? at + 1 : end));
        at = isSign ? at + 1 : end;
    }

    private boolean isWord(char letter) {
        return Character.isLetterOrDigit(letter) || letter == '_' || letter == '.' || letter == '-' || letter == '+';
    }

    private void quoted(char quote) {
        boolean isBlock = style == Style.GRAPHQL && text.startsWith("\"\"\"", at);
        String close = isBlock ? "\"\"\"" : String.valueOf(quote);
        int start = at + close.length();
        int end = start;
        while (end < text.length() && !text.startsWith(close, end)) {
            end += text.charAt(end) == '\\' ? 2 : 1;
        }
        end = Math.min(end, text.length());
        String inner = text.substring(start, end);
        add(Type.TEXT, isBlock ? inner.stripIndent().strip() : inner);
        line += (int) inner.chars().filter(letter -> letter == '\n').count();
        at = Math.min(text.length(), end + close.length());
    }

    private void add(Type type, String word) {
        tokens.add(new Token(type, word, line, comment.toString().strip()));
        comment.setLength(0);
    }
}
