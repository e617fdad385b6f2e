package org.callboard.plugin.docs.markup;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.ListItem;
import org.commonmark.parser.block.ParserState;

/**
 * Code between fences that stand right below the text of an item, though they are not indented: they are the item's, and so
 * are the lines behind them, up to a blank one or the next item.
 */
final class LazyFence {

    private static final Pattern OPEN = Pattern.compile("(`{3,}+)[^`]*+|(~{3,}+).*+");
    private static final Pattern OTHER =
            Pattern.compile("(?:[*+-]|\\d{1,9}\\.)[ \\t].*+|(?:#|!!!|\\?\\?\\?|===|\\[\\^).*+");

    private String end = "";
    private boolean isBehind;
    private boolean wasBlank;

    /**
     * Takes a line.
     *
     * @param least the columns that the item's own lines are indented by
     * @return whether the line is the item's for the sake of a fence
     */
    boolean holds(ParserState state, ListItem item, int least) {
        String line = Lines.text(state).stripTrailing();
        if (!end.isEmpty()) {
            isBehind = line.startsWith(end) && line.chars().allMatch(character -> character == end.charAt(0));
            end = isBehind ? "" : end;
            return true;
        }
        boolean isRightBelow =
                !wasBlank && !state.isBlank() && state.getIndent() < least && item.getFirstChild() != null;
        wasBlank = state.isBlank();
        isBehind = isBehind && isRightBelow;
        Matcher open = isRightBelow ? OPEN.matcher(line) : null;
        if (open != null && open.matches()) {
            end = open.group(1) != null ? open.group(1) : open.group(2);
            return true;
        }
        isBehind = isBehind && !OTHER.matcher(line).matches();
        return isBehind;
    }
}
