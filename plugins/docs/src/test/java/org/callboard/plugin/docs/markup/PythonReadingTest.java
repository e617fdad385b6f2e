package org.callboard.plugin.docs.markup;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

/** Where Python-Markdown reads otherwise than CommonMark, as found by comparing pages of real sites. */
class PythonReadingTest {

    private static Element body(String source) throws TooComplexException {
        return new Markdown(Dialect.MKDOCS, name -> Optional.empty())
                .render(source)
                .body();
    }

    private static String html(String source) throws TooComplexException {
        Element body = body(source);
        Document document = new Document("");
        document.outputSettings().prettyPrint(false);
        document.appendChild(body);
        return body.html().replaceAll(">\\s+<", "><").strip();
    }

    @Test
    void takesTheLastDefinitionOfALink() throws TooComplexException {
        String source = "[a], [b][A], [c][] and ![i][a]\n\n[a]: one.md\n[c]: c.md\n\n- x\n\n    [a]: two.md\n";
        assertEquals(
                List.of("two.md", "two.md", "c.md"), body(source).select("a").eachAttr("href"));
        assertEquals("two.md", body(source).select("img").attr("src"));
        assertEquals(
                "one.md",
                new Markdown(Dialect.GITHUB, name -> Optional.empty())
                        .render(source)
                        .body()
                        .select("a")
                        .attr("href"));
    }

    @Test
    void readsTheLinesOfAFootnoteHoweverTheyAreIndented() throws TooComplexException {
        Element body = body("a[^1] b[^2] c[^1]\n\n[^1]:\n  The text\nof it.\n[^2]: Other\n\n    more\n\nBehind.\n");
        assertEquals(
                List.of("The text of it. ↩ ↩", "Other more ↩"),
                body.select(".footnote li").eachText());
        assertEquals(
                List.of("#fnref:1", "#fnref2:1", "#fnref:2"),
                body.select(".footnote-backref").eachAttr("href"));
        assertEquals("Behind.", body.select("> p").last().text());
    }

    @Test
    void keepsCodeRightBelowAnItemInIt() throws TooComplexException {
        Element body = body("1. One\n```yaml\na: 1\n\nb: 2\n```\nNote\n2. Two\n~~~\nc\n~~~\n\nBehind\n3. Three\n");
        assertEquals(1, body.select("ol").size());
        assertEquals(
                List.of("One a: 1 b: 2 Note", "Two c"),
                body.select("ol > li").stream()
                        .map(item -> item.text().replaceAll("\\s+", " "))
                        .toList());
        assertEquals("a: 1\n\nb: 2\n", body.select("li code").get(0).wholeText());
        assertEquals("Behind 3. Three", body.select("> p").text());
    }

    @Test
    void beginsNoItemRightBelowAFurtherParagraphOfOne() throws TooComplexException {
        assertEquals(
                List.of("One More. 2. Two", "Three"),
                body("1. One\n\n    More.\n2. Two\n\n3. Three\n")
                        .select("ol > li")
                        .eachText());
        assertEquals(
                List.of("One", "Two"), body("- One\n- Two\n").select("ul > li").eachText());
        assertEquals(
                List.of("One a", "Two"),
                body("- One\n\n    ```\n    a\n    ```\n- Two\n")
                        .select("ul > li")
                        .eachText());
        assertEquals(
                List.of("One a\n More. - Two"),
                body("- One\n\n    ```\n    a\n    ```\n\n    More.\n- Two\n")
                        .select("ul > li")
                        .eachText());
        assertEquals(
                List.of("One more", "Two"),
                body("- #One\n  more\n- Two\n").select("ul > li").eachText());
        assertEquals(1, body("- One\n\n    More.\n\n***\n").select("hr").size());
        assertEquals(
                2,
                new Markdown(Dialect.GITHUB, name -> Optional.empty())
                        .render("- One\n\n  More.\n- Two\n")
                        .body()
                        .select("ul > li")
                        .size());
    }

    @Test
    void endsWhatIsRightBelowAnItemWhereSomethingElseBegins() throws TooComplexException {
        assertEquals(
                "after",
                body("- a\n```\nb\n```\n\nafter\n").select("div > p").last().text());
        assertEquals("H", body("- a\n```\nb\n```\n# H\n").select("div > h1").text());
        assertEquals(
                List.of("a b", "c"),
                body("- a\n```\nb\n```\n- c\n").select("ul > li").eachText());
    }

    @Test
    void showsAFenceThatNothingFollows() throws TooComplexException {
        assertEquals("<p>a</p><p>```</p>", html("a\n```\n"));
        assertEquals("<pre><code>b\n\n</code></pre>", html("```\nb\n"));
    }

    @Test
    void readsNothingOfABracketThatIsEscaped() throws TooComplexException {
        assertEquals("<ul><li>[ ] no task</li></ul>", html("- \\[ ] no task"));
        assertEquals("<p>[TOC]</p>", html("\\[TOC]"));
        assertEquals(1, body("> \\[!NOTE]\n> a").select("blockquote").size());
        assertEquals("a [b", body("![a \\[b](c.png)").select("img").attr("alt"));
        assertEquals("[a](b)", body("\\[a](b)").text());
    }

    @Test
    void takesTheIndentOfAFenceWithinHtmlAway() throws TooComplexException {
        assertEquals(
                "a\n  b\nc\n",
                body("<div>\n\n   ```sh\n   a\n     b\n c\n   ```\n\n</div>")
                        .select("pre code")
                        .get(0)
                        .wholeText());
    }

    @Test
    void takesSpacesAroundCodeAway() throws TooComplexException {
        assertEquals("<p><code>a</code><code>```b</code></p>", html("` a` `` ```b``"));
    }

    @Test
    void emptiesLinesOfSpaces() throws TooComplexException {
        assertEquals(
                "a\n\nb\n", body("```\na\n  \nb\n```").select("pre code").get(0).wholeText());
    }

    @Test
    void readsFractionsAndEmojiOfSeveralSigns() throws TooComplexException {
        assertEquals("½ 11/2 1/22 ½/3", body("1/2 11/2 1/22 1/2/3").text());
        assertEquals(
                "🙋‍♂️ 🧘‍♀️",
                body(":man_raising_hand: :woman_in_lotus_position:").text());
    }
}
