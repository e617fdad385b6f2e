package org.callboard.testkit;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.callboard.api.model.EntityRef;
import org.callboard.api.problem.PortalException;
import org.callboard.api.problem.Problem;
import org.callboard.api.problem.ProblemKind;
import org.callboard.api.security.Caller;
import org.callboard.api.source.FileChange;
import org.callboard.api.source.SourceFiles;
import org.callboard.api.source.SourceFolder;
import org.callboard.api.source.SourcePlace;
import org.jspecify.annotations.Nullable;

/** Files beside descriptors, in memory. Everybody may read everything. */
public final class MemoryFiles implements SourceFiles {

    private final Map<EntityRef, TreeMap<String, byte[]>> files = new TreeMap<>();
    private final Map<EntityRef, Map<String, FileChange>> changes = new TreeMap<>();
    private final Map<EntityRef, Problem> problems = new TreeMap<>();

    /** Puts a text beside an entity's descriptor, by its path from there. */
    public MemoryFiles put(String entity, String path, String text) {
        return put(entity, path, text.getBytes(StandardCharsets.UTF_8));
    }

    /** Puts a file beside an entity's descriptor, by its path from there. */
    public synchronized MemoryFiles put(String entity, String path, byte[] bytes) {
        files.computeIfAbsent(EntityRef.parse(entity), ref -> new TreeMap<>()).put(path, bytes.clone());
        return this;
    }

    /** Says when a file was last changed. */
    public synchronized MemoryFiles changed(String entity, String path, FileChange change) {
        changes.computeIfAbsent(EntityRef.parse(entity), ref -> new TreeMap<>()).put(path, change);
        return this;
    }

    /** Takes a file away. */
    public synchronized void remove(String entity, String path) {
        files.getOrDefault(EntityRef.parse(entity), new TreeMap<>()).remove(path);
    }

    /** {@return the paths of all files beside an entity's descriptor} */
    public synchronized List<String> paths(String entity) {
        return List.copyOf(
                files.getOrDefault(EntityRef.parse(entity), new TreeMap<>()).keySet());
    }

    /** Says why what is beside an entity's descriptor may be old; null where it no longer is. */
    public synchronized void problem(String entity, @Nullable Problem problem) {
        if (problem == null) {
            problems.remove(EntityRef.parse(entity));
        } else {
            problems.put(EntityRef.parse(entity), problem);
        }
    }

    /** A version stands beside the rest, in the folder {@code @VERSION}; an address is the folder of that name. */
    @Override
    public synchronized SourceFolder folder(Caller caller, SourcePlace place) {
        TreeMap<String, byte[]> all = files.get(place.entity());
        if (all == null) {
            throw new PortalException(ProblemKind.NOT_FOUND, "There is no entity " + place.entity() + ".");
        }
        String prefix = prefix(place);
        Map<String, byte[]> below = below(all, prefix);
        if (below.isEmpty() && place.patterns().isEmpty()) {
            throw new PortalException(
                    ProblemKind.NOT_FOUND, "There is no folder '" + place.path() + "' beside " + place.entity() + ".");
        }
        below.keySet().removeIf(name -> !place.holds(name));
        return new Folder(
                below,
                Optional.ofNullable(problems.get(place.entity())),
                prefix.isEmpty() ? "" : prefix + "/",
                Map.copyOf(changes.getOrDefault(place.entity(), Map.of())));
    }

    private static String prefix(SourcePlace place) {
        String version = place.version().isEmpty() ? "" : "@" + place.version() + "/";
        return Path.of("/", version + place.path()).normalize().toString().substring(1);
    }

    private static Map<String, byte[]> below(Map<String, byte[]> all, String prefix) {
        TreeMap<String, byte[]> below = new TreeMap<>();
        all.forEach((name, bytes) -> {
            if (prefix.isEmpty()) {
                below.put(name, bytes);
            } else if (name.startsWith(prefix + "/")) {
                below.put(name.substring(prefix.length() + 1), bytes);
            }
        });
        return below;
    }

    private record Folder(
            Map<String, byte[]> files, Optional<Problem> problem, String prefix, Map<String, FileChange> changes)
            implements SourceFolder {

        @Override
        public List<String> paths() {
            return List.copyOf(files.keySet());
        }

        @Override
        public String fingerprint() {
            StringBuilder state = new StringBuilder();
            files.forEach((name, bytes) -> state.append(name).append(Arrays.hashCode(bytes)));
            return state.toString();
        }

        @Override
        public Optional<byte[]> read(String path) {
            return Optional.ofNullable(files.get(path)).map(byte[]::clone);
        }

        @Override
        public Optional<FileChange> change(String path) {
            return Optional.ofNullable(changes.get(prefix + path));
        }
    }
}
