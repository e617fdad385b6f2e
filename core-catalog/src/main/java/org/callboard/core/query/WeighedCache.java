package org.callboard.core.query;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** Remembers what was used last, up to a total weight. Thread-safe; two threads may make the same value at a time. */
final class WeighedCache<K, V> {

    private final long capacity;
    private final ToLongFunction<V> weigher;
    private final Map<K, V> values = new LinkedHashMap<>(16, 0.75f, true);
    private long weight;

    WeighedCache(long capacity, ToLongFunction<V> weigher) {
        this.capacity = capacity;
        this.weigher = weigher;
    }

    synchronized @Nullable V get(K key) {
        return values.get(key);
    }

    synchronized V put(K key, V value) {
        V old = values.put(key, value);
        weight += weigher.applyAsLong(value) - (old == null ? 0 : weigher.applyAsLong(old));
        Iterator<V> oldest = values.values().iterator();
        while (weight > capacity && values.size() > 1) {
            weight -= weigher.applyAsLong(oldest.next());
            oldest.remove();
        }
        return value;
    }

    /** Forgets what nobody will ask for any more. */
    synchronized void forget(Predicate<K> gone) {
        Iterator<Map.Entry<K, V>> entries = values.entrySet().iterator();
        while (entries.hasNext()) {
            Map.Entry<K, V> entry = entries.next();
            if (gone.test(entry.getKey())) {
                weight -= weigher.applyAsLong(entry.getValue());
                entries.remove();
            }
        }
    }
}
