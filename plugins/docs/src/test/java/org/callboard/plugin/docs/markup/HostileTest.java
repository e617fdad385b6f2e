package org.callboard.plugin.docs.markup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Pages of writers who mean harm: what is left of them is read again, as a browser would, and looked at. */
class HostileTest {

    private static final Duration GENEROUS = Duration.ofSeconds(20);
    private static final Set<String> ACTIVE = Set.of(
            "script",
            "style",
            "iframe",
            "object",
            "embed",
            "svg",
            "math",
            "form",
            "input",
            "button",
            "textarea",
            "select",
            "template",
            "noscript",
            "base",
            "meta",
            "link",
            "title",
            "xmp",
            "plaintext",
            "noembed",
            "noframes",
            "frameset",
            "applet",
            "audio",
            "video",
            "source",
            "track",
            "canvas",
            "marquee",
            "portal",
            "isindex",
            "dialog");

    private static Element body(String source) throws TooComplexException {
        Dialect all = new Dialect(
                true, EnumSet.allOf(Choice.class), new References(CodeHost.GITHUB, "me", "mine", false), List.of());
        return new Markdown(all, name -> Optional.empty()).render(source).body();
    }

    static Stream<String> vectors() throws IOException {
        try (InputStream file = Objects.requireNonNull(HostileTest.class.getResourceAsStream("vectors.txt"))) {
            return Arrays.stream(new String(file.readAllBytes(), StandardCharsets.UTF_8).split("\n%%\n"));
        }
    }

    /** Twice, as what is harmless when read once may not be when read again. */
    private static List<Element> readings(String html) {
        Element once = Jsoup.parseBodyFragment(html).body();
        return List.of(
                once,
                Jsoup.parse("<!doctype html><noscript></noscript>" + once.html())
                        .body());
    }

    private static boolean isHarmless(Element element) {
        return !ACTIVE.contains(element.normalName())
                && element.tag().namespace().endsWith("xhtml")
                && element.attributes().asList().stream().allMatch(HostileTest::isHarmless);
    }

    private static boolean isHarmless(Attribute attribute) {
        String name = attribute.getKey().toLowerCase(Locale.ROOT);
        String value = attribute.getValue().replaceAll("[\\s\\p{Cntrl}]", "").toLowerCase(Locale.ROOT);
        if (name.equals("href")) {
            return value.matches("(https?://|mailto:|[^:/\\\\]*(#|$)|[^:]*$|[^:/]*[/?#]).*") && !value.startsWith("//");
        }
        boolean isRelative = !value.contains(":") && !value.startsWith("//");
        return name.equals("src")
                ? isRelative
                : !name.startsWith("on")
                        && !Set.of(
                                        "style",
                                        "name",
                                        "form",
                                        "action",
                                        "srcset",
                                        "formaction",
                                        "srcdoc",
                                        "background",
                                        "poster",
                                        "ping",
                                        "is",
                                        "slot",
                                        "part")
                                .contains(name);
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void leavesNothingThatActs(String vector) throws TooComplexException {
        for (Element reading : readings(body(vector).html())) {
            List<String> harmful = reading.getAllElements().stream()
                    .filter(element -> !element.equals(reading) && !isHarmless(element))
                    .map(Element::outerHtml)
                    .toList();
            assertEquals(List.of(), harmful);
        }
    }

    @Test
    void holdsEnoughVectors() throws IOException {
        assertTrue(vectors().count() >= 80);
    }

    @Test
    void prefixesTheIdsOfHtmlAndDropsClassesOfOthers() throws TooComplexException {
        Element body = body(
                "<a id=config name=x class='cb-dialog md-button'>a</a> <h2 id=login style='position:fixed'>b</h2>\n\n"
                        + "<h2 id=root data-own-1=x>c</h2>\n\n# Config\n");
        assertEquals(
                List.of("doc-config", "doc-login", "doc-root", "config"),
                body.select("[id]").eachAttr("id"));
        assertEquals("md-button", body.select("a").attr("class"));
        assertEquals(0, body.select("[style],[name]").size());
    }

    @Test
    void loadsNoImageOfAnotherHost() throws TooComplexException {
        Element body =
                body("![a](http://169.254.169.254/x) <img src=https://example.org/p.gif> <img src=//example.org/p>"
                        + " <img src=data:image/svg+xml,x> ![local](a.png)");
        assertEquals(List.of("a.png"), body.select("img[src]").eachAttr("src"));
    }

    static Stream<String> bombs() {
        int many = 10_000;
        return Stream.of(
                ">".repeat(many),
                "> ".repeat(many) + "a",
                "- ".repeat(many) + "a",
                "[".repeat(many),
                "[".repeat(many) + "a" + "]".repeat(many),
                "![".repeat(many) + "a" + "](b)".repeat(many),
                "*".repeat(many) + "a" + "*".repeat(many),
                "*a ".repeat(many),
                "a**b".repeat(many) + "c* ".repeat(many),
                "*a_ ".repeat(many),
                "~a ^b ==c ".repeat(many / 4),
                "`".repeat(many) + "a",
                "`a``b```c````d".repeat(many / 20),
                "<div>".repeat(9_000),
                "<div>\n".repeat(9_000),
                "<b>".repeat(9_000),
                "<a href=x><p>".repeat(4_000),
                "<div markdown>\n".repeat(9_000),
                "<!--".repeat(many),
                "<?".repeat(many),
                "[a](<b".repeat(many),
                "[a](b \"".repeat(many),
                "$a".repeat(many),
                ":a".repeat(many),
                "{".repeat(many),
                "{++a".repeat(many),
                "++a".repeat(many),
                "!!! note\n".repeat(many / 2),
                nested("!!! note\n", 300),
                nested("- a\n", 300),
                "[^1]".repeat(5_000) + "\n\n[^1]: a",
                footnotes(3_000),
                "[a]: /" + "x".repeat(5_000) + "\n\n" + "[a] ".repeat(5_000),
                "*[ab]: " + "x".repeat(5_000) + "\n\n" + "ab ".repeat(5_000),
                "|a".repeat(1_000) + "\n" + "|-".repeat(1_000) + "\n" + "|a|\n".repeat(1_000),
                "|a|b|\n|-|-|\n" + "|a|b|\n".repeat(5_000),
                "a\n:   b\n\n".repeat(3_000),
                "# a\n".repeat(5_000),
                "/// note\n".repeat(many / 4),
                "http://a" + "]a".repeat(many),
                "me".repeat(many) + "@",
                "a.".repeat(many) + "@b",
                "a\n===\n".repeat(many / 4),
                "&".repeat(many),
                "\\".repeat(many),
                "\n".repeat(100_000));
    }

    private static String nested(String line, int depth) {
        StringBuilder text = new StringBuilder();
        for (int level = 0; level < depth; level++) {
            text.append("    ".repeat(level)).append(line);
        }
        return text.toString();
    }

    private static String footnotes(int count) {
        StringBuilder text = new StringBuilder();
        for (int note = 0; note < count; note++) {
            text.append("[^").append(note).append("] \n\n[^").append(note).append("]: a\n\n");
        }
        return text.toString();
    }

    /** Either it is shown or it is refused; the bound is generous, as what takes too long takes minutes. */
    @ParameterizedTest
    @MethodSource("bombs")
    void endsSoon(String bomb) {
        Assertions.assertTimeout(GENEROUS, () -> {
            try {
                body(bomb).html();
            } catch (TooComplexException refused) {
                assertTrue(refused.reason().length() > 10, refused.reason());
            }
        });
    }

    @Test
    void refusesWhatIsTooLong() {
        assertThrows(TooComplexException.class, () -> body("a ".repeat(Complexity.LONGEST)));
        assertThrows(TooComplexException.class, () -> body("<i>".repeat(200_000)));
    }
}
