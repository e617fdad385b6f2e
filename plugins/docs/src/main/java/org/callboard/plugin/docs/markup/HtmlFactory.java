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
            return BlockStart.of(new HtmlParser("-->")).atIndex(state.getIndex());
        }
        HtmlTag tag = HtmlTag.read(line);
        if (tag == null) {
            return BlockStart.none();
        }
        if (!tag.isMarkdown()) {
            return BlockStart.of(new HtmlParser(tag)).atIndex(state.getIndex());
        }
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
