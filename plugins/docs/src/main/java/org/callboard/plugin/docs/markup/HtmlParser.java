package org.callboard.plugin.docs.markup;

import org.commonmark.node.Block;
import org.commonmark.node.HtmlBlock;
import org.commonmark.parser.SourceLine;
import org.commonmark.parser.block.AbstractBlockParser;
import org.commonmark.parser.block.BlockContinue;
import org.commonmark.parser.block.ParserState;
import org.jspecify.annotations.Nullable;

/** HTML up to the end of its first element. */
final class HtmlParser extends AbstractBlockParser {

    private final HtmlBlock block = new HtmlBlock();
    private final StringBuilder text = new StringBuilder();
    private final @Nullable HtmlTag tag;
    private final String end;
    private int depth;
    private boolean isDone;

    /** A comment, or what else ends with a text. */
    HtmlParser(String end) {
        this.end = end;
        tag = null;
    }

    HtmlParser(HtmlTag tag) {
        this.tag = tag;
        end = "";
    }

    @Override
    public Block getBlock() {
        return block;
    }

    @Override
    public BlockContinue tryContinue(ParserState state) {
        return isDone ? BlockContinue.none() : BlockContinue.atIndex(state.getIndex());
    }

    @Override
    public void addLine(SourceLine line) {
        String content = line.getContent().toString();
        text.append(content).append('\n');
        if (tag == null) {
            isDone = content.contains(end);
        } else {
            depth += tag.depth(content);
            isDone = depth <= 0 || tag.isSingle();
        }
    }

    @Override
    public void closeBlock() {
        block.setLiteral(text.toString().stripTrailing());
    }
}
