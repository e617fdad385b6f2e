package org.callboard.plugin.docs.markup;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

/** Blocks of pymdown, and quotes that are asides. */
class BlocksTest {

    private static Element body(String source) throws TooComplexException {
        Dialect blocks = new Dialect(true, Set.of(Choice.BLOCKS), References.NONE, List.of());
        return new Markdown(blocks, name -> Optional.empty()).render(source).body();
    }

    private static String html(String source) throws TooComplexException {
        Element body = body(source);
        Document document = new Document("");
        document.outputSettings().prettyPrint(false);
        document.appendChild(body);
        return body.html().replaceAll(">\\s+<", "><").strip();
    }

    @Test
    void readsBlocksOfPymdownWithTheirAttributes() throws TooComplexException {
        assertEquals(
                "<dl><dt>A</dt><dt>B</dt><dd>one</dd><dd>two</dd></dl>",
                html("x\n\n/// define\nA\n\nB\n\n- one\n- two\n///").substring("<p>x</p>".length()));
        Element note = body("/// note | T\n    attrs: {class: \"inline end\", id: 'x'}\n\ny\n///")
                .select("div")
                .get(1);
        assertEquals("admonition note inline end", note.className());
        assertEquals("doc-x", note.id());
        assertEquals(
                "<details><p>y</p></details>",
                html("/// html | details#z[open]\ny\n///").replaceAll("<details[^>]*>", "<details>"));
        assertEquals(
                "p",
                body("/// html | script\nalert\n///").select("div > *").get(1).tagName());
        assertEquals(
                "plain",
                body("/// html | blockquote.q\nplain\n///").select("blockquote").text());
    }

    @Test
    void readsAlertsAsAsides() throws TooComplexException {
        assertEquals(
                "<div class=\"admonition note\"><p class=\"admonition-title\">Note</p><p>One <em>two</em>\nthree</p><ul><li>four</li></ul></div>",
                html("> [!NOTE]\n> One *two*\n> three\n>\n> - four"));
        assertEquals(
                List.of("admonition warning", "admonition danger"),
                body("> [!important]\n> a\n\nb\n\n> [!CAUTION]\n>\n> c")
                        .select(".admonition")
                        .eachAttr("class"));
        assertEquals(
                "Caution",
                body("> [!CAUTION]\n>\n> c").select(".admonition-title").text());
        assertEquals(
                3,
                body("> [!note]\n\na\n\n> [!other]\n> b\n\nc\n\n> x [!tip]\n> d")
                        .select("blockquote")
                        .size());
        Article github = new Markdown(Dialect.GITHUB, name -> Optional.empty()).render("> [!TIP]\n> a");
        assertEquals("a", github.body().select(".tip p:not(.admonition-title)").text());
    }
}
