package org.callboard.plugin.webshell.view;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/**
 * CommonMark with tables as HTML that can do no harm: HTML in it becomes text, images become links, and links that lead
 * neither to the web nor to the portal become their text. Thread-safe.
 */
final class Markup {

    private static final int LONGEST = 100_000;
    private static final int DEEPEST = 50;
    private static final List<Extension> EXTENSIONS = List.of(TablesExtension.create());
    private static final Parser PARSER = Parser.builder()
            .extensions(EXTENSIONS)
            .maxOpenBlockParsers(DEEPEST)
            .maxInlineNesting(DEEPEST)
            .build();
    private static final HtmlRenderer RENDERER = HtmlRenderer.builder()
            .extensions(EXTENSIONS)
            .escapeHtml(true)
            .sanitizeUrls(true)
            .attributeProviderFactory(context -> Markup::attributes)
            .build();

    private Markup() {}

    /** @throws FaultyViewException where the source is too long or too deeply nested */
    static String html(String source) {
        if (source.length() > LONGEST) {
            throw new FaultyViewException(
                    "its Markdown is " + source.length() + " characters long", "Show " + LONGEST + " at most.");
        }
        try {
            Node document = PARSER.parse(source);
            document.accept(new Tame());
            return RENDERER.render(document);
        } catch (StackOverflowError nested) {
            throw new FaultyViewException("its Markdown is nested too deeply", "Nest emphasis and links less.");
        }
    }

    private static void attributes(Node node, String tag, Map<String, String> attributes) {
        if (node instanceof Link link && !PortalPath.isInside(link.getDestination())) {
            attributes.put("rel", "noopener noreferrer");
            attributes.put("target", "_blank");
        }
    }

    private static boolean isHarmless(String address) {
        String lower = address.toLowerCase(Locale.ROOT);
        return PortalPath.isInside(address)
                || lower.startsWith("https://")
                || lower.startsWith("http://")
                || lower.startsWith("mailto:");
    }

    /** Takes out what is not to be shown. */
    private static final class Tame extends AbstractVisitor {

        private boolean isInLink;

        @Override
        public void visit(Image image) {
            if (isInLink) {
                dissolve(image);
                return;
            }
            Link link = new Link(image.getDestination(), image.getTitle());
            move(image, link);
            image.insertAfter(link);
            image.unlink();
            visit(link);
        }

        @Override
        public void visit(Link link) {
            boolean before = isInLink;
            isInLink = true;
            visitChildren(link);
            isInLink = before;
            if (!isHarmless(link.getDestination())) {
                dissolve(link);
            }
        }

        private void dissolve(Node node) {
            for (Node child = node.getFirstChild(); child != null; child = node.getFirstChild()) {
                node.insertBefore(child);
            }
            node.unlink();
        }

        private static void move(Node from, Node to) {
            for (Node child = from.getFirstChild(); child != null; child = from.getFirstChild()) {
                to.appendChild(child);
            }
        }
    }
}
