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
import org.callboard.api.problem.ProblemKind;
import org.callboard.api.security.Caller;
import org.callboard.api.source.FileChange;
import org.callboard.api.source.SourceFiles;
import org.callboard.api.source.SourceFolder;

/** Files beside descriptors, in memory. Everybody may read everything. */
public final class MemoryFiles implements SourceFiles {

    private final Map<EntityRef, TreeMap<String, byte[]>> files = new TreeMap<>();
    private final Map<EntityRef, Map<String, FileChange>> changes = new TreeMap<>();

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

    @Override
    public synchronized SourceFolder folder(Caller caller, EntityRef entity, String path) {
        TreeMap<String, byte[]> all = files.get(entity);
        if (all == null) {
            throw new PortalException(ProblemKind.NOT_FOUND, "There is no entity " + entity + ".");
        }
        String prefix = Path.of("/", path).normalize().toString().substring(1);
        TreeMap<String, byte[]> below = new TreeMap<>();
        all.forEach((name, bytes) -> {
            if (prefix.isEmpty()) {
                below.put(name, bytes);
            } else if (name.startsWith(prefix + "/")) {
                below.put(name.substring(prefix.length() + 1), bytes);
            }
        });
        if (below.isEmpty()) {
            throw new PortalException(
                    ProblemKind.NOT_FOUND, "There is no folder '" + path + "' beside " + entity + ".");
        }
        return new Folder(
                below, prefix.isEmpty() ? "" : prefix + "/", Map.copyOf(changes.getOrDefault(entity, Map.of())));
    }

    private record Folder(TreeMap<String, byte[]> files, String prefix, Map<String, FileChange> changes)
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
