package org.callboard.plugin.docs.markup;

import java.util.Map;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.renderer.html.AttributeProvider;

/** The attributes of CommonMark's own nodes: those that lists gave them, and the mark of headings that have ids. */
final class OwnAttributes implements AttributeProvider {

    private final AttributeLists lists;
    private final String own;

    OwnAttributes(AttributeLists lists, String own) {
        this.lists = lists;
        this.own = own;
    }

    @Override
    public void setAttributes(Node node, String tag, Map<String, String> attributes) {
        Map<String, String> given = lists.of(node);
        boolean isHeading = node instanceof Heading;
        given.forEach((name, value) -> {
            if (!isHeading || !name.equals("id")) {
                attributes.put(name, value);
            }
        });
        if (node instanceof OrderedList list && ListFactory.numbering(list).type() != '1') {
            attributes.put("type", String.valueOf(ListFactory.numbering(list).type()));
        }
        if (isHeading) {
            attributes.put(own, given.getOrDefault("id", ""));
        }
    }
}
