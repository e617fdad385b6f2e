package org.callboard.plugin.docs.markup;

import org.commonmark.node.Block;
import org.commonmark.node.ListBlock;
import org.commonmark.node.ListItem;
import org.commonmark.parser.block.AbstractBlockParser;
import org.commonmark.parser.block.BlockContinue;
import org.commonmark.parser.block.ParserState;

/** A list, which is loose where a blank line is between its items or between the blocks of one. */
final class ListParser extends AbstractBlockParser {

    private final ListBlock list;
    private int sinceBlank = Integer.MAX_VALUE;

    ListParser(ListBlock list) {
        this.list = list;
    }

    @Override
    public Block getBlock() {
        return list;
    }

    @Override
    public boolean isContainer() {
        return true;
    }

    @Override
    public boolean canContain(Block child) {
        if (!(child instanceof ListItem)) {
            return false;
        }
        if (sinceBlank == 1) {
            list.setTight(false);
        }
        return true;
    }

    @Override
    public BlockContinue tryContinue(ParserState state) {
        if (state.isBlank()) {
            sinceBlank = 0;
        } else if (sinceBlank < 2) {
            sinceBlank++;
        }
        return BlockContinue.atIndex(state.getIndex());
    }
}
