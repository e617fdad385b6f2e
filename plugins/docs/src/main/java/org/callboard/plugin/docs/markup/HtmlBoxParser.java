package org.callboard.plugin.docs.markup;

import org.commonmark.node.Block;
import org.commonmark.parser.block.AbstractBlockParser;
import org.commonmark.parser.block.BlockContinue;
import org.commonmark.parser.block.ParserState;

/** An HTML element with Markdown in it, up to the line with its end. */
final class HtmlBoxParser extends AbstractBlockParser {

    private final HtmlTag tag;
    private final Box box;
    private int depth = 1;
    private boolean isInFence;
    private boolean isDone;

    HtmlBoxParser(HtmlTag tag) {
        this.tag = tag;
        box = tag.box();
    }

    @Override
    public Block getBlock() {
        return box;
    }

    @Override
    public boolean isContainer() {
        return true;
    }

    @Override
    public boolean canContain(Block child) {
        return true;
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
