package org.callboard.plugin.docs.site;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.callboard.plugin.docs.markup.Article;
import org.callboard.plugin.docs.markup.Dialect;
import org.callboard.plugin.docs.markup.Markdown;
import org.callboard.plugin.docs.markup.TooComplexException;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Makes pages. Of a page it keeps no more than its anchors, for links to them. */
final class Pages {

    private static final int LARGEST = 2 * 1024 * 1024;

    private final DocFiles files;
    private final SiteFiles site;
    private final Titles titles;
    private final List<String> snippetPaths;
    private final Markdown markdown;
    private final Map<String, Set<String>> anchors = new ConcurrentHashMap<>();

    Pages(DocFiles files, SiteFiles site, Titles titles, Dialect dialect, List<String> snippetPaths) {
        this.files = files;
        this.site = site;
        this.titles = titles;
        this.snippetPaths = snippetPaths;
        markdown = new Markdown(dialect, this::snippet);
    }

    Optional<RenderedPage> page(String address) {
        String path = site.pages().get(address);
        return path == null
                ? Optional.empty()
                : site.source(path).flatMap(files::read).map(bytes -> page(address, path, bytes));
    }

    private RenderedPage page(String address, String path, byte[] bytes) {
        String source = site.source(path).orElse(path);
        List<SiteProblem> problems = new ArrayList<>();
        List<String> uml = List.of();
        Article article;
        try {
            article = article(bytes);
            String text = Text.of(bytes);
            problems.addAll(new PageLinks(path, site, this::anchors, text).settle(article.body()));
            uml = UmlTexts.of(article.body(), path, this::text, missing(source, text, problems));
        } catch (TooComplexException refused) {
            article = note(refused.reason());
            problems.add(new SiteProblem(
                    source, 1, "The page is not shown, as " + refused.reason() + ".", "Divide or simplify the page."));
        }
        return page(address, path, article, uml, problems);
    }

    /** Says what a diagram includes that isn't there. */
    private static Consumer<String> missing(String file, String markdown, List<SiteProblem> problems) {
        Source source = new Source(markdown);
        return name -> problems.add(new SiteProblem(
                file,
                source.line(name),
                "The diagram includes '" + name + "', which is not there.",
                "Put the file beside the page, or correct the path."));
    }

    private RenderedPage page(
            String address, String path, Article article, List<String> uml, List<SiteProblem> problems) {
        Element body = article.body();
        keep(address, body);
        Outline outline = Outline.of(body);
        String title = title(address, path, article, outline);
        return new RenderedPage(
                address,
                title,
                html(body),
                outline.headings(),
                outline.sections(title),
                uml,
                problems,
                site.source(path).orElse(path),
                titles.at(address, -1),
                titles.at(address, 1));
    }

    private Article article(byte[] bytes) throws TooComplexException {
        if (bytes.length > LARGEST) {
            throw new TooComplexException("it is larger than " + LARGEST + " bytes");
        }
        return markdown.render(Text.of(bytes));
    }

    private static Article note(String reason) {
        Element body = new Element("div");
        Element note = body.appendElement("div").attr("class", "admonition warning");
        note.appendElement("p").text("This page is not shown, as " + reason + ".");
        return new Article(body, null);
    }

    private String title(String address, String path, Article article, Outline outline) {
        return titles.title(address)
                .or(() -> Optional.ofNullable(article.title()))
                .or(() -> outline.headings().stream()
                        .filter(heading -> heading.level() == 1)
                        .map(Heading::text)
                        .findFirst())
                .orElseGet(() -> Text.title(Paths.name(path)));
    }

    private static String html(Element body) {
        Document document = new Document("");
        document.outputSettings().prettyPrint(false);
        document.appendChild(body);
        return body.html();
    }

    /** The anchors of a page, of which the text is read if it never was. */
    private Set<String> anchors(String address) {
        Set<String> known = anchors.get(address);
        if (known != null) {
            return known;
        }
        String path = site.pages().getOrDefault(address, "");
        Optional<byte[]> bytes = site.source(path).flatMap(files::read);
        try {
            return bytes.isEmpty()
                    ? Set.of()
                    : keep(address, article(bytes.get()).body());
        } catch (TooComplexException refused) {
            return Set.of();
        }
    }

    private Set<String> keep(String address, Element body) {
        Set<String> ids = new HashSet<>();
        body.select("[id]").forEach(element -> ids.add(element.id()));
        Set<String> kept = Set.copyOf(ids);
        anchors.put(address, kept);
        return kept;
    }

    /** A file that a page includes: in one of the folders of snippets, or one of those files itself. */
    private Optional<String> snippet(String name) {
        for (String base : snippetPaths) {
            Optional<String> path =
                    Paths.name(base).equals(name) ? Paths.normal(base) : Paths.normal(base + "/" + name);
            Optional<byte[]> bytes = path.filter(files.paths()::contains).flatMap(files::read);
            if (bytes.isPresent() && bytes.get().length <= LARGEST) {
                return Optional.of(Text.of(bytes.get()));
            }
        }
        return text(name);
    }

    /** What a file holds, by its path within the site. */
    private Optional<String> text(String path) {
        return site.source(path)
                .flatMap(files::read)
                .filter(bytes -> bytes.length <= LARGEST)
                .map(Text::of);
    }
}
