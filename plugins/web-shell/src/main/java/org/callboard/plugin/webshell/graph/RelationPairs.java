package org.callboard.plugin.webshell.graph;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which two types of relation are one arrow, and where it starts. */
public final class RelationPairs {

    /** From the whole to its part, from who uses to what is used, from who answers to what is answered for. */
    private static final List<RelationPair> KNOWN = List.of(
            new RelationPair("ownerOf", "ownedBy"),
            new RelationPair("hasPart", "partOf"),
            new RelationPair("parentOf", "childOf"),
            new RelationPair("hasMember", "memberOf"),
            new RelationPair("dependsOn", "dependencyOf"),
            new RelationPair("consumesApi", "apiConsumedBy"),
            new RelationPair("apiProvidedBy", "providesApi"));

    private final Map<String, RelationPair> byType = new HashMap<>();

    /**
     * Knows the usual ones and these.
     *
     * @param more of kinds that plugins bring; the first that names a type is believed
     */
    public RelationPairs(List<RelationPair> more) {
        KNOWN.forEach(this::add);
        more.forEach(this::add);
    }

    private void add(RelationPair pair) {
        if (!byType.containsKey(pair.type()) && !byType.containsKey(pair.inverse())) {
            byType.put(pair.type(), pair);
            byType.put(pair.inverse(), pair);
        }
    }

    /** {@return the pair that a type is one side of} */
    public RelationPair of(String type) {
        RelationPair known = byType.get(type);
        return known == null ? new RelationPair(type, type) : known;
    }
}
