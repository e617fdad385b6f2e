package org.callboard.core.revision;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.callboard.api.extension.Extension;
import org.callboard.api.extension.ExtensionHandle;
import org.callboard.api.extension.Extensions;
import org.callboard.core.archive.RefusedException;
import org.callboard.core.extension.ActiveExtension.RevisionName;
import org.jspecify.annotations.Nullable;

/**
 * Which revision of each plugin serves. One write moves routes, extensions and page together: readers see the whole of the
 * old set or the whole of the new one.
 */
public final class ActiveRevisions implements Extensions {

    /** A plugin's new revision, or its removal where {@code now} is null. */
    public record Change(
            String plugin,
            @Nullable Revision before,
            @Nullable Revision now) {}

    /** Hears of every change, after it was made. */
    public interface Listener {
        /** Called on the thread that made the change; must be quick. */
        void changed(Change change);
    }

    private volatile Map<String, Revision> serving = Map.of();
    private final List<Listener> listeners = new CopyOnWriteArrayList<>();

    /** Tells a listener of every later change. */
    public void listen(Listener listener) {
        listeners.add(listener);
    }

    /** {@return the revisions that serve, by plugin} */
    public Collection<Revision> all() {
        return serving.values();
    }

    /** {@return the revision that serves} */
    public Optional<Revision> find(String plugin) {
        return Optional.ofNullable(serving.get(plugin));
    }

    /** {@return whether this very revision serves} */
    public boolean serves(RevisionName revision) {
        return find(revision.plugin())
                .filter(serving -> serving.name().equals(revision))
                .isPresent();
    }

    /**
     * {@return the revision whose route covers the path best: the longest prefix wins}
     *
     * @param preview stands in place of the one of its plugin that serves, or null
     */
    public @Nullable Revision route(String path, @Nullable Revision preview) {
        int longest = preview == null ? -1 : preview.routes().covers(path);
        Revision best = longest < 0 ? null : preview;
        for (Revision revision : serving.values()) {
            int length = revision.routes().covers(path);
            if (length > longest && !isReplaced(revision, preview)) {
                longest = length;
                best = revision;
            }
        }
        return best;
    }

    private static boolean isReplaced(Revision serving, @Nullable Revision preview) {
        return preview != null && preview.name().plugin().equals(serving.name().plugin());
    }

    @Override
    public <T extends Extension> List<ExtensionHandle<T>> of(Class<T> point) {
        List<ExtensionHandle<T>> found = new ArrayList<>();
        for (Revision revision : serving.values()) {
            revision.extensionsOf(point).forEach(found::add);
        }
        return found;
    }

    /**
     * Records that a revision shall serve and lets it. Short and without foreign code: one revision at a time may be compared
     * with the others, be recorded and take over, and none of the others ends meanwhile.
     *
     * @throws RefusedException where another plugin has one of its routes, or what it uses has gone; nothing is recorded then
     */
    public synchronized void takeOver(Revision candidate, Runnable record) {
        RouteClaims.check(candidate, serving.values());
        Providers.require(candidate, this);
        record.run();
        activate(candidate);
    }

    /**
     * Lets a revision be seen beside those that serve; none of these ends meanwhile.
     *
     * @throws RefusedException where it could not take over
     */
    public synchronized void show(Revision candidate, Runnable opening) {
        RouteClaims.check(candidate, serving.values());
        Providers.require(candidate, this);
        opening.run();
    }

    private void activate(Revision revision) {
        Map<String, Revision> next = new TreeMap<>(serving);
        Revision before = next.put(revision.name().plugin(), revision);
        serving = next;
        Change change = new Change(revision.name().plugin(), before, revision);
        listeners.forEach(listener -> listener.changed(change));
    }

    /** Lets none of the plugin's revisions serve any more. {@return the one that did} */
    public @Nullable Revision deactivate(String plugin) {
        Change change;
        synchronized (this) {
            Map<String, Revision> next = new TreeMap<>(serving);
            Revision before = next.remove(plugin);
            serving = next;
            change = new Change(plugin, before, null);
        }
        if (change.before() != null) {
            listeners.forEach(listener -> listener.changed(change));
        }
        return change.before();
    }
}
