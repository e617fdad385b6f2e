package org.callboard.core.query;

import java.util.List;
import java.util.function.Consumer;
import org.callboard.api.catalog.CatalogEvent;

/** A step from what could be read to what can be read now. What was there before is kept until it is closed. */
public final class Advance implements AutoCloseable {

    private final Generation before;
    private final Generation after;
    private final Consumer<Generation> release;

    Advance(Generation before, Generation after, Consumer<Generation> release) {
        this.before = before;
        this.after = after;
        this.release = release;
    }

    /** {@return the number of the last change that could be read before} */
    public long from() {
        return before.number();
    }

    /** {@return these changes, which were made in this step, for those who may hear of them} */
    public EntityChanges changes(List<CatalogEvent> events) {
        return new EntityChanges(events, before, after);
    }

    @Override
    public void close() {
        release.accept(before);
        release.accept(after);
    }
}
