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

/**
 * {@code /problems}: what is wrong with descriptors, of one entity, of what an owner has, or all, and how many there are, counted up to
 * {@value #MOST_COUNTED} or the limit. Backstage has no such thing.
 */
final class ProblemList {

    private static final int DEFAULT_LIMIT = 200;
    private static final int MOST_COUNTED = 1_000;

    private final Catalog catalog;
    private final JsonFormat json;

    ProblemList(Catalog catalog, JsonFormat json) {
        this.catalog = catalog;
        this.json = json;
    }

    void get(Exchange exchange) throws IOException {
        Parameters parameters = exchange.parameters("entity", "owner", "limit");
        int limit = Math.min(parameters.count("limit").orElse(DEFAULT_LIMIT), Query.MAX_LIMIT);
        List<Problem> found = problems(exchange, parameters, Math.max(limit, MOST_COUNTED));
        List<Json> items = found.stream().limit(limit).map(ProblemList::toJson).toList();
        exchange.answer(
                Json.object()
                        .put("items", new Json.Arr(items))
                        .put("totalItems", found.size())
                        .build(),
                json);
    }

    private List<Problem> problems(Exchange exchange, Parameters parameters, int limit) {
        Optional<EntityRef> entity = parameters.text("entity").map(EntityRef::parse);
        Optional<EntityRef> owner = parameters.text("owner").map(ProblemList::owner);
        if (entity.isPresent() && owner.isPresent()) {
            throw Inputs.bad("Problems are those of an entity or those of an owner, not both at once");
        }
        if (entity.isPresent()) {
            return catalog.problems(exchange.caller(), entity.get());
        }
        return owner.isPresent()
                ? catalog.problemsOwnedBy(exchange.caller(), owner.get(), limit)
                : catalog.problems(exchange.caller(), limit);
    }

    /** Reads a reference as {@code spec.owner} would have it. */
    private static EntityRef owner(String text) {
        return EntityRef.parse(text, "group", EntityRef.DEFAULT_NAMESPACE);
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
