package org.callboard.plugin.docs.markup;

import org.commonmark.parser.block.AbstractBlockParserFactory;
import org.commonmark.parser.block.BlockStart;
import org.commonmark.parser.block.MatchedBlockParser;
import org.commonmark.parser.block.ParserState;

/** Formulas on lines of their own, within {@code $$} or {@code \[ \]} or an environment of LaTeX. */
final class MathFactory extends AbstractBlockParserFactory {

    @Override
    public BlockStart tryStart(ParserState state, MatchedBlockParser matched) {
        String line = Lines.text(state);
        if (Lines.isIndented(state) || Lines.isInParagraph(matched)) {
            return BlockStart.none();
        }
        String end = line.startsWith("$$")
                ? "$$"
                : line.startsWith("\\[") ? "\\]" : line.startsWith("\\begin{") ? "\\end{" : "";
        return end.isEmpty()
                ? BlockStart.none()
                : BlockStart.of(new MathParser(end)).atIndex(state.getNextNonSpaceIndex());
    }
}
