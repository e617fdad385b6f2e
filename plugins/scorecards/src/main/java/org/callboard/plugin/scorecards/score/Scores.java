package org.callboard.plugin.scorecards.score;

import java.util.Map;
import java.util.Optional;
import org.callboard.plugin.scorecards.fact.FactSources;
import org.callboard.plugin.scorecards.standard.Standard;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * The scores of all entities by all standards, in memory. They are computed for the portal itself: whoever shows them to a caller
 * leaves out what that one may not read. Thread-safe.
 */
@Component(service = Scores.class)
public final class Scores {

    private final FactSources sources;
    private Snapshot snapshot = Snapshot.NONE;
    private Map<String, String> shownUnder = Map.of();

    /** Makes a place for them; what plugins offer decides what may be shown. */
    @Activate
    public Scores(@Reference FactSources sources) {
        this.sources = sources;
    }

    /** {@return the scores by a standard that are true still; none where they have to be computed first} */
    public synchronized Optional<Board> board(Standard standard) {
        Map<String, String> revisions = sources.revisions();
        if (!revisions.equals(shownUnder)) {
            snapshot = snapshot.under(revisions);
            shownUnder = revisions;
        }
        return Optional.ofNullable(snapshot.shown().get(standard.ref()))
                .filter(board -> board.shape().equals(Shape.of(standard)));
    }

    synchronized Snapshot latest() {
        return snapshot;
    }

    synchronized void publish(Snapshot next) {
        snapshot = next;
        shownUnder = next.revisions();
    }

    /** {@return whether plugins offer other facts than the scores were computed with} */
    boolean isOutdated() {
        return !sources.revisions().equals(latest().revisions());
    }
}
