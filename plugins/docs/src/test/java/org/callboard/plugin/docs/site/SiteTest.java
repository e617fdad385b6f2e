package org.callboard.plugin.docs.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class SiteTest {

    private final Map<String, String> files = new TreeMap<>();

    private SiteTest with(String path, String text) {
        files.put(path, text);
        return this;
    }

    private Site site() {
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

    private static String text(List<NavItem> items) {
        return String.join(
                ", ",
                items.stream()
                        .map(item -> item.title() + "=" + item.page()
                                + (item.items().isEmpty() ? "" : "[" + text(item.items()) + "]"))
                        .toList());
    }

    private static String messages(List<SiteProblem> problems) {
        return String.join(
                "|",
                problems.stream()
                        .map(problem -> problem.file() + ":" + problem.line() + " " + problem.message())
                        .toList());
    }

    @Test
    void readsTheNavigationThatIsWritten() {
        Site site = with(
                        "mkdocs.yml",
                        "site_name: S\nnav:\n- Home: index.md\n- Guide:\n  - guide/intro.md\n  - X: https://example.org\n- gone.md\n")
                .with("docs/index.md", "# I\n")
                .with("docs/guide/intro.md", "---\ntitle: Intro\n---\n")
                .with("docs/alone.md", "a")
                .site();
        assertEquals("Home=, Guide=null[Intro=guide/intro, X=null]", text(site.navigation()));
        assertEquals(List.of("", "alone", "guide/intro"), site.pages());
        assertEquals(
                "mkdocs.yml:7 The navigation names gone.md, and there is no such page.", messages(site.problems()));
        assertEquals("guide/intro", site.page("").orElseThrow().next());
        assertEquals("", site.page("guide/intro").orElseThrow().previous());
        assertEquals(Optional.of("S"), site.name());
    }

    @Test
    void makesANavigationOfFolders() {
        Site site = with("mkdocs.yml", "site_name: S")
                .with("docs/index.md", "# Start\n")
                .with("docs/b/README.md", "# Bee\n")
                .with("docs/b/a-page.md", "text")
                .with("docs/a.md", "A\n=\n")
                .with("docs/.hidden/x.md", "x")
                .site();
        assertEquals("Start=, A=a, B=null[Bee=b, A page=b/a-page]", text(site.navigation()));
    }

    @Test
    void needsNoConfiguration() {
        assertEquals(
                "Read=, Two=TWO",
                text(with("README.md", "# Read\n")
                        .with("TWO.md", "# Two\n")
                        .with("src/x.md", "")
                        .site()
                        .navigation()));
        assertEquals("D=a", text(with("docs/a.md", "# D\n").site().navigation()));
    }

    @Test
    void includesOtherSitesOfTheSameFiles() {
        Site site = with(
                        "mkdocs.yml",
                        "nav:\n- Home: index.md\n- Other: '!include ./other/mkdocs.yml'\n- Third: !include other/mkdocs.yml\n- Out: '!include ../../mkdocs.yml'\n")
                .with("docs/index.md", "[o](other-site/x.md)")
                .with("other/mkdocs.yml", "site_name: other-site\nnav:\n- x.md\n")
                .with("other/docs/x.md", "# X\n[back](../index.md)")
                .site();
        assertEquals("Home=, Other=null[X=other-site/x], Third=null[X=other-site/x]", text(site.navigation()));
        assertTrue(messages(site.problems()).contains("includes ../../mkdocs.yml"), messages(site.problems()));
        assertEquals(List.of(), site.page("").orElseThrow().problems());
        assertEquals("other/docs/x.md", site.page("other-site/x").orElseThrow().source());
    }

    @Test
    void leadsLinksToPagesAndImagesToAssets() {
        Site site = with("mkdocs.yml", "site_name: S")
                .with("docs/index.md", "# I\n\n## Über A\n")
                .with(
                        "docs/guide/intro.md",
                        "# G\n[a](../index.md#uber-a) [b](other.md) [c](/guide/other.md#x) [d](#g) ![i](../img/x%20y.png) [f](../f.zip) [s](../)"
                                + " <a href='../other/'>seen</a> [w](https://example.org)")
                .with("docs/guide/other.md", "<a name=x></a>")
                .with("docs/img/x y.png", "png")
                .with("docs/f.zip", "zip")
                .site();
        RenderedPage page = site.page("guide/intro").orElseThrow();
        assertEquals(List.of(), page.problems());
        for (String expected : List.of(
                "data-page=\"\" href=\"#uber-a\"",
                "data-page=\"guide/other\" href=\"guide/other\"",
                "href=\"guide/other#doc-x\"",
                "href=\"guide/intro#g\"",
                "src=\"asset:img/x%20y.png\"",
                "href=\"asset:f.zip\"")) {
            assertTrue(sorted(page.html()).contains(expected), expected + " in " + page.html());
        }
        assertEquals("png", new String(site.asset("img/x y.png").orElseThrow(), StandardCharsets.UTF_8));
        assertEquals(Optional.empty(), site.asset("../mkdocs.yml"));
        assertEquals(Optional.empty(), site.asset("index.md"));
    }

    private static String sorted(String html) {
        return html.replaceAll("href=(\"[^\"]*\") data-page=(\"[^\"]*\")", "data-page=$2 href=$1");
    }

    @Test
    void saysWhatLeadsNowhereAndWhere() {
        Site site = with("mkdocs.yml", "site_name: S")
                .with("docs/index.md", "# I\n\n[a](gone.md)\n[b](#gone)\n![c](gone.png)\n[d](../../x.md)\n")
                .site();
        RenderedPage page = site.page("").orElseThrow();
        assertEquals(
                List.of(3, 4, 5, 6),
                page.problems().stream().map(SiteProblem::line).sorted().toList());
        assertTrue(page.html().contains("<span class=\"missing\">c</span>"), page.html());
    }

    @Test
    void executesNothingAndSaysSo() {
        Site site = with(
                        "mkdocs.yml",
                        "site_name: !!python/object/apply:os.system ['x']\nhooks: [a.py]\ntheme: {custom_dir: x}\nplugins: [search, exec, techdocs-core]\n"
                                + "markdown_extensions:\n- toc:\n    slugify: !!python/name:pymdownx.slugs.uslugify\n- evil.module\nwhat: !ENV [X, y]\nrepo_url: javascript:alert(1)\n")
                .with("docs/index.md", "# Ü")
                .site();
        String problems = messages(site.problems());
        for (String expected : List.of("\"hooks\"", "\"theme\"", "\"exec\"", "\"evil.module\"", "\"what\"")) {
            assertTrue(problems.contains(expected + " is ignored"), expected + " in " + problems);
        }
        assertEquals(5, site.problems().size());
        assertEquals(Optional.empty(), site.name());
        assertEquals(Optional.empty(), site.repository());
        assertEquals("ü", site.page("").orElseThrow().headings().get(0).id());
    }

    @Test
    void showsPagesOfABrokenConfiguration() {
        Site site = with("mkdocs.yml", "site_name: a\nnav: [\n- x: {")
                .with("docs/a.md", "# A\n")
                .site();
        assertEquals("A=a", text(site.navigation()));
        assertTrue(messages(site.problems()).startsWith("mkdocs.yml:3 The file is no YAML"), messages(site.problems()));
    }

    @Test
    void survivesConfigurationsThatMeanHarm() {
        StringBuilder laughs = new StringBuilder("a0: &a0 [x.md]\n");
        for (int level = 1; level < 9; level++) {
            laughs.append("a")
                    .append(level)
                    .append(": &a")
                    .append(level)
                    .append(" [")
                    .append(("*a" + (level - 1) + ",").repeat(9))
                    .append("]\n");
        }
        assertTrue(with("mkdocs.yml", laughs + "nav: *a8\n")
                        .with("docs/x.md", "# X")
                        .site()
                        .problems()
                        .size()
                > 0);
        assertTrue(with("mkdocs.yml", "nav: &a [*a]\n").site().pages().size() > 0);
        assertTrue(with("mkdocs.yml", "nav: " + "[".repeat(5_000))
                        .site()
                        .problems()
                        .size()
                > 0);
        assertTrue(with("mkdocs.yml", "docs_dir: ../..\nnav:\n- ../../etc/passwd\n")
                        .site()
                        .problems()
                        .size()
                > 1);
    }

    @Test
    void refusesAPageThatIsTooLargeAndSaysSo() {
        RenderedPage page =
                with("README.md", "x".repeat(3_000_000)).site().page("").orElseThrow();
        assertTrue(page.html().contains("This page is not shown"));
        assertEquals(1, page.problems().size());
    }

    @Test
    void cutsPagesIntoSectionsWithoutMarkup() {
        RenderedPage page = with(
                        "README.md",
                        "above\n\n# T *x*\n\none `two`\n\n## U\n\n| a | b |\n|---|---|\n| <b>c</b> | d |\n")
                .site()
                .page("")
                .orElseThrow();
        assertEquals(
                List.of(
                        new Section("", "Home", "above"),
                        new Section("t-x", "T x", "one two"),
                        new Section("u", "U", "a b c d")),
                page.sections());
        assertEquals(List.of(new Heading(1, "t-x", "T x"), new Heading(2, "u", "U")), page.headings());
    }

    @Test
    void knowsWhereAPageIsEdited() {
        Site site = with("mkdocs.yml", "repo_url: https://example.org/a/b\nedit_uri: edit/main/docs")
                .with("docs/g/x.md", "x")
                .site();
        assertEquals(
                Optional.of("https://example.org/a/b/edit/main/docs/g/x.md"),
                site.editAddress(site.page("g/x").orElseThrow()));
    }
}
