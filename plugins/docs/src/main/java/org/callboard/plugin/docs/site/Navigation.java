package org.callboard.plugin.docs.site;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Reads the navigation of a site, with the sites it includes, or makes one of its folders. */
final class Navigation {

    private static final int DEEPEST = 10;
    private static final int MOST = 20_000;
    private static final String INCLUDE = "!include";

    private final DocFiles files;
    private final SiteFiles site;
    private final Consumer<SiteProblem> problems;
    private int read;

    Navigation(DocFiles files, SiteFiles site, Consumer<SiteProblem> problems) {
        this.files = files;
        this.site = site;
        this.problems = problems;
    }

    /**
     * The items that a configuration names, or those of its folder where it names none.
     *
     * @param prefix of its pages within the site
     */
    List<NavItem> items(SiteConfig config, String prefix) {
        return items(config, prefix, 0);
    }

    private List<NavItem> items(SiteConfig config, String prefix, int depth) {
        Tree nav = config.root().get("nav").isMissing()
                ? config.root().get("pages")
                : config.root().get("nav");
        return nav.items().isEmpty() ? folder(prefix) : items(nav, config, prefix, depth);
    }

    private List<NavItem> items(Tree list, SiteConfig config, String prefix, int depth) {
        List<NavItem> items = new ArrayList<>();
        for (Tree item : list.items()) {
            if (++read > MOST || depth > DEEPEST) {
                break;
            }
            if (item.isMap()) {
                item.fields().forEach((title, value) -> items.addAll(item(title, value, config, prefix, depth)));
            } else {
                items.addAll(item("", item, config, prefix, depth));
            }
        }
        return items;
    }

    private List<NavItem> item(String title, Tree value, SiteConfig config, String prefix, int depth) {
        Optional<String> text = value.text();
        if (text.isEmpty()) {
            return List.of(new NavItem(title, null, items(value, config, prefix, depth + 1)));
        }
        String path = text.get().strip();
        if (value.tag().equals(INCLUDE) || path.startsWith(INCLUDE + " ")) {
            return include(title, value, path.replaceFirst("^" + INCLUDE, "").strip(), config, depth);
        }
        if (path.matches("(?i)(https?://|mailto:).*")) {
            return List.of(new NavItem(title.isEmpty() ? path : title, null, List.of(), path));
        }
        Optional<String> found = Paths.normal(prefix + path);
        Optional<String> page = found.flatMap(site::page);
        if (page.isEmpty()) {
            problems.accept(new SiteProblem(
                    config.file(),
                    value.line(),
                    "The navigation names " + path + ", and there is no such page.",
                    "Correct the path, which begins in the docs folder, or remove it."));
            return List.of();
        }
        return List.of(new NavItem(title.isEmpty() ? title(found.get()) : title, page.get(), List.of()));
    }

    private List<NavItem> include(String title, Tree value, String path, SiteConfig config, int depth) {
        Optional<String> file = Paths.normal(config.folder() + path).filter(files.paths()::contains);
        if (file.isEmpty() || depth > DEEPEST || read++ > MOST) {
            problems.accept(new SiteProblem(
                    config.file(),
                    value.line(),
                    "The navigation includes " + path + ", and there is no such file beside or below this one.",
                    "Name the mkdocs.yml of another site in the same repository."));
            return List.of();
        }
        SiteConfig included = SiteConfig.read(files, file.get(), problems);
        String name = included.text("site_name").orElse("").replaceAll("[^\\w./ -]", "");
        String prefix = Paths.normal(name.isBlank() ? included.folder() : name).orElse("") + "/";
        String docs = included.text("docs_dir").orElse("docs");
        Paths.normal(included.folder() + docs).ifPresent(folder -> site.add(files, folder + "/", prefix));
        List<NavItem> items = items(included, prefix, depth + 1);
        return List.of(new NavItem(title.isEmpty() ? name : title, null, items));
    }

    /** The pages below a folder: its own first, then those of its folders. */
    private List<NavItem> folder(String folder) {
        FolderItems items = new FolderItems(folder, this::title, this::order);
        site.pages().forEach((address, path) -> {
            if (path.startsWith(folder)) {
                items.add(path.substring(folder.length()), path, address);
            }
        });
        return items.list();
    }

    private FolderOrder order(String folder) {
        String file = site.order(folder).orElse("");
        return FolderOrder.read(file, files.read(file).orElse(new byte[0]), problems);
    }

    /** The title of a page that the navigation gives none. */
    private String title(String path) {
        String name = Paths.name(path);
        return site.source(path)
                .flatMap(files::read)
                .flatMap(Text::title)
                .orElseGet(() -> name.startsWith("index.") || name.startsWith("README.") ? "Home" : Text.title(name));
    }
}
