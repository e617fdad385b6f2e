package org.callboard.plugin.docs.markup;

import org.commonmark.node.Block;
import org.commonmark.node.Node;
import org.commonmark.parser.SourceLine;
import org.commonmark.parser.block.BlockContinue;
import org.commonmark.parser.block.ParserState;

/** A block that goes on for as long as its lines are blank or indented by four. */
final class IndentedParser extends ContainerParser<Block> {

    static final int INDENT = 4;

    IndentedParser(Block block) {
        super(block);
    }

    /** Adds an element that holds a piece of the first line. */
    IndentedParser with(Node child, SourceLine text) {
        add(child, text);
        return this;
    }

    @Override
    public BlockContinue tryContinue(ParserState state) {
        if (state.isBlank()) {
            return BlockContinue.atIndex(state.getNextNonSpaceIndex());
        }
        return state.getIndent() >= INDENT ? BlockContinue.atColumn(state.getColumn() + INDENT) : BlockContinue.none();
    }
}
