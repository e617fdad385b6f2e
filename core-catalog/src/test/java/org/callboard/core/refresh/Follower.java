package org.callboard.core.refresh;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.callboard.api.catalog.CatalogEvent;
import org.callboard.api.model.Json;
import org.callboard.core.store.Change;
import org.callboard.core.store.ChangeFeed;
import org.callboard.core.store.ChangeFeed.Changes;

/** Knows the catalog by its changes alone, as a search index and a listener do that outlive every end of the portal. */
final class Follower {

    private static final int CHANGES = 7;

    private final Map<String, Json.Obj> entities = new TreeMap<>();
    private final Set<String> heardOf = new TreeSet<>();
    private long read;
    private long heard;
    private long identity;

    /** Hears what is new, and compares with all that is served. */
    void follow(FolderCatalog catalog, String message) {
        ChangeFeed feed = catalog.changes();
        assertTrue(identity == 0 || identity == feed.identity(), message);
        identity = feed.identity();
        readOn(catalog, message);
        listenOn(feed, message);
        Map<String, Json.Obj> served = new TreeMap<>();
        long latest = feed.scan(change -> put(catalog, served, change));
        assertEquals(served, entities, message);
        assertEquals(served.keySet(), heardOf, message);
        assertEquals(latest, feed.latest(), message);
        assertEquals(latest, read, message);
        assertTrue(heard <= latest, message);
    }

    private void readOn(FolderCatalog catalog, String message) {
        for (Changes some = catalog.changes().changesAfter(read, CHANGES);
                some.upTo() != read;
                some = catalog.changes().changesAfter(read, CHANGES)) {
            assertTrue(some.upTo() > read, message);
            some.changes().forEach(change -> put(catalog, entities, change));
            read = some.upTo();
        }
    }

    private static void put(FolderCatalog catalog, Map<String, Json.Obj> entities, Change change) {
        byte[] document = change.document();
        if (document == null) {
            entities.remove(change.ref());
        } else {
            entities.put(change.ref(), catalog.decode(document));
        }
    }

    private void listenOn(ChangeFeed feed, String message) {
        for (CatalogEvent event : feed.eventsAfter(heard, Integer.MAX_VALUE)) {
            assertTrue(event.number() > heard, message);
            heard = event.number();
            String ref = event.ref().toString();
            if (event.change() == CatalogEvent.Change.REMOVED) {
                assertTrue(heardOf.remove(ref), message + ": removed, and nobody had heard of it: " + ref);
            } else {
                heardOf.add(ref);
            }
        }
    }
}
