package org.callboard.plugin.docs.markup;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.Block;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.parser.SourceLine;
import org.commonmark.parser.block.AbstractBlockParser;
import org.commonmark.parser.block.BlockContinue;
import org.commonmark.parser.block.ParserState;

/** A diagram up to its end, read as if it stood in a fence. */
final class DiagramParser extends AbstractBlockParser {

    private final FencedCodeBlock block = new FencedCodeBlock();
    private final StringBuilder text = new StringBuilder();
    private final Pattern end;
    private boolean isBegun;
    private boolean isDone;

    /** @param info what the first line of the fence would say */
    DiagramParser(String info, Pattern end) {
        block.setInfo(info);
        this.end = end;
    }

    @Override
    public Block getBlock() {
        return block;
    }

    @Override
    public BlockContinue tryContinue(ParserState state) {
        return isDone ? BlockContinue.none() : BlockContinue.atIndex(state.getIndex());
    }

    @Override
    public void addLine(SourceLine line) {
        String content = line.getContent().toString();
        Matcher found = end.matcher(content);
        isDone = found.find();
        String kept = isDone ? content.substring(0, found.start()) : content;
        if (isBegun && !(isDone && kept.isBlank())) {
            text.append(kept).append('\n');
        }
        isBegun = true;
    }

    @Override
    public void closeBlock() {
        block.setLiteral(text.toString());
    }
}
