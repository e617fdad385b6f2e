package org.callboard.plugin.docs.markup;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.commonmark.node.Block;
import org.commonmark.parser.InlineParser;
import org.commonmark.parser.SourceLine;
import org.commonmark.parser.SourceLines;
import org.commonmark.parser.block.AbstractBlockParser;
import org.commonmark.parser.block.BlockContinue;
import org.commonmark.parser.block.ParserState;

/** The rows of a table. Beyond a number of cells, rows are no longer filled up with empty ones. */
final class TableParser extends AbstractBlockParser {

    private static final int FILLED = 50_000;

    private final Box table = new Box("table", "");
    private final Box body = new Box("tbody", "");
    private final List<String> aligned;
    private final boolean isBordered;
    private final Map<Box, SourceLine> cells = new LinkedHashMap<>();
    private boolean isBelowRule;

    TableParser(List<SourceLine> titles, List<SourceLine> rules, boolean isBordered) {
        this.isBordered = isBordered;
        aligned = rules.stream().map(TableParser::alignment).toList();
        Box head = new Box("thead", "");
        head.appendChild(row(titles, "th"));
        table.appendChild(head);
        table.appendChild(body);
    }

    private static String alignment(SourceLine rule) {
        String text = rule.getContent().toString();
        boolean left = text.startsWith(":");
        boolean right = text.endsWith(":");
        return left && right ? "center" : left ? "left" : right ? "right" : "";
    }

    private Box row(List<SourceLine> found, String tag) {
        Box row = new Box("tr", "");
        for (int column = 0; column < aligned.size(); column++) {
            if (column >= found.size() && cells.size() > FILLED) {
                break;
            }
            Box cell = new Box(tag, "");
            if (!aligned.get(column).isEmpty()) {
                cell.with("align", aligned.get(column));
            }
            row.appendChild(cell);
            cells.put(cell, column < found.size() ? found.get(column) : SourceLine.of("", null));
        }
        return row;
    }

    @Override
    public Block getBlock() {
        return table;
    }

    @Override
    public BlockContinue tryContinue(ParserState state) {
        isBelowRule = true;
        return state.isBlank() ? BlockContinue.none() : BlockContinue.atIndex(state.getIndex());
    }

    @Override
    public void addLine(SourceLine line) {
        if (isBelowRule) {
            body.appendChild(row(TableRow.cells(line, isBordered), "td"));
        }
    }

    @Override
    public void parseInlines(InlineParser parser) {
        cells.forEach((cell, text) -> parser.parse(SourceLines.of(text), cell));
    }
}
