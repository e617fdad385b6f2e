package org.callboard.plugin.webshell.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

final class MarkupTest {

    @Test
    void writesWhatPeopleWrite() {
        assertEquals(
                "<h2>Cost</h2>\n<p>of <em>all</em> <code>services</code></p>\n",
                html("## Cost\n\nof *all* `services`"));
        assertTrue(html("| a | b |\n|---|--:|\n| 1 | 2 |").contains("<td align=\"right\">2</td>"));
    }

    @Test
    void showsHtmlAsText() {
        for (String source : List.of(
                "<script>alert(1)</script>",
                "a <img src=x onerror=alert(1)> b",
                "<svg/onload=alert(1)>",
                "<a href=\"javascript:alert(1)\">x</a>")) {
            String html = html(source);
            assertFalse(html.replace("<p>", "").replace("</p>", "").contains("<"), html);
        }
    }

    @Test
    void followsLinksToTheWebAndThePortalAlone() {
        String apart = " target=\"_blank\"";
        assertTrue(html("[x](https://a.example/)").contains(apart));
        assertTrue(html("[x](https://a.example/)").contains(" rel=\"noopener noreferrer\""));
        assertTrue(html("[x](mailto:a@b.example)").contains("href=\"mailto:a@b.example\""));
        assertFalse(html("[x](/cost/eu)").contains(apart));
        assertTrue(html("[x](/cost/eu)").contains("href=\"/cost/eu\""));
        for (String address : List.of(
                "javascript:alert(1)",
                "JaVaScRiPt:alert(1)",
                "data:text/html,x",
                "vbscript:x",
                "//evil.example/",
                "/\\\\evil.example/",
                "file:///etc/passwd",
                "java&#115;cript:alert(1)",
                "other.html",
                "#place")) {
            assertEquals("<p>x</p>\n", html("[x](" + address + ")"), address);
        }
        assertEquals("<p>x</p>\n", html("[x](<java\tscript:alert(1)>)"));
        assertFalse(html("<javascript:alert(1)>").contains("href"));
    }

    @Test
    void showsPicturesAsLinks() {
        String html = html("![a *b*](https://a.example/x.png \"t\")");
        assertTrue(html.contains("href=\"https://a.example/x.png\""), html);
        assertTrue(html.contains("a <em>b</em></a>"), html);
        assertFalse(html("![a](data:image/png;base64,x)").contains("href"));
        assertEquals(
                1, html("[![a](https://a.example/x.png)](https://b.example/)").split("<a ", -1).length - 1);
        for (String source : List.of("![a](x)", "[![a](https://a.example/x.png)](https://b.example/)")) {
            assertFalse(html(source).toLowerCase(Locale.ROOT).contains("<img"), source);
        }
    }

    @Test
    void refusesWhatIsTooLong() {
        assertThrows(FaultyViewException.class, () -> html("a".repeat(100_001)));
    }

    @Test
    void bearsWhatNestsDeeply() {
        for (String nested : List.of(">", "[", "![", "*a ", "- ", "`", "](", "<", "&", "|a")) {
            assertFalse(html(nested.repeat(50_000 / nested.length())).isEmpty(), nested);
        }
    }

    private static String html(String source) {
        return Markup.html(source);
    }
}
