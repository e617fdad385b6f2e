package org.callboard.plugin.docs.markup;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.parser.block.AbstractBlockParserFactory;
import org.commonmark.parser.block.BlockStart;
import org.commonmark.parser.block.MatchedBlockParser;
import org.commonmark.parser.block.ParserState;

/** Diagrams that are in no fence: graphs within braces and percent signs, and UML between {@code ::uml::} and {@code ::end-uml::}. */
final class DiagramFactory extends AbstractBlockParserFactory {

    /** Stands before the first line of those that end: without an end it is none. */
    private static final String SIGN = "\ufdd1";

    private static final Pattern FIRST =
            Pattern.compile("(?m)^(?:\\{% (dot|neato|fdp|sfdp|twopi|circo)[ \\t]++\\S++|::uml::.*+)[ \\t]*+$");
    private static final Pattern GRAPH_END = Pattern.compile("(?m)%\\}[ \\t]*+$");
    private static final Pattern UML_END = Pattern.compile("(?m)^::end-uml::[ \\t]*+$");

    /** Puts the sign before each line that begins a diagram. */
    static String marked(String text) {
        if (!text.contains("{% ") && !text.contains("::uml::")) {
            return text;
        }
        int lastGraph = last(GRAPH_END, text);
        int lastUml = last(UML_END, text);
        return FIRST.matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(
                        (found.end() < (found.group(1) == null ? lastUml : lastGraph) ? SIGN : "") + found.group()));
    }

    private static int last(Pattern end, String text) {
        Matcher found = end.matcher(text);
        int last = -1;
        while (found.find()) {
            last = found.start();
        }
        return last;
    }

    /** Takes all signs away. */
    static String unmarked(String html) {
        return html.replace(SIGN, "");
    }

    @Override
    public BlockStart tryStart(ParserState state, MatchedBlockParser matched) {
        String line = Lines.text(state);
        Matcher first = line.startsWith(SIGN) ? FIRST.matcher(line.substring(SIGN.length())) : null;
        if (first == null || !first.matches()) {
            return BlockStart.none();
        }
        DiagramParser parser = first.group(1) == null
                ? new DiagramParser("plantuml", UML_END)
                : new DiagramParser("graphviz " + first.group(1), GRAPH_END);
        return BlockStart.of(parser).atIndex(Lines.end(state));
    }
}
