package org.callboard.plugin.docs.markup;

import java.util.Locale;
import java.util.Map;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;

/**
 * Copies what may be shown of a parsed page, whoever wrote it: nothing of the original gets through but the elements,
 * attributes and addresses of {@link AllowList}, and text. Images of other hosts become links.
 */
final class Sanitiser implements NodeVisitor {

    /** What the ids begin with that are not of headings and footnotes. */
    static final String FOREIGN = "doc-";

    private static final int DEEPEST = 150;
    private static final Map<String, String> NUMBERS =
            Map.of("a", "lower-alpha", "A", "upper-alpha", "i", "lower-roman", "I", "upper-roman");

    private final String own;
    private Element target = new Element("div");
    private int removed;
    private int depth;

    private Sanitiser(String own) {
        this.own = own;
    }

    /** @param own the attribute, unknown to writers, that holds ids of the page's own, for headings and footnotes */
    static Element clean(Element body, String own) {
        Sanitiser sanitiser = new Sanitiser(own);
        Element clean = sanitiser.target;
        body.childNodes().forEach(child -> NodeTraversor.traverse(sanitiser, child));
        return clean;
    }

    @Override
    public void head(Node node, int level) {
        if (removed > 0 || (node instanceof Element element && AllowList.removes(element))) {
            removed += node instanceof Element ? 1 : 0;
        } else if (node instanceof TextNode text) {
            target.appendChild(new TextNode(text.getWholeText()));
        } else if (node instanceof Element element && AllowList.has(element.normalName())) {
            if (++depth <= DEEPEST) {
                Element copy = copy(element);
                target.appendChild(copy);
                target = copy;
            }
        }
    }

    @Override
    public void tail(Node node, int level) {
        if (removed > 0) {
            removed -= node instanceof Element ? 1 : 0;
        } else if (node instanceof Element element && AllowList.has(element.normalName())) {
            if (depth-- <= DEEPEST && target.parent() != null) {
                target = target.parent();
            }
        }
    }

    private Element copy(Element element) {
        if (element.normalName().equals("img") && AllowList.isOfWeb(address(element, "src"))) {
            String alt = element.attr("alt");
            return link(address(element, "src"))
                    .attr("class", "remote")
                    .appendText(alt.isEmpty() ? address(element, "src") : alt);
        }
        Element copy = new Element(element.normalName());
        for (Attribute attribute : element.attributes()) {
            String name = attribute.getKey().toLowerCase(Locale.ROOT);
            if (AllowList.has(copy.normalName(), name, attribute.getValue())) {
                copy.attr(name, attribute.getValue());
            }
        }
        String classes = AllowList.classes(element.className());
        if (!classes.isEmpty()) {
            copy.attr("class", classes);
        }
        identify(element, copy);
        address(element, copy);
        style(copy);
        return copy;
    }

    private void identify(Element element, Element copy) {
        String id = element.hasAttr("id") ? element.id() : copy.normalName().equals("a") ? element.attr("name") : "";
        if (element.hasAttr(own)) {
            copy.attr("id", element.attr(own));
        } else if (!id.isBlank()) {
            copy.attr("id", FOREIGN + id);
        }
    }

    /** The type of a list's numbers as a class: style sheets can't tell types apart that differ in case alone. */
    private static void style(Element copy) {
        String style = copy.normalName().equals("ol") ? NUMBERS.get(copy.attr("type")) : null;
        if (style != null) {
            copy.addClass(style);
        }
    }

    private static void address(Element element, Element copy) {
        for (String name : new String[] {"href", "src"}) {
            if (copy.hasAttr(name)) {
                String address = address(element, name);
                if (AllowList.isSafe(address) && !(name.equals("src") && address.startsWith("mailto:"))) {
                    copy.attr(name, address);
                } else {
                    copy.removeAttr(name);
                }
            }
        }
        if (copy.hasAttr("href") && isOfOthers(copy.attr("href"))) {
            copy.attr("rel", "noopener noreferrer");
        }
    }

    private static Element link(String address) {
        return new Element("a").attr("href", address).attr("rel", "noopener noreferrer");
    }

    private static boolean isOfOthers(String address) {
        return AllowList.isOfWeb(address) || address.toLowerCase(Locale.ROOT).startsWith("mailto:");
    }

    private static String address(Element element, String attribute) {
        return element.attr(attribute).strip();
    }
}
