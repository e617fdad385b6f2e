package org.callboard.plugin.docs.markup;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarkdownTest {

    private static final Map<String, String> FILES = Map.of(
            "a.md", "from a\n--8<-- \"b.md\"",
            "b.md", "from b",
            "loop.md", "again\n\n--8<-- \"loop.md\"",
            "s.py", "no\n# --8<-- [start:x]\nyes\n# --8<-- [end:x]\nno");

    private static Element body(String source) throws TooComplexException {
        Dialect all = new Dialect(true, Set.of(Choice.MATH, Choice.BLOCKS), References.NONE, List.of());
        return new Markdown(all, name -> Optional.ofNullable(FILES.get(name)))
                .render(source)
                .body();
    }

    private static String html(String source) throws TooComplexException {
        Element body = body(source);
        Document document = new Document("");
        document.outputSettings().prettyPrint(false);
        document.appendChild(body);
        return body.html()
                .replaceAll(">\\s+<", "><")
                .replaceAll("\\n(?=</?(?:div|figure))", "")
                .strip();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '¦',
            value = {
                "~~a~~ b~2~ c^2^ ^^d^^ ==e== ¦ <p><del>a</del> b<sub>2</sub> c<sup>2</sup><ins>d</ins><mark>e</mark></p>",
                "{++a++}{--b--}{==c==}{~~d~>e~~} ¦ <p><ins class=\"critic\">a</ins><del class=\"critic\">b</del><mark class=\"critic\">c</mark><span><del class=\"critic\">d</del><ins class=\"critic\">e</ins></span></p>",
                "(c) --> +/- 1/2 ¦ <p>© → ± ½</p>",
                ":smile: :nothing_like_it: ¦ <p><span title=\"smile\" class=\"emoji\">😄</span> :nothing_like_it:</p>",
                ":material-check: ¦ <p><span data-icon=\"material-check\" class=\"icon\"></span></p>",
                "1st 11th 112th 22nd a1st ¦ <p>1<sup>st</sup> 11<sup>th</sup> 112<sup>th</sup> 22<sup>nd</sup> a1st</p>",
                "---> <--- https://x.y/1/2 ¦ <p>---&gt; &lt;--- <a href=\"https://x.y/1/2\" rel=\"noopener noreferrer\">https://x.y/1/2</a></p>",
                "++ctrl+foo++ ++\"a b\"+ctrl++ ++foo-bar++ ¦ <p>++ctrl+foo++ <span class=\"keys\"><kbd>a b</kbd>+<kbd>Ctrl</kbd></span> ++foo-bar++</p>",
                "++ctrl+del++ and C++ and ++ ¦ <p><span class=\"keys\"><kbd>Ctrl</kbd>+<kbd>Del</kbd></span> and C++ and ++</p>",
                "`#!py x = 1` ¦ <p><code class=\"language-py\">x = 1</code></p>",
                "[a](b.md){ .md-button #x } ¦ <p><a href=\"b.md\" class=\"md-button\" id=\"doc-x\">a</a></p>",
                "see https://example.org/a_b_c. ¦ <p>see <a href=\"https://example.org/a_b_c\" rel=\"noopener noreferrer\">https://example.org/a_b_c</a>.</p>",
                "[https://example.org](https://example.org) ¦ <p><a href=\"https://example.org\" rel=\"noopener noreferrer\">https://example.org</a></p>",
                "mail me@example.org now ¦ <p>mail <a href=\"mailto:me@example.org\" rel=\"noopener noreferrer\">me@example.org</a> now</p>",
                "costs $5 and $6 ¦ <p>costs $5 and $6</p>",
                "area $a^2$ ¦ <p>area <span class=\"math\">$a^2$</span></p>",
                "Python keeps \\< and \\& ¦ <p>Python keeps \\&lt; and \\&amp;</p>",
                "![far](https://example.org/i.png) ¦ <p><a href=\"https://example.org/i.png\" rel=\"noopener noreferrer\" class=\"remote\">far</a></p>",
                "{{ variable }} and {plain} ¦ <p>{{ variable }} and {plain}</p>",
            })
    void readsLines(String source, String expected) throws TooComplexException {
        assertEquals(expected, html(source));
    }

    @Test
    void putsTabsThatFollowOneAnotherTogether() throws TooComplexException {
        Element body = body("=== \"A\"\n\n    a\n\n=== \"B\"\n\n    ```java\n    b\n    ```\n\n===! \"C\"\n\n    c");
        assertEquals(2, body.select(".tabbed-set").size());
        assertEquals(
                2,
                body.select(".tabbed-set")
                        .get(0)
                        .select("> .tabbed-block > .tabbed-title")
                        .size());
        assertEquals("b\n", body.select("code.language-java").get(0).wholeText());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '¦',
            value = {
                "- a|  - b|    - c",
                "- a|    - b|        - c",
                "1. a|   - b|     - c",
                "1. a|  - b|    - c",
                "10. a|    - b|        - c",
                "*   a|    *   b|        *   c",
            })
    void nestsListsByTwoThreeOrFourColumns(String source) throws TooComplexException {
        assertEquals("c", body(source.replace('|', '\n')).select("li li li").text());
    }

    @Test
    void keepsBlocksOfAnItemWithin() throws TooComplexException {
        assertEquals(
                "para code",
                body("100. a\n\n    para\n\n    ```\n    code\n    ```\n")
                        .select("li > :gt(0)")
                        .text());
        assertEquals(
                "    x\n",
                body("- a\n\n          x\n")
                        .select("li code")
                        .get(0)
                        .wholeText()
                        .replaceFirst("^", "  "));
    }

    @Test
    void beginsNoListBelowAParagraph() throws TooComplexException {
        assertEquals("<p>text\n- no item</p>", html("text\n- no item"));
        Article github = new Markdown(Dialect.GITHUB, name -> Optional.empty()).render("text\n- item");
        assertEquals("item", github.body().select("li").text());
    }

    @Test
    void readsTables() throws TooComplexException {
        assertEquals(
                "<table><thead><tr><th>a</th><th align=\"right\">b | c</th></tr></thead><tbody><tr><td><code>x|y</code></td>"
                        + "<td align=\"right\">1</td></tr><tr><td>short</td><td align=\"right\"></td></tr></tbody></table>",
                html("| a | b \\| c |\n|---|--:|\n| `x|y` | 1 |\n| short |\n"));
    }

    @Test
    void readsDefinitionsFootnotesAndAbbreviations() throws TooComplexException {
        assertEquals(
                "<dl><dt>A</dt><dt>B</dt><dd>one</dd><dd>two</dd><dt>C</dt><dd>three</dd></dl>",
                html("A\nB\n:   one\n:   two\n\nC\n\n:   three\n"));
        Element notes = body("x[^b] y[^a] [^none]\n\n[^a]: first\n\n    more\n\n[^b]: second\n");
        assertEquals("x2 y1 [^none]", notes.select("p").get(0).text());
        assertEquals("fn:a", notes.select(".footnote li").get(0).id());
        assertEquals("<p><abbr title=\"long\">HTML</abbr> HTMLs</p>", html("HTML HTMLs\n\n*[HTML]: long"));
    }

    @Test
    void readsFences() throws TooComplexException {
        Element pre = body("``` {.java .x title=\"A.java\" hl_lines=\"1 2\" linenums=\"3\"}\n<b>\n```")
                .select("pre")
                .get(0);
        assertEquals(
                "A.java|1 2|3", pre.attr("data-title") + "|" + pre.attr("data-lines") + "|" + pre.attr("data-start"));
        assertEquals("<b>\n", pre.select("code.language-java").get(0).wholeText());
        assertEquals("<pre class=\"mermaid\">graph TD\n</pre>", html("```mermaid\ngraph TD\n```") + "");
    }

    @Test
    void readsBlocksOfPymdown() throws TooComplexException {
        assertEquals(
                "<div class=\"admonition warning\"><p class=\"admonition-title\">T</p><p><em>x</em></p></div>",
                html("/// warning | T\n*x*\n///"));
        assertEquals(
                2,
                body("/// tab | A\na\n///\n\n/// tab | B\nb\n///")
                        .select(".tabbed-set > .tabbed-block")
                        .size());
    }

    @Test
    void linksAddressesOfEMailWhereThereAreAbbreviations() throws TooComplexException {
        assertEquals(
                "me@x.org", body("HTML me@x.org\n\n*[HTML]: long").select("a").text());
    }

    @Test
    void includesSnippetsAndEndsWhereTheyIncludeThemselves() throws TooComplexException {
        assertEquals("from a from b", body("--8<-- \"a.md\"").text());
        assertEquals("again", body("--8<-- \"loop.md\"").text());
        assertEquals("yes", body("--8<-- \"s.py:x\"").text());
        assertEquals("from b from b", body("--8<--\nb.md\nb.md\n--8<--").text());
        assertEquals("", body("--8<-- \"../../secret\"").text());
    }

    @Test
    void givesHeadingsTheIdsOfPythonMarkdown() throws TooComplexException {
        Element body = body(
                "# Über *uns*!\n\n## A & B\n\n## A & B\n\n## Own { #mine }\n\nUnder\n-----\n\n[TOC]\n\n#NoSpace\n");
        assertEquals(
                List.of("uber-uns", "a-b", "a-b_1", "mine", "under", "nospace"),
                body.select("h1,h2").eachAttr("id"));
        assertEquals(6, body.select(".toc a").size());
        Article github = new Markdown(Dialect.GITHUB, name -> Optional.empty()).render("# Über uns");
        assertEquals("über-uns", github.body().select("h1").get(0).id());
    }

    @Test
    void givesHeadingsTheIdsThatTheirSiteChooses() throws TooComplexException {
        Set<Choice> choices = Set.of(Choice.UNICODE_IDS, Choice.SPACED_IDS, Choice.ESCAPES);
        Element body = new Markdown(new Dialect(true, choices, References.NONE, List.of()), name -> Optional.empty())
                .render("# A & B\n\n# C  D\n\n# E {: #\\6.0}\n\n# F {#a.b .c}")
                .body();
        assertEquals(List.of("a--b", "c-d", "6.0", "a.b"), body.select("h1").eachAttr("id"));
    }

    @Test
    void readsTheTitleOfFrontMatter() throws TooComplexException {
        Article article = new Markdown(Dialect.MKDOCS, name -> Optional.empty())
                .render("---\ntags: [a]\ntitle: 'T: x'\n---\nText");
        assertEquals("T: x", article.title());
        assertEquals("Text", article.body().text());
    }

    @Test
    void marksTasks() throws TooComplexException {
        Element body = body("- [ ] a\n- [x] b");
        assertEquals(List.of("open", "done"), body.select("li .task").eachAttr("aria-label"));
        assertEquals("a b", body.text());
    }

    @Test
    void readsAdmonitionsAndDetailsWithWhatIsInThem() throws TooComplexException {
        Element note = body("!!! note \"A *title*\"\n    text\n\n    - a\n");
        assertEquals(
                "A title",
                note.select("div.admonition.note > p.admonition-title").text());
        assertEquals("title", note.select("p.admonition-title em").text());
        assertEquals("a", note.select("div.note > ul > li").text());
        Element open = body("???+ warning\n    text");
        assertEquals("Warning", open.select("details.warning[open] > summary").text());
        assertEquals("text", open.select("details > p").text());
        assertEquals(0, body("??? warning\n    text").select("details[open]").size());
        Element bare = body("!!! tip \"\"\n\n    bare");
        assertEquals("bare", bare.select("div.tip").text());
    }

    @Test
    void readsMarkdownWithinHtmlWhereItIsAskedTo() throws TooComplexException {
        Element grid = body("<div class=\"grid cards\" markdown>\n\n- **b**\n\n</div>");
        assertEquals("b", grid.select("div.grid li strong").text());
        assertEquals(
                "**b**",
                body("<div>\n**b**\n</div>").select("div > div, div").last().text());
        assertEquals(
                "b",
                body("<figure markdown=\"span\">*b*</figure>")
                        .select("figure > em")
                        .text());
    }
}
