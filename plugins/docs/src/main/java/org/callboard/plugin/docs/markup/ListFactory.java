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

    private static final Numbering DECIMAL = new Numbering('1', '.');
    private static final Pattern RULE = Pattern.compile("(?:\\*[ \\t]*+){3,}+|(?:-[ \\t]*+){3,}+");
    private static final String ROMAN = "|(?=[ivxlcdm])m{0,9}(?:c[md]|d?c{0,10})(?:x[cl]|l?x{0,10})(?:i[xv]|v?i{0,10})"
            + "|(?=[IVXLCDM]{2})M{0,9}(?:C[MD]|D?C{0,10})(?:X[CL]|L?X{0,10})(?:I[XV]|V?I{0,10})"
            + "|[IVXLCDM](?=\\)|\\.[ ]{2})";
    private static final String LETTERS = "|[a-z]|[A-Z](?=\\)|\\.[ ]{2})";

    private final Dialect dialect;
    private final Pattern first;

    ListFactory(Dialect dialect) {
        this.dialect = dialect;
        String numbers = !dialect.has(Choice.FANCY_LISTS)
                ? "\\d{1,9}\\."
                : "(?:\\d{1,9}" + (dialect.has(Choice.HASHED_LISTS) ? "|#" : "")
                        + (dialect.has(Choice.ROMAN_LISTS) ? ROMAN : "")
                        + (dialect.has(Choice.LETTERED_LISTS) ? LETTERS : "") + ")[).]";
        first = Pattern.compile(Numbering.SIGN + "?+([*+-]|" + numbers + ")([ \\t]++)(.*)");
    }

    @Override
    public BlockStart tryStart(ParserState state, MatchedBlockParser matched) {
        if (Lines.isIndented(state) || state.isBlank() || (Lines.isInParagraph(matched) && !isBelowItsItem(matched))) {
            return BlockStart.none();
        }
        String line = Lines.text(state);
        Matcher found = first.matcher(line);
        if (!isItem(line) || !found.matches()) {
            return BlockStart.none();
        }
        ItemParser item = new ItemParser(state.getIndent(), this);
        int content = state.getNextNonSpaceIndex() + found.start(3);
        Block matchedBlock = matched.getMatchedBlockParser().getBlock();
        ListBlock list = list(found.group(1), matchedBlock);
        return (goesOn(matchedBlock, list) ? BlockStart.of(item) : BlockStart.of(new ListParser(list), item))
                .atIndex(content);
    }

    boolean isItem(String line) {
        return first.matcher(line).matches() && !RULE.matcher(line).matches();
    }

    /** Whether a paragraph is the first text of an item, and a list may follow at once. */
    private static boolean isBelowItsItem(MatchedBlockParser matched) {
        Block paragraph = matched.getMatchedBlockParser().getBlock();
        return paragraph.getParent() instanceof ListItem && paragraph.getPrevious() == null;
    }

    private static boolean goesOn(Block block, ListBlock list) {
        if (block instanceof OrderedList before && list instanceof OrderedList ordered) {
            return numbering(before).equals(numbering(ordered));
        }
        return block instanceof BulletList && list instanceof BulletList;
    }

    private ListBlock list(String marker, Block before) {
        ListBlock list = "*+-".contains(marker) ? new BulletList() : ordered(marker, before);
        list.setTight(true);
        return list;
    }

    private OrderedList ordered(String marker, Block before) {
        Numbering numbering =
                Numbering.of(marker, before instanceof OrderedList list ? numbering(list) : DECIMAL, dialect);
        OrderedList list = new OrderedList();
        list.setMarkerStartNumber(numbering.number(marker));
        list.setMarkerDelimiter(numbering.delimiter());
        return list;
    }

    /** How a list is numbered that was begun here. */
    static Numbering numbering(OrderedList list) {
        String delimiter = list.getMarkerDelimiter();
        return delimiter == null || delimiter.length() < 2 ? DECIMAL : Numbering.read(delimiter);
    }
}
