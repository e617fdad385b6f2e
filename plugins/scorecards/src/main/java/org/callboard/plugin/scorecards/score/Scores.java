package org.callboard.plugin.scorecards.score;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.callboard.api.model.EntityRef;
import org.callboard.api.storage.Tables;
import org.callboard.plugin.scorecards.fact.FactSources;
import org.callboard.plugin.scorecards.standard.Standard;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * The scores of all entities by all standards, in memory; those last known until the first are computed. They are computed for
 * the portal itself: whoever shows them to a caller leaves out what that one may not read. Thread-safe.
 */
@Component(service = Scores.class)
public final class Scores {

    /** What standards are usually about, before it is known what they are about here. */
    private static final List<String> USUAL = List.of("api", "component", "domain", "resource", "system");

    private final FactSources sources;
    private final ScoreStore store;
    private final Map<EntityRef, Optional<ScoreStore.Stored>> lastKnown = new HashMap<>();
    private Snapshot snapshot = Snapshot.NONE;
    private boolean isComputed;
    private Map<String, String> shownUnder = Map.of();
    private Runnable whenOutdated = () -> {};

    /** Makes a place for them; what plugins offer decides what may be shown. */
    @Activate
    public Scores(@Reference FactSources sources, @Reference Tables tables) {
        this.sources = sources;
        this.store = new ScoreStore(tables);
    }

    /** {@return the scores by a standard as far as they may be shown; none where they have to be computed first} */
    public synchronized Optional<Board> board(Standard standard) {
        Map<String, String> revisions = sources.revisions();
        if (!isComputed) {
            return lastKnown(standard, revisions).filter(board -> isOf(board, standard));
        }
        if (!revisions.equals(shownUnder)) {
            snapshot = snapshot.under(revisions);
            shownUnder = revisions;
            whenOutdated.run();
        }
        return Optional.ofNullable(snapshot.shown().get(standard.ref())).filter(board -> isOf(board, standard));
    }

    private static boolean isOf(Board board, Standard standard) {
        return board.shape().equals(Shape.of(standard));
    }

    private Optional<Board> lastKnown(Standard standard, Map<String, String> revisions) {
        EntityRef ref = standard.ref();
        return lastKnown
                .computeIfAbsent(ref, store::read)
                .filter(stored -> isOf(stored.board(), standard))
                .map(stored -> Snapshot.of(Map.of(ref, standard), Map.of(ref, stored.board()), stored.revisions()))
                .map(then -> then.under(revisions).shown().get(ref));
    }

    /** {@return the kinds of entity that standards apply to, in small letters} */
    public synchronized List<String> kinds() {
        Set<String> kinds = new TreeSet<>();
        snapshot.standards()
                .values()
                .forEach(standard -> kinds.addAll(standard.applies().kinds()));
        return kinds.isEmpty() ? USUAL : List.copyOf(kinds);
    }

    synchronized Snapshot latest() {
        return snapshot;
    }

    synchronized void publish(Snapshot next) {
        snapshot = next;
        isComputed = true;
        shownUnder = next.revisions();
        lastKnown.clear();
    }

    /** Has somebody told when plugins turn out to offer other facts than the scores were computed with. */
    synchronized void tellWhenOutdated(Runnable told) {
        whenOutdated = told;
    }

    /** {@return whether plugins offer other facts than the scores were computed with} */
    boolean isOutdated() {
        return !sources.revisions().equals(latest().revisions());
    }
}
