package org.callboard.plugin.docs.markup;

import java.util.LinkedHashMap;
import java.util.Map;
import org.commonmark.node.Block;
import org.commonmark.node.Node;
import org.commonmark.parser.InlineParser;
import org.commonmark.parser.SourceLine;
import org.commonmark.parser.SourceLines;
import org.commonmark.parser.block.AbstractBlockParser;

/**
 * A block with blocks in it, and with elements that hold a piece of its first line.
 *
 * @param <B> what becomes of it
 */
abstract class ContainerParser<B extends Block> extends AbstractBlockParser {

    private final B block;
    private final Map<Node, SourceLine> texts = new LinkedHashMap<>();

    ContainerParser(B block) {
        this.block = block;
    }

    /** Adds an element that holds a piece of the first line. */
    final void add(Node child, SourceLine text) {
        block.appendChild(child);
        texts.put(child, text);
    }

    /** {@return whether an element holds a piece of the first line} */
    final boolean holds(Node child) {
        return texts.containsKey(child);
    }

    @Override
    public final B getBlock() {
        return block;
    }

    @Override
    public final boolean isContainer() {
        return true;
    }

    @Override
    public boolean canContain(Block child) {
        return true;
    }

    @Override
    public final void parseInlines(InlineParser parser) {
        texts.forEach((node, text) -> parser.parse(SourceLines.of(text), node));
    }
}
