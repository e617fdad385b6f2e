package org.callboard.plugin.scorecards.http;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.callboard.api.catalog.Catalog;
import org.callboard.api.catalog.Filter;
import org.callboard.api.catalog.Page;
import org.callboard.api.catalog.Query;
import org.callboard.api.model.EntityRef;
import org.callboard.api.problem.PortalException;
import org.callboard.api.problem.ProblemKind;
import org.callboard.api.security.Caller;
import org.callboard.plugin.scorecards.score.Board;
import org.callboard.plugin.scorecards.score.Rescoring;
import org.callboard.plugin.scorecards.score.Row;
import org.callboard.plugin.scorecards.score.Scores;
import org.callboard.plugin.scorecards.standard.Standard;
import org.callboard.plugin.scorecards.standard.Standards;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Scores as a caller may read them: those of entities that the catalog would give that one, and by standards of the same. */
@Component(service = ReadableScores.class)
public final class ReadableScores {

    private final Catalog catalog;
    private final Standards standards;
    private final Scores scores;
    private final Rescoring rescoring;

    /** Looks there. */
    @Activate
    public ReadableScores(
            @Reference Catalog catalog,
            @Reference Standards standards,
            @Reference Scores scores,
            @Reference Rescoring rescoring) {
        this.catalog = catalog;
        this.standards = standards;
        this.scores = scores;
        this.rescoring = rescoring;
    }

    /** {@return a standard} */
    public Standard standard(Caller caller, String ref) {
        EntityRef parsed = EntityRef.parse(ref == null ? "" : ref, Standard.KIND, EntityRef.DEFAULT_NAMESPACE);
        return standards
                .find(caller, parsed)
                .orElseThrow(() -> new PortalException(
                        ProblemKind.NOT_FOUND, "There is no standard " + parsed + ".", "GET standards lists them."));
    }

    /** {@return all standards, by title} */
    public List<Standard> standards(Caller caller) {
        return standards.of(caller);
    }

    /** {@return the scores of all by a standard, for what they have in common} */
    Optional<Board> board(Standard standard) {
        return scores.board(standard);
    }

    /** {@return the rows by a standard, by title; none before they were computed} */
    public List<Row> rows(Caller caller, Standard standard) {
        List<Row> rows = scores.board(standard).map(Board::rows).orElse(List.of());
        if (rows.isEmpty()) {
            return rows;
        }
        Predicate<EntityRef> mayRead =
                mayRead(caller, List.copyOf(standard.applies().kinds()));
        return rows.stream().filter(row -> mayRead.test(row.ref())).toList();
    }

    /** {@return of which owners there is nothing by a standard that they may not read} */
    Predicate<String> ownersReadWhole(Caller caller, Standard standard) {
        List<Row> all = scores.board(standard).map(Board::rows).orElse(List.of());
        List<Row> readable = rows(caller, standard);
        if (all.size() == readable.size()) {
            return owner -> true;
        }
        Map<String, Long> whole = counts(all);
        Map<String, Long> theirs = counts(readable);
        return owner -> theirs.containsKey(owner) && theirs.get(owner).equals(whole.get(owner));
    }

    private static Map<String, Long> counts(List<Row> rows) {
        return rows.stream().collect(Collectors.groupingBy(Row::owner, Collectors.counting()));
    }

    /** {@return a standard that is in force and its rows; none where there is no such standard} */
    Optional<Current> current(Caller caller, EntityRef ref) {
        return standards.find(caller, ref).map(standard -> new Current(standard, rows(caller, standard)));
    }

    /** A standard and its rows. */
    record Current(Standard standard, List<Row> rows) {}

    /** {@return which entities of these kinds they may read} Who may read as many as the portal itself may read them all. */
    Predicate<EntityRef> mayRead(Caller caller, List<String> kinds) {
        Filter filter = new Filter.Equal("kind", kinds);
        Caller portal = rescoring.portal();
        if (portal != null) {
            long generation = catalog.generation();
            boolean isSame = catalog.query(portal, Query.of(filter, 0)).total()
                    == catalog.query(caller, Query.of(filter, 0)).total();
            if (isSame && catalog.generation() == generation) {
                return ref -> true;
            }
        }
        return all(caller, filter)::contains;
    }

    private Set<EntityRef> all(Caller caller, Filter filter) {
        Set<EntityRef> refs = new HashSet<>();
        Query query = Query.of(filter, Query.MAX_LIMIT);
        while (true) {
            Page page = catalog.query(caller, query);
            page.items().forEach(entity -> refs.add(entity.ref()));
            String next = page.next();
            if (next == null) {
                return refs;
            }
            query = query.after(next);
        }
    }
}
