package org.callboard.core.query;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.callboard.api.catalog.CatalogEvent;
import org.callboard.api.model.EntityRef;
import org.callboard.api.model.Json;
import org.callboard.core.entity.JsonCodec;
import org.callboard.core.stitch.Arrow;
import org.callboard.core.stitch.Stitcher;
import org.callboard.core.store.Change;
import org.callboard.core.store.ChangeFeed;

/** Served entities and their changes, as the database has them, in memory; and what was asked of them. */
public final class MemoryFeed implements ChangeFeed {

    private static final JsonCodec CODEC = new JsonCodec();

    private final NavigableMap<Long, String> outbox = new TreeMap<>();
    private final Map<String, Json.Obj> documents = new TreeMap<>();
    private final long identity;
    private final List<Long> asked = new ArrayList<>();
    private long latest;
    private long pruned;
    private int scans;

    public MemoryFeed(long identity) {
        this.identity = identity;
    }

    /** Serves a document, completed as the stitcher does, under its reference. */
    public MemoryFeed put(Json.Obj written, String uid, Arrow... relations) {
        Json.Obj served =
                new Stitcher(CODEC).stitch(written, List.of(relations), uid).document();
        String namespace = served.text("metadata", "namespace").orElseThrow();
        EntityRef ref = new EntityRef(
                served.text("kind").orElseThrow(),
                namespace,
                served.text("metadata", "name").orElseThrow());
        documents.put(ref.toString(), served);
        outbox.put(++latest, ref.toString());
        return this;
    }

    /** Reads JSON text with single quotes for double ones, for entities that tests write out. */
    public static Json.Obj json(String text) {
        return (Json.Obj) CODEC.decode(text.replace('\'', '"').getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    public MemoryFeed remove(String ref) {
        documents.remove(ref);
        outbox.put(++latest, ref);
        return this;
    }

    Map<String, Json.Obj> documents() {
        return documents;
    }

    /** {@return how often all entities were asked for} */
    int scans() {
        return scans;
    }

    /** {@return the numbers behind which changes were asked for} */
    List<Long> asked() {
        return asked;
    }

    private Change change(String ref) {
        Json.Obj document = documents.get(ref);
        return new Change(ref, document == null ? null : CODEC.encode(document));
    }

    @Override
    public long identity() {
        return identity;
    }

    @Override
    public long latest() {
        return latest;
    }

    @Override
    public long pruned() {
        return pruned;
    }

    @Override
    public Changes changesAfter(long number, int limit) {
        asked.add(number);
        Set<String> refs = new LinkedHashSet<>();
        long last = number;
        for (Map.Entry<Long, String> entry : outbox.tailMap(number, false).entrySet()) {
            if (refs.size() < limit) {
                refs.add(entry.getValue());
                last = entry.getKey();
            }
        }
        return new Changes(refs.stream().map(this::change).toList(), last);
    }

    @Override
    public long scan(Consumer<Change> consumer) {
        scans++;
        documents.keySet().forEach(ref -> consumer.accept(change(ref)));
        return latest;
    }

    @Override
    public List<CatalogEvent> eventsAfter(long number, int limit) {
        throw new UnsupportedOperationException("The index does not listen.");
    }

    @Override
    public void prune(long keep) {
        pruned = Math.max(pruned, latest - keep);
        outbox.headMap(pruned, true).clear();
    }
}
