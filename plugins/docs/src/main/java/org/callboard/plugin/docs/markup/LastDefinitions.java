package org.callboard.plugin.docs.markup;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.commonmark.node.LinkReferenceDefinition;
import org.commonmark.node.Node;
import org.jspecify.annotations.Nullable;

/** The definitions of one page's links, of which the last counts where a label has several, as in Python-Markdown. */
final class LastDefinitions {

    private @Nullable Map<String, LinkReferenceDefinition> found;

    /** @param within a node of the page, which has been read up to its lines */
    @Nullable LinkReferenceDefinition of(Node within, String label) {
        Map<String, LinkReferenceDefinition> all = found;
        if (all == null) {
            all = read(within);
            found = all;
        }
        return all.get(normal(label));
    }

    private static Map<String, LinkReferenceDefinition> read(Node within) {
        Node root = within;
        for (Node parent = root.getParent(); parent != null; parent = root.getParent()) {
            root = parent;
        }
        Map<String, LinkReferenceDefinition> all = new HashMap<>();
        Walk.all(root, LinkReferenceDefinition.class)
                .forEach(definition -> all.put(normal(definition.getLabel()), definition));
        return all;
    }

    private static String normal(String label) {
        return label.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
    }
}
