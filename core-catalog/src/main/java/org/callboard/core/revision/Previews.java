package org.callboard.core.revision;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.callboard.api.problem.PortalException;
import org.callboard.api.problem.ProblemKind;
import org.callboard.core.config.PortalConfig.PreviewLimits;
import org.jspecify.annotations.Nullable;

/**
 * The previews that are open, by their keys; an author has one of a plugin. They are in memory alone: a restart of the portal
 * ends them.
 */
public final class Previews {

    private final PreviewLimits limits;
    private final Clock clock;
    private final List<Listener> listeners = new CopyOnWriteArrayList<>();
    private volatile Map<String, Preview> byKey = Map.of();

    public Previews(PreviewLimits limits, Clock clock) {
        this.limits = limits;
        this.clock = clock;
    }

    /**
     * What a key stands for has become another.
     *
     * @param plugin whose preview it is or was
     * @param now null where it has ended
     */
    public record Change(
            String key, String plugin, @Nullable Preview now) {}

    /** Hears of every change, after it was made. */
    public interface Listener {
        /** Called on the thread that made the change; must be quick. */
        void changed(Change change);
    }

    /** Tells a listener of every later change. */
    public void listen(Listener listener) {
        listeners.add(listener);
    }

    /** {@return whether there is none: then no request needs to be looked at} */
    public boolean isEmpty() {
        return byKey.isEmpty();
    }

    /** {@return all of them, in no order} */
    public Collection<Preview> all() {
        return byKey.values();
    }

    /** {@return the preview of a key, for the one who made it alone} */
    public Optional<Preview> find(String key, String caller) {
        return Optional.ofNullable(byKey.get(key))
                .filter(preview -> preview.author().equals(caller))
                .filter(preview -> preview.expires().isAfter(clock.instant()));
    }

    public Optional<Preview> of(String author, String plugin) {
        return all().stream().filter(preview -> preview.isOf(author, plugin)).findFirst();
    }

    /** {@return how long one is open} */
    public Duration lifetime() {
        return limits.lifetime();
    }

    /** {@return when one ends that begins now} */
    public Instant expiry() {
        return clock.instant().plus(limits.lifetime());
    }

    public boolean holds(String digest) {
        return all().stream()
                .anyMatch(preview -> preview.revision().name().digest().equals(digest));
    }

    /**
     * Looks whether an author may have one more.
     *
     * @throws PortalException CONFLICT where there are as many as there may be
     */
    public void requireRoom(String author, String plugin) {
        if (byKey.size() >= limits.most() && of(author, plugin).isEmpty()) {
            throw new PortalException(
                    ProblemKind.CONFLICT,
                    limits.most() == 0
                            ? "This portal opens no previews."
                            : "As many previews are open as there may be: " + limits.most() + ".",
                    limits.most() == 0
                            ? "Install the plugin, or ask an operator to set plugins.previews.most."
                            : "End one, or wait until one has expired: GET /api/previews lists them.");
        }
    }

    /** Opens one, in place of the one of that key. {@return that one, or null} */
    public @Nullable Preview put(Preview preview) {
        Preview before;
        synchronized (this) {
            requireRoom(preview.author(), preview.plugin());
            Map<String, Preview> next = new HashMap<>(byKey);
            before = next.put(preview.key(), preview);
            byKey = Map.copyOf(next);
        }
        tell(new Change(preview.key(), preview.plugin(), preview));
        return before;
    }

    /** Lets one be open for longer. {@return false where it has ended by now} */
    public boolean prolong(Preview preview, Preview longer) {
        synchronized (this) {
            Map<String, Preview> next = new HashMap<>(byKey);
            if (!next.replace(preview.key(), preview, longer)) {
                return false;
            }
            byKey = Map.copyOf(next);
        }
        tell(new Change(longer.key(), longer.plugin(), longer));
        return true;
    }

    /** Ends one. {@return false where it has ended, or was replaced, by now} */
    public boolean remove(Preview preview) {
        synchronized (this) {
            Map<String, Preview> next = new HashMap<>(byKey);
            if (!next.remove(preview.key(), preview)) {
                return false;
            }
            byKey = Map.copyOf(next);
        }
        tell(new Change(preview.key(), preview.plugin(), null));
        return true;
    }

    private void tell(Change change) {
        listeners.forEach(listener -> listener.changed(change));
    }
}
