package org.callboard.plugin.docs.markup;

import java.util.List;
import org.commonmark.parser.SourceLine;
import org.commonmark.parser.block.AbstractBlockParserFactory;
import org.commonmark.parser.block.BlockStart;
import org.commonmark.parser.block.MatchedBlockParser;
import org.commonmark.parser.block.ParserState;

/** Tables: a line of titles, a line that rules it off, and rows up to a blank line. */
final class TableFactory extends AbstractBlockParserFactory {

    @Override
    public BlockStart tryStart(ParserState state, MatchedBlockParser matched) {
        if (Lines.isIndented(state) || state.isBlank() || !isRule(Lines.text(state))) {
            return BlockStart.none();
        }
        List<SourceLine> above = matched.getParagraphLines().getLines();
        if (above.size() != 1) {
            return BlockStart.none();
        }
        boolean isBordered = isBordered(above.get(0).getContent().toString().strip());
        List<SourceLine> titles = TableRow.cells(above.get(0), isBordered);
        int begin = state.getNextNonSpaceIndex();
        List<SourceLine> rules = TableRow.cells(state.getLine().substring(begin, Lines.end(state)), isBordered);
        if (rules.size() != titles.size() || (titles.size() == 1 && !isBordered)) {
            return BlockStart.none();
        }
        return BlockStart.of(new TableParser(titles, rules, isBordered))
                .atIndex(Lines.end(state))
                .replaceParagraphLines(1);
    }

    private static boolean isRule(String line) {
        return line.indexOf('-') >= 0
                && line.indexOf('|') >= 0
                && line.chars().allMatch(c -> c == '|' || c == '-' || c == ':' || c == ' ' || c == '\t');
    }

    private static boolean isBordered(String titles) {
        return titles.startsWith("|") || (titles.endsWith("|") && !titles.endsWith("\\|"));
    }
}
