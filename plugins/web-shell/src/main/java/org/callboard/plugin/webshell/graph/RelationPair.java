package org.callboard.plugin.webshell.graph;

/**
 * A relation with its two names; the picture has one arrow for both.
 *
 * @param type from the arrow's start to its end, for example {@code ownerOf}
 * @param inverse back, for example {@code ownedBy}; the type itself where nobody says another
 */
public record RelationPair(String type, String inverse) implements Comparable<RelationPair> {

    @Override
    public int compareTo(RelationPair other) {
        return type.compareTo(other.type);
    }
}
