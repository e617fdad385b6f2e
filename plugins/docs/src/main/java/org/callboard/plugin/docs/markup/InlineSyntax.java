package org.callboard.plugin.docs.markup;

import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.jspecify.annotations.Nullable;

/** What lines may hold beyond CommonMark. */
final class InlineSyntax {

    /** The tag of an address that becomes a link where it is within none. */
    static final String ADDRESS_TAG = "a";

    private static final Pattern ADDRESS = Pattern.compile(
            "(?:(?:https?|ftp)://|www\\.)[^_\\W](?:[-\\w.?,!'(){}\\[/+&@%$#=:\"|~;]|\\](?![(\\[]))*(?:[^_\\W]|[-/#@$+=])",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern ATTRIBUTES = Pattern.compile("\\{:?[ ]*+[^{}%\\n ][^{}\\n]*+\\}");
    private static final Pattern INSERTED = Pattern.compile("\\{(\\+\\+|--|==|>>)(.+?)(?:\\+\\+|--|==|<<)\\}");
    private static final Pattern REPLACED = Pattern.compile("\\{~~(.*?)~>(.*?)~~\\}");
    private static final Pattern SIGN = Pattern.compile(":([a-zA-Z0-9_+-]{1,80}):");
    private static final Pattern ICON = Pattern.compile("(?:material|octicons|fontawesome|simple)-[a-z0-9-]+");
    private static final Pattern MATH =
            Pattern.compile("\\$\\$(.+?)\\$\\$|\\$((?!\\s|\\$)(?:\\\\.|[^\\\\$])*(?<!\\s))\\$(?!\\d)");
    private static final Pattern ESCAPED_MATH = Pattern.compile("\\\\\\((.+?)\\\\\\)");
    private static final Pattern ANGLED = Pattern.compile("<<");
    private static final Pattern NOT_ESCAPED = Pattern.compile("\\\\([&,/;<@'%\":?])");
    private static final Pattern ESCAPED = Pattern.compile("\\\\(.)");
    private static final Pattern ESCAPED_BRACKET = Pattern.compile("\\\\(\\[)");
    private static final Pattern ESCAPED_SIGN = Pattern.compile("\\\\([\"'.-])");
    private static final Pattern ESCAPED_REFERENCE = Pattern.compile("\\\\([@#!])");

    private InlineSyntax() {}

    static void add(Parser.Builder parser, Dialect dialect) {
        add(parser, Set.of('{'), List.of(), INSERTED, InlineSyntax::critic);
        add(parser, Set.of('{'), List.of(), REPLACED, InlineSyntax::replaced);
        add(parser, Set.of('{'), List.of(), ATTRIBUTES, found -> attributes(found.group(), dialect));
        add(parser, Set.of(':'), List.of(), SIGN, found -> sign(found.group(1)));
        add(parser, Set.of('+'), List.of(), Keys.PATTERN, new Keys(dialect)::read);
        add(parser, Set.of('h', 'w', 'f'), List.of("http", "ftp", "www."), ADDRESS, InlineSyntax::link);
        if (dialect.has(Choice.MATH)) {
            add(parser, Set.of('$'), List.of(), MATH, found -> new Span("span", "math").text(found.group()));
            add(parser, Set.of('\\'), List.of(), ESCAPED_MATH, found -> new Span("span", "math").text(found.group()));
        }
        if (dialect.has(Choice.ANGLED_QUOTES)) {
            add(parser, Set.of('<'), List.of(), ANGLED, found -> Span.verbatim(Typography.printed('\u00ab', dialect)));
        }
        escapes(parser, dialect);
        if (dialect.python()) {
            add(parser, Set.of('\\'), List.of(), NOT_ESCAPED, found -> new Text(found.group()));
        }
    }

    private static @Nullable Node attributes(String list, Dialect dialect) {
        boolean isEscaped = dialect.has(Choice.ESCAPES);
        return AttributeList.read(isEscaped ? ESCAPED.matcher(list).replaceAll("$1") : list)
                .orElse(null);
    }

    /** Signs that mean nothing behind a backslash, where they would mean something but for it. */
    private static void escapes(Parser.Builder parser, Dialect dialect) {
        Inlines.Maker verbatim = found -> Span.verbatim(found.group(1));
        add(parser, Set.of('\\'), List.of(), ESCAPED_BRACKET, verbatim);
        if (dialect.has(Choice.ESCAPES)) {
            boolean isSpaced = dialect.has(Choice.ESCAPED_SPACES);
            add(
                    parser,
                    Set.of('\\'),
                    List.of(),
                    ESCAPED,
                    found -> Span.verbatim(isSpaced ? found.group(1).replace(' ', '\u00a0') : found.group(1)));
        }
        if (dialect.has(Choice.QUOTES) || dialect.has(Choice.DASHES) || dialect.has(Choice.ELLIPSES)) {
            add(parser, Set.of('\\'), List.of(), ESCAPED_SIGN, verbatim);
        }
        if (dialect.has(Choice.REFERENCES) || dialect.has(Choice.SOCIAL_NAMES)) {
            add(parser, Set.of('\\'), List.of(), ESCAPED_REFERENCE, verbatim);
        }
    }

    private static void add(
            Parser.Builder parser, Set<Character> triggers, List<String> begins, Pattern pattern, Inlines.Maker maker) {
        parser.customInlineContentParserFactory(new Inlines(triggers, begins, pattern, maker));
    }

    private static Node critic(Matcher found) {
        String tag = switch (found.group(1)) {
            case "++" -> "ins";
            case "--" -> "del";
            case "==" -> "mark";
            default -> "span";
        };
        return new Span(tag, tag.equals("span") ? "critic comment" : "critic").text(found.group(2));
    }

    private static Node replaced(Matcher found) {
        Span both = new Span("span", "");
        both.appendChild(new Span("del", "critic").text(found.group(1)));
        both.appendChild(new Span("ins", "critic").text(found.group(2)));
        return both;
    }

    private static @Nullable Node sign(String name) {
        String emoji = Names.EMOJI.get(name);
        if (emoji != null) {
            return new Span("span", "emoji").with("title", name).text(emoji);
        }
        return ICON.matcher(name).matches() ? new Span("span", "icon").with("data-icon", name) : null;
    }

    /** No link yet, as it may be within one. */
    private static Node link(Matcher found) {
        String address = found.group();
        return new Span(ADDRESS_TAG, "")
                .with("href", address.startsWith("www.") ? "https://" + address : address)
                .text(address);
    }
}
