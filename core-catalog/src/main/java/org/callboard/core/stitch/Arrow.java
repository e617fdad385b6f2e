package org.callboard.core.stitch;

/**
 * A relation as seen from the entity that holds it.
 *
 * @param type what it says
 * @param target the canonical reference it points at
 */
public record Arrow(String type, String target) implements Comparable<Arrow> {

    @Override
    public int compareTo(Arrow other) {
        int byType = type.compareTo(other.type);
        return byType != 0 ? byType : target.compareTo(other.target);
    }
}
