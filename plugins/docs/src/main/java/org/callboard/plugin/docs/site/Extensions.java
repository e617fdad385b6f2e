package org.callboard.plugin.docs.site;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.callboard.plugin.docs.markup.Dialect;

/** What {@code markdown_extensions} chooses. */
final class Extensions {

    private static final Set<String> KNOWN = Set.of(
            "abbr",
            "admonition",
            "attr_list",
            "codehilite",
            "def_list",
            "extra",
            "fenced_code",
            "footnotes",
            "markdown_inline_graphviz",
            "markdown_include.include",
            "md_in_html",
            "mdx_math",
            "mdx_truly_sane_lists",
            "meta",
            "nl2br",
            "plantuml_markdown",
            "sane_lists",
            "smarty",
            "tables",
            "toc",
            "wikilinks");

    private final Map<String, Tree> chosen = new LinkedHashMap<>();

    /** @param list names, or maps of a name and its options, or one map of all */
    Extensions(Tree list) {
        Stream.concat(Stream.of(list), list.items().stream()).forEach(item -> {
            item.text().ifPresent(name -> chosen.put(plain(name), Tree.none()));
            item.fields().forEach((name, options) -> chosen.put(plain(name), options));
        });
    }

    private static String plain(String name) {
        return name.replaceFirst("^markdown\\.extensions\\.", "");
    }

    /** The names of those that nothing is known of. */
    List<String> unknown() {
        return chosen.keySet().stream()
                .filter(name -> !KNOWN.contains(name) && !name.startsWith("pymdownx.") && !name.startsWith("material."))
                .toList();
    }

    Dialect dialect() {
        boolean blocks = chosen.keySet().stream().anyMatch(name -> name.startsWith("pymdownx.blocks"));
        return new Dialect(
                true,
                has("pymdownx.arithmatex") || has("mdx_math"),
                blocks,
                has("pymdownx.saneheaders"),
                isUnicode(options("toc").get("slugify")),
                texts(options("pymdownx.snippets").get("auto_append")));
    }

    private static boolean isUnicode(Tree slugify) {
        String text = slugify.tag() + " " + slugify.text().orElse("");
        return text.contains("pymdownx.slugs") || text.contains("slugify_unicode") || text.contains("uslugify");
    }

    private boolean has(String name) {
        return chosen.containsKey(name);
    }

    /** The folders and files that snippets are found in. */
    List<String> snippetPaths() {
        List<String> paths = new ArrayList<>(texts(options("pymdownx.snippets").get("base_path")));
        return paths.isEmpty() ? List.of(".") : paths;
    }

    private Tree options(String name) {
        return chosen.getOrDefault(name, Tree.none());
    }

    private static List<String> texts(Tree list) {
        return Stream.concat(Stream.of(list), list.items().stream())
                .flatMap(item -> item.text().stream())
                .toList();
    }
}
