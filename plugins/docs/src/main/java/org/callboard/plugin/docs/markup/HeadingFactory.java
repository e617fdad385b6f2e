package org.callboard.plugin.docs.markup;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.Heading;
import org.commonmark.parser.SourceLines;
import org.commonmark.parser.block.AbstractBlockParserFactory;
import org.commonmark.parser.block.BlockStart;
import org.commonmark.parser.block.MatchedBlockParser;
import org.commonmark.parser.block.ParserState;

/** Headings as Python-Markdown has them: no space behind the hashes, and one line above an underline. */
final class HeadingFactory extends AbstractBlockParserFactory {

    private static final Pattern HASHES = Pattern.compile("(#{1,6})(.*)");
    private static final Pattern UNDERLINE = Pattern.compile("(=++|-++)[ ]*+");

    private final boolean spaced;

    /** @param spaced whether hashes must have a space behind them */
    HeadingFactory(boolean spaced) {
        this.spaced = spaced;
    }

    @Override
    public BlockStart tryStart(ParserState state, MatchedBlockParser matched) {
        if (state.getIndent() > 0 || state.isBlank()) {
            return BlockStart.none();
        }
        String line = Lines.text(state);
        char first = line.charAt(0);
        if (first == '#') {
            return hashes(state, line);
        }
        return first == '=' || first == '-' ? underline(state, matched, line) : BlockStart.none();
    }

    private BlockStart hashes(ParserState state, String line) {
        Matcher found = HASHES.matcher(line);
        boolean isSpaced = found.matches()
                && (found.group(2).isEmpty() || isSpace(found.group(2).charAt(0)));
        if (!found.matches() || (spaced && !isSpaced)) {
            return BlockStart.none();
        }
        Heading heading = new Heading();
        heading.setLevel(found.end(1));
        int end = line.stripTrailing().length();
        while (end > found.end(1) && isClosing(line, end - 1)) {
            end--;
        }
        int begin = state.getNextNonSpaceIndex();
        LeafParser parser = new LeafParser(heading, state.getLine().substring(begin + found.end(1), begin + end));
        return BlockStart.of(parser).atIndex(Lines.end(state));
    }

    private static boolean isClosing(String line, int at) {
        return line.charAt(at) == '#' && line.charAt(at - 1) != '\\';
    }

    private static boolean isSpace(char character) {
        return character == ' ' || character == '\t';
    }

    private static BlockStart underline(ParserState state, MatchedBlockParser matched, String line) {
        SourceLines above = matched.getParagraphLines();
        if (above.getLines().size() != 1 || !UNDERLINE.matcher(line).matches()) {
            return BlockStart.none();
        }
        Heading heading = new Heading();
        heading.setLevel(line.charAt(0) == '=' ? 1 : 2);
        return BlockStart.of(new LeafParser(heading, above.getLines().get(0)))
                .atIndex(Lines.end(state))
                .replaceParagraphLines(1);
    }
}
