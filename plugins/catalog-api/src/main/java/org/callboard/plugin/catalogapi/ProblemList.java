package org.callboard.plugin.catalogapi;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.callboard.api.catalog.Catalog;
import org.callboard.api.catalog.Query;
import org.callboard.api.model.EntityRef;
import org.callboard.api.model.Json;
import org.callboard.api.model.JsonFormat;
import org.callboard.api.problem.Problem;

/** {@code /problems}: what is wrong with descriptors, of one entity or of all. Backstage has no such thing. */
final class ProblemList {

    private static final int DEFAULT_LIMIT = 200;

    private final Catalog catalog;
    private final JsonFormat json;

    ProblemList(Catalog catalog, JsonFormat json) {
        this.catalog = catalog;
        this.json = json;
    }

    void get(Exchange exchange) throws IOException {
        Parameters parameters = exchange.parameters("entity", "limit");
        int limit = Math.min(parameters.count("limit").orElse(DEFAULT_LIMIT), Query.MAX_LIMIT);
        Optional<EntityRef> entity = parameters.text("entity").map(EntityRef::parse);
        List<Problem> problems = entity.isPresent()
                ? catalog.problems(exchange.caller(), entity.get())
                : catalog.problems(exchange.caller(), limit);
        List<Json> items =
                problems.stream().limit(limit).map(ProblemList::toJson).toList();
        AnswerStream out = exchange.answer();
        json.write(Json.object().put("items", new Json.Arr(items)).build(), out);
        out.finish();
    }

    private static Json toJson(Problem problem) {
        String ref = problem.entityRef();
        return Json.object()
                .put("level", problem.level().name().toLowerCase(Locale.ROOT))
                .put("code", problem.code())
                .put("entityRef", ref == null ? Json.Null.NULL : Json.of(ref))
                .put("target", problem.position().target())
                .put("line", problem.position().line())
                .put("column", problem.position().column())
                .put("reason", problem.reason())
                .put("fix", problem.fix())
                .build();
    }
}
