package org.callboard.plugin.scorecards.score;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.callboard.api.model.EntityRef;
import org.jspecify.annotations.Nullable;

/** The scores of all entities by one standard. Immutable. */
public final class Board {

    private static final Comparator<Row> BY_TITLE =
            Comparator.comparing(Row::title, String.CASE_INSENSITIVE_ORDER).thenComparing(Row::ref);

    private final Shape shape;
    private final Instant computed;
    private final Map<EntityRef, Row> rows;
    private final boolean isCurrent;
    private volatile @Nullable List<Row> sorted;

    private Board(Shape shape, Instant computed, Map<EntityRef, Row> rows, boolean isCurrent) {
        this.shape = shape;
        this.computed = computed;
        this.rows = rows;
        this.isCurrent = isCurrent;
    }

    /** {@return scores that were computed just now} */
    static Board computed(Shape shape, Instant now, Map<EntityRef, Row> rows) {
        return new Board(shape, now, rows, true);
    }

    /** {@return scores as they were last known before the portal started} */
    static Board lastKnown(Shape shape, Instant computed, Map<EntityRef, Row> rows) {
        return new Board(shape, computed, rows, false);
    }

    Shape shape() {
        return shape;
    }

    /** {@return when all of it was last computed} */
    public Instant computed() {
        return computed;
    }

    /** {@return whether that was since the portal started, and all that changed since is in it} */
    public boolean isCurrent() {
        return isCurrent;
    }

    /** {@return the score of an entity, null where it has none} */
    public @Nullable Row row(EntityRef entity) {
        return rows.get(entity);
    }

    /** {@return all rows by title} */
    public List<Row> rows() {
        List<Row> known = sorted;
        if (known == null) {
            known = rows.values().stream().sorted(BY_TITLE).toList();
            sorted = known;
        }
        return known;
    }

    Map<EntityRef, Row> byRef() {
        return rows;
    }

    /** {@return this board after some changes} */
    Board with(List<Change> changes) {
        Map<EntityRef, Row> next = new HashMap<>(rows);
        for (Change change : changes) {
            if (change.after() == null) {
                next.remove(change.entity());
            } else {
                next.put(change.entity(), change.after());
            }
        }
        return of(next);
    }

    /** {@return other rows of the same time and shape} */
    Board of(Map<EntityRef, Row> others) {
        return new Board(shape, computed, others, isCurrent);
    }

    /**
     * The score of an entity becomes another one.
     *
     * @param before null where it had none
     * @param after null where it has none any more
     */
    record Change(
            EntityRef entity,
            @Nullable Row before,
            @Nullable Row after) {}
}
