package org.callboard.plugin.docs.markup;

import java.util.List;
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
    private final List<String> begins;
    private final Maker maker;

    /** Makes a node of what was found. */
    interface Maker {

        /** The node; null where what was found is to remain as it is. */
        @Nullable Node make(Matcher found);
    }

    /** @param begins what a word begins with that may be one; empty where it may be within a word */
    Inlines(Set<Character> triggers, List<String> begins, Pattern pattern, Maker maker) {
        this.triggers = triggers;
        this.begins = begins;
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
        if (!begins.isEmpty() && (isPartOfWord(scanner.peekPreviousCodePoint()) || !begins(scanner))) {
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

    private boolean begins(Scanner scanner) {
        Position begin = scanner.position();
        boolean found = begins.stream().anyMatch(scanner::next);
        scanner.setPosition(begin);
        return found;
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
