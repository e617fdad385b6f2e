package org.callboard.core.refresh;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.function.Consumer;
import org.callboard.core.process.LocationTarget;
import org.callboard.core.process.SourceResult.Readability;
import org.callboard.core.store.SourceVersion;
import org.callboard.core.store.StoredSource;

/** One pass over the locations, breadth first: the configured ones, then those that their files lead to. */
final class Walk {

    private static final int DEEPEST = 10;
    private static final int BATCH_ENTITIES = 500;
    private static final int BATCH_FILES = 200;

    private final SourceReader reader;
    private final Map<String, StoredSource> known;
    private final Consumer<List<SourceVersion>> apply;
    private final Set<String> locations = new HashSet<>();
    private final Set<String> visited = new HashSet<>();
    private final Queue<Step> ahead = new ArrayDeque<>();
    private final List<SourceVersion> batch = new ArrayList<>();
    private int batchEntities;
    private boolean changed;

    private record Step(LocationTarget location, int depth) {}

    Walk(SourceReader reader, Map<String, StoredSource> known, Consumer<List<SourceVersion>> apply) {
        this.reader = reader;
        this.known = known;
        this.apply = apply;
    }

    /** {@return the references of all files that were come by} */
    Set<String> visited() {
        return visited;
    }

    /** {@return whether any file was not as it is known} */
    boolean changedAnything() {
        return changed;
    }

    void run() {
        reader.roots().forEach(root -> ahead.add(new Step(root, 0)));
        for (Step step = ahead.poll(); step != null; step = ahead.poll()) {
            visit(step);
        }
        send();
    }

    private void visit(Step step) {
        if (!locations.add(step.location().reference())) {
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
        if (listing.files().isEmpty() && !reader.isThere(step.location())) {
            keepFormer(step);
        }
        for (LocationTarget file : listing.files()) {
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
        String stamp = reader.stamp(file);
        StoredSource before = known.get(file.reference());
        if (before != null && before.stamp().equals(stamp)) {
            follow(step, before.children());
        } else {
            add(step, new SourceVersion(reader.read(file), step.location().reference(), stamp));
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
