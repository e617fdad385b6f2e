package org.callboard.core.supervision;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.Predicate;
import org.callboard.api.plugins.Diagnosis;
import org.callboard.api.plugins.PluginState;
import org.callboard.core.extension.ActiveExtension.RevisionName;
import org.callboard.core.extension.Trouble;
import org.callboard.core.revision.RouteClaims;
import org.callboard.core.supervision.PluginSlots.Slot;
import org.callboard.core.supervision.PluginSlots.Standing;

/**
 * What becomes of a revision that fails while it serves: on probation the former one serves again; later the plugin counts
 * as degraded until it works again, and when that happens too often it is put in quarantine.
 */
public final class Supervision implements Trouble {

    static final int MOST_TROUBLES = 3;
    private static final Duration MEMORY = Duration.ofHours(1);

    private final PluginSlots slots;
    private final Predicate<RevisionName> serves;
    private final Measures measures;
    private final Duration probation;
    private final Clock clock;
    private final Executor worker;

    /** Touched by the worker alone. */
    private final Map<RevisionName, Watched> watched = new HashMap<>();

    /** What can be done about a revision that fails. */
    public interface Measures {

        /** Lets the former revision serve again. {@return whether it does} */
        boolean goBack(RevisionName failing, Diagnosis why);

        /** Ends a plugin until somebody enables it. */
        void quarantine(RevisionName failing, Diagnosis why);
    }

    private record Watched(Instant until, Deque<Instant> troubles) {}

    /**
     * Watches.
     *
     * @param serves whether a revision serves at present
     * @param worker one thread, on which everything is decided
     */
    public Supervision(
            PluginSlots slots,
            Predicate<RevisionName> serves,
            Measures measures,
            Duration probation,
            Clock clock,
            Executor worker) {
        this.slots = slots;
        this.serves = serves;
        this.measures = measures;
        this.probation = probation;
        this.clock = clock;
        this.worker = worker;
    }

    /** A revision was installed: from now on it is on probation. */
    public void began(RevisionName revision) {
        Instant until = clock.instant().plus(probation);
        slots.of(revision.plugin()).probation(new PluginSlots.Probation(revision.digest(), until));
        worker.execute(() -> {
            watched.keySet().removeIf(other -> !serves.test(other));
            watched.put(revision, new Watched(until, new ArrayDeque<>()));
        });
    }

    @Override
    public void opened(RevisionName revision, String reason) {
        troubled(revision, reason + ".");
    }

    @Override
    public void closed(RevisionName revision) {
        recovered(revision);
    }

    /** A revision fails; the reason is a sentence. */
    void troubled(RevisionName revision, String reason) {
        Instant now = clock.instant();
        worker.execute(() -> decide(revision, reason, now));
    }

    /** A revision works again. */
    void recovered(RevisionName revision) {
        worker.execute(() -> {
            Slot slot = slots.of(revision.plugin());
            Standing standing = slot.standing();
            if (serves.test(revision) && standing != null && standing.state() == PluginState.DEGRADED) {
                slot.standing(null);
            }
        });
    }

    private void decide(RevisionName revision, String reason, Instant now) {
        if (!serves.test(revision)) {
            return;
        }
        Watched watch = watched.computeIfAbsent(revision, any -> new Watched(Instant.MIN, new ArrayDeque<>()));
        Diagnosis why = diagnosis(revision, reason);
        boolean wentBack = !now.isAfter(watch.until()) && measures.goBack(revision, why);
        // while it waited to go back, somebody may have ended it
        if (wentBack || !serves.test(revision)) {
            return;
        }
        watch.troubles().addLast(now);
        watch.troubles().removeIf(trouble -> trouble.isBefore(now.minus(MEMORY)));
        if (watch.troubles().size() >= MOST_TROUBLES && !RouteClaims.MANDATORY.contains(revision.plugin())) {
            measures.quarantine(revision, quarantine(revision, reason));
            return;
        }
        slots.of(revision.plugin()).standing(Standing.now(PluginState.DEGRADED, why));
    }

    private static Diagnosis diagnosis(RevisionName revision, String reason) {
        return new Diagnosis(
                "Plugin '" + revision.plugin() + "' " + revision.version() + " fails.",
                reason,
                "Its log has the details. Roll it back, or install a mended version.");
    }

    private static Diagnosis quarantine(RevisionName revision, String reason) {
        return new Diagnosis(
                "Plugin '" + revision.plugin() + "' " + revision.version() + " is in quarantine: it failed "
                        + MOST_TROUBLES + " times within an hour.",
                reason,
                "Install a mended version, roll it back, or enable it to try once more.");
    }
}
