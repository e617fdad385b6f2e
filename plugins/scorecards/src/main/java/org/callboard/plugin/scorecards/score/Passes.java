package org.callboard.plugin.scorecards.score;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.callboard.api.catalog.Catalog;
import org.callboard.api.model.EntityRef;
import org.callboard.api.security.Caller;
import org.callboard.api.storage.Tables;
import org.callboard.plugin.scorecards.fact.FactSources;
import org.callboard.plugin.scorecards.score.Board.Change;
import org.callboard.plugin.scorecards.standard.Standard;
import org.callboard.plugin.scorecards.standard.Standards;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Computes scores, writes down what changed, and publishes them. One thread at a time does; others wait. */
@Component(service = Passes.class)
public final class Passes {

    private final Standards standards;
    private final FactSources sources;
    private final Scores scores;
    private final History history;
    private final ScoreStore store;
    private final Entities entities;
    private final Clock clock;

    /** Reads there and writes there. */
    @Activate
    public Passes(
            @Reference Catalog catalog,
            @Reference Standards standards,
            @Reference FactSources sources,
            @Reference Scores scores,
            @Reference History history,
            @Reference Tables tables) {
        this.standards = standards;
        this.sources = sources;
        this.scores = scores;
        this.history = history;
        this.store = new ScoreStore(tables);
        this.entities = new Entities(catalog, sources);
        this.clock = Clock.tickMillis(ZoneOffset.UTC);
    }

    /** What a pass computes anew. */
    enum Extent {
        /** Everything: facts may have grown old, and files changed. */
        ALL,
        /** What standards ask that are not what they were. */
        CHANGED_STANDARDS
    }

    /**
     * Computes the scores of all entities. Nothing changes where it is cancelled.
     *
     * @return by how many standards
     */
    synchronized int all(Caller caller, Extent extent, BooleanSupplier isCancelled) {
        Instant now = clock.instant();
        Snapshot former = scores.latest();
        Map<String, String> revisions = extent == Extent.ALL ? sources.revisions() : former.revisions();
        Map<EntityRef, Standard> inForce = new LinkedHashMap<>();
        standards.of(caller).forEach(standard -> inForce.put(standard.ref(), standard));
        List<Standard> anew = inForce.values().stream()
                .filter(standard -> extent == Extent.ALL || !isKnown(former, standard))
                .toList();
        Map<EntityRef, Map<EntityRef, Row>> rows = entities.score(caller, anew, now, isCancelled);
        if (isCancelled.getAsBoolean()) {
            return 0;
        }
        Map<EntityRef, Board> boards = new HashMap<>(former.boards());
        boards.keySet().retainAll(inForce.keySet());
        for (Standard standard : anew) {
            Board board = replace(former, standard, rows.getOrDefault(standard.ref(), Map.of()), now);
            store.writeShape(standard.ref(), board, revisions);
            boards.put(standard.ref(), board);
        }
        store.keepOnly(List.copyOf(inForce.keySet()));
        history.prune(now);
        scores.publish(Snapshot.of(inForce, boards, revisions));
        return anew.size();
    }

    private static boolean isKnown(Snapshot former, Standard standard) {
        Standard known = former.standards().get(standard.ref());
        return known != null && known.version().equals(standard.version());
    }

    private Board replace(Snapshot former, Standard standard, Map<EntityRef, Row> rows, Instant now) {
        Board known = former.boards().get(standard.ref());
        Board before = known != null
                ? known
                : store.read(standard.ref()).map(ScoreStore.Stored::board).orElse(null);
        Board after = Board.computed(Shape.of(standard), now, rows);
        List<Change> changes = changes(before == null ? Map.of() : before.byRef(), rows);
        List<LevelChange> levels = before == null ? List.of() : LevelChange.of(before.shape(), standard, changes, now);
        store.write(standard.ref(), changes, levels);
        history.writeDay(standard, after, now);
        return after;
    }

    private static List<Change> changes(Map<EntityRef, Row> before, Map<EntityRef, Row> after) {
        List<Change> changes = new ArrayList<>();
        after.forEach((ref, row) -> {
            Row former = before.get(ref);
            if (!row.equals(former)) {
                changes.add(new Change(ref, former, row));
            }
        });
        before.forEach((ref, row) -> {
            if (!after.containsKey(ref)) {
                changes.add(new Change(ref, row, null));
            }
        });
        return changes;
    }

    /** Computes the scores of some entities, which may have come, changed or gone. */
    synchronized void some(Caller caller, Collection<EntityRef> refs) {
        Instant now = clock.instant();
        Snapshot former = scores.latest();
        if (former.boards().isEmpty()) {
            return;
        }
        List<Standard> known = List.copyOf(former.standards().values());
        Map<EntityRef, Map<EntityRef, Row>> rows = entities.score(caller, refs, known, now);
        Map<EntityRef, Board> boards = new HashMap<>(former.boards());
        for (Standard standard : known) {
            Board board = former.boards().get(standard.ref());
            if (board != null) {
                boards.put(standard.ref(), update(standard, board, refs, rows.getOrDefault(standard.ref(), Map.of())));
            }
        }
        scores.publish(Snapshot.of(former.standards(), boards, former.revisions()));
    }

    private Board update(Standard standard, Board board, Collection<EntityRef> refs, Map<EntityRef, Row> rows) {
        Map<EntityRef, Row> before = new HashMap<>();
        for (EntityRef ref : refs) {
            Row row = board.row(ref);
            if (row != null) {
                before.put(ref, row);
            }
        }
        List<Change> changes = changes(before, rows);
        if (changes.isEmpty()) {
            return board;
        }
        store.write(standard.ref(), changes, LevelChange.of(board.shape(), standard, changes, clock.instant()));
        return board.with(changes);
    }
}
