package org.callboard.plugin.docs.markup;

import org.commonmark.node.Block;
import org.commonmark.node.ListBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.Paragraph;
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
    private final ListFactory lists;
    private int indent;
    private boolean isAfterBlank;
    private boolean isRightBelow = true;
    private boolean isLineBehindBlank;
    private boolean isLastBehindBlank;
    private final LazyFence fence = new LazyFence();

    /**
     * An item whose first line is the one that is read.
     *
     * @param markerIndent the columns before the marker
     * @param lists knows what other items begin with
     */
    ItemParser(int markerIndent, ListFactory lists) {
        least = markerIndent + LEAST;
        this.lists = lists;
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
        isLastBehindBlank = isLineBehindBlank;
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
        boolean wasRightBelow = isRightBelow;
        isRightBelow = !state.isBlank();
        isLineBehindBlank = !wasRightBelow;
        if (state.isBlank()) {
            isAfterBlank = item.getFirstChild() != null;
            return BlockContinue.atIndex(state.getNextNonSpaceIndex());
        }
        int found = state.getIndent();
        if (wasRightBelow && found < least && isFurtherText() && lists.isItem(Lines.text(state))) {
            return BlockContinue.atIndex(state.getIndex());
        }
        boolean isNote = isAfterBlank && Lines.text(state).startsWith("[^");
        if (found < IndentedParser.INDENT && (found < least || isNote)) {
            return BlockContinue.none();
        }
        if (indent == 0) {
            indent = Math.min(found, IndentedParser.INDENT);
        }
        return BlockContinue.atColumn(state.getColumn() + Math.min(found, indent));
    }

    /** Whether the item ends, so far, with a paragraph behind a blank line: below such a one no list begins, nor goes on. */
    private boolean isFurtherText() {
        return isLastBehindBlank && item.getLastChild() instanceof Paragraph last && last.getPrevious() != null;
    }
}
