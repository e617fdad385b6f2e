package org.callboard.plugin.docs.markup;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.commonmark.node.Node;

/** All nodes of a kind below one, in the order of the page, as they are before any is changed. */
final class Walk {

    private Walk() {}

    static <N extends Node> List<N> all(Node root, Class<N> type) {
        List<N> found = new ArrayList<>();
        Deque<Node> open = new ArrayDeque<>();
        open.push(root);
        while (!open.isEmpty()) {
            Node node = open.pop();
            if (type.isInstance(node)) {
                found.add(type.cast(node));
            }
            for (Node child = node.getLastChild(); child != null; child = child.getPrevious()) {
                open.push(child);
            }
        }
        return found;
    }

    /** Moves the children of one node to the end of another. */
    static void move(Node from, Node to) {
        for (Node child = from.getFirstChild(); child != null; child = from.getFirstChild()) {
            to.appendChild(child);
        }
    }

    /** Replaces a node. */
    static void replace(Node node, Node other) {
        node.insertBefore(other);
        node.unlink();
    }
}
