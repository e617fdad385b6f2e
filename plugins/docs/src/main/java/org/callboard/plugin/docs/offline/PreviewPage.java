package org.callboard.plugin.docs.offline;

import java.util.List;
import java.util.stream.Stream;
import org.callboard.plugin.docs.site.NavItem;
import org.callboard.plugin.docs.site.RenderedPage;
import org.callboard.plugin.docs.site.Site;
import org.callboard.plugin.docs.site.SiteProblem;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** A page as a whole document: the list of pages, what is wrong, the page, and what is before and behind it. */
final class PreviewPage {

    private final Site site;
    private final RenderedPage page;
    private final String state;
    private final String files;
    private final Document document = Document.createShell("");

    /**
     * Makes the page.
     *
     * @param state of the files that it was made of
     * @param files where the site's other files are
     */
    PreviewPage(Site site, RenderedPage page, String state, String files) {
        this.site = site;
        this.page = page;
        this.state = state;
        this.files = files;
    }

    String html() {
        document.outputSettings().prettyPrint(false);
        document.title(page.title());
        document.head().appendElement("meta").attr("charset", "utf-8");
        document.head().appendElement("meta").attr("name", "viewport").attr("content", "width=device-width");
        document.head().appendElement("link").attr("rel", "stylesheet").attr("href", "/-/preview.css");
        document.head().appendElement("link").attr("rel", "icon").attr("href", "/-/icon.svg");
        document.head().appendElement("script").attr("type", "module").attr("src", "/-/preview.js");
        Element body = document.body().attr("data-state", state);
        Element side = body.appendElement("nav").attr("class", "side").attr("aria-label", "Pages");
        side.appendElement("p").attr("class", "name").text(site.name().orElse("Documentation"));
        items(side, site.navigation());
        Element main = body.appendElement("main");
        problems(main);
        main.appendChild(article());
        turn(main);
        return "<!doctype html>\n" + document.outerHtml();
    }

    private Element article() {
        Element article = new Element("article").attr("class", "prose");
        article.html(page.html());
        article.select("a[data-page]").forEach(link -> {
            String href = link.attr("href");
            String anchor = href.contains("#") ? href.substring(href.indexOf('#')) : "";
            link.attr("href", address(link.attr("data-page")) + anchor);
        });
        article.select("[src^=" + Site.ASSET + "]").forEach(image -> image.attr("src", asset(image.attr("src"))));
        article.select("a[href^=" + Site.ASSET + "]").forEach(link -> link.attr("href", asset(link.attr("href"))));
        return article;
    }

    private String asset(String address) {
        return files + address.substring(Site.ASSET.length());
    }

    private void items(Element parent, List<NavItem> items) {
        Element list = parent.appendElement("ul");
        for (NavItem item : items) {
            Element row = list.appendElement("li");
            if (item.page() != null) {
                link(row, item.page(), item.title());
            } else if (item.link() != null) {
                row.appendElement("a").attr("href", item.link()).text(item.title());
            } else {
                row.appendElement("span").text(item.title());
            }
            if (!item.items().isEmpty()) {
                items(row, item.items());
            }
        }
    }

    private void link(Element parent, String address, String title) {
        Element link = parent.appendElement("a").attr("href", address(address)).text(title);
        if (address.equals(page.address())) {
            link.attr("aria-current", "page");
        }
    }

    /** What is wrong with the site stands on its first page. */
    private void problems(Element main) {
        List<SiteProblem> all = Stream.concat(
                        page.problems().stream(), page.address().isEmpty() ? site.problems().stream() : Stream.empty())
                .toList();
        if (all.isEmpty()) {
            return;
        }
        Element list = main.appendElement("ul").attr("class", "problems").attr("aria-label", "Problems");
        for (SiteProblem problem : all) {
            Element row = list.appendElement("li");
            row.appendElement("code").text(problem.file() + ":" + problem.line());
            row.appendText(" " + problem.message() + " " + problem.fix());
        }
    }

    private void turn(Element main) {
        Element turn = main.appendElement("nav").attr("class", "turn").attr("aria-label", "Previous and next page");
        step(turn, page.previous(), "← ", "");
        step(turn, page.next(), "", " →");
    }

    private void step(Element turn, @Nullable String address, String before, String behind) {
        Element place = turn.appendElement("span");
        if (address != null) {
            link(place, address, before + title(site.navigation(), address) + behind);
        }
    }

    private static String title(List<NavItem> items, String address) {
        for (NavItem item : items) {
            String title = address.equals(item.page()) ? item.title() : title(item.items(), address);
            if (!title.isEmpty()) {
                return title;
            }
        }
        return "";
    }

    private static String address(String page) {
        return "/"
                + page.replace("%", "%25")
                        .replace("?", "%3F")
                        .replace("#", "%23")
                        .replace(" ", "%20");
    }
}
