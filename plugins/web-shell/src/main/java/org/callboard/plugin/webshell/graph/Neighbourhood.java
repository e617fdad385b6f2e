package org.callboard.plugin.webshell.graph;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import org.callboard.api.model.Entity;
import org.callboard.api.model.EntityRef;
import org.callboard.api.model.Relation;

/**
 * The entities around one, nearest first and no more of them than a picture can show: of each, so many of a relation. The
 * same catalog always gives the same.
 */
public final class Neighbourhood {

    /** How many entities a picture has at most. */
    public static final int MOST = 300;

    private static final int MOST_OF_A_RELATION = 30;
    private static final int MOST_ARROWS = 1_000;

    private final GraphQuestion question;
    private final RelationPairs pairs;
    private final Function<EntityRef, Optional<Entity>> catalog;

    private final Map<EntityRef, Neighbour> neighbours = new LinkedHashMap<>();
    private final Map<Arrow, SortedSet<RelationPair>> arrows = new LinkedHashMap<>();
    private final Set<EntityRef> leftOut = new HashSet<>();
    private final Set<Arrow> arrowsLeftOut = new HashSet<>();
    private final SortedSet<String> kinds = new TreeSet<>();
    private final SortedSet<RelationPair> relations = new TreeSet<>();

    private Neighbourhood(GraphQuestion question, RelationPairs pairs, Function<EntityRef, Optional<Entity>> catalog) {
        this.question = question;
        this.pairs = pairs;
        this.catalog = catalog;
    }

    /**
     * Looks around.
     *
     * @param root the entity in the middle
     * @param catalog finds what the reader may read
     */
    public static Neighbourhood of(
            GraphQuestion question, RelationPairs pairs, Entity root, Function<EntityRef, Optional<Entity>> catalog) {
        Neighbourhood found = new Neighbourhood(question, pairs, catalog);
        found.add(new Neighbour(root.ref(), 0, 0, Optional.of(root)));
        for (int distance = 0; distance < question.depth(); distance++) {
            for (Neighbour neighbour : found.at(distance)) {
                found.lookAround(neighbour);
            }
        }
        found.leftOut.removeAll(found.neighbours.keySet());
        return found;
    }

    private List<Neighbour> at(int distance) {
        return neighbours.values().stream()
                .filter(neighbour -> neighbour.distance() == distance)
                .toList();
    }

    private void add(Neighbour neighbour) {
        neighbours.put(neighbour.ref(), neighbour);
    }

    /** What is furthest away is not looked around: arrows among those would say much of others and little of the middle. */
    private void lookAround(Neighbour here) {
        Map<RelationPair, Integer> counts = new LinkedHashMap<>();
        for (Relation relation : here.entity().map(Entity::relations).orElse(List.of())) {
            RelationPair pair = pairs.of(relation.type());
            boolean isForward = relation.type().equals(pair.type());
            kinds.add(relation.target().kind());
            relations.add(pair);
            if (!question.wants(pair) || !question.wants(relation.target())) {
                continue;
            }
            if (question.follows(isForward) && !neighbours.containsKey(relation.target())) {
                meet(here, relation.target(), isForward, counts.merge(pair, 1, Integer::sum));
            }
            draw(here.ref(), relation.target(), pair, isForward);
        }
    }

    private void meet(Neighbour here, EntityRef target, boolean isForward, int nth) {
        if (nth > MOST_OF_A_RELATION || neighbours.size() >= MOST) {
            leftOut.add(target);
            return;
        }
        int column = here.column() + (isForward ? 1 : -1);
        add(new Neighbour(target, here.distance() + 1, column, catalog.apply(target)));
    }

    private void draw(EntityRef here, EntityRef target, RelationPair pair, boolean isForward) {
        Arrow arrow = isForward ? new Arrow(here, target) : new Arrow(target, here);
        if (!neighbours.containsKey(target) || isDrawnBack(arrow, pair)) {
            return;
        }
        if (arrows.size() >= MOST_ARROWS && !arrows.containsKey(arrow)) {
            arrowsLeftOut.add(arrow);
            return;
        }
        arrows.computeIfAbsent(arrow, fresh -> new TreeSet<>()).add(pair);
    }

    /** A relation with one name only says the same from its other side. */
    private boolean isDrawnBack(Arrow arrow, RelationPair pair) {
        return pair.type().equals(pair.inverse())
                && arrows.getOrDefault(new Arrow(arrow.to(), arrow.from()), Collections.emptySortedSet())
                        .contains(pair);
    }

    /** {@return the entities, the one in the middle first} */
    public List<Neighbour> neighbours() {
        return new ArrayList<>(neighbours.values());
    }

    /** {@return the arrows between them, each with the relations that it stands for} */
    public Map<Arrow, SortedSet<RelationPair>> arrows() {
        return Collections.unmodifiableMap(arrows);
    }

    /** {@return how many entities as near would be on a larger picture} */
    public int leftOut() {
        return leftOut.size();
    }

    /** {@return how many arrows between those on the picture are too many for it} */
    public int arrowsLeftOut() {
        return arrowsLeftOut.size();
    }

    /** {@return the kinds that could be asked for here} */
    public SortedSet<String> kinds() {
        return Collections.unmodifiableSortedSet(kinds);
    }

    /** {@return the relations that could be asked for here} */
    public SortedSet<RelationPair> relations() {
        return Collections.unmodifiableSortedSet(relations);
    }
}
