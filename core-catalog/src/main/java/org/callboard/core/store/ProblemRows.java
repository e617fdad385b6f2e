package org.callboard.core.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.callboard.api.problem.Problem;
import org.callboard.api.problem.Problem.Level;
import org.callboard.api.problem.SourcePosition;
import org.callboard.core.db.Batch;
import org.callboard.core.db.Rows;
import org.callboard.core.entity.Texts;
import org.jspecify.annotations.Nullable;

/** The table of problems. */
final class ProblemRows {

    private static final int LONGEST = 8_000;
    private static final int LONGEST_REF = 1_000;
    private static final int PORTION = 1_000;
    private static final String COLUMNS = "level, code, ref, target, line_number, column_number, reason, fix";

    private ProblemRows() {}

    private record Numbered(String source, int number, Problem problem) {}

    /**
     * What a change of problems touches.
     *
     * @param any whether there is a change
     * @param refs the entities that have other problems now, some of which may not exist
     */
    record Touched(boolean any, Set<String> refs) {}

    /** {@return how many there are of each level that has some} */
    static Map<Level, Integer> counts(Connection connection) throws SQLException {
        Map<Level, Integer> counts = new EnumMap<>(Level.class);
        Rows.select(
                        connection,
                        "select level, count(*) from problem group by level",
                        row -> Map.entry(Level.valueOf(row.getString(1)), row.getInt(2)))
                .forEach(entry -> counts.put(entry.getKey(), entry.getValue()));
        return counts;
    }

    /** Replaces the problems of some files. */
    static Touched replace(Connection connection, Map<String, List<Problem>> now) throws SQLException {
        Map<String, List<Problem>> before = load(connection, now.keySet());
        Map<String, List<Problem>> changed = new HashMap<>();
        now.forEach((source, problems) -> {
            List<Problem> cut = problems.stream().map(ProblemRows::cut).toList();
            if (!cut.equals(before.getOrDefault(source, List.of()))) {
                changed.put(source, cut);
            }
        });
        deleteRows(connection, changed.keySet());
        insert(connection, changed);
        Set<String> refs = new TreeSet<>();
        changed.forEach((source, problems) -> {
            addRefs(refs, problems);
            addRefs(refs, before.getOrDefault(source, List.of()));
        });
        return new Touched(!changed.isEmpty(), refs);
    }

    private static void addRefs(Set<String> refs, List<Problem> problems) {
        for (Problem problem : problems) {
            if (problem.entityRef() != null) {
                refs.add(problem.entityRef());
            }
        }
    }

    private static Map<String, List<Problem>> load(Connection connection, Collection<String> sources)
            throws SQLException {
        return bySource(connection, "source in (%s)", sources);
    }

    /** {@return the problems of some files that are of no certain entity} */
    static Map<String, List<Problem>> nameless(Connection connection, Collection<String> sources) throws SQLException {
        return bySource(connection, "ref is null and source in (%s)", sources);
    }

    private static Map<String, List<Problem>> bySource(
            Connection connection, String condition, Collection<String> sources) throws SQLException {
        Map<String, List<Problem>> problems = new HashMap<>();
        Rows.selectIn(
                        connection,
                        "select " + COLUMNS + ", source, number from problem where " + condition,
                        sources,
                        row -> new Numbered(row.getString(9), row.getInt(10), read(row)))
                .stream()
                .distinct()
                .sorted(Comparator.comparingInt(Numbered::number))
                .forEach(row -> problems.computeIfAbsent(row.source(), source -> new ArrayList<>())
                        .add(row.problem()));
        return problems;
    }

    private static void insert(Connection connection, Map<String, List<Problem>> changed) throws SQLException {
        try (Batch insert = new Batch(
                connection,
                "insert into problem (source, number, " + COLUMNS + ") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            for (Map.Entry<String, List<Problem>> entry : changed.entrySet()) {
                int number = 0;
                for (Problem problem : entry.getValue()) {
                    add(insert, entry.getKey(), number++, problem);
                }
            }
            insert.send();
        }
    }

    private static void add(Batch insert, String source, int number, Problem problem) throws SQLException {
        SourcePosition position = problem.position();
        insert.add(
                source,
                number,
                problem.level().name(),
                problem.code(),
                problem.entityRef(),
                position.target(),
                position.line(),
                position.column(),
                problem.reason(),
                problem.fix());
    }

    /** Removes the problems of some files. */
    static Touched delete(Connection connection, Collection<String> sources) throws SQLException {
        Set<String> refs = new TreeSet<>();
        load(connection, sources).values().forEach(problems -> addRefs(refs, problems));
        return new Touched(deleteRows(connection, sources) > 0, refs);
    }

    private static int deleteRows(Connection connection, Collection<String> sources) throws SQLException {
        return Rows.updateIn(connection, "delete from problem where source in (%s)", sources);
    }

    static List<Problem> of(Connection connection, Collection<String> refs) throws SQLException {
        return Rows.selectIn(
                        connection,
                        "select " + COLUMNS + ", source, number from problem where ref in (%s)",
                        refs,
                        row -> new Numbered(row.getString(9), row.getInt(10), read(row)))
                .stream()
                .distinct()
                .sorted(Comparator.comparing((Numbered row) -> row.problem().level())
                        .reversed()
                        .thenComparing(Numbered::source)
                        .thenComparingInt(Numbered::number))
                .map(Numbered::problem)
                .toList();
    }

    /** {@return what is wrong with an entity; with one that is kept, what is wrong with its file as a whole as well} */
    static List<Problem> ofKept(Connection connection, String ref) throws SQLException {
        List<String> broken = Rows.select(
                connection, "select source from entity where ref = ? and kept", row -> row.getString(1), ref);
        List<Problem> problems = new ArrayList<>(of(connection, List.of(ref)));
        nameless(connection, broken).values().forEach(problems::addAll);
        return problems;
    }

    static List<Problem> first(Connection connection, int limit) throws SQLException {
        return portion(connection, "", 0, limit);
    }

    /** {@return the first problems of those entities that a test lets through} */
    static List<Problem> first(Connection connection, int limit, Predicate<String> refs) throws SQLException {
        List<Problem> found = new ArrayList<>();
        int passed = 0;
        List<Problem> next = List.of();
        do {
            next = portion(connection, " where ref is not null", passed, PORTION);
            passed += next.size();
            for (Problem problem : next) {
                if (found.size() < limit && refs.test(String.valueOf(problem.entityRef()))) {
                    found.add(problem);
                }
            }
        } while (next.size() == PORTION && found.size() < limit);
        return found;
    }

    private static List<Problem> portion(Connection connection, String condition, int passed, int limit)
            throws SQLException {
        return Rows.select(
                connection,
                "select " + COLUMNS + " from problem" + condition
                        + " order by target, line_number, column_number, source, number"
                        + " offset ? rows fetch next ? rows only",
                ProblemRows::read,
                passed,
                limit);
    }

    private static Problem read(ResultSet row) throws SQLException {
        return new Problem(
                Level.valueOf(row.getString(1)),
                row.getString(2),
                row.getString(3),
                new SourcePosition(row.getString(4), row.getInt(5), row.getInt(6)),
                row.getString(7),
                row.getString(8));
    }

    private static Problem cut(Problem problem) {
        SourcePosition place = problem.position();
        return new Problem(
                problem.level(),
                problem.code(),
                cut(problem.entityRef()),
                new SourcePosition(cut(place.target(), LONGEST), place.line(), place.column()),
                cut(problem.reason(), LONGEST),
                cut(problem.fix(), LONGEST));
    }

    private static @Nullable String cut(@Nullable String ref) {
        return ref == null ? null : cut(ref, LONGEST_REF);
    }

    /** Tables hold no half characters, and not all databases hold the null character. */
    private static String cut(String text, int longest) {
        String cut = text.length() > longest ? text.substring(0, longest) : text;
        return Texts.withoutLoneSurrogates(cut).replace('\0', '\uFFFD');
    }
}
