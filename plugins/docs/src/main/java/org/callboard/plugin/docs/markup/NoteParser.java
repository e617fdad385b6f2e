package org.callboard.plugin.docs.markup;

import org.commonmark.node.Block;
import org.commonmark.parser.block.BlockContinue;
import org.commonmark.parser.block.ParserState;

/** A footnote: its lines up to the first blank one are its own however they are indented, and behind that those indented by four. */
final class NoteParser extends ContainerParser<Block> {

    private boolean isBehindBlank;

    NoteParser(Block block) {
        super(block);
    }

    @Override
    public BlockContinue tryContinue(ParserState state) {
        if (state.isBlank()) {
            isBehindBlank = true;
            return BlockContinue.atIndex(state.getNextNonSpaceIndex());
        }
        if (Lines.isIndented(state)) {
            return BlockContinue.atColumn(state.getColumn() + IndentedParser.INDENT);
        }
        return isBehindBlank || Lines.text(state).startsWith("[^")
                ? BlockContinue.none()
                : BlockContinue.atIndex(state.getNextNonSpaceIndex());
    }
}
