package org.callboard.plugin.docs.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The order of pages as files in their folders say it. */
class FolderOrderTest {

    private final Map<String, String> files = new TreeMap<>(Map.of(
            "mkdocs.yml", "site_name: S\nplugins: [awesome-pages]\n",
            "docs/index.md", "# Home\n",
            "docs/a.md", "# A\n",
            "docs/b.md", "# B\n",
            "docs/c.md", "# C\n",
            "docs/sub/x.md", "# X\n",
            "docs/sub/y.md", "# Y\n"));

    private Site with(String path, String text) {
        files.put(path, text);
        return Site.read(new DocFiles() {
            @Override
            public List<String> paths() {
                return List.copyOf(files.keySet());
            }

            @Override
            public Optional<byte[]> read(String path) {
                return Optional.ofNullable(files.get(path)).map(text -> text.getBytes(StandardCharsets.UTF_8));
            }
        });
    }

    private static String order(List<NavItem> items) {
        return items.stream()
                .map(item -> item.title() + (item.items().isEmpty() ? "" : "[" + order(item.items()) + "]"))
                .collect(Collectors.joining(" "));
    }

    private String order(String path, String text) {
        return order(with(path, text).navigation());
    }

    @Test
    void listsWhatIsNamedAndTheRestWhereThatIsSaid() {
        assertEquals("Home A B C Sub[X Y]", order("docs/a.txt", ""));
        assertEquals("C Sub[X Y]", order("docs/.pages", "nav:\n- c.md\n- sub\n"));
        assertEquals("C Home B Sub[X Y] A", order("docs/.pages", "nav:\n- c.md\n- ...\n- a.md\n"));
        assertEquals(
                "Home Letters[First B] More[C] Web",
                order(
                        "docs/.pages",
                        "nav:\n- index.md\n- Letters:\n  - First: a.md\n  - ... | b*\n- More:\n  - ... | glob=*.md\n- Web: https://example.org\n"));
        assertEquals("C A Home B Sub[X Y]", order("docs/.pages", "arrange: [c.md, a.md]\n"));
        assertEquals("Home B C Sub[X Y] A", order("docs/.pages", "arrange: [..., a.md]\n"));
    }

    @Test
    void namesSortsHidesAndCollapsesFolders() {
        assertEquals("Home A B C Under[Y X]", order("docs/sub/.pages", "title: Under\norder: desc\n"));
        assertEquals("Home A B C", order("docs/sub/.pages", "hide: true\n"));
        files.remove("docs/sub/y.md");
        assertEquals("Home A B C X", order("docs/sub/.pages", "collapse: true\n"));
        files.remove("docs/sub/.pages");
        assertEquals("Home A B C X", order("docs/.pages", "collapse_single_pages: true\n"));
        assertEquals("Home A B C Sub[X]", order("docs/.pages", "collapse_single_pages: false\n"));
    }

    @Test
    void saysWhatItDoesNotUnderstandAndGoesOn() {
        Site site = with("docs/.pages", "nav:\n- gone.md\n- a.md\n");
        assertEquals("A", order(site.navigation()));
        assertEquals(
                new SiteProblem(
                        "docs/.pages",
                        2,
                        "The order of this folder names gone.md, and it has no such page or folder.",
                        "Correct the name, or remove it."),
                site.problems().get(0));
        Site broken = with("docs/.pages", "nav: [\n");
        assertEquals("Home A B C Sub[X Y]", order(broken.navigation()));
        assertEquals("The file is no YAML.", broken.problems().get(0).message());
        assertEquals("Home A B C Sub[X Y]", order("docs/.pages", "nav: [\"... | [\"]\norder: x\nnav: 1\n"));
        assertTrue(with("docs/.pages", "nav: &a [*a]\n").pages().size() > 1);
    }

    @Test
    void isNoFileOfTheSite() {
        assertEquals(Optional.empty(), with("docs/.pages", "title: x\n").asset(".pages"));
        assertEquals(
                List.of("", "a", "b", "c", "sub/x", "sub/y"),
                with("docs/.hidden/.pages", "x").pages());
    }
}
