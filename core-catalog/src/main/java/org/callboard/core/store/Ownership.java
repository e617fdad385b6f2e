package org.callboard.core.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.callboard.api.problem.Problem;
import org.callboard.core.db.Rows;
import org.callboard.core.process.ProcessedEntity;
import org.callboard.core.process.SourceResult.Readability;
import org.jspecify.annotations.Nullable;

/** Which file each entity belongs to after some files were read: the first that declared it, for as long as it does. */
final class Ownership {

    /** An entity of the store; a null source is nobody; kept is whether its file could not be read to the end since. */
    record Owned(String ref, @Nullable String source, String hash, boolean kept) {}

    private final Map<String, Owned> stored = new HashMap<>();
    private final Map<String, Owned> owned = new HashMap<>();
    private final Map<String, Set<String>> bySource = new HashMap<>();
    private final Map<String, String> references = new HashMap<>();
    private final Map<String, ProcessedEntity> documents = new LinkedHashMap<>();
    private final Map<String, List<String>> contested = new LinkedHashMap<>();
    private final Map<String, List<Problem>> problems = new LinkedHashMap<>();
    private final Set<String> released = new LinkedHashSet<>();
    private final Map<String, Boolean> kept = new LinkedHashMap<>();

    private Ownership() {}

    static Ownership load(Connection connection, List<SourceVersion> versions) throws SQLException {
        Set<String> refs = new LinkedHashSet<>();
        Set<String> sources = new LinkedHashSet<>();
        Ownership ownership = new Ownership();
        for (SourceVersion version : versions) {
            sources.add(SourceRows.id(version.reference()));
            version.result().entities().forEach(entity -> refs.add(entity.ref().toString()));
        }
        String select = "select ref, source, hash, kept from entity where ";
        Rows.Reader<Owned> reader =
                row -> new Owned(row.getString(1), someone(row.getString(2)), row.getString(3), row.getBoolean(4));
        Rows.selectIn(connection, select + "ref in (%s)", refs, reader).forEach(ownership::remember);
        Rows.selectIn(connection, select + "source in (%s)", sources, reader).forEach(ownership::remember);
        ownership.rememberReferences(connection);
        return ownership;
    }

    /** An orphan belongs to nobody as well. */
    private static @Nullable String someone(@Nullable String source) {
        return source == null || source.isEmpty() ? null : source;
    }

    private void remember(Owned entity) {
        stored.put(entity.ref(), entity);
        owned.put(entity.ref(), entity);
        if (entity.source() != null) {
            bySource.computeIfAbsent(entity.source(), source -> new HashSet<>()).add(entity.ref());
        }
    }

    private void rememberReferences(Connection connection) throws SQLException {
        Rows.selectIn(connection, "select id, reference from source where id in (%s)", bySource.keySet(), row ->
                        new String[] {row.getString(1), row.getString(2)})
                .forEach(row -> references.put(row[0], row[1]));
    }

    /** Decides what a file gets and what it gives up; files are asked in the order in which they were read. */
    void decide(SourceVersion version) {
        String source = SourceRows.id(version.reference());
        references.put(source, version.reference());
        contested.put(source, new ArrayList<>());
        problems.put(source, new ArrayList<>(version.result().problems()));
        Set<String> declared = new HashSet<>();
        for (ProcessedEntity entity : version.result().entities()) {
            if (declared.add(entity.ref().toString())) {
                claim(source, entity);
            } else {
                problem(source, Conflicts.twiceInOneFile(entity));
            }
        }
        Set<String> missing = new HashSet<>(bySource.getOrDefault(source, Set.of()));
        missing.removeAll(declared);
        missing.removeIf(ref -> !source.equals(owner(ref)));
        if (version.result().readability() == Readability.COMPLETE) {
            missing.forEach(this::giveUp);
        } else {
            missing.forEach(ref -> kept.put(ref, true));
        }
    }

    private void claim(String source, ProcessedEntity entity) {
        String ref = entity.ref().toString();
        Owned present = owned.get(ref);
        String owner = present == null ? null : present.source();
        if (owner != null && !owner.equals(source)) {
            contested.getOrDefault(source, new ArrayList<>()).add(ref);
            problem(source, Conflicts.takenBy(entity, references.getOrDefault(owner, "another file")));
            return;
        }
        if (present == null || owner == null || !present.hash().equals(entity.hash())) {
            documents.put(ref, entity);
        }
        if (present != null && present.kept()) {
            kept.put(ref, false);
        }
        owned.put(ref, new Owned(ref, source, entity.hash(), false));
        bySource.computeIfAbsent(source, any -> new HashSet<>()).add(ref);
    }

    private void giveUp(String ref) {
        owned.computeIfPresent(ref, (same, present) -> new Owned(ref, null, present.hash(), present.kept()));
        released.add(ref);
    }

    private void problem(String source, Problem problem) {
        problems.computeIfAbsent(source, any -> new ArrayList<>()).add(problem);
    }

    /** {@return the entity as it was before, or null where it is new} */
    @Nullable Owned before(String ref) {
        return stored.get(ref);
    }

    /** {@return the documents to be written}; each belongs to the file that {@link #owner} names */
    Map<String, ProcessedEntity> documents() {
        return documents;
    }

    /** {@return the id of the file that an entity belongs to now} */
    @Nullable String owner(String ref) {
        Owned present = owned.get(ref);
        return present == null ? null : present.source();
    }

    /** {@return the entities that were given up, some of which another file may have taken since} */
    Set<String> released() {
        return released;
    }

    /** {@return the entities whose last good document is kept, and those whose document is the present one again} */
    Map<String, Boolean> kept() {
        return kept;
    }

    /** {@return for each file that was read, the entities it declares in vain} */
    Map<String, List<String>> contested() {
        return contested;
    }

    /** {@return for each file that was read, all that is wrong with it} */
    Map<String, List<Problem>> problems() {
        return problems;
    }
}
