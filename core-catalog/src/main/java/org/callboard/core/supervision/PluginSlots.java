package org.callboard.core.supervision;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.callboard.api.plugins.Diagnosis;
import org.callboard.api.plugins.PluginInfo.Candidate;
import org.callboard.api.plugins.PluginState;
import org.callboard.core.archive.PluginArchive;
import org.callboard.core.archive.RefusedException;
import org.callboard.core.revision.DeployStep;
import org.jspecify.annotations.Nullable;

/** What is known of each plugin beside its rows and the revision that serves: what is being tried, and what went wrong. */
public final class PluginSlots {

    private final Map<String, Slot> slots = new ConcurrentHashMap<>();
    private volatile Consumer<String> listener = id -> {};
    private volatile Consumer<Deploy> follower = deploy -> {};

    /** One plugin's. */
    public static final class Slot {

        private final ReentrantLock lock = new ReentrantLock();
        private final Runnable changed;
        private final Consumer<Deploy> deploys;
        private volatile @Nullable Candidate candidate;
        private volatile @Nullable Standing standing;
        private volatile @Nullable Probation probation;

        Slot(Runnable changed, Consumer<Deploy> deploys) {
            this.changed = changed;
            this.deploys = deploys;
        }

        /** {@return the revision that is being tried or that failed last, or null} */
        public @Nullable Candidate candidate() {
            return candidate;
        }

        /** {@return what is to be said beside what serves, or null where all is well} */
        public @Nullable Standing standing() {
            return standing;
        }

        /** {@return which revision is or was on probation last, or null} */
        public @Nullable Probation probation() {
            return probation;
        }

        void probation(Probation begins) {
            probation = begins;
        }

        /** A revision is being tried. */
        public void tries(PluginArchive archive) {
            candidate = candidate(archive, PluginState.STARTING, null);
            reached(archive, DeployStep.CHECK);
        }

        /** The revision that is tried has come so far. */
        public void reached(PluginArchive archive, DeployStep step) {
            tell(archive.id(), candidate(archive, PluginState.STARTING, null), step);
        }

        /** A revision that came to serve failed, and the former one serves again. */
        public void wentBack(String id, Candidate failing) {
            candidate = failing;
            tell(id, failing, DeployStep.WENT_BACK);
        }

        private void tell(String id, Candidate tried, DeployStep step) {
            deploys.accept(new Deploy(id, tried.version(), tried.digest(), step, Instant.now(), tried.diagnosis()));
        }

        /** The revision that was tried serves, and nothing is wrong with it. */
        public void serves(PluginArchive archive) {
            candidate = null;
            standing(null);
            reached(archive, DeployStep.SERVES);
        }

        /** The revision that was tried does not come to serve. */
        public void failed(PluginArchive archive, RuntimeException failure) {
            Candidate tried = failure instanceof RefusedException refused
                    ? candidate(archive, refused.state(), refused.diagnosis())
                    : candidate(archive, PluginState.FAILED, broke(archive));
            candidate = tried;
            tell(archive.id(), tried, DeployStep.FAILED);
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

        public void candidate(@Nullable Candidate now) {
            candidate = now;
        }

        public void standing(@Nullable Standing now) {
            standing = now;
            changed.run();
        }
    }

    /** Until when a revision goes back by itself when it fails. */
    public record Probation(String digest, Instant until) {}

    /**
     * How a plugin stands.
     *
     * @param diagnosis null while nothing is wrong
     */
    public record Standing(
            PluginState state, Instant since, @Nullable Diagnosis diagnosis) {

        public static Standing now(PluginState state, @Nullable Diagnosis diagnosis) {
            return new Standing(state, Instant.now(), diagnosis);
        }
    }

    /** Tells of every plugin whose standing was looked at anew, from now on; must be quick. */
    public void listen(Consumer<String> told) {
        listener = told;
    }

    /** Tells of every step of every revision that is tried, from now on; must be quick. */
    public void follow(Consumer<Deploy> told) {
        follower = told;
    }

    public Slot of(String id) {
        return slots.computeIfAbsent(id, any -> new Slot(() -> listener.accept(id), deploy -> follower.accept(deploy)));
    }

    /** {@return the plugins that something is known of} */
    public Set<String> ids() {
        return Set.copyOf(slots.keySet());
    }

    /** Does work on a plugin that nobody else does work on meanwhile. */
    public <R> R alone(String id, Supplier<R> work) {
        ReentrantLock lock = of(id).lock;
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }
}
