package org.callboard.plugin.docs.markup;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.Block;
import org.commonmark.node.BulletList;
import org.commonmark.node.ListBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.OrderedList;
import org.commonmark.parser.block.AbstractBlockParserFactory;
import org.commonmark.parser.block.BlockStart;
import org.commonmark.parser.block.MatchedBlockParser;
import org.commonmark.parser.block.ParserState;

/** Lists as Python-Markdown has them: below a paragraph only after a blank line, with content indented by 2 or by 4. */
final class ListFactory extends AbstractBlockParserFactory {

    private static final Pattern FIRST = Pattern.compile("([*+-]|\\d{1,9}\\.)([ \\t]++)(.*)");
    private static final Pattern RULE = Pattern.compile("(?:\\*[ \\t]*+){3,}+|(?:-[ \\t]*+){3,}+");

    @Override
    public BlockStart tryStart(ParserState state, MatchedBlockParser matched) {
        if (Lines.isIndented(state) || state.isBlank() || (Lines.isInParagraph(matched) && !isBelowItsItem(matched))) {
            return BlockStart.none();
        }
        String line = Lines.text(state);
        char first = line.charAt(0);
        if (first != '*' && first != '+' && first != '-' && !Character.isDigit(first)) {
            return BlockStart.none();
        }
        Matcher found = FIRST.matcher(line);
        if (!found.matches() || RULE.matcher(line).matches()) {
            return BlockStart.none();
        }
        ItemParser item = new ItemParser(state.getIndent());
        int content = state.getNextNonSpaceIndex() + found.start(3);
        ListBlock list = list(found.group(1));
        return (goesOn(matched.getMatchedBlockParser().getBlock(), list)
                        ? BlockStart.of(item)
                        : BlockStart.of(new ListParser(list), item))
                .atIndex(content);
    }

    /** Whether a paragraph is the first text of an item, and a list may follow at once. */
    private static boolean isBelowItsItem(MatchedBlockParser matched) {
        Block paragraph = matched.getMatchedBlockParser().getBlock();
        return paragraph.getParent() instanceof ListItem && paragraph.getPrevious() == null;
    }

    private static boolean goesOn(Block block, ListBlock list) {
        return block instanceof ListBlock && block.getClass() == list.getClass();
    }

    private static ListBlock list(String marker) {
        if (!Character.isDigit(marker.charAt(0))) {
            BulletList list = new BulletList();
            list.setTight(true);
            return list;
        }
        OrderedList list = new OrderedList();
        list.setMarkerStartNumber(Integer.parseInt(marker.substring(0, marker.length() - 1)));
        list.setTight(true);
        return list;
    }
}
