package org.callboard.plugin.docs.markup;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.Text;
import org.commonmark.parser.block.AbstractBlockParserFactory;
import org.commonmark.parser.block.BlockStart;
import org.commonmark.parser.block.MatchedBlockParser;
import org.commonmark.parser.block.ParserState;

/** Admonitions, {@code !!! note "Title"}, and details, {@code ??? note} and, open, {@code ???+ note}. */
final class AsideFactory extends AbstractBlockParserFactory {

    private static final Pattern FIRST =
            Pattern.compile("(!!!|\\?\\?\\?\\+?)[ ]?([\\w-]++(?:[ ]++[\\w-]++)*+)?(?:[ ]*+\"(.*)\")?[ ]*+");

    @Override
    public BlockStart tryStart(ParserState state, MatchedBlockParser matched) {
        String line = Lines.text(state);
        char first = line.isEmpty() ? ' ' : line.charAt(0);
        if ((first != '!' && first != '?') || Lines.isIndented(state)) {
            return BlockStart.none();
        }
        Matcher found = FIRST.matcher(line);
        if (!found.matches() || (found.group(2) == null && found.group(3) == null)) {
            return BlockStart.none();
        }
        return BlockStart.of(parser(state, found)).atIndex(Lines.end(state));
    }

    private static IndentedParser parser(ParserState state, Matcher found) {
        String classes = found.group(2) == null ? "" : found.group(2).toLowerCase(Locale.ROOT);
        boolean details = found.group(1).startsWith("?");
        Box box = box(details, classes);
        if (found.group(1).endsWith("+")) {
            box.with("open", "");
        }
        IndentedParser parser = new IndentedParser(box);
        Box title = title(details);
        if (found.group(3) == null) {
            title.appendChild(new Text(name(classes)));
            box.appendChild(title);
        } else if (!found.group(3).isBlank()) {
            parser.with(title, Lines.part(state, found, 3));
        }
        return parser;
    }

    static Box box(boolean details, String classes) {
        return new Box(details ? "details" : "div", ("admonition " + classes).strip());
    }

    static Box title(boolean details) {
        return details ? new Box("summary", "") : new Box("p", "admonition-title");
    }

    /** What an aside of a kind is called that has no title. */
    static String name(String classes) {
        String kind = classes.split(" ", 2)[0];
        return kind.isEmpty() ? kind : kind.substring(0, 1).toUpperCase(Locale.ROOT) + kind.substring(1);
    }
}
