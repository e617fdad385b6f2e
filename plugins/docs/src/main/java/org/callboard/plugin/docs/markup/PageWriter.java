package org.callboard.plugin.docs.markup;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Node;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.commonmark.renderer.html.HtmlWriter;

/** Writes boxes and spans as their elements, and fences with what their first line says of them. */
final class PageWriter implements NodeRenderer {

    private final HtmlNodeRendererContext context;
    private final HtmlWriter writer;
    private final AttributeLists lists;
    private final Dialect dialect;

    PageWriter(HtmlNodeRendererContext context, AttributeLists lists, Dialect dialect) {
        this.context = context;
        this.lists = lists;
        this.dialect = dialect;
        writer = context.getWriter();
    }

    @Override
    public Set<Class<? extends Node>> getNodeTypes() {
        return Set.of(Box.class, Span.class, Named.class, FencedCodeBlock.class);
    }

    @Override
    public void render(Node node) {
        if (node instanceof Box box) {
            writer.line();
            element(node, box.tag(), box.attributes());
            writer.line();
        } else if (node instanceof Span span && span.isVerbatim()) {
            children(node);
        } else if (node instanceof Span span) {
            element(node, span.tag(), span.attributes());
        } else if (node instanceof FencedCodeBlock fence) {
            fence(fence);
        }
    }

    private void element(Node node, String tag, Map<String, String> attributes) {
        Map<String, String> all = new LinkedHashMap<>(attributes);
        lists.of(node).forEach((name, value) -> {
            if (name.equals("class")) {
                all.merge(name, value, (before, added) -> before + " " + added);
            } else {
                all.put(name, value);
            }
        });
        writer.tag(tag, all);
        children(node);
        writer.tag("/" + tag);
    }

    private void children(Node node) {
        for (Node child = node.getFirstChild(); child != null; child = child.getNext()) {
            context.render(child);
        }
    }

    private void fence(FencedCodeBlock fence) {
        Fence info = Fence.read(fence.getInfo() == null ? "" : fence.getInfo());
        writer.line();
        if (info.language().equals("math") && dialect.has(Choice.MATH)) {
            writer.tag("div", Map.of("class", "math"));
            writer.text(fence.getLiteral());
            writer.tag("/div");
        } else if (info.isDiagram(dialect)) {
            writer.tag("pre", info.diagram());
            writer.text(fence.getLiteral());
            writer.tag("/pre");
        } else {
            writer.tag("pre", info.attributes());
            writer.tag("code", info.language().isEmpty() ? Map.of() : Map.of("class", "language-" + info.language()));
            writer.text(fence.getLiteral());
            writer.tag("/code");
            writer.tag("/pre");
        }
        writer.line();
    }
}
