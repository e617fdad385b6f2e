package org.callboard.plugin.docs.markup;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;

/** Quotes, dashes and ellipses as they are in print, as smarty makes them: of each run of text between two elements by itself. */
final class Typography {

    /** Stands for what is between two texts of a run and no text: HTML, and signs that were escaped. */
    private static final char OTHER = '\u0003';

    /** What the rules put, and what smarty calls it. */
    private static final String PRINTED = "\u2018\u2019\u201c\u201d\u00ab\u00bb\u2013\u2014\u2026";

    private static final List<String> NAMES = List.of(
            "left-single-quote",
            "right-single-quote",
            "left-double-quote",
            "right-double-quote",
            "left-angle-quote",
            "right-angle-quote",
            "ndash",
            "mdash",
            "ellipsis");

    /** Stand for the same signs where a writer has typed them. */
    private static final char TYPED = '\ue010';

    private static final Set<String> PROSE = Set.of("del", "ins", "mark", "sub", "sup");
    private static final String PUNCTUATION = "[!\"#$%'()*+,\\-./:;<=>?@\\[\\\\\\]^_`{|}~]";

    /** What a quote that closes stands behind; signs made before are not it. */
    private static final String CLOSED =
            "(?<=[^ \\t\\r\\n\\[{(\\-\\u0003\u2018\u2019\u201c\u201d\u00ab\u00bb\u2013\u2014"
                    + "\u2122\u00a9\u00ae\u00b1\u2190-\u2194\u2260])";

    private static final String BEFORE_OPENING = "(?<=\\s|--|[\u2013\u2014\ue016\ue017])";
    private static final List<Rule> DASHES =
            List.of(new Rule("(?<!-)---(?!-)", "\u2014"), new Rule("(?<!-)--(?!-)", "\u2013"));
    private static final List<Rule> ANGLED = List.of(new Rule("<<", "\u00ab"), new Rule(">>", "\u00bb"));
    private static final List<Rule> QUOTES = List.of(
            new Rule("^'(?=" + PUNCTUATION + "\\B)", "\u2019"),
            new Rule("^\"(?=" + PUNCTUATION + "\\B)", "\u201d"),
            new Rule("\"'(?=\\w)", "\u201c\u2018"),
            new Rule("'\"(?=\\w)", "\u2018\u201c"),
            new Rule("(?<!\\w)'(?=\\d{2}s)", "\u2019"),
            new Rule(BEFORE_OPENING + "'(?=\\w)", "\u2018"),
            new Rule(CLOSED + "'(?!\\s|s\\b|\\d)", "\u2019"),
            new Rule(CLOSED + "'(?=\\s|s\\b)", "\u2019"),
            new Rule("'", "\u2018"),
            new Rule(BEFORE_OPENING + "\"(?=\\w)", "\u201c"),
            new Rule("\"(?=\\s)", "\u201d"),
            new Rule(CLOSED + "\"", "\u201d"),
            new Rule("\"", "\u201c"));
    private static final List<Rule> ELLIPSES = List.of(new Rule("(?<!\\.)\\.{3}(?!\\.)", "\u2026"));

    private final List<Rule> rules;
    private final Map<String, String> print;

    private Typography(List<Rule> rules, Map<String, String> print) {
        this.rules = rules;
        this.print = print;
    }

    /** What a site has printed for a sign. */
    static String printed(char sign, Dialect dialect) {
        return dialect.signs().print().getOrDefault(NAMES.get(PRINTED.indexOf(sign)), String.valueOf(sign));
    }

    private record Rule(Pattern pattern, String sign) {

        Rule(String pattern, String sign) {
            this(Pattern.compile(pattern, Pattern.UNICODE_CHARACTER_CLASS), sign);
        }
    }

    /** Sets the texts of a page as its site has chosen. */
    static void set(Node document, Dialect dialect) {
        List<Rule> rules = new ArrayList<>();
        rules.addAll(dialect.has(Choice.DASHES) ? DASHES : List.of());
        rules.addAll(dialect.has(Choice.ANGLED_QUOTES) ? ANGLED : List.of());
        rules.addAll(dialect.has(Choice.QUOTES) ? QUOTES : List.of());
        rules.addAll(dialect.has(Choice.ELLIPSES) ? ELLIPSES : List.of());
        if (!rules.isEmpty()) {
            Set<Node> parents = new LinkedHashSet<>();
            Walk.all(document, Text.class).forEach(text -> parents.add(text.getParent()));
            Typography typography = new Typography(rules, dialect.signs().print());
            parents.stream().filter(Typography::isProse).forEach(typography::setIn);
        }
    }

    private static boolean isProse(Node parent) {
        if (parent instanceof Span span) {
            return PROSE.contains(span.tag());
        }
        return !(parent instanceof Image)
                && !(parent instanceof Box box && "math".equals(box.attributes().get("class")));
    }

    private void setIn(Node parent) {
        List<Node> run = new ArrayList<>();
        Node next;
        for (Node child = parent.getFirstChild(); child != null; child = next) {
            next = child.getNext();
            if (isOfRun(child)) {
                run.add(child);
            } else {
                set(run);
                run.clear();
            }
        }
        set(run);
    }

    private static boolean isOfRun(Node node) {
        return node instanceof Text
                || node instanceof SoftLineBreak
                || node instanceof HtmlInline
                || (node instanceof Span span && span.isVerbatim());
    }

    private void set(List<Node> run) {
        StringBuilder text = new StringBuilder();
        for (Node node : run) {
            if (node instanceof Text piece) {
                text.append(piece.getLiteral().replace(OTHER, ' ').replace('\n', ' '));
            } else {
                text.append(node instanceof SoftLineBreak ? '\n' : OTHER);
            }
        }
        String set = print.isEmpty() ? text.toString() : typed(text);
        for (Rule rule : rules) {
            set = rule.pattern.matcher(set).replaceAll(rule.sign);
        }
        set = print.isEmpty() ? set : printed(set);
        if (!set.contentEquals(text)) {
            place(run, set.split("[\n" + OTHER + "]", -1));
        }
    }

    private static String typed(CharSequence text) {
        StringBuilder typed = new StringBuilder(text);
        for (int at = 0; at < typed.length(); at++) {
            int sign = PRINTED.indexOf(typed.charAt(at));
            if (sign >= 0) {
                typed.setCharAt(at, (char) (TYPED + sign));
            }
        }
        return typed.toString();
    }

    private String printed(String set) {
        StringBuilder printed = new StringBuilder();
        for (int at = 0; at < set.length(); at++) {
            char character = set.charAt(at);
            int sign = PRINTED.indexOf(character);
            boolean isTyped = character >= TYPED && character < TYPED + PRINTED.length();
            printed.append(
                    sign >= 0
                            ? print.getOrDefault(NAMES.get(sign), String.valueOf(character))
                            : String.valueOf(isTyped ? PRINTED.charAt(character - TYPED) : character));
        }
        return printed.toString();
    }

    /** @param parts what stands before, between and behind the nodes that are no texts */
    private static void place(List<Node> run, String[] parts) {
        int part = 0;
        boolean isPlaced = false;
        for (Node node : run) {
            if (!(node instanceof Text text)) {
                part++;
                isPlaced = false;
            } else if (isPlaced) {
                text.unlink();
            } else {
                text.setLiteral(parts[part]);
                isPlaced = true;
            }
        }
    }
}
