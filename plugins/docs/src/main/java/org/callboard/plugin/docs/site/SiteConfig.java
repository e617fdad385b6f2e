package org.callboard.plugin.docs.site;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.callboard.plugin.docs.markup.Choice;
import org.callboard.plugin.docs.markup.Dialect;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * What a {@code mkdocs.yml} says. Nothing of it is ever run, whatever it names.
 *
 * @param file its path; empty where there is none
 */
record SiteConfig(String file, Tree root, Extensions extensions) {

    private static final List<String> NAMES = List.of("mkdocs.yml", "mkdocs.yaml");
    private static final Set<String> HARMLESS = Set.of(
            "site_name",
            "site_url",
            "site_description",
            "site_author",
            "copyright",
            "nav",
            "docs_dir",
            "repo_url",
            "repo_name",
            "edit_uri",
            "edit_uri_template",
            "remote_branch",
            "remote_name",
            "use_directory_urls",
            "strict",
            "markdown_extensions",
            "extra",
            "exclude_docs",
            "draft_docs",
            "not_in_nav",
            "validation",
            "watch",
            "dev_addr",
            "site_dir",
            "google_analytics",
            "mdx_configs",
            "pages");
    private static final Map<String, String> IGNORED = Map.of(
            "hooks", "Nothing of a site is executed.",
            "theme", "Pages have the theme of the portal.",
            "extra_css", "Pages have the theme of the portal.",
            "extra_javascript", "Nothing of a site is executed.",
            "extra_templates", "Pages have the theme of the portal.",
            "INHERIT", "Write what it inherits into this file.");
    private static final Set<String> PLUGINS = Set.of(
            "techdocs-core",
            "search",
            "monorepo",
            "awesome-pages",
            "minify",
            "git-revision-date",
            "offline",
            "privacy",
            "git-revision-date-localized",
            "material/search",
            "material/offline",
            "material/privacy",
            "optimize");

    /** The configuration at the root of files; that of a site without one where there is none. */
    static SiteConfig find(DocFiles files, Consumer<SiteProblem> problems) {
        return NAMES.stream()
                .filter(files.paths()::contains)
                .findFirst()
                .map(file -> read(files, file, problems))
                .orElseGet(() -> new SiteConfig("", Tree.none(), new Extensions(Tree.none())));
    }

    static SiteConfig read(DocFiles files, String file, Consumer<SiteProblem> problems) {
        Tree root = Tree.none();
        try {
            root = Tree.read(Text.of(files.read(file).orElse(new byte[0])));
        } catch (MarkedYamlEngineException faulty) {
            int line = faulty.getProblemMark().map(mark -> mark.getLine() + 1).orElse(1);
            problems.accept(unreadable(file, line, faulty.getProblem()));
        } catch (YamlEngineException faulty) {
            problems.accept(unreadable(file, 1, String.valueOf(faulty.getMessage())));
        } catch (StackOverflowError nested) {
            problems.accept(unreadable(file, 1, "it is nested too deeply"));
        }
        SiteConfig config = new SiteConfig(file, root, new Extensions(root.get("markdown_extensions")));
        config.check(problems);
        return config;
    }

    private static SiteProblem unreadable(String file, int line, String why) {
        return new SiteProblem(
                file,
                line,
                "The file is no YAML: " + why,
                "Correct it. Until then pages are in the order of their files.");
    }

    private void check(Consumer<SiteProblem> problems) {
        root.fields().forEach((key, value) -> {
            if (IGNORED.containsKey(key)) {
                problems.accept(ignored(value, "\"" + key + "\"", IGNORED.getOrDefault(key, "")));
            } else if (!HARMLESS.contains(key) && !key.equals("plugins")) {
                problems.accept(ignored(value, "\"" + key + "\"", "It is no key of mkdocs."));
            }
        });
        Tree plugins = root.get("plugins");
        plugins.items().forEach(item -> {
            item.text().ifPresent(name -> plugin(item, name, problems));
            item.fields().keySet().forEach(name -> plugin(item, name, problems));
        });
        plugins.fields().forEach((name, options) -> plugin(options, name, problems));
        Tree chosen = root.get("markdown_extensions");
        extensions
                .unknown()
                .forEach(name -> problems.accept(
                        ignored(chosen, "The Markdown extension \"" + name + "\"", "It is not known.")));
    }

    private void plugin(Tree place, String name, Consumer<SiteProblem> problems) {
        if (!PLUGINS.contains(name)) {
            problems.accept(ignored(place, "The plugin \"" + name + "\"", "Nothing of a site is executed."));
        }
    }

    private SiteProblem ignored(Tree place, String what, String why) {
        return new SiteProblem(file, place.line(), what + " is ignored. " + why, "Remove it, or expect nothing of it.");
    }

    /** What of Markdown the site has chosen, by its extensions or by what TechDocs' plugin is told. */
    Dialect dialect() {
        boolean hasBlocks = root.get("plugins").items().stream()
                .map(item ->
                        item.get("techdocs-core").get("use_pymdownx_blocks").text())
                .anyMatch(text -> text.orElse("").equalsIgnoreCase("true"));
        return extensions.dialect(hasBlocks ? Set.of(Choice.BLOCKS) : Set.of());
    }

    Optional<String> text(String key) {
        return root.get(key).text();
    }

    /** The folder of this file, with a slash at its end unless it is the root. */
    String folder() {
        return Paths.folder(file);
    }
}
