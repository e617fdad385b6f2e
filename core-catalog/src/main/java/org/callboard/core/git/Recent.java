package org.callboard.core.git;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The objects of packs that were asked for last, as many as have room. */
final class Recent {

    private static final long ROOM = 16L << 20;
    private static final int OVERHEAD = 64;
    private static final float FULL = 0.75f;

    private final Map<Key, GitObject> objects = new LinkedHashMap<>(16, FULL, true);
    private long used;

    /**
     * Where an object is.
     *
     * @param pack the pack's number
     */
    record Key(int pack, long offset) {}

    @Nullable GitObject get(Key key) {
        return objects.get(key);
    }

    void put(Key key, GitObject object) {
        if (objects.put(key, object) == null) {
            used += object.bytes().length + OVERHEAD;
        }
        Iterator<GitObject> eldest = objects.values().iterator();
        while (used > ROOM && eldest.hasNext()) {
            used -= eldest.next().bytes().length + OVERHEAD;
            eldest.remove();
        }
    }
}
