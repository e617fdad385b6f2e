package org.callboard.core.refresh;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.function.Consumer;
import org.callboard.core.process.GeneratedLocation;
import org.callboard.core.process.LocationTarget;
import org.callboard.core.process.SourceResult;
import org.callboard.core.process.SourceResult.Readability;
import org.callboard.core.read.Resource;
import org.callboard.core.store.SourceVersion;
import org.callboard.core.store.StoredSource;

/** One pass over the locations, breadth first: the configured ones, then those that their files lead to. */
final class Walk {

    private static final int DEEPEST = 10;
    private static final int BATCH_ENTITIES = 500;
    private static final int BATCH_FILES = 1_000;

    private final SourceReader reader;
    private final Map<String, StoredSource> known;
    private final Consumer<List<SourceVersion>> apply;
    private final Map<String, LocationTarget> locations = new HashMap<>();
    private final Set<String> visited = new HashSet<>();
    private final Set<Resource> used = new HashSet<>();
    private final Queue<Step> ahead = new ArrayDeque<>();
    private final List<SourceVersion> batch = new ArrayList<>();
    private int batchEntities;
    private boolean changed;

    /**
     * What a pass came by.
     *
     * @param locations the locations
     * @param resources the files and pages they stand for, and those that these name
     */
    record Used(Set<LocationTarget> locations, Set<Resource> resources) {}

    private record Step(LocationTarget location, int depth) {}

    Walk(SourceReader reader, Map<String, StoredSource> known, Consumer<List<SourceVersion>> apply) {
        this.reader = reader;
        this.known = known;
        this.apply = apply;
    }

    /** {@return all locations and files that were come by, and what else these were made from} */
    Used used() {
        return new Used(Set.copyOf(locations.values()), Set.copyOf(used));
    }

    /** {@return the references of all files that were come by} */
    Set<String> visited() {
        return visited;
    }

    /** {@return whether any file was not as it is known} */
    boolean changedAnything() {
        return changed;
    }

    void run(List<LocationTarget> roots) {
        roots.forEach(this::begin);
        for (Step step = ahead.poll(); step != null; step = ahead.poll()) {
            visit(step);
        }
        send();
    }

    /** A location of its own is led to by a Location entity that stands for it. */
    private void begin(LocationTarget root) {
        SourceResult standIn = GeneratedLocation.of(root);
        if (visited.add(standIn.source().reference())) {
            Step step = new Step(root, 0);
            StoredSource before = known.get(standIn.source().reference());
            String stamp = reader.stamp(standIn.source(), List.of());
            if (before != null && before.stamp().equals(stamp)) {
                follow(step, standIn.children());
            } else {
                add(step, new SourceVersion(standIn, root.reference(), stamp));
            }
        }
    }

    private void visit(Step step) {
        if (locations.putIfAbsent(step.location().reference(), step.location()) != null) {
            return;
        }
        if (step.depth() > DEEPEST) {
            take(step, reader.tooDeep(step.location(), DEEPEST));
            return;
        }
        SourceReader.Listing listing = reader.list(step.location());
        if (listing.trouble() != null) {
            take(step, listing.trouble());
        }
        if (listing.sources().isEmpty() && !reader.isThere(step.location())) {
            keepFormer(step);
        }
        for (LocationTarget file : listing.sources()) {
            if (visited.add(file.reference())) {
                visitFile(step, file);
            }
        }
    }

    /** A folder that is away, a disk that is not mounted say, takes nothing with it. */
    private void keepFormer(Step step) {
        for (StoredSource former : known.values()) {
            if (former.location().equals(step.location().reference()) && visited.add(former.reference())) {
                follow(step, former.children());
            }
        }
    }

    private void visitFile(Step step, LocationTarget file) {
        StoredSource before = known.get(file.reference());
        used.add(file.resource());
        if (before != null && before.stamp().equals(reader.stamp(file, before.inputs()))) {
            used.addAll(before.inputs());
            follow(step, before.children());
        } else {
            SourceReader.Reading reading = reader.read(file);
            reading.result().inputs().forEach(input -> used.add(input.resource()));
            add(step, new SourceVersion(reading.result(), step.location().reference(), reading.stamp()));
        }
    }

    /** Takes in what is wrong with a location itself, once for as long as it is so. */
    private void take(Step step, SourceReader.Trouble trouble) {
        visited.add(trouble.result().source().reference());
        StoredSource before = known.get(trouble.result().source().reference());
        if (before == null || !before.stamp().equals(trouble.stamp())) {
            add(step, new SourceVersion(trouble.result(), step.location().reference(), trouble.stamp()));
        }
    }

    private void add(Step step, SourceVersion version) {
        changed = true;
        batch.add(version);
        batchEntities += version.result().entities().size();
        follow(step, version.result().children());
        StoredSource before = known.get(version.reference());
        if (before != null && version.result().readability() == Readability.PARTIAL) {
            // what a file led to while it was in order stays, like its entities
            follow(step, before.children());
        }
        if (batchEntities >= BATCH_ENTITIES || batch.size() >= BATCH_FILES) {
            send();
        }
    }

    private void follow(Step step, List<LocationTarget> children) {
        children.forEach(child -> ahead.add(new Step(child, step.depth() + 1)));
    }

    private void send() {
        if (!batch.isEmpty()) {
            apply.accept(List.copyOf(batch));
            batch.clear();
            batchEntities = 0;
        }
    }
}
