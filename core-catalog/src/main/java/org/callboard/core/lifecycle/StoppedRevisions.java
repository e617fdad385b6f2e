package org.callboard.core.lifecycle;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.callboard.core.extension.ActiveExtension.RevisionName;
import org.callboard.core.leftover.KeptLoaders;
import org.callboard.core.leftover.Leftover;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is known of the revisions that were stopped: what each plugin's last one left, and how many are still in memory. */
final class StoppedRevisions implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(StoppedRevisions.class);
    private static final int MOST_NAMED = 20;

    private final Map<String, List<Leftover>> leftovers = new ConcurrentHashMap<>();
    private final Map<String, List<Leftover>> settings = new ConcurrentHashMap<>();
    private final KeptLoaders kept = new KeptLoaders(StoppedRevisions::warn);

    /** Takes down what a revision left. */
    void add(RevisionName name, ClassLoader loader, List<Leftover> left) {
        kept.watch(name.plugin(), name.version(), loader);
        if (left.isEmpty()) {
            leftovers.remove(name.plugin());
            return;
        }
        List<Leftover> named = left.subList(0, Math.min(left.size(), MOST_NAMED));
        leftovers.put(name.plugin(), List.copyOf(named));
        LOG.warn(
                "Plugin '{}' {} left something behind when it was stopped: {}{}",
                name.plugin(),
                name.version(),
                named.stream().map(Leftover::toString).collect(Collectors.joining(", ")),
                left.size() > named.size() ? ", and more" : "");
    }

    /** Takes down which settings of the process were changed while a revision started. */
    void changed(RevisionName name, List<Leftover> changed) {
        settings.put(name.plugin(), changed);
        if (changed.isEmpty()) {
            return;
        }
        LOG.warn(
                "Plugin '{}' {} changed settings of the whole process when it started: {}",
                name.plugin(),
                name.version(),
                changed.stream().map(Leftover::toString).collect(Collectors.joining(", ")));
    }

    /** {@return what the plugin's last stopped revision left in the process, and which settings its last start changed} */
    List<Leftover> leftBy(String plugin) {
        return Stream.of(leftovers, settings)
                .flatMap(known -> known.getOrDefault(plugin, List.of()).stream())
                .toList();
    }

    /** {@return how many stopped revisions of the plugin something keeps in memory} */
    int keptOf(String plugin) {
        return kept.of(plugin);
    }

    private static void warn(String plugin, String version) {
        LOG.warn(
                "Plugin '{}' {} was stopped but stays in memory: something outside still refers to its classes",
                plugin,
                version);
    }

    @Override
    public void close() {
        kept.close();
    }
}
