package org.callboard.core.refresh;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The pages of the web that are kept: those that the last pass came by, and those that somebody holds. Who has come to hold
 * one can have it fetched: it is not forgotten by what was needed before. Thread-safe.
 */
final class KeptPages {

    private final Consumer<Set<String>> keepOnly;
    private final Map<String, Integer> held = new HashMap<>();
    private Set<String> needed = Set.of();

    /** Makes one that has all other pages forgotten by this. */
    KeptPages(Consumer<Set<String>> keepOnly) {
        this.keepOnly = keepOnly;
    }

    /** {@return the pages that the last pass came by} */
    synchronized Set<String> needed() {
        return needed;
    }

    /** Takes what a pass came by, and has the others forgotten that nobody holds. */
    synchronized void need(Set<String> urls) {
        needed = Set.copyOf(urls);
        Set<String> kept = new HashSet<>(urls);
        kept.addAll(held.keySet());
        keepOnly.accept(kept);
    }

    /** Has pages kept although no pass needs them. */
    synchronized void hold(Collection<String> urls) {
        urls.forEach(url -> held.merge(url, 1, Integer::sum));
    }

    /** Ends that, where nobody else holds them. */
    synchronized void release(Collection<String> urls) {
        urls.forEach(url -> held.computeIfPresent(url, (same, times) -> times == 1 ? null : times - 1));
    }
}
