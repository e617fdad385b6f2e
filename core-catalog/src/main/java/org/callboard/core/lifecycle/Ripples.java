package org.callboard.core.lifecycle;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.callboard.api.plugins.PluginState;
import org.callboard.core.archive.Clause;
import org.callboard.core.archive.Headers;
import org.callboard.core.archive.PluginArchive;
import org.callboard.core.pluginstore.PluginRecord;
import org.callboard.core.pluginstore.PluginRecord.Wish;
import org.callboard.core.pluginstore.PluginStore;
import org.callboard.core.revision.ActiveRevisions;
import org.callboard.core.revision.Revision;
import org.callboard.core.supervision.PluginSlots;
import org.callboard.core.supervision.PluginSlots.Standing;
import org.callboard.core.wiring.PluginPackages;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Version;
import org.osgi.framework.VersionRange;

/**
 * Which other plugins an install touches: those that use what it replaces are stopped, and started again where the new revision
 * offers what they need; those that wait for what it brings are started.
 */
final class Ripples {

    private final ActiveRevisions active;
    private final PluginStore store;
    private final PluginSlots slots;

    Ripples(Ground ground) {
        this.active = ground.active();
        this.store = ground.store();
        this.slots = ground.slots();
    }

    /** The ids of the other plugins that are stopped, and of those that are started. */
    record Touched(List<String> stops, List<String> starts) {}

    /** The packages that plugins offer each other, as one jar offers and needs them. */
    private record Surface(Map<String, Version> offers, Map<String, VersionRange> needs) {

        static Surface of(Path jar) {
            try {
                return of(Headers.ofChecked(jar));
            } catch (IOException failure) {
                throw new UncheckedIOException("A jar can't be read again.", failure);
            }
        }

        static Surface of(Headers headers) {
            Surface surface = new Surface(new TreeMap<>(), new TreeMap<>());
            for (Clause offer : headers.clauses("Export-Package")) {
                offer.paths().forEach(name -> surface.offers().put(name, Version.parseVersion(version(offer))));
            }
            for (Clause need : headers.clauses("Import-Package")) {
                need.paths().stream()
                        .filter(PluginPackages::isOfAPlugin)
                        .filter(name -> !need.isOptional())
                        .forEach(name -> surface.needs().put(name, new VersionRange(version(need))));
            }
            return surface;
        }

        private static String version(Clause clause) {
            return clause.attributes().getOrDefault("version", "0");
        }

        boolean isContentWith(List<Surface> others) {
            return needs.entrySet().stream()
                    .allMatch(need -> others.stream()
                            .map(other -> other.offers().get(need.getKey()))
                            .anyMatch(version ->
                                    version != null && need.getValue().includes(version)));
        }
    }

    /** {@return what installing the jar in place of this revision, if any, does to others} */
    Touched of(PluginArchive archive, @Nullable Revision before) {
        Set<String> stops = before == null ? Set.of() : before.dependants();
        Map<String, Surface> open = waiting();
        List<Surface> serving = new ArrayList<>(List.of(Surface.of(archive.headers())));
        List<String> stopped = new ArrayList<>();
        for (Revision revision : active.all()) {
            String id = revision.name().plugin();
            if (stops.contains(id)) {
                stopped.add(id);
                open.put(id, Surface.of(revision.jar()));
            } else if (!id.equals(archive.id())) {
                serving.add(Surface.of(revision.jar()));
            }
        }
        open.remove(archive.id());
        return new Touched(stopped, List.copyOf(started(open, serving)));
    }

    /** {@return those that come to serve; each may offer what another needs} */
    private static Set<String> started(Map<String, Surface> open, List<Surface> serving) {
        Set<String> started = new TreeSet<>();
        while (open.entrySet().removeIf(plugin -> comes(plugin, serving, started))) {
            // until nothing more comes
        }
        return started;
    }

    private static boolean comes(Map.Entry<String, Surface> plugin, List<Surface> serving, Set<String> started) {
        boolean isContent = plugin.getValue().isContentWith(serving);
        if (isContent) {
            serving.add(plugin.getValue());
            started.add(plugin.getKey());
        }
        return isContent;
    }

    private Map<String, Surface> waiting() {
        Map<String, Surface> waiting = new TreeMap<>();
        for (PluginRecord plugin : store.all()) {
            Standing standing = slots.of(plugin.id()).standing();
            boolean isLacking = standing != null && standing.state() == PluginState.UNRESOLVED;
            if (plugin.wish() == Wish.ACTIVE
                    && isLacking
                    && active.find(plugin.id()).isEmpty()) {
                waiting.put(plugin.id(), Surface.of(file(plugin)));
            }
        }
        return waiting;
    }

    private Path file(PluginRecord plugin) {
        try {
            return store.file(plugin.digest());
        } catch (IOException failure) {
            throw new UncheckedIOException("The jar of '" + plugin.id() + "' can't be made.", failure);
        }
    }
}
