package org.callboard.plugin.docs.markup;

import org.commonmark.node.Block;
import org.commonmark.node.Text;
import org.commonmark.parser.SourceLine;
import org.commonmark.parser.block.AbstractBlockParser;
import org.commonmark.parser.block.BlockContinue;
import org.commonmark.parser.block.ParserState;

/** A formula up to the line that ends it, or to a blank one. */
final class MathParser extends AbstractBlockParser {

    private final Box box = new Box("div", "math");
    private final StringBuilder text = new StringBuilder();
    private final String end;
    private boolean isDone;

    MathParser(String end) {
        this.end = end;
    }

    @Override
    public Block getBlock() {
        return box;
    }

    @Override
    public BlockContinue tryContinue(ParserState state) {
        return isDone || state.isBlank() ? BlockContinue.none() : BlockContinue.atIndex(state.getIndex());
    }

    @Override
    public void addLine(SourceLine line) {
        String content = line.getContent().toString();
        int from = text.length() == 0 ? end.length() : 0;
        text.append(content).append('\n');
        isDone = content.indexOf(end, Math.min(from, content.length())) >= 0;
    }

    @Override
    public void closeBlock() {
        box.appendChild(new Text(text.toString().strip()));
    }
}
