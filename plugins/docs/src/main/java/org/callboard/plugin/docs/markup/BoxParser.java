package org.callboard.plugin.docs.markup;

import java.util.LinkedHashMap;
import java.util.Map;
import org.commonmark.node.Block;
import org.commonmark.node.Node;
import org.commonmark.parser.InlineParser;
import org.commonmark.parser.SourceLine;
import org.commonmark.parser.SourceLines;
import org.commonmark.parser.block.AbstractBlockParser;
import org.commonmark.parser.block.BlockContinue;
import org.commonmark.parser.block.ParserState;

/** The list of a definition, which ends with it. */
final class BoxParser extends AbstractBlockParser {

    private final Box box;
    private final Map<Node, SourceLine> texts = new LinkedHashMap<>();

    BoxParser(Box box) {
        this.box = box;
    }

    BoxParser with(Node child, SourceLine text) {
        box.appendChild(child);
        texts.put(child, text);
        return this;
    }

    @Override
    public Block getBlock() {
        return box;
    }

    @Override
    public boolean isContainer() {
        return true;
    }

    @Override
    public boolean canContain(Block child) {
        return child instanceof Box found && found.is("dd");
    }

    @Override
    public BlockContinue tryContinue(ParserState state) {
        return BlockContinue.atIndex(state.getIndex());
    }

    @Override
    public void parseInlines(InlineParser parser) {
        texts.forEach((node, text) -> parser.parse(SourceLines.of(text), node));
    }
}
