package org.callboard.plugin.docs.markup;

import org.commonmark.node.CustomBlock;

/** What a page defines apart from its text, such as an abbreviation: a name and what stands for it. Not written. */
final class Named extends CustomBlock {

    private final String name;
    private final String text;

    Named(String name, String text) {
        this.name = name;
        this.text = text;
    }

    String name() {
        return name;
    }

    String text() {
        return text;
    }
}
