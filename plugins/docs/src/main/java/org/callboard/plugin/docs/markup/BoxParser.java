package org.callboard.plugin.docs.markup;

import org.commonmark.node.Block;
import org.commonmark.node.Node;
import org.commonmark.parser.SourceLine;
import org.commonmark.parser.block.BlockContinue;
import org.commonmark.parser.block.ParserState;

/** The list of a definition, which ends with it. */
final class BoxParser extends ContainerParser<Box> {

    BoxParser(Box box) {
        super(box);
    }

    BoxParser with(Node child, SourceLine text) {
        add(child, text);
        return this;
    }

    @Override
    public boolean canContain(Block child) {
        return child instanceof Box found && found.is("dd");
    }

    @Override
    public BlockContinue tryContinue(ParserState state) {
        return BlockContinue.atIndex(state.getIndex());
    }
}
