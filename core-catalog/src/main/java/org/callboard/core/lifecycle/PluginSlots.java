package org.callboard.core.lifecycle;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.callboard.api.plugins.Diagnosis;
import org.callboard.api.plugins.PluginInfo.Candidate;
import org.callboard.api.plugins.PluginState;
import org.jspecify.annotations.Nullable;

/** What is known of each plugin beside its rows and the revision that serves: what is being tried, and what went wrong. */
final class PluginSlots {

    private final Map<String, Slot> slots = new ConcurrentHashMap<>();

    /** One plugin's. */
    static final class Slot {

        private final ReentrantLock lock = new ReentrantLock();
        private volatile @Nullable Candidate candidate;
        private volatile @Nullable Standing standing;

        /** {@return the revision that is being tried or that failed last, or null} */
        @Nullable Candidate candidate() {
            return candidate;
        }

        /** {@return what is to be said beside what serves, or null where all is well} */
        @Nullable Standing standing() {
            return standing;
        }

        /** A revision is being tried. */
        void tries(PluginArchive archive) {
            candidate = candidate(archive, PluginState.STARTING, null);
        }

        /** The revision that was tried does not come to serve. */
        void failed(PluginArchive archive, RuntimeException failure) {
            candidate = failure instanceof RefusedException refused
                    ? candidate(archive, refused.state(), refused.diagnosis())
                    : candidate(archive, PluginState.FAILED, broke(archive));
        }

        private static Candidate candidate(PluginArchive archive, PluginState state, @Nullable Diagnosis why) {
            return new Candidate(archive.version().toString(), archive.digest(), state, why);
        }

        private static Diagnosis broke(PluginArchive archive) {
            return new Diagnosis(
                    "Plugin '" + archive.id() + "' " + archive.version() + " could not be kept.",
                    "The portal's database or disk failed.",
                    "The portal's log has the cause; try again when it is mended.");
        }

        void candidate(@Nullable Candidate now) {
            candidate = now;
        }

        void standing(@Nullable Standing now) {
            standing = now;
        }
    }

    /**
     * How a plugin stands.
     *
     * @param diagnosis null while nothing is wrong
     */
    record Standing(
            PluginState state, Instant since, @Nullable Diagnosis diagnosis) {

        static Standing now(PluginState state, @Nullable Diagnosis diagnosis) {
            return new Standing(state, Instant.now(), diagnosis);
        }
    }

    Slot of(String id) {
        return slots.computeIfAbsent(id, any -> new Slot());
    }

    /** {@return the plugins that something is known of} */
    Set<String> ids() {
        return Set.copyOf(slots.keySet());
    }

    /** Does work on a plugin that nobody else does work on meanwhile. */
    <R> R alone(String id, Supplier<R> work) {
        ReentrantLock lock = of(id).lock;
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }
}
