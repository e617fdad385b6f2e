package org.callboard.plugin.docs.markup;

import org.commonmark.node.Block;
import org.commonmark.parser.InlineParser;
import org.commonmark.parser.SourceLine;
import org.commonmark.parser.SourceLines;
import org.commonmark.parser.block.AbstractBlockParser;
import org.commonmark.parser.block.BlockContinue;
import org.commonmark.parser.block.ParserState;
import org.jspecify.annotations.Nullable;

/** A block of one line, or of lines that are above it. */
final class LeafParser extends AbstractBlockParser {

    private final Block block;
    private final @Nullable SourceLine text;

    /** @param text what is read as inline text within the block; null where nothing is */
    LeafParser(Block block, @Nullable SourceLine text) {
        this.block = block;
        this.text = text;
    }

    @Override
    public Block getBlock() {
        return block;
    }

    @Override
    public BlockContinue tryContinue(ParserState state) {
        return BlockContinue.none();
    }

    @Override
    public void parseInlines(InlineParser parser) {
        if (text != null) {
            parser.parse(SourceLines.of(text), block);
        }
    }
}
