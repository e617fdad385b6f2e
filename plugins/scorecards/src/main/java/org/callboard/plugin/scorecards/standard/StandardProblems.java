package org.callboard.plugin.scorecards.standard;

import java.util.ArrayList;
import java.util.List;
import org.callboard.api.ingest.EntityProcessor;
import org.callboard.api.model.Json;
import org.callboard.api.problem.Problem;
import org.callboard.api.problem.SourcePosition;
import org.osgi.service.component.annotations.Component;

/** Makes problems of what is wrong with a standard, so that the last good version stays in force. */
@Component
public final class StandardProblems implements EntityProcessor {

    private static final int MOST = 20;

    @Override
    public List<String> kinds() {
        return List.of(Standard.KIND);
    }

    @Override
    public Result process(Json.Obj entity, SourcePosition position) {
        if (entity.text("apiVersion").filter(Standard.API_VERSION::equals).isEmpty()) {
            return new Result(entity, List.of());
        }
        List<Flaw> flaws = new ArrayList<>();
        StandardReader.read(entity, "", flaws::add);
        return new Result(
                entity,
                flaws.stream().limit(MOST).map(flaw -> problem(flaw, position)).toList());
    }

    private static Problem problem(Flaw flaw, SourcePosition position) {
        String reason =
                flaw.message().contains("'" + flaw.path() + "'") ? flaw.message() : flaw.path() + ": " + flaw.message();
        return new Problem(Problem.Level.ERROR, "scorecards-standard", null, position, reason, flaw.fix());
    }
}
