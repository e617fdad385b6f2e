package org.callboard.plugin.docs.markup;

import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * A page after it was cleaned.
 *
 * @param body its elements: links and images in them are as they were written, and either relative or safe
 * @param title of its front matter
 */
public record Article(Element body, @Nullable String title) {

    /** The class of the element that holds the table of contents where a page asks for one. */
    static final String CONTENTS = "toc";
}
