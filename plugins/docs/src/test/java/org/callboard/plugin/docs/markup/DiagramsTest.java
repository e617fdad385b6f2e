package org.callboard.plugin.docs.markup;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is a diagram, and what draws it. */
class DiagramsTest {

    @ParameterizedTest
    @ValueSource(strings = {"dot", "neato", "fdp", "sfdp", "twopi", "circo"})
    void readsGraphsOfEachProgram(String engine) throws TooComplexException {
        String graph = "<pre data-engine=\"" + engine + "\" class=\"graphviz\">graph {\n  a -- b\n}\n</pre>";
        assertEquals(graph, html("{% " + engine + " a.svg\ngraph {\n  a -- b\n}\n%}"));
        assertEquals(graph, html("{% " + engine + "  a.png \ngraph {\n  a -- b\n}%}  "));
        assertEquals(graph, html("```graphviz " + engine + " a.svg\ngraph {\n  a -- b\n}\n```"));
    }

    @Test
    void aGraphOfNoProgramIsLaidOutByDot() throws TooComplexException {
        String graph = "<pre data-engine=\"dot\" class=\"graphviz\">graph {}\n</pre>";
        assertEquals(graph, html("```dot\ngraph {}\n```"));
        assertEquals(graph, html("```graphviz\ngraph {}\n```"));
        assertEquals(graph, html("```graphviz lefty x.svg\ngraph {}\n```"));
    }

    @Test
    void textIsAboveAndBelowAGraph() throws TooComplexException {
        assertEquals(
                "<p>Above</p>\n<pre data-engine=\"dot\" class=\"graphviz\">graph {}\n\n# no heading\n</pre>\n<p>Below</p>",
                html("Above\n{% dot a.svg\ngraph {}\n\n# no heading\n%}\nBelow"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{% rm a.svg\ngraph {}\n%}", "{% dot a.svg\ngraph {}\n", "{% dot\ngraph {}\n%}",
                "x {% dot a.svg\ngraph {}\n%}", "    {% dot a.svg\n    graph {}\n    %}", "```\n{% dot a.svg\n%}\n```"
            })
    void whatIsNoGraphStaysAsItIs(String source) throws TooComplexException {
        Element body = body(source, Dialect.MKDOCS);
        assertEquals(0, body.select(".graphviz").size());
        assertEquals(1, body.select("p, code").size());
        assertEquals(-1, body.wholeText().indexOf('\ufdd1'));
        assertEquals(
                source.replace("`", "").replaceAll("\\s+", " ").strip(),
                body.wholeText().replaceAll("\\s+", " ").strip());
    }

    @Test
    void gitHubShowsGraphsAsTheyAreWritten() throws TooComplexException {
        Element body = body("```dot\ngraph {}\n```\n\n```mermaid\ngraph TD\n```", Dialect.GITHUB);
        assertEquals(1, body.select("code.language-dot").size());
        assertEquals(1, body.select("pre.mermaid").size());
    }

    @Test
    void readsUmlAsItIsWrittenElsewhere() throws TooComplexException {
        String uml = "<pre class=\"plantuml\">A -&gt; B\n</pre>";
        assertEquals(uml, html("::uml:: format=\"png\"\nA -> B\n::end-uml::"));
        assertEquals(uml, html("```plantuml\nA -> B\n```"));
        assertEquals(uml, html("```puml format=\"svg\" alt=\"A to B\"\nA -> B\n```"));
        assertEquals(uml, html("~~~ {.uml}\nA -> B\n~~~"));
        assertEquals(
                1,
                body("```plantuml\nA -> B\n```", Dialect.GITHUB)
                        .select("code.language-plantuml")
                        .size());
    }

    private static String html(String source) throws TooComplexException {
        return body(source, Dialect.MKDOCS).html().strip();
    }

    private static Element body(String source, Dialect dialect) throws TooComplexException {
        return new Markdown(dialect, name -> Optional.empty()).render(source).body();
    }
}
