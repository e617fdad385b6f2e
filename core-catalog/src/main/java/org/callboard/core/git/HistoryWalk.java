package org.callboard.core.git;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Goes back from a commit, until it knows of each file of a folder which commit was the last to touch it. */
final class HistoryWalk {

    private static final int MOST_FILES = 20_000;
    private static final int DEEPEST = 64;

    private final GitObjects objects;
    private final String prefix;
    private final Budget budget;
    private final Map<String, Commit> found = new HashMap<>();
    private final Set<String> wanted = new HashSet<>();
    private final Set<GitId> seen = new HashSet<>();
    private final PriorityQueue<Commit> next =
            new PriorityQueue<>(Comparator.comparing(Commit::at).reversed());

    HistoryWalk(GitObjects objects, String prefix, Budget budget) {
        this.objects = objects;
        this.prefix = prefix;
        this.budget = budget;
    }

    /** What was found until there was no more, or it took too much. {@return the last commit of each file, by its path} */
    Map<String, Commit> run(GitId head) throws IOException {
        Optional<Commit> first = objects.commit(head);
        if (first.isEmpty()) {
            return found;
        }
        differ(new Change(null, folder(first.get()), "", 0), wanted);
        next.add(first.get());
        seen.add(head);
        try {
            while (!wanted.isEmpty() && !next.isEmpty() && budget.takeCommit()) {
                visit(next.remove());
            }
        } catch (FaultyRepositoryException tooMuch) {
            return found;
        }
        return found;
    }

    private void visit(Commit commit) throws IOException {
        List<Commit> parents = new ArrayList<>();
        for (GitId id : commit.parents()) {
            Optional<Commit> parent = objects.commit(id);
            if (parent.isEmpty()) {
                // what was before is not here, so nobody knows what this commit changed
                return;
            }
            parents.add(parent.get());
        }
        GitId folder = folder(commit);
        for (Commit parent : parents) {
            if (Objects.equals(folder, folder(parent))) {
                follow(parent);
                return;
            }
        }
        take(commit, folder, parents);
        parents.forEach(this::follow);
    }

    private void take(Commit commit, @Nullable GitId folder, List<Commit> parents) throws IOException {
        Set<String> changed = new TreeSet<>();
        if (parents.isEmpty()) {
            differ(new Change(null, folder, "", 0), changed);
        }
        for (int i = 0; i < parents.size(); i++) {
            Set<String> ofParent = new TreeSet<>();
            differ(new Change(folder(parents.get(i)), folder, "", 0), ofParent);
            if (i == 0) {
                changed.addAll(ofParent);
            } else {
                changed.retainAll(ofParent);
            }
        }
        for (String path : changed) {
            if (wanted.remove(path)) {
                found.put(path, commit);
            }
        }
    }

    private void follow(Commit commit) {
        if (seen.add(commit.id())) {
            next.add(commit);
        }
    }

    /** The tree of the folder as a commit left it; null where there was none. */
    private @Nullable GitId folder(Commit commit) throws IOException {
        GitId at = commit.tree();
        for (String step : prefix.split("/", -1)) {
            if (!step.isEmpty()) {
                Tree.Item item = objects.tree(at).get(step);
                if (item == null || !item.isFolder()) {
                    return null;
                }
                at = item.id();
            }
        }
        return at;
    }

    /** A folder that is another than before. */
    private record Change(@Nullable GitId before, @Nullable GitId now, String path, int depth) {}

    /** Adds the files that are now others, or were not there. */
    private void differ(Change change, Set<String> changed) throws IOException {
        if (change.now() == null || Objects.equals(change.now(), change.before())) {
            return;
        }
        if (change.depth() > DEEPEST) {
            throw new FaultyRepositoryException("its folders are nested too deeply");
        }
        Tree before = change.before() == null ? Tree.EMPTY : objects.tree(change.before());
        for (Map.Entry<String, Tree.Item> item :
                objects.tree(change.now()).items().entrySet()) {
            differ(change, item.getKey(), item.getValue(), before.get(item.getKey()), changed);
        }
    }

    private void differ(Change in, String name, Tree.Item now, Tree.@Nullable Item before, Set<String> changed)
            throws IOException {
        String path = in.path() + name;
        if (now.isFolder()) {
            GitId former = before != null && before.isFolder() ? before.id() : null;
            differ(new Change(former, now.id(), path + "/", in.depth() + 1), changed);
        } else if (!now.equals(before)) {
            if (changed.size() >= MOST_FILES) {
                throw new FaultyRepositoryException("the folder holds more than " + MOST_FILES + " files");
            }
            changed.add(path);
        }
    }
}
