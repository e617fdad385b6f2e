package org.callboard.plugin.docs.markup;

import org.commonmark.parser.block.AbstractBlockParserFactory;
import org.commonmark.parser.block.BlockStart;
import org.commonmark.parser.block.MatchedBlockParser;
import org.commonmark.parser.block.ParserState;

/** HTML as Python-Markdown has it: an element up to its end, whatever is in it, unless its tag asks for Markdown. */
final class HtmlFactory extends AbstractBlockParserFactory {

    @Override
    public BlockStart tryStart(ParserState state, MatchedBlockParser matched) {
        String line = Lines.text(state);
        if (!line.startsWith("<") || Lines.isIndented(state)) {
            return BlockStart.none();
        }
        if (line.startsWith("<!--")) {
            return isWithText(line)
                    ? BlockStart.none()
                    : BlockStart.of(new HtmlParser("-->")).atIndex(state.getIndex());
        }
        HtmlTag tag = HtmlTag.read(line);
        if (tag == null) {
            return BlockStart.none();
        }
        return tag.isMarkdown()
                ? box(state, tag, line)
                : BlockStart.of(new HtmlParser(tag)).atIndex(state.getIndex());
    }

    /** Whether there is text behind the end of a comment. */
    private static boolean isWithText(String line) {
        return line.contains("-->") && !line.stripTrailing().endsWith("-->");
    }

    private static BlockStart box(ParserState state, HtmlTag tag, String line) {
        int begin = state.getNextNonSpaceIndex() + tag.end();
        int close = tag.close(line);
        if (close < tag.end()) {
            return BlockStart.of(new HtmlBoxParser(tag)).atIndex(begin);
        }
        int end = state.getNextNonSpaceIndex() + close;
        return BlockStart.of(new LeafParser(tag.box(), state.getLine().substring(begin, end)))
                .atIndex(Lines.end(state));
    }
}
