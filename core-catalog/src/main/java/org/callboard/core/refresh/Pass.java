package org.callboard.core.refresh;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.callboard.core.process.LocationTarget;
import org.callboard.core.store.CatalogStore;
import org.callboard.core.store.StoredSource;
import org.jspecify.annotations.Nullable;

/** Brings the catalog to what its locations hold. Cut off anywhere, the next run makes good what is missing. */
final class Pass {

    private static final int MOST_ROUNDS = 3;

    private final SourceReader reader;
    private final CatalogStore store;
    private final Orphans orphans;
    private final Runnable publish;
    private @Nullable Map<String, StoredSource> known;

    Pass(SourceReader reader, CatalogStore store, Orphans orphans, Runnable publish) {
        this.reader = reader;
        this.store = store;
        this.orphans = orphans;
        this.publish = publish;
    }

    /** Forgets how the store was: something else wrote to it. */
    void forget() {
        known = null;
    }

    /**
     * What a pass came to.
     *
     * @param walk what it came by
     * @param changed whether anything was not as it had been
     */
    record Outcome(Walk walk, boolean changed) {}

    Outcome run() {
        boolean changed = known == null;
        List<LocationTarget> roots = reader.roots();
        Map<String, StoredSource> before = known == null ? store.sources() : known;
        Walk walk;
        int round = 0;
        do {
            walk = walk(roots, before);
            if (forgot(walk, before) || walk.changedAnything()) {
                changed = true;
                before = store.sources();
            }
        } while (++round < MOST_ROUNDS && anyStale(before));
        if (changed) {
            store.sweep(kept(roots));
            store.stitchPending();
            publish.run();
            before = store.sources();
        }
        known = before;
        return new Outcome(walk, changed);
    }

    /** What one file gives up another may have claimed already: that one is read once more, before anything is removed. */
    private static boolean anyStale(Map<String, StoredSource> sources) {
        return sources.values().stream().anyMatch(source -> source.stamp().isEmpty());
    }

    private Walk walk(List<LocationTarget> roots, Map<String, StoredSource> before) {
        try (StoreAhead ahead = new StoreAhead(store::apply)) {
            Walk walk = new Walk(reader, before, ahead);
            walk.run(roots);
            return walk;
        }
    }

    /** {@return whether anything is gone} */
    private boolean forgot(Walk walk, Map<String, StoredSource> before) {
        boolean gone = !walk.visited().containsAll(before.keySet());
        if (gone) {
            store.keepOnly(walk.visited());
        }
        return gone;
    }

    /** {@return which origins keep what nothing declares any more}; one that is gone itself keeps nothing */
    private Predicate<String> kept(List<LocationTarget> roots) {
        return orphans == Orphans.KEEP
                ? roots.stream().map(LocationTarget::reference).collect(Collectors.toSet())::contains
                : origin -> false;
    }
}
