package org.callboard.plugin.docs.site;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;

/** Leads the links and images of a page to the pages and assets of its site, and notes those that lead nowhere. */
final class PageLinks {

    private static final String FOREIGN = "doc-";
    private static final int MOST = 1000;

    private final String address;
    private final String path;
    private final SiteFiles files;
    private final Function<String, Set<String>> anchors;
    private final Source source;
    private final List<SiteProblem> problems = new ArrayList<>();
    private final Set<String> ids = new HashSet<>();

    /**
     * @param path of the page within the site
     * @param anchors the ids that a page has, by its address
     */
    PageLinks(String path, SiteFiles files, Function<String, Set<String>> anchors, String markdown) {
        this.path = path;
        this.files = files;
        this.anchors = anchors;
        address = Paths.address(path);
        source = new Source(markdown);
    }

    List<SiteProblem> settle(Element body) {
        body.select("[id]").forEach(element -> ids.add(element.id()));
        body.select("a[href]").forEach(this::link);
        body.select("img").forEach(this::image);
        return problems;
    }

    private void link(Element link) {
        String target = link.attr("href");
        if (link.hasAttr("rel")) {
            return;
        }
        int hash = target.indexOf('#');
        String anchor = hash < 0 ? "" : Paths.decoded(target.substring(hash + 1));
        String file = (hash < 0 ? target : target.substring(0, hash)).replaceFirst("\\?.*", "");
        if (file.isEmpty()) {
            lead(link, target, address, anchor);
            return;
        }
        Optional<String> page = candidates(file).flatMap(this::page).findFirst();
        if (page.isPresent()) {
            lead(link, target, page.get(), anchor);
            return;
        }
        Optional<String> asset = candidates(file).filter(files::has).findFirst();
        if (asset.isPresent()) {
            link.attr("href", Site.ASSET + Addresses.encoded(asset.get()));
        } else {
            broken(target, "The link leads to " + target + ", and there is no such page.", "Correct the link.");
            link.removeAttr("href");
        }
    }

    /** What a path may mean, the likeliest first: beside the file; beside the page as browsers see it. */
    private Stream<String> candidates(String written) {
        String target = Paths.decoded(written);
        String seen = address.isEmpty() ? target : address + "/" + target;
        return Stream.of(
                        Paths.resolve(path, target), target.startsWith("/") ? Paths.normal(target) : Paths.normal(seen))
                .flatMap(Optional::stream)
                .distinct();
    }

    /** The page that a path names: by its file, by its address, or by that of HTML made of it. */
    private Stream<String> page(String file) {
        String lower = file.toLowerCase(Locale.ROOT);
        String plain = lower.endsWith(".html") ? file.substring(0, file.length() - ".html".length()) + ".md" : file;
        return Stream.of(files.page(file), files.page(plain), known(file)).flatMap(Optional::stream);
    }

    private Optional<String> known(String page) {
        return files.pages().containsKey(page) ? Optional.of(page) : Optional.empty();
    }

    private void lead(Element link, String target, String page, String anchor) {
        String id = "";
        if (!anchor.isEmpty()) {
            Set<String> there = page.equals(address) ? ids : anchors.apply(page);
            id = there.contains(anchor) ? anchor : there.contains(FOREIGN + anchor) ? FOREIGN + anchor : "";
            if (id.isEmpty() && !anchor.startsWith("__") && !anchor.equals("top")) {
                broken(
                        target,
                        "The link leads to " + target + ", and that page has no heading or anchor \"" + anchor + "\".",
                        "Correct what is behind the hash.");
            }
        }
        link.attr("data-page", page);
        link.attr("href", Addresses.encoded(page) + (id.isEmpty() ? "" : "#" + Addresses.encoded(id)));
    }

    private void image(Element image) {
        String target = image.attr("src");
        String file = target.replaceFirst("[?#].*", "");
        Optional<String> asset = file.isEmpty()
                ? Optional.empty()
                : candidates(file).filter(files::has).findFirst();
        if (asset.isPresent()) {
            image.attr("src", Site.ASSET + Addresses.encoded(asset.get()));
            return;
        }
        if (!target.isEmpty()) {
            broken(target, "The image " + target + " is missing.", "Add the file, or correct its path.");
        }
        image.replaceWith(new Element("span").attr("class", "missing").text(image.attr("alt")));
    }

    private void broken(String target, String message, String fix) {
        if (problems.size() < MOST) {
            problems.add(new SiteProblem(files.source(path).orElse(path), source.line(target), message, fix));
        }
    }
}
