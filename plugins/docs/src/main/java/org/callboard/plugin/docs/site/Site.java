package org.callboard.plugin.docs.site;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.callboard.plugin.docs.markup.Dialect;

/**
 * A site of pages. What a page becomes is made each time it is asked for, and not kept. Immutable and thread-safe, as
 * far as its files are.
 */
public final class Site {

    /** What the addresses of images and other assets begin with; behind it is their path. To be replaced by callers. */
    public static final String ASSET = "asset:";

    private final SiteConfig config;
    private final String docs;
    private final DocFiles files;
    private final SiteFiles site;
    private final List<NavItem> navigation;
    private final List<SiteProblem> problems;
    private final Pages pages;

    private Site(DocFiles files) {
        this.files = files;
        List<SiteProblem> found = new ArrayList<>();
        config = SiteConfig.find(files, found::add);
        docs = docs(found);
        site = siteFiles();
        navigation = List.copyOf(new Navigation(files, site, found::add).items(config, ""));
        if (site.isCut()) {
            found.add(new SiteProblem(
                    docs,
                    1,
                    "There are more than " + SiteFiles.most() + " files.",
                    "Divide the site. The rest is not shown."));
        }
        problems = List.copyOf(found);
        Dialect dialect = config.file().isEmpty() || files.isOfGitHub() ? Dialect.GITHUB : config.dialect();
        pages = new Pages(
                files,
                site,
                new Titles(navigation),
                dialect,
                config.extensions().snippetPaths());
    }

    /** Reads what a site consists of, and no page but for its title. */
    public static Site read(DocFiles files) {
        return new Site(files);
    }

    private SiteFiles siteFiles() {
        SiteFiles all = new SiteFiles();
        if (docs.isEmpty() && config.file().isEmpty()) {
            files.paths().stream().filter(path -> path.indexOf('/') < 0).forEach(path -> all.add(path, path));
        } else {
            all.add(files, docs, "");
        }
        return all;
    }

    /** The folder that pages are in, with a slash at its end; empty for the root. */
    private String docs(List<SiteProblem> found) {
        String named = config.text("docs_dir").orElse("docs");
        Optional<String> folder = Paths.normal(named).map(path -> path.isEmpty() ? "" : path + "/");
        boolean isThere = folder.isPresent() && files.paths().stream().anyMatch(path -> path.startsWith(folder.get()));
        if (!isThere && !config.file().isEmpty()) {
            found.add(new SiteProblem(
                    config.file(),
                    config.root().get("docs_dir").line(),
                    "The folder " + named + " has no files, so there are no pages.",
                    "Put the pages there, or name another folder as docs_dir."));
            return "docs/";
        }
        return isThere ? folder.get() : "";
    }

    /** What the site is called; empty where it does not say. */
    public Optional<String> name() {
        return config.text("site_name");
    }

    /** Its first level. */
    public List<NavItem> navigation() {
        return navigation;
    }

    /** The addresses of all pages, also of those that the navigation does not name, in order. */
    public List<String> pages() {
        return List.copyOf(new TreeSet<>(site.pages().keySet()));
    }

    /** The path of a page's Markdown. */
    public Optional<String> source(String address) {
        return Optional.ofNullable(site.pages().get(address)).flatMap(site::source);
    }

    /** The page that the navigation begins with; empty where it names none. */
    public Optional<String> firstPage() {
        return first(navigation);
    }

    private static Optional<String> first(List<NavItem> items) {
        return items.stream()
                .flatMap(item -> Optional.ofNullable(item.page()).or(() -> first(item.items())).stream())
                .findFirst();
    }

    /** A page as it is shown; empty where there is none at an address. */
    public Optional<RenderedPage> page(String address) {
        return pages.page(address);
    }

    /** The bytes of an image or another file that is no page, by its path within the docs folder. */
    public Optional<byte[]> asset(String path) {
        return Paths.isMarkdown(path) ? Optional.empty() : site.source(path).flatMap(files::read);
    }

    /** What is wrong with the site's configuration and navigation. What is wrong with a page, that page says. */
    public List<SiteProblem> problems() {
        return problems;
    }

    /** Where the sources are for people, as {@code repo_url} says. */
    public Optional<String> repository() {
        return config.text("repo_url").filter(address -> address.matches("(?i)https?://.*"));
    }

    /** Where in the repository a page is edited: {@code edit_uri} and the page's path in the docs folder. */
    public Optional<String> editAddress(RenderedPage page) {
        String path = page.source().startsWith(docs) ? page.source().substring(docs.length()) : page.source();
        String template = config.text("edit_uri_template").orElse("");
        String uri = template.isEmpty()
                ? config.text("edit_uri")
                        .filter(text -> !text.isBlank())
                        .map(text -> slashed(text) + path)
                        .orElse("")
                : template.replace("{path}", path);
        if (uri.matches("(?i)https?://.*")) {
            return Optional.of(uri);
        }
        return uri.isEmpty()
                ? Optional.empty()
                : repository().map(address -> slashed(address) + uri.replaceFirst("^/", ""));
    }

    private static String slashed(String address) {
        return address.endsWith("/") || address.endsWith("=") ? address : address + "/";
    }
}
