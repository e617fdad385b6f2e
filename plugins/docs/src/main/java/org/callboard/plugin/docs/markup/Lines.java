package org.callboard.plugin.docs.markup;

import java.util.regex.Matcher;
import org.commonmark.node.Paragraph;
import org.commonmark.parser.SourceLine;
import org.commonmark.parser.block.MatchedBlockParser;
import org.commonmark.parser.block.ParserState;

/** What block parsers ask about the line they are at. */
final class Lines {

    private Lines() {}

    /** The line from its first character that is no space. */
    static String text(ParserState state) {
        CharSequence line = state.getLine().getContent();
        return line.subSequence(Math.min(state.getNextNonSpaceIndex(), line.length()), line.length())
                .toString();
    }

    /** A group of what was found in {@link #text}. */
    static SourceLine part(ParserState state, Matcher found, int group) {
        int begin = state.getNextNonSpaceIndex();
        return state.getLine().substring(begin + found.start(group), begin + found.end(group));
    }

    static boolean isIndented(ParserState state) {
        return state.getIndent() >= IndentedParser.INDENT;
    }

    static int end(ParserState state) {
        return state.getLine().getContent().length();
    }

    static boolean isInParagraph(MatchedBlockParser matched) {
        return matched.getMatchedBlockParser().getBlock() instanceof Paragraph;
    }
}
