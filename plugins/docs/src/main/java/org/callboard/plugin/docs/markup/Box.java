package org.callboard.plugin.docs.markup;

import java.util.LinkedHashMap;
import java.util.Map;
import org.commonmark.node.CustomBlock;

/** A block that is written as one element around its children. */
final class Box extends CustomBlock {

    private final String tag;
    private final Map<String, String> attributes = new LinkedHashMap<>();

    Box(String tag, String classes) {
        this.tag = tag;
        if (!classes.isEmpty()) {
            attributes.put("class", classes);
        }
    }

    String tag() {
        return tag;
    }

    Map<String, String> attributes() {
        return attributes;
    }

    Box with(String name, String value) {
        attributes.put(name, value);
        return this;
    }

    boolean is(String wanted) {
        return tag.equals(wanted);
    }
}
