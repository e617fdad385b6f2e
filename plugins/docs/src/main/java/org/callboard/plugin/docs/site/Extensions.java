package org.callboard.plugin.docs.site;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.callboard.plugin.docs.markup.Captions;
import org.callboard.plugin.docs.markup.Choice;
import org.callboard.plugin.docs.markup.CodeHost;
import org.callboard.plugin.docs.markup.Dialect;
import org.callboard.plugin.docs.markup.References;

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

    private static final String MAGIC_LINKS = "pymdownx.magiclink";
    private static final String CAPTIONS = "pymdownx.blocks.caption";

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

    /** @param choices what the rest of the configuration chooses */
    Dialect dialect(Set<Choice> choices) {
        Set<Choice> all = EnumSet.noneOf(Choice.class);
        all.addAll(choices);
        choose(all);
        chooseTypography(all);
        chooseLists(all);
        chooseInline(all);
        return new Dialect(
                true,
                all,
                references(),
                texts(options("pymdownx.snippets").get("auto_append")),
                new SignOptions(chosen).signs(),
                captions());
    }

    private void choose(Set<Choice> all) {
        choose(all, Choice.MATH, has("pymdownx.arithmatex") || has("mdx_math"));
        choose(all, Choice.BLOCKS, chosen.keySet().stream().anyMatch(name -> name.startsWith("pymdownx.blocks")));
        choose(all, Choice.SPACED_HEADINGS, has("pymdownx.saneheaders"));
        choose(all, Choice.UNICODE_IDS, isUnicode());
        choose(all, Choice.SPACED_IDS, slugify().contains("pymdownx.slugs"));
        choose(all, Choice.ESCAPES, has("pymdownx.escapeall"));
        choose(all, Choice.ESCAPED_SPACES, isYes("pymdownx.escapeall", "nbsp", false));
        choose(all, Choice.PROGRESS, has("pymdownx.progressbar"));
    }

    private void chooseTypography(Set<Choice> all) {
        boolean isSmart = has("smarty");
        choose(all, Choice.QUOTES, isSmart && isYes("smarty", "smart_quotes", true));
        choose(all, Choice.ANGLED_QUOTES, isSmart && isYes("smarty", "smart_angled_quotes", false));
        choose(all, Choice.DASHES, isSmart && isYes("smarty", "smart_dashes", true));
        choose(all, Choice.ELLIPSES, isSmart && isYes("smarty", "smart_ellipses", true));
    }

    private void chooseInline(Set<Choice> all) {
        choose(all, Choice.REFERENCES, isYes(MAGIC_LINKS, "repo_url_shorthand", false));
        choose(all, Choice.SHORT_ADDRESSES, isYes(MAGIC_LINKS, "repo_url_shortener", false));
        choose(all, Choice.SOCIAL_NAMES, isYes(MAGIC_LINKS, "social_url_shorthand", false));
        choose(all, Choice.SHORT_SOCIAL_ADDRESSES, isYes(MAGIC_LINKS, "social_url_shortener", false));
        choose(all, Choice.CAMEL_CASE_KEYS, isYes("pymdownx.keys", "camel_case", false));
        choose(all, Choice.STRICT_KEYS, isYes("pymdownx.keys", "strict", false));
        String mode = options("pymdownx.critic").get("mode").text().orElse("view");
        choose(all, Choice.CHANGES_ACCEPTED, mode.equals("accept"));
        choose(all, Choice.CHANGES_REJECTED, mode.equals("reject"));
    }

    private Captions captions() {
        Tree options = options(CAPTIONS);
        Map<String, String> types = new LinkedHashMap<>();
        options.get("types")
                .items()
                .forEach(type -> type.text()
                        .or(() -> type.get("name").text())
                        .ifPresent(name -> types.put(
                                name.toLowerCase(Locale.ROOT),
                                type.get("prefix").text().orElse(""))));
        return new Captions(
                types.isEmpty() ? Captions.USUAL.types() : types,
                isYes(CAPTIONS, "auto", true),
                isYes(CAPTIONS, "prepend", false),
                options.get("auto_level")
                        .text()
                        .filter(text -> text.matches("\\d{1,2}"))
                        .map(Integer::valueOf)
                        .orElse(0));
    }

    private void chooseLists(Set<Choice> all) {
        boolean isFancy = has("pymdownx.fancylists");
        List<String> styles = texts(options("pymdownx.fancylists").get("additional_ordered_styles"));
        choose(all, Choice.FANCY_LISTS, isFancy);
        choose(all, Choice.ROMAN_LISTS, isFancy && (styles.isEmpty() || styles.contains("roman")));
        choose(all, Choice.LETTERED_LISTS, isFancy && (styles.isEmpty() || styles.contains("alpha")));
        choose(all, Choice.HASHED_LISTS, isFancy && (styles.isEmpty() || styles.contains("generic")));
    }

    private static void choose(Set<Choice> all, Choice choice, boolean isChosen) {
        if (isChosen) {
            all.add(choice);
        }
    }

    private References references() {
        Tree magic = options(MAGIC_LINKS);
        Map<String, Set<String>> excluded = new LinkedHashMap<>();
        magic.get("shortener_user_exclude")
                .fields()
                .forEach((host, names) -> excluded.put(
                        host,
                        texts(names).stream()
                                .map(name -> name.toLowerCase(Locale.ROOT))
                                .collect(Collectors.toSet())));
        return new References(
                CodeHost.of(magic.get("provider").text().orElse("")).orElse(CodeHost.GITHUB),
                magic.get("user").text().orElse(""),
                magic.get("repo").text().orElse(""),
                isYes(MAGIC_LINKS, "normalize_issue_symbols", false),
                excluded);
    }

    private boolean isYes(String name, String option, boolean otherwise) {
        return options(name)
                .get(option)
                .text()
                .map(text -> text.equalsIgnoreCase("true"))
                .orElse(otherwise);
    }

    private boolean isUnicode() {
        String slugify = slugify();
        return slugify.contains("pymdownx.slugs")
                || slugify.contains("slugify_unicode")
                || slugify.contains("uslugify");
    }

    /** What makes ids of headings, as it is called; nothing of it is run. */
    private String slugify() {
        Tree slugify = options("toc").get("slugify");
        return slugify.tag() + " " + slugify.text().orElse("");
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
