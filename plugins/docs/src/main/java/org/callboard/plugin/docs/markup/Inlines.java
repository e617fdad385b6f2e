package org.callboard.plugin.docs.markup;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.Node;
import org.commonmark.parser.beta.InlineContentParser;
import org.commonmark.parser.beta.InlineContentParserFactory;
import org.commonmark.parser.beta.InlineParserState;
import org.commonmark.parser.beta.ParsedInline;
import org.commonmark.parser.beta.Position;
import org.commonmark.parser.beta.Scanner;
import org.jspecify.annotations.Nullable;

/** A piece of a line that a pattern finds where one of some characters is. */
final class Inlines implements InlineContentParserFactory {

    private static final int LONGEST = 1000;

    private final Set<Character> triggers;
    private final Pattern pattern;
    private final boolean isWord;
    private final Maker maker;

    /** Makes a node of what was found. */
    interface Maker {

        /** @return null where it is to remain as it is */
        @Nullable Node make(Matcher found);
    }

    /** @param isWord whether it must not follow a letter or digit */
    Inlines(Set<Character> triggers, boolean isWord, Pattern pattern, Maker maker) {
        this.triggers = triggers;
        this.isWord = isWord;
        this.pattern = pattern;
        this.maker = maker;
    }

    @Override
    public Set<Character> getTriggerCharacters() {
        return triggers;
    }

    @Override
    public InlineContentParser create() {
        return this::parse;
    }

    private ParsedInline parse(InlineParserState state) {
        Scanner scanner = state.scanner();
        if (isWord && isPartOfWord(scanner.peekPreviousCodePoint())) {
            return ParsedInline.none();
        }
        Position begin = scanner.position();
        Matcher found = pattern.matcher(ahead(scanner, begin));
        Node node = found.lookingAt() ? maker.make(found) : null;
        if (node == null) {
            return ParsedInline.none();
        }
        for (int skip = 0; skip < found.end(); skip++) {
            scanner.next();
        }
        return ParsedInline.of(node, scanner.position());
    }

    private static boolean isPartOfWord(int before) {
        return Character.isLetterOrDigit(before) || before == '_' || before == '/' || before == '@';
    }

    /** The rest of the line, up to a length. */
    private static String ahead(Scanner scanner, Position begin) {
        StringBuilder text = new StringBuilder();
        char next = scanner.peek();
        while (next != '\n' && next != Scanner.END && text.length() < LONGEST) {
            text.append(next);
            scanner.next();
            next = scanner.peek();
        }
        scanner.setPosition(begin);
        return text.toString();
    }
}
