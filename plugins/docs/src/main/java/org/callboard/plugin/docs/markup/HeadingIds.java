package org.callboard.plugin.docs.markup;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;

/** Gives headings the ids that Python-Markdown gives them, and fills the table of contents. */
final class HeadingIds {

    private static final Pattern NUMBERED = Pattern.compile("(.*)_(\\d{1,6})");
    private static final String HEADINGS = "h1,h2,h3,h4,h5,h6";

    /** In all contents of a page together, as it may have as many of these as of headings. */
    private static final int MOST_LISTED = 20_000;

    private final boolean unicode;
    private final String spaces;
    private final Set<String> used = new HashSet<>();
    private final Map<String, Integer> last = new HashMap<>();

    private HeadingIds(Dialect dialect) {
        unicode = dialect.has(Choice.UNICODE_IDS);
        spaces = dialect.has(Choice.SPACED_IDS) ? "\\s" : "[-\\s]+";
    }

    static void give(Element body, Dialect dialect) {
        HeadingIds ids = new HeadingIds(dialect);
        Elements headings = body.select(HEADINGS);
        headings.stream().map(Element::id).filter(id -> !id.isEmpty()).forEach(ids.used::add);
        for (Element heading : headings) {
            if (heading.hasAttr("id") && heading.id().isEmpty()) {
                heading.attr("id", ids.unique(ids.slug(heading.text())));
            }
        }
        int left = MOST_LISTED;
        for (Element contents : body.select("div." + Article.CONTENTS)) {
            List<Element> listed = headings.subList(0, Math.min(left, headings.size()));
            fill(contents, listed);
            left -= listed.size();
        }
    }

    private String slug(String text) {
        String normal = Normalizer.normalize(text, unicode ? Normalizer.Form.NFC : Normalizer.Form.NFKD);
        String plain = unicode
                ? normal.replaceAll("[^\\p{L}\\p{M}\\p{N}_\\s-]", "")
                : normal.replaceAll("[^\\p{ASCII}]", "").replaceAll("[^\\w\\s-]", "");
        return plain.strip().toLowerCase(Locale.ROOT).replaceAll(spaces, "-");
    }

    private String unique(String slug) {
        Matcher numbered = NUMBERED.matcher(slug);
        String base = numbered.matches() ? numbered.group(1) : slug;
        int number = numbered.matches() ? Integer.parseInt(numbered.group(2)) : 0;
        String id = slug;
        while (id.isEmpty() || !used.add(id)) {
            number = Math.max(number, last.getOrDefault(base, 0)) + 1;
            last.put(base, number);
            id = base + "_" + number;
        }
        return id;
    }

    private static void fill(Element contents, List<Element> headings) {
        Element list = contents.appendElement("ul");
        for (Element heading : headings) {
            list.appendElement("li")
                    .appendElement("a")
                    .attr("href", "#" + heading.id())
                    .text(heading.text());
        }
    }
}
