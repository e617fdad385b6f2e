package org.callboard.core.query;

import java.util.List;
import java.util.stream.IntStream;
import org.apache.lucene.util.Bits;
import org.callboard.api.catalog.CatalogEvent;
import org.jspecify.annotations.Nullable;

/**
 * Some changes, and who may hear of which: those who saw the entity before the change, or see it after. So an entity that
 * is gone is judged by what was last known of it, and one that gets out of somebody's sight is heard of once more.
 */
public final class EntityChanges {

    private static final int NOWHERE = -1;

    private final List<CatalogEvent> events;
    private final Generation before;
    private final Generation after;
    private int @Nullable [] places;

    EntityChanges(List<CatalogEvent> events, Generation before, Generation after) {
        this.events = List.copyOf(events);
        this.before = before;
        this.after = after;
    }

    /** {@return the changes of all entities} */
    public List<CatalogEvent> all() {
        return events;
    }

    /** {@return the changes that somebody may hear of} Not thread-safe, and not to be asked later. */
    public List<CatalogEvent> heardBy(Sight sight) {
        if (sight.isWhole()) {
            return events;
        }
        int[] documents = places();
        Bits seenBefore = before.visible(sight);
        Bits seenAfter = after.visible(sight);
        return IntStream.range(0, events.size())
                .filter(i -> shows(seenBefore, documents[2 * i]) || shows(seenAfter, documents[2 * i + 1]))
                .mapToObj(events::get)
                .toList();
    }

    private static boolean shows(Bits seen, int document) {
        return document != NOWHERE && seen.get(document);
    }

    /** {@return for each change where the entity is before and where after} They are looked for once, however many listen. */
    private int[] places() {
        int[] known = places;
        if (known == null) {
            known = new int[2 * events.size()];
            for (int i = 0; i < events.size(); i++) {
                String ref = events.get(i).ref().toString();
                known[2 * i] = place(before, ref);
                known[2 * i + 1] = place(after, ref);
            }
            places = known;
        }
        return known;
    }

    private static int place(Generation generation, String ref) {
        return generation.document(ref, Sight.ALL).orElse(NOWHERE);
    }
}
