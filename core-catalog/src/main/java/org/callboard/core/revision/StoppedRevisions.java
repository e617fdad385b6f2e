package org.callboard.core.revision;

import java.util.ArrayList;
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
public final class StoppedRevisions implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(StoppedRevisions.class);
    private static final int MOST_NAMED = 20;

    private final Map<String, Left> leftovers = new ConcurrentHashMap<>();
    private final Map<String, Left> settings = new ConcurrentHashMap<>();
    private final KeptLoaders kept = new KeptLoaders(StoppedRevisions::warn);

    private record Left(String version, List<Leftover> things) {

        static Left of(RevisionName name, List<Leftover> all) {
            return new Left(name.version(), List.copyOf(all.subList(0, Math.min(all.size(), MOST_NAMED))));
        }

        Stream<String> sentences(String what) {
            return things.stream().map(thing -> "Revision " + version + " " + what + ": " + thing + ".");
        }
    }

    /** Takes down what a revision left. */
    void add(RevisionName name, ClassLoader loader, List<Leftover> left) {
        kept.watch(name.plugin(), name.version(), loader);
        if (left.isEmpty()) {
            leftovers.remove(name.plugin());
            return;
        }
        Left named = Left.of(name, left);
        leftovers.put(name.plugin(), named);
        LOG.warn(
                "Plugin '{}' {} left something behind when it was stopped: {}{}",
                name.plugin(),
                name.version(),
                named.things().stream().map(Leftover::toString).collect(Collectors.joining(", ")),
                left.size() > named.things().size() ? ", and more" : "");
    }

    /** Takes down which settings of the process were changed while a revision started. */
    void changed(RevisionName name, List<Leftover> changed) {
        settings.put(name.plugin(), Left.of(name, changed));
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
                .flatMap(known -> Stream.ofNullable(known.get(plugin)))
                .flatMap(left -> left.things().stream())
                .toList();
    }

    /** {@return the same in sentences for people, and how many stopped revisions of the plugin stay in memory} */
    public List<String> sentences(String plugin) {
        List<String> sentences = new ArrayList<>();
        Stream.ofNullable(leftovers.get(plugin))
                .flatMap(left -> left.sentences("left behind"))
                .forEach(sentences::add);
        Stream.ofNullable(settings.get(plugin))
                .flatMap(left -> left.sentences("changed for the whole process"))
                .forEach(sentences::add);
        int inMemory = kept.of(plugin);
        if (inMemory > 0) {
            sentences.add(inMemory + " stopped " + (inMemory == 1 ? "revision stays" : "revisions stay")
                    + " in memory: something outside still refers to the classes.");
        }
        return sentences;
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
