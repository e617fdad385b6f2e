package org.callboard.plugin.docs.markup;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.jspecify.annotations.Nullable;

/** Gives the attributes that lists in the text hold to the nodes they are for. */
final class AttributeLists {

    private final IdentityHashMap<Node, Map<String, String>> given = new IdentityHashMap<>();

    AttributeLists(Node document) {
        Walk.all(document, AttributeList.class).forEach(this::give);
    }

    /** The attributes of a node; none where it was given none. */
    Map<String, String> of(Node node) {
        return given.getOrDefault(node, Map.of());
    }

    private void give(AttributeList list) {
        Node before = list.getPrevious();
        if (before != null && isElement(before)) {
            put(before, list);
            list.unlink();
        } else if (list.getNext() == null && endsWith(list.getParent(), before)) {
            put(list.getParent(), list);
            list.unlink();
            trim(before);
        } else {
            Walk.replace(list, new Text(list.source()));
        }
    }

    private static boolean isElement(Node node) {
        return node instanceof Link
                || node instanceof Image
                || node instanceof Code
                || node instanceof Emphasis
                || node instanceof StrongEmphasis
                || (node instanceof Span span && !span.isVerbatim());
    }

    /** Whether a list behind a node, at the end of a block, is for the block. */
    private static boolean endsWith(Node parent, @Nullable Node before) {
        if (parent instanceof Heading || parent instanceof Box) {
            return before instanceof Text text && text.getLiteral().endsWith(" ");
        }
        return parent instanceof Paragraph && before instanceof SoftLineBreak;
    }

    private static void trim(@Nullable Node before) {
        if (before instanceof Text text) {
            text.setLiteral(text.getLiteral().stripTrailing());
        } else if (before != null) {
            before.unlink();
        }
    }

    private void put(Node node, AttributeList list) {
        given.computeIfAbsent(node, some -> new HashMap<>()).putAll(list.attributes());
    }
}
