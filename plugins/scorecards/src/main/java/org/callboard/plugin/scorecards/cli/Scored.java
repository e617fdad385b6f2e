package org.callboard.plugin.scorecards.cli;

import java.util.List;
import org.callboard.api.catalog.Catalog;
import org.callboard.api.cli.CliRequest;
import org.callboard.api.model.Entity;
import org.callboard.api.model.EntityRef;
import org.callboard.api.problem.PortalException;
import org.callboard.api.problem.ProblemKind;
import org.callboard.plugin.scorecards.score.Score;
import org.callboard.plugin.scorecards.standard.Standard;

/** What the commands have in common. */
final class Scored {

    private Scored() {}

    /** The entity that was typed; a component where no kind was. */
    static Entity find(Catalog catalog, CliRequest request) {
        EntityRef ref = EntityRef.parse(request.values().text("entity"), "component", EntityRef.DEFAULT_NAMESPACE);
        return catalog.find(request.caller(), ref)
                .orElseThrow(() -> new PortalException(
                        ProblemKind.NOT_FOUND, "There is no entity " + ref + ".", "Write kind:namespace/name."));
    }

    /** The scores by one standard, by all where none was typed. */
    static List<Score> by(List<Score> scores, String standard) {
        if (standard.isEmpty()) {
            return scores;
        }
        EntityRef ref = EntityRef.parse(standard, Standard.KIND, EntityRef.DEFAULT_NAMESPACE);
        return scores.stream()
                .filter(score -> score.standard().ref().equals(ref))
                .toList();
    }
}
