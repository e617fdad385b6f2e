package org.callboard.plugin.scorecards.fact;

import java.util.LinkedHashMap;
import java.util.Map;

/** Keeps so many, and drops what was not asked for the longest. */
final class LeastRecent<V> extends LinkedHashMap<String, V> {

    private static final long serialVersionUID = 1L;

    private final int most;

    LeastRecent(int most) {
        super(16, 0.75f, true);
        this.most = most;
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<String, V> eldest) {
        return size() > most;
    }
}
