package org.callboard.plugin.docs.markup;

import java.util.LinkedHashMap;
import java.util.Map;
import org.commonmark.node.CustomNode;
import org.commonmark.node.Text;

/** A part of a line that is written as one element around its children, or as these alone. */
final class Span extends CustomNode {

    private final String tag;
    private final Map<String, String> attributes = new LinkedHashMap<>();

    Span(String tag, String classes) {
        this.tag = tag;
        if (!classes.isEmpty()) {
            attributes.put("class", classes);
        }
    }

    /** A text of which no sign means anything. */
    static Span verbatim(String text) {
        return new Span("", "").text(text);
    }

    /** Whether it has no element of its own. */
    boolean isVerbatim() {
        return tag.isEmpty();
    }

    String tag() {
        return tag;
    }

    Map<String, String> attributes() {
        return attributes;
    }

    Span with(String name, String value) {
        attributes.put(name, value);
        return this;
    }

    Span text(String text) {
        appendChild(new Text(text));
        return this;
    }
}
