package org.callboard.plugin.docs.site;

import java.util.List;
import org.jsoup.nodes.Element;

/** Diagrams that are shown as they are written, as nothing here draws their language. */
final class Undrawn {

    private static final String CODE = "code.language-plantuml, code.language-puml, code.language-uml";
    private static final int MOST = 100;

    private Undrawn() {}

    /**
     * Says where they are.
     *
     * @param file the source of the page
     */
    static List<SiteProblem> in(Element body, String file, String markdown) {
        Source source = new Source(markdown);
        return body.select(CODE).stream()
                .limit(MOST)
                .map(code -> new SiteProblem(
                        file,
                        source.line(code.wholeText().strip().lines().findFirst().orElse("uml")),
                        "A diagram of PlantUML is not drawn.",
                        "Write it for Mermaid or Graphviz, or show a picture of it."))
                .toList();
    }
}
