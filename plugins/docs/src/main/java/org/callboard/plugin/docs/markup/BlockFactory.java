package org.callboard.plugin.docs.markup;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.parser.block.AbstractBlockParserFactory;
import org.commonmark.parser.block.BlockStart;
import org.commonmark.parser.block.MatchedBlockParser;
import org.commonmark.parser.block.ParserState;

/** Blocks between {@code /// name | argument} and {@code ///}, as the blocks of pymdown are written. */
final class BlockFactory extends AbstractBlockParserFactory {

    private static final Pattern FIRST = Pattern.compile("(/{3,})[ ]*+([a-zA-Z][\\w-]*+)[ ]*+(?:\\|[ ]*+(.*))?");

    private final Captions captions;

    BlockFactory(Captions captions) {
        this.captions = captions;
    }

    @Override
    public BlockStart tryStart(ParserState state, MatchedBlockParser matched) {
        String line = Lines.text(state);
        if (!line.startsWith("///") || Lines.isIndented(state)) {
            return BlockStart.none();
        }
        Matcher found = FIRST.matcher(line.stripTrailing());
        if (!found.matches()) {
            return BlockStart.none();
        }
        String name = found.group(2).toLowerCase(Locale.ROOT);
        String argument = found.group(3) == null ? "" : found.group(3);
        BlockParser parser = new BlockParser(found.group(1), name, argument, captions);
        if (!argument.isBlank()) {
            parser.title(Lines.part(state, found, 3));
        }
        return BlockStart.of(parser).atIndex(Lines.end(state));
    }
}
