package org.callboard.plugin.docs.site;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;
import org.jspecify.annotations.Nullable;

/** The headings of a page, and the text below each. */
final class Outline implements NodeVisitor {

    private final List<Heading> headings = new ArrayList<>();
    private final List<Section> sections = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private Heading current = new Heading(1, "", "");
    private @Nullable Element within;

    private Outline() {}

    static Outline of(Element body) {
        Outline outline = new Outline();
        NodeTraversor.traverse(outline, body);
        outline.end();
        return outline;
    }

    /** @param title of the page, for what is above its first heading */
    List<Section> sections(String title) {
        return sections.stream()
                .map(section -> section.id().isEmpty() ? new Section("", title, section.text()) : section)
                .toList();
    }

    List<Heading> headings() {
        return headings;
    }

    @Override
    public void head(Node node, int depth) {
        if (node instanceof Element element && isHeading(element) && within == null) {
            end();
            within = element;
            current = new Heading(element.tagName().charAt(1) - '0', element.id(), element.text());
            headings.add(current);
        } else if (within == null && node instanceof TextNode words) {
            text.append(words.getWholeText());
        } else if (within == null && node instanceof Element element && element.isBlock()) {
            text.append(' ');
        }
    }

    @Override
    public void tail(Node node, int depth) {
        if (node.equals(within)) {
            within = null;
        } else if (node instanceof Element element && element.isBlock()) {
            text.append(' ');
        }
    }

    private static boolean isHeading(Element element) {
        return element.tagName().matches("h[1-6]");
    }

    private void end() {
        String plain = text.toString().replaceAll("\\s+", " ").strip();
        text.setLength(0);
        if (!plain.isEmpty() || !current.id().isEmpty()) {
            sections.add(new Section(current.id(), current.text(), plain));
        }
    }
}
