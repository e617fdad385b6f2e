package org.callboard.plugin.docs.markup;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What only some sites choose, against what Python-Markdown and pymdown-extensions made of the same lines. */
class ChoicesTest {

    private static final Set<Choice> SMART = Set.of(Choice.QUOTES, Choice.DASHES, Choice.ELLIPSES);
    private static final String HASH = "0123456789abcdef0123456789abcdef01234567";

    private static Element body(String source, Set<Choice> choices) throws TooComplexException {
        return body(source, new Dialect(true, choices, References.NONE, List.of()));
    }

    private static Element body(String source, Dialect dialect) throws TooComplexException {
        return new Markdown(dialect, name -> Optional.empty()).render(source).body();
    }

    private static String html(String source, Set<Choice> choices) throws TooComplexException {
        Element body = body(source, choices);
        Document document = new Document("");
        document.outputSettings().prettyPrint(false);
        document.appendChild(body);
        return body.html().strip();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '¦',
            quoteCharacter = '§',
            value = {
                "\"Hello,\" he said. 'So?' ¦ <p>“Hello,” he said. ‘So?’</p>",
                "it's the '80s -- or --- not... ¦ <p>it’s the ’80s – or — not…</p>",
                "\"'Quoted' words in a larger quote.\" ¦ <p>“‘Quoted’ words in a larger quote.”</p>",
                "He said ('x') and \"*y*\" and `\"z\"`. ¦ <p>He said (‘x’) and “<em>y</em>” and <code>\"z\"</code>.</p>",
                "\"a\" \\\"b\\\" \\-- c ¦ <p>“a” \"b\" -- c</p>",
                "[a \"b\"](x.md) <b>\"c\"</b> ¦ <p><a href=\"x.md\">a “b”</a> <b>“c”</b></p>",
                "x--y ---- .... \"5'\" ¦ <p>x–y ---- .... “5’“</p>",
                "\"1st\" \"-\" '-' ¦ <p>“1<sup>st</sup>” “-” ‘-‘</p>",
                "don't rock'n'roll the boss's \"x\" ¦ <p>don’t rock’n’roll the boss’s “x”</p>",
                "'\"x\"' and \"'x'\" ¦ <p>‘“x”’ and “‘x’“</p>",
                "a -->\"b\" ![\"c\"](x.png) ¦ <p>a →“b” <img src=\"x.png\" alt=\"&quot;c&quot;\"></p>",
            })
    void setsTextsAsInPrint(String source, String expected) throws TooComplexException {
        assertEquals(expected, html(source, SMART));
    }

    @Test
    void setsQuotesOverTheEndsOfLines() throws TooComplexException {
        assertEquals("<p>A\n“line” and\n‘two’</p>", html("A\n\"line\" and\n'two'", SMART));
    }

    @Test
    void setsWhatIsChosenAlone() throws TooComplexException {
        assertEquals("<p>\"a\" – b…</p>", html("\"a\" -- b...", Set.of(Choice.DASHES, Choice.ELLIPSES)));
        assertEquals("<p>“a” -- «b»...</p>", html("\"a\" -- <<b>>...", Set.of(Choice.QUOTES, Choice.ANGLED_QUOTES)));
        assertEquals("<p>\"a\" -- b...</p>", html("\"a\" -- b...", Set.of()));
    }

    @Test
    void escapesAnySign() throws TooComplexException {
        assertEquals(
                "<p>a &amp; &lt; *b* `c` (c) :smile:</p>",
                html("\\a \\& \\< \\*b\\* \\`c` \\(c) \\:smile:", Set.of(Choice.ESCAPES)));
        assertEquals("<p><code>\\a</code></p>", html("`\\a`", Set.of(Choice.ESCAPES)));
        assertEquals("<p>a b</p>", html("a\\ b", Set.of(Choice.ESCAPES)));
        assertEquals("<p>a&nbsp;b</p>", html("a\\ b", Set.of(Choice.ESCAPES, Choice.ESCAPED_SPACES)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '¦',
            quoteCharacter = '§',
            value = {
                "[==30%] ¦ 30 ¦ ",
                "[=50.4% \"Half\"] ¦ 50 ¦ Half",
                "[==3/4 'Three']{: .thin } ¦ 75 ¦ Three",
                "[=120/100 \"x\"] ¦ 100 ¦ x",
                "[==0/0 \"\"] ¦ 0 ¦ ",
            })
    void drawsBarsOfProgress(String source, String value, String label) throws TooComplexException {
        Element bar = body(source, Set.of(Choice.PROGRESS)).select(".progress").get(0);
        assertEquals(value, bar.select("progress[max=100]").attr("value"));
        assertEquals(label == null ? "" : label, bar.text());
    }

    @Test
    void drawsNoBarOfWhatIsNone() throws TooComplexException {
        for (String other : List.of("[==130%]", "[==5 \"x\"]", "\\[==30%]", "[== 30]")) {
            Element body = body(other, Set.of(Choice.PROGRESS));
            assertEquals(0, body.select("progress").size(), other);
            assertEquals(other.replace("\\", ""), body.text());
        }
        assertEquals("[==30%]", body("[==30%]", Set.of()).text());
    }

    private static String lists(String source) throws TooComplexException {
        Set<Choice> fancy = Set.of(
                Choice.FANCY_LISTS,
                Choice.ROMAN_LISTS,
                Choice.LETTERED_LISTS,
                Choice.HASHED_LISTS,
                Choice.SPACED_HEADINGS);
        StringBuilder found = new StringBuilder();
        for (Element list : body(source.replace('|', '\n'), fancy).select("ol, ul")) {
            found.append(list.tagName().equals("ul") ? "*" : list.attr("type").isEmpty() ? "1" : list.attr("type"))
                    .append(list.attr("start"))
                    .append('x')
                    .append(list.children().size())
                    .append(' ');
        }
        return found.toString().strip();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '¦',
            value = {
                "1) a|2) b|    i. c|    ii. d|        a. e|        b. f|            #. g|            #. h ¦ 1x2 ix2 ax2 1x2",
                "- a|- b||1. a|2. b ¦ *x2 1x2",
                "1. a|1. b|1) c|2) d ¦ 1x2 1x2",
                "a. a|b. b|A.  c|B.  d ¦ ax2 Ax2",
                "#. a|#. b||a. c|b. d||1. e ¦ 1x2 ax2 1x1",
                "i. a|#. b|#. c|iv. d ¦ ix4",
                "B. Russell was an English philosopher.||A.  A list. ¦ Ax1",
                "iii. a|iv. b|v. c||---||v. d|w. e|x. f ¦ i3x3 a22x3",
                "h. a|i. b|j. c||---||i. d|ii. e|iii. f ¦ a8x3 ix3",
                "MCMXCIV. a ¦ I1994x1",
                "I) a|II) b ¦ Ix2",
                ".  a|) b|ab. c|12 d ¦ ''",
            })
    void numbersListsAsTheyAreWritten(String source, String expected) throws TooComplexException {
        assertEquals(expected, lists(source));
    }

    @Test
    void knowsNoFancyListsUnlessTheyAreChosen() throws TooComplexException {
        assertEquals(0, body("a. b\nc. d\n\n1) e", Set.of()).select("ol").size());
        Set<Choice> letters = Set.of(Choice.FANCY_LISTS, Choice.LETTERED_LISTS);
        assertEquals("a", body("i. b", letters).select("ol").attr("type"));
        assertEquals("lower-alpha", body("i. b", letters).select("ol").attr("class"));
        assertEquals(0, body("ii. b", letters).select("ol").size());
    }

    private static String links(String source, References references) throws TooComplexException {
        return String.join(
                " ",
                body(source, new Dialect(true, Set.of(Choice.REFERENCES), references, List.of())).select("a").stream()
                        .map(link -> link.text() + "=" + link.attr("href").replaceFirst("^https://", ""))
                        .toList());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '¦',
            value = {
                "@you and @you/theirs ¦ @you=github.com/you you/theirs=github.com/you/theirs",
                "@gitlab:you @bitbucket:a/b ¦ @you=gitlab.com/you a/b=bitbucket.org/a/b",
                "x #1 !2 ?3 a#4 ¦ #1=github.com/me/mine/issues/1 !2=github.com/me/mine/pull/2 ?3=github.com/me/mine/discussions/3 a#4=github.com/me/a/issues/4",
                "you/theirs#7 me/mine#8 ¦ you/theirs#7=github.com/you/theirs/issues/7 #8=github.com/me/mine/issues/8",
                "gitlab:you/x#9 github:me/mine#1 ¦ you/x#9=gitlab.com/you/x/-/issues/9 #1=github.com/me/mine/issues/1",
                HASH + " " + HASH + "..." + HASH + " ¦ 0123456=github.com/me/mine/commit/" + HASH
                        + " 0123456...0123456=github.com/me/mine/compare/" + HASH + "..." + HASH,
                "you/x@" + HASH + " x@" + HASH + " ¦ you/x@0123456=github.com/you/x/commit/" + HASH
                        + " x@0123456=github.com/me/x/commit/" + HASH,
                "[#1](a.md) `#2` \\#3 \\@x mail@x.org https://x.org/#4 ¦ #1=a.md mail@x.org=mailto:mail@x.org https://x.org/#4=x.org/#4",
                "a#x #0 x@y, (#12), #12a ¦ #12=github.com/me/mine/issues/12",
                "me/mine?3 gitlab:you/x?3 gitlab:you/x!4 ¦ ?3=github.com/me/mine/discussions/3 you/x!4=gitlab.com/you/x/-/merge_requests/4",
            })
    void linksShortReferences(String source, String expected) throws TooComplexException {
        assertEquals(expected, links(source, new References(CodeHost.GITHUB, "me", "mine", false)));
    }

    @Test
    void linksShortReferencesOfTheHostThatIsChosen() throws TooComplexException {
        assertEquals(
                "#3=gitlab.com/g/r/-/merge_requests/3", links("x !3", new References(CodeHost.GITLAB, "g", "r", true)));
        assertEquals(
                "you/x#2=github.com/you/x/issues/2 @a=github.com/a",
                links("x #1 x#2 you/x#2 @a", new References(CodeHost.GITHUB, "", "", false)));
        assertEquals("", body("@you #1 me/mine#2 " + HASH, Set.of()).select("a").text());
    }

    @Test
    void tellsWhatAShortReferenceIs() throws TooComplexException {
        Dialect dialect = new Dialect(
                true, Set.of(Choice.REFERENCES), new References(CodeHost.GITHUB, "me", "mine", false), List.of());
        assertEquals(
                List.of(
                        "GitHub Issue: me/mine #1",
                        "GitHub Pull Request: me/x #2",
                        "GitHub User: you",
                        "GitHub Commit: me/mine@0123456"),
                body("x #1 x!2 @you " + HASH, dialect).select("a").eachAttr("title"));
    }
}
