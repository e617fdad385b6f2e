package org.callboard.plugin.docs.markup;

import org.commonmark.node.Block;
import org.commonmark.node.ListBlock;
import org.commonmark.node.ListItem;
import org.commonmark.parser.block.AbstractBlockParser;
import org.commonmark.parser.block.BlockContinue;
import org.commonmark.parser.block.ParserState;

/**
 * An item of a list. How far its content is indented, its first indented line says: by two to four columns, whatever
 * the width of the marker.
 */
final class ItemParser extends AbstractBlockParser {

    private static final int LEAST = 2;

    private final ListItem item = new ListItem();
    private final int least;
    private int indent;
    private boolean isAfterBlank;
    private final LazyFence fence = new LazyFence();

    /** @param markerIndent the columns before the marker */
    ItemParser(int markerIndent) {
        least = markerIndent + LEAST;
    }

    @Override
    public Block getBlock() {
        return item;
    }

    @Override
    public boolean isContainer() {
        return true;
    }

    @Override
    public boolean canContain(Block child) {
        if (isAfterBlank && item.getParent() instanceof ListBlock list) {
            list.setTight(false);
        }
        return true;
    }

    @Override
    public BlockContinue tryContinue(ParserState state) {
        if (fence.holds(state, item, least)) {
            return BlockContinue.atIndex(state.getIndex());
        }
        if (state.isBlank()) {
            isAfterBlank = item.getFirstChild() != null;
            return BlockContinue.atIndex(state.getNextNonSpaceIndex());
        }
        int found = state.getIndent();
        boolean isNote = isAfterBlank && Lines.text(state).startsWith("[^");
        if (found < IndentedParser.INDENT && (found < least || isNote)) {
            return BlockContinue.none();
        }
        if (indent == 0) {
            indent = Math.min(found, IndentedParser.INDENT);
        }
        return BlockContinue.atColumn(state.getColumn() + Math.min(found, indent));
    }
}
