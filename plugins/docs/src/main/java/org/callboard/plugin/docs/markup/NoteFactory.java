package org.callboard.plugin.docs.markup;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.parser.block.AbstractBlockParserFactory;
import org.commonmark.parser.block.BlockStart;
import org.commonmark.parser.block.MatchedBlockParser;
import org.commonmark.parser.block.ParserState;

/** What lines define for elsewhere: footnotes, {@code [^1]: text}, and abbreviations, {@code *[HTML]: text}. */
final class NoteFactory extends AbstractBlockParserFactory {

    /** The attribute of a footnote that holds its label until it is numbered. */
    static final String LABEL = "data-label";

    private static final Pattern FOOTNOTE = Pattern.compile("\\[\\^([^\\]]{1,100})\\]:[ ]*+(.*)");
    private static final Pattern ABBREVIATION = Pattern.compile("\\*\\[([^\\]]{1,100})\\][ ]?:[ ]*+(.*)");

    @Override
    public BlockStart tryStart(ParserState state, MatchedBlockParser matched) {
        if (Lines.isIndented(state) || state.isBlank()) {
            return BlockStart.none();
        }
        String line = Lines.text(state);
        if (line.startsWith("[^")) {
            Matcher found = FOOTNOTE.matcher(line);
            return found.matches() ? footnote(state, found) : BlockStart.none();
        }
        if (!line.startsWith("*[")) {
            return BlockStart.none();
        }
        Matcher found = ABBREVIATION.matcher(line);
        if (!found.matches()) {
            return BlockStart.none();
        }
        Named named = new Named(found.group(1).strip(), found.group(2).strip());
        return BlockStart.of(new LeafParser(named, null)).atIndex(Lines.end(state));
    }

    private static BlockStart footnote(ParserState state, Matcher found) {
        Box note = new Box("li", "").with(LABEL, found.group(1));
        return BlockStart.of(new NoteParser(note)).atIndex(state.getNextNonSpaceIndex() + found.start(2));
    }
}
