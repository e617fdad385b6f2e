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

/** A block that goes on for as long as its lines are blank or indented by four. */
final class IndentedParser extends AbstractBlockParser {

    static final int INDENT = 4;

    private final Block block;
    private final Map<Node, SourceLine> texts = new LinkedHashMap<>();

    IndentedParser(Block block) {
        this.block = block;
    }

    /** Adds an element that holds a piece of the first line. */
    IndentedParser with(Node child, SourceLine text) {
        block.appendChild(child);
        texts.put(child, text);
        return this;
    }

    @Override
    public Block getBlock() {
        return block;
    }

    @Override
    public boolean isContainer() {
        return true;
    }

    @Override
    public boolean canContain(Block child) {
        return true;
    }

    @Override
    public BlockContinue tryContinue(ParserState state) {
        if (state.isBlank()) {
            return BlockContinue.atIndex(state.getNextNonSpaceIndex());
        }
        return state.getIndent() >= INDENT ? BlockContinue.atColumn(state.getColumn() + INDENT) : BlockContinue.none();
    }

    @Override
    public void parseInlines(InlineParser parser) {
        texts.forEach((node, text) -> parser.parse(SourceLines.of(text), node));
    }
}
