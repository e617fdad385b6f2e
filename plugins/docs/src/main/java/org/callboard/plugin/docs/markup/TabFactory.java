package org.callboard.plugin.docs.markup;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.parser.block.AbstractBlockParserFactory;
import org.commonmark.parser.block.BlockStart;
import org.commonmark.parser.block.MatchedBlockParser;
import org.commonmark.parser.block.ParserState;

/** Tabs, {@code === "Title"}. Those that follow one another become a set later. */
final class TabFactory extends AbstractBlockParserFactory {

    /** Classes of a tab, of its title, and of a set; {@code fresh} is the first of another set. */
    static final String TAB = "tabbed-block";

    static final String TITLE = "tabbed-title";
    static final String SET = "tabbed-set";
    static final String FRESH = "data-fresh";

    private static final Pattern FIRST = Pattern.compile("===(!?\\+?|\\+!)[ ]++\"(.*)\"[ ]*+");

    @Override
    public BlockStart tryStart(ParserState state, MatchedBlockParser matched) {
        String line = Lines.text(state);
        if (!line.startsWith("===") || Lines.isIndented(state)) {
            return BlockStart.none();
        }
        Matcher found = FIRST.matcher(line);
        if (!found.matches()) {
            return BlockStart.none();
        }
        Box tab = new Box("div", TAB);
        if (found.group(1).contains("!")) {
            tab.with(FRESH, "");
        }
        IndentedParser parser = new IndentedParser(tab).with(new Box("p", TITLE), Lines.part(state, found, 2));
        return BlockStart.of(parser).atIndex(Lines.end(state));
    }
}
