package org.callboard.plugin.webshell.graph;

import java.util.Set;
import org.callboard.api.model.EntityRef;

/**
 * Which neighbourhood is asked for.
 *
 * @param root stands in the middle
 * @param depth how many relations away from it, from 1
 * @param kinds only these, lower case; empty for all
 * @param relations only pairs with one of these types; empty for all
 * @param direction which arrows are followed
 */
public record GraphQuestion(EntityRef root, int depth, Set<String> kinds, Set<String> relations, Direction direction) {

    /** The furthest that can be asked for. */
    public static final int DEEPEST = 5;

    /** Which arrows are followed away from the middle. */
    public enum Direction {
        /** All. */
        BOTH,
        /** Those that start where we are. */
        OUT,
        /** Those that end where we are. */
        IN
    }

    /** Copies the sets. */
    public GraphQuestion {
        kinds = Set.copyOf(kinds);
        relations = Set.copyOf(relations);
    }

    boolean wants(RelationPair pair) {
        return relations.isEmpty() || relations.contains(pair.type()) || relations.contains(pair.inverse());
    }

    boolean wants(EntityRef ref) {
        return kinds.isEmpty() || kinds.contains(ref.kind());
    }

    boolean follows(boolean isForward) {
        return direction == Direction.BOTH || isForward == (direction == Direction.OUT);
    }
}
