package org.callboard.plugin.docs.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

class UmlTextsTest {

    private final List<String> missing = new ArrayList<>();

    private List<String> of(String html, Map<String, String> files) {
        return UmlTexts.of(
                Jsoup.parseBodyFragment(html).body(),
                "guide/page.md",
                path -> Optional.ofNullable(files.get(path)),
                missing::add);
    }

    @Test
    void includesFilesOfTheSite() {
        assertEquals(
                List.of("skinparam x\n!include <C4/C4_Container>\nA -> B\nB -> C\n", "C -> D\n"),
                of(
                        "<pre class=plantuml>!include ../look.puml\n!include <C4/C4_Container>\nA -> B\n"
                                        .replace("<C4/C4_Container>", "&lt;C4/C4_Container&gt;")
                                + "!include_once parts/rest.puml\n</pre><p>and</p><pre class=plantuml>C -> D</pre>",
                        Map.of(
                                "look.puml",
                                "@startuml\nskinparam x\n@enduml\n",
                                "guide/parts/rest.puml",
                                "B -> C\n!include rest.puml\n")));
        assertEquals(List.of(), missing);
    }

    @Test
    void leavesWhatIsNotThere() {
        String text = "!include gone.puml\n!include ../../../etc/passwd\n!include https://example.com/x.puml\n"
                + "!include %get(\"x\")\n!includesub x.puml!part\n";
        assertEquals(List.of(text), of("<pre class=plantuml>" + text + "</pre>", Map.of()));
        assertEquals(List.of("gone.puml", "../../../etc/passwd"), missing);
    }

    @Test
    void staysBoundedWhereFilesIncludeOneAnother() {
        String twice = "!include %s.puml\n!include %<s.puml\n" + "x".repeat(5_000) + "\n";
        Map<String, String> files = Map.of(
                "guide/a.puml", String.format(twice, "b"),
                "guide/b.puml", String.format(twice, "c"),
                "guide/c.puml", String.format(twice, "d"),
                "guide/d.puml", String.format(twice, "a"));
        String all = of("<pre class=plantuml>!include a.puml\n" + "!include b.puml\n".repeat(5_000) + "</pre>", files)
                .get(0);
        assertTrue(all.length() < 80_000, () -> "" + all.length());
    }
}
