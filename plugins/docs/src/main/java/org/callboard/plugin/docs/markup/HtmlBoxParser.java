package org.callboard.plugin.docs.markup;

import org.commonmark.parser.block.BlockContinue;
import org.commonmark.parser.block.ParserState;

/** An HTML element with Markdown in it, up to the line with its end. */
final class HtmlBoxParser extends ContainerParser<Box> {

    private final HtmlTag tag;
    private int depth = 1;
    private boolean isInFence;
    private boolean isDone;

    HtmlBoxParser(HtmlTag tag) {
        super(tag.box());
        this.tag = tag;
    }

    @Override
    public BlockContinue tryContinue(ParserState state) {
        if (isDone) {
            return BlockContinue.none();
        }
        String line = Lines.text(state);
        if (line.startsWith("```")) {
            isInFence = !isInFence;
        }
        if (!isInFence) {
            depth += tag.depth(line);
        }
        if (depth > 0) {
            return BlockContinue.atIndex(state.getIndex());
        }
        isDone = true;
        return tag.close(line) == 0 ? BlockContinue.finished() : BlockContinue.atIndex(state.getIndex());
    }
}
