package org.callboard.plugin.docs;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Keeps the last that were asked for. */
final class LeastRecent {

    private static final float FULL = 0.75f;

    private LeastRecent() {}

    /** {@return a map for several threads that forgets what was not asked for longest when it has more than so many} */
    static <K, V> Map<K, V> keeping(int most) {
        return Collections.synchronizedMap(new LinkedHashMap<>(16, FULL, true) {
            private static final long serialVersionUID = 1;

            @Override
            protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
                return size() > most;
            }
        });
    }
}
