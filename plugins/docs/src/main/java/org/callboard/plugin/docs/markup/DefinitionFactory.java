package org.callboard.plugin.docs.markup;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.Block;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.parser.SourceLine;
import org.commonmark.parser.block.AbstractBlockParserFactory;
import org.commonmark.parser.block.BlockStart;
import org.commonmark.parser.block.MatchedBlockParser;
import org.commonmark.parser.block.ParserState;

/** Definitions, {@code :   text}, below the lines that hold their terms. Lists of them are put together later. */
final class DefinitionFactory extends AbstractBlockParserFactory {

    private static final int MOST = 1000;
    private static final Pattern FIRST = Pattern.compile(":[ ]{1,3}+(?=\\S)(.*)");

    @Override
    public BlockStart tryStart(ParserState state, MatchedBlockParser matched) {
        String line = Lines.text(state);
        if (!line.startsWith(":") || Lines.isIndented(state)) {
            return BlockStart.none();
        }
        Matcher found = FIRST.matcher(line);
        List<SourceLine> terms = matched.getParagraphLines().getLines();
        if (!found.matches() || terms.size() > MOST || (terms.isEmpty() && !isBelowTerms(matched))) {
            return BlockStart.none();
        }
        int content = state.getNextNonSpaceIndex() + found.start(1);
        IndentedParser definition = new IndentedParser(new Box("dd", ""));
        if (matched.getMatchedBlockParser() instanceof BoxParser) {
            return BlockStart.of(definition).atIndex(content);
        }
        BoxParser list = new BoxParser(new Box("dl", ""));
        terms.forEach(term -> list.with(new Box("dt", ""), term));
        BlockStart start = BlockStart.of(list, definition).atIndex(content);
        return terms.isEmpty() ? start : start.replaceParagraphLines(terms.size());
    }

    private static boolean isBelowTerms(MatchedBlockParser matched) {
        Block parent = matched.getMatchedBlockParser().getBlock();
        Node last = parent instanceof Box list && list.is("dl") ? list : parent.getLastChild();
        return last instanceof Paragraph
                || (last instanceof Box box && box.is("dl"))
                || (last instanceof HtmlBlock html && html.getLiteral().startsWith("<!--"));
    }
}
