package org.callboard.core.storage;

import java.util.ArrayList;
import java.util.List;
import org.callboard.core.archive.UnfitException;
import org.callboard.core.storage.Token.Kind;

/** The pieces of a migration, one after the other. */
final class TokenStream {

    private static final int LONGEST_NAME = 60;

    private final String path;
    private final String content;
    private final List<Token> tokens;
    private int at;
    private int first;

    TokenStream(String path, String content) {
        this.path = path;
        this.content = content;
        this.tokens = Tokenizer.tokens(path, content);
    }

    /** Goes to the next statement. {@return false where there is none} */
    boolean begin() {
        while (accept(";")) {
            // an empty statement
        }
        first = at;
        return tokens.get(at).kind() != Kind.END;
    }

    int line() {
        return tokens.get(at).line();
    }

    /** {@return the statement as far as it was read} */
    String statement() {
        return content.substring(
                tokens.get(first).start(), tokens.get(Math.max(first, at - 1)).end());
    }

    void endStatement() {
        if (tokens.get(at).kind() != Kind.END && !accept(";")) {
            throw refused(shown() + " stands where the statement should end", "Write ; behind each statement.");
        }
    }

    Token next() {
        Token token = tokens.get(at);
        if (token.kind() != Kind.END) {
            at++;
        }
        return token;
    }

    boolean at(String word) {
        return tokens.get(at).is(word);
    }

    boolean accept(String word) {
        boolean isThere = at(word);
        if (isThere) {
            at++;
        }
        return isThere;
    }

    void require(String word) {
        if (!accept(word)) {
            throw refused(
                    shown() + " stands where '" + word + "' should", "The guide shows what a migration may hold.");
        }
    }

    String shown() {
        return tokens.get(at).shown();
    }

    boolean atEnd() {
        return tokens.get(at).kind() == Kind.END;
    }

    String name() {
        Token token = next();
        if (token.kind() != Kind.WORD) {
            throw refused(token.shown() + " stands where a name should", "Names begin with a letter.");
        }
        if (token.text().length() > LONGEST_NAME || token.text().startsWith("_")) {
            throw refused(
                    "the name " + token.text() + " can't be used",
                    "Names begin with a letter and have " + LONGEST_NAME + " characters at most.");
        }
        return token.text();
    }

    /** {@return names in parentheses} */
    List<String> names() {
        List<String> names = new ArrayList<>();
        require("(");
        do {
            names.add(name());
        } while (accept(","));
        require(")");
        return List.copyOf(names);
    }

    /** {@return a refusal of the statement, all of which is shown, at the line that was come to} */
    UnfitException refused(String why, String fix) {
        int last = Math.max(first, Math.min(at, tokens.size() - 2));
        int end = last;
        while (end < tokens.size() - 2 && !tokens.get(end).is(";")) {
            end++;
        }
        int stop = tokens.get(end).is(";")
                ? tokens.get(end).start()
                : tokens.get(end).end();
        return Migration.refused(
                path,
                tokens.get(last).line(),
                content.substring(
                        tokens.get(first).start(), Math.max(tokens.get(first).end(), stop)),
                why,
                fix);
    }
}
