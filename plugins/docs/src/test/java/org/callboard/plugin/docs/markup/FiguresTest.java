package org.callboard.plugin.docs.markup;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

/** Captions, and the numbers before them. */
class FiguresTest {

    private static final Map<String, String> TYPES = Captions.USUAL.types();

    private static Element body(String source, Captions captions) throws TooComplexException {
        Dialect blocks = new Dialect(true, Set.of(Choice.BLOCKS), References.NONE, List.of(), Signs.USUAL, captions);
        return new Markdown(blocks, name -> Optional.empty()).render(source).body();
    }

    private static String html(String source, Captions captions) throws TooComplexException {
        Document document = new Document("");
        document.outputSettings().prettyPrint(false);
        document.appendChild(body(source, captions));
        return document.child(0).html().replaceAll(">\\s+<", "><").strip();
    }

    private static List<String> numbers(String source, Captions captions) throws TooComplexException {
        return body(source, captions).select("figcaption").eachText();
    }

    private static String caption(String argument) {
        return "x\n\n/// figure-caption" + (argument.isEmpty() ? "" : " | " + argument) + "\nc\n///\n\n";
    }

    @Test
    void aCaptionAndWhatIsAboveItAreAFigure() throws TooComplexException {
        assertEquals(
                "<figure><p>x</p><figcaption><p>Plain</p></figcaption></figure>",
                html("x\n\n/// caption\nPlain\n///", Captions.USUAL));
        assertEquals(
                "<figure id=\"doc-__figure-caption_1\"><p>x</p><figcaption><p><span class=\"caption-prefix\">Figure 1.</span>"
                        + " A</p></figcaption></figure>",
                html("x\n\n/// figure-caption\nA\n///", Captions.USUAL));
        assertEquals(
                "<figure id=\"doc-mine\"><p>x</p><figcaption><p><span class=\"caption-prefix\">Table 1.</span>"
                        + "</p></figcaption></figure>",
                html("x\n\n/// table-caption\n    attrs: {id: mine}\n///", Captions.USUAL));
    }

    @Test
    void standsAboveWhereItIsToldTo() throws TooComplexException {
        Captions above = new Captions(TYPES, true, true, 0);
        String first = "<figure><figcaption><p>A</p></figcaption><p>x</p></figure>";
        assertEquals(first, html("x\n\n/// caption\nA\n///", above));
        assertEquals(first, html("x\n\n/// caption | <\nA\n///", Captions.USUAL));
        assertEquals(
                "<figure><p>x</p><figcaption><p>A</p></figcaption></figure>",
                html("x\n\n/// caption | >\nA\n///", above));
    }

    @Test
    void eachTypeIsCountedByItself() throws TooComplexException {
        assertEquals(
                List.of("Figure 1. c", "Table 1. t", "Figure 2. c", "Figure 5. c", "Figure 6. c", "Figure 7. c"),
                numbers(
                        caption("") + "y\n\n/// table-caption\nt\n///\n\n" + caption("") + caption("5") + caption("")
                                + caption("3"),
                        Captions.USUAL));
    }

    @Test
    void figuresWithinFiguresHaveNumbersOfLevels() throws TooComplexException {
        String nested = "/// html | figure\n" + caption("") + caption("") + "/// figure-caption\nouter\n///\n///\n\n";
        assertEquals(
                List.of("Figure 1. c", "Figure 1.1. c", "Figure 1.2. c", "Figure 2. c", "Figure 2.1.1. c"),
                numbers(caption("") + caption("^1") + caption("^1") + caption("") + caption("^2"), Captions.USUAL));
        assertEquals(
                List.of("Figure 1. c", "c", "Figure 2. c"),
                numbers(caption("") + caption("^1") + caption(""), new Captions(TYPES, true, false, 1)));
        assertEquals(List.of("Figure 1. c", "Figure 2.1. c", "Figure 2. outer"), numbers(nested, Captions.USUAL));
        assertEquals(
                List.of("Figure 1.1. inner", "Figure 1. outer"),
                numbers("x\n\n/// figure-caption\ninner\n///\n\n/// figure-caption\nouter\n///", Captions.USUAL));
    }

    @Test
    void withoutAutomaticNumbersThereAreThoseThatAreWritten() throws TooComplexException {
        Captions manual = new Captions(TYPES, false, false, 0);
        assertEquals(
                List.of("c", "Figure 3.2. c", "Figure 1.1. c"),
                numbers(caption("") + caption("3.2") + caption("^1"), manual));
    }

    @Test
    void takesNoAttributesForNumbers() throws TooComplexException {
        assertEquals(
                List.of("Figure 1. c", "Figure 2. c"),
                numbers(
                        "<div markdown type=\"figure-caption\" level=\"x\">\n"
                                + caption("^x").replace("^x", "") + "</div>\n\n" + caption("99999999999999"),
                        Captions.USUAL));
        Captions own = new Captions(Map.of("plate", "Plate {}"), true, false, 0);
        assertEquals(List.of("Plate 1 p"), numbers("x\n\n/// plate\np\n///\n\n/// figure-caption\nq\n///", own));
    }
}
