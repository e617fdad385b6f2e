package org.callboard.plugin.docs.site;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.callboard.plugin.docs.markup.Captions;
import org.callboard.plugin.docs.markup.Choice;
import org.callboard.plugin.docs.markup.CodeHost;
import org.callboard.plugin.docs.markup.Dialect;
import org.callboard.plugin.docs.markup.References;
import org.callboard.plugin.docs.markup.Signs;
import org.junit.jupiter.api.Test;

class ExtensionsTest {

    private static Dialect dialect(String yaml) {
        Tree root = Tree.read(yaml);
        return new SiteConfig("mkdocs.yml", root, new Extensions(root.get("markdown_extensions"))).dialect();
    }

    @Test
    void choosesNothingOfItself() {
        assertEquals(Dialect.MKDOCS, dialect("site_name: S"));
        assertEquals(
                Dialect.MKDOCS,
                dialect("markdown_extensions:\n- admonition\n- pymdownx.magiclink\nplugins:\n- techdocs-core"));
    }

    @Test
    void choosesWhatAnExtensionDoesUnlessItIsToldOtherwise() {
        assertEquals(
                Set.of(Choice.QUOTES, Choice.DASHES, Choice.ELLIPSES),
                dialect("markdown_extensions:\n- smarty").choices());
        assertEquals(
                Set.of(Choice.ANGLED_QUOTES, Choice.DASHES),
                dialect("markdown_extensions:\n- markdown.extensions.smarty:\n    smart_quotes: false\n"
                                + "    smart_angled_quotes: True\n    smart_ellipses: false")
                        .choices());
        assertEquals(
                Set.of(Choice.ESCAPES, Choice.ESCAPED_SPACES, Choice.PROGRESS),
                dialect("markdown_extensions:\n  pymdownx.escapeall: {nbsp: true}\n  pymdownx.progressbar: {}")
                        .choices());
        assertEquals(
                Set.of(Choice.FANCY_LISTS, Choice.ROMAN_LISTS),
                dialect("markdown_extensions:\n- pymdownx.fancylists:\n    additional_ordered_styles: [roman]")
                        .choices());
        assertEquals(
                Set.of(Choice.FANCY_LISTS, Choice.ROMAN_LISTS, Choice.LETTERED_LISTS, Choice.HASHED_LISTS),
                dialect("markdown_extensions:\n- pymdownx.fancylists").choices());
    }

    @Test
    void choosesBlocksAlsoWhereTechdocsIsToldTo() {
        assertEquals(
                Set.of(Choice.BLOCKS),
                dialect("plugins:\n- techdocs-core:\n    use_pymdownx_blocks: true")
                        .choices());
        assertEquals(
                Set.of(Choice.BLOCKS),
                dialect("markdown_extensions:\n- pymdownx.blocks.tab").choices());
    }

    @Test
    void choosesIdsByTheNameOfWhatMakesThem() {
        assertEquals(
                Set.of(Choice.UNICODE_IDS, Choice.SPACED_IDS),
                dialect("markdown_extensions:\n- toc:\n    slugify: !!python/object/apply:pymdownx.slugs.slugify\n"
                                + "      kwds: {case: lower}")
                        .choices());
        assertEquals(
                Set.of(Choice.UNICODE_IDS),
                dialect(
                                "markdown_extensions:\n- toc:\n    slugify: !!python/name:markdown.extensions.toc.slugify_unicode")
                        .choices());
    }

    @Test
    void takesReferencesWhereTheyAreAskedForAlone() {
        String magic = "markdown_extensions:\n- pymdownx.magiclink:\n    user: me\n    repo: mine\n";
        assertEquals(Set.of(), dialect(magic).choices());
        Dialect known = dialect(magic + "    repo_url_shorthand: true");
        assertEquals(Set.of(Choice.REFERENCES), known.choices());
        assertEquals(new References(CodeHost.GITHUB, "me", "mine", false), known.references());
        Dialect shortened = dialect(
                magic + "    repo_url_shortener: True\n    provider: gitlab\n    normalize_issue_symbols: true");
        assertEquals(Set.of(Choice.SHORT_ADDRESSES), shortened.choices());
        assertEquals(new References(CodeHost.GITLAB, "me", "mine", true), shortened.references());
        Dialect social = dialect(magic + "    social_url_shorthand: true\n    social_url_shortener: true\n"
                + "    shortener_user_exclude:\n      github: [Robot]\n      x: acme\n");
        assertEquals(Set.of(Choice.SOCIAL_NAMES, Choice.SHORT_SOCIAL_ADDRESSES), social.choices());
        assertEquals(
                Map.of("github", Set.of("robot"), "x", Set.of("acme")),
                social.references().excluded());
        assertEquals(List.of(), dialect(magic).appended());
    }

    @Test
    void readsWhatSignsAreToBe() {
        assertEquals(
                new Signs(Map.of("any-key", "Any"), "", Map.of("mdash", "—"), Set.of("arrows")),
                dialect("markdown_extensions:\n- smarty: {substitutions: {mdash: '&mdash;'}}\n"
                                + "- pymdownx.smartsymbols: {arrows: false, copyright: true}\n"
                                + "- pymdownx.keys: {key_map: {any-key: Any}, separator: ''}")
                        .signs());
        assertEquals(
                Set.of(Choice.CAMEL_CASE_KEYS, Choice.STRICT_KEYS, Choice.CHANGES_REJECTED),
                dialect("markdown_extensions:\n- pymdownx.keys: {camel_case: true, strict: true}\n"
                                + "- pymdownx.critic: {mode: reject}")
                        .choices());
        assertEquals(
                "«",
                dialect("markdown_extensions:\n- smarty: {substitutions: {left-double-quote: '&laquo;'}}")
                        .signs()
                        .print()
                        .get("left-double-quote"));
    }

    @Test
    void readsHowCaptionsAreNumbered() {
        String caption = "markdown_extensions:\n- pymdownx.blocks.caption:\n    ";
        assertEquals(Captions.USUAL, dialect(caption + "auto_level: nonsense").captions());
        assertEquals(
                new Captions(Map.of("plate", "Plate {}", "bare", ""), false, true, 2),
                dialect(caption + "auto: false\n    prepend: true\n    auto_level: 2\n"
                                + "    types: [{name: plate, prefix: 'Plate {}'}, bare]")
                        .captions());
    }
}
