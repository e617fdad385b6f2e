package org.callboard.plugin.webshell.register;

import java.util.Locale;
import org.callboard.api.model.Json;
import org.callboard.api.problem.Problem;

/** A problem as the page reads it, the same as in the catalog's API. */
final class ProblemJson {

    private ProblemJson() {}

    static Json of(Problem problem) {
        return Json.object()
                .put("level", problem.level().name().toLowerCase(Locale.ROOT))
                .put("code", problem.code())
                .put("entityRef", problem.entityRef())
                .put("target", problem.position().target())
                .put("line", problem.position().line())
                .put("column", problem.position().column())
                .put("reason", problem.reason())
                .put("fix", problem.fix())
                .build();
    }
}
