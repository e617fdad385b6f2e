package org.callboard.plugin.docs.markup;

import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.Block;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.jspecify.annotations.Nullable;

/** The texts of a page in which signs may be replaced: not those that were escaped, nor addresses that are links by themselves. */
final class Texts {

    private Texts() {}

    /** All such texts. */
    static List<Text> of(Node document) {
        return Walk.all(document, Text.class).stream()
                .filter(text -> !(text.getParent() instanceof Span span)
                        || !(span.isVerbatim() || span.tag().equals(InlineSyntax.ADDRESS_TAG)))
                .toList();
    }

    /**
     * Puts nodes in the place of what a pattern finds.
     *
     * @param mayBe what a text must have for the pattern to be tried
     * @param withinLinks whether the texts of links are looked at
     * @param maker makes the node; null where what was found is to remain
     */
    static void replace(
            Node document,
            Pattern pattern,
            Pattern mayBe,
            boolean withinLinks,
            Function<Matcher, @Nullable Node> maker) {
        for (Text text : of(document)) {
            if (mayBe.matcher(text.getLiteral()).find() && (withinLinks || !isInLink(text))) {
                replace(text, pattern, maker);
            }
        }
    }

    private static void replace(Text text, Pattern pattern, Function<Matcher, @Nullable Node> maker) {
        String literal = text.getLiteral();
        Matcher found = pattern.matcher(literal);
        int end = 0;
        while (found.find()) {
            Node node = maker.apply(found);
            if (node == null) {
                continue;
            }
            if (found.start() > end) {
                text.insertBefore(new Text(literal.substring(end, found.start())));
            }
            text.insertBefore(node);
            end = found.end();
        }
        text.setLiteral(literal.substring(end));
    }

    static boolean isInLink(Node node) {
        Node parent = node.getParent();
        while (parent != null && !(parent instanceof Block)) {
            if (parent instanceof Link) {
                return true;
            }
            parent = parent.getParent();
        }
        return false;
    }
}
