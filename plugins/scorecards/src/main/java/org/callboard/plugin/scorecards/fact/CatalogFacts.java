package org.callboard.plugin.scorecards.fact;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.callboard.api.catalog.Catalog;
import org.callboard.api.catalog.Ingest;
import org.callboard.api.model.Entity;
import org.callboard.api.model.EntityRef;
import org.callboard.api.model.Json;
import org.callboard.api.model.Relation;
import org.callboard.api.problem.Problem;
import org.callboard.api.security.Caller;
import org.jspecify.annotations.Nullable;

/** What the catalog knows of entities, as a caller may read them. Not for use by several threads. */
final class CatalogFacts {

    private static final int MOST_PROBLEMS = 100;
    /** From so many entities on it is cheaper to ask for all problems at once. */
    private static final int MANY = 20;

    private final Caller caller;
    private final Catalog catalog;
    private final Ingest ingest;
    private final Instant now;
    private @Nullable KnownProblems known;
    private boolean areMany;
    private boolean needsRead = true;
    private Map<EntityRef, Instant> changed = Map.of();

    CatalogFacts(Caller caller, Catalog catalog, Ingest ingest, Instant now) {
        this.caller = caller;
        this.catalog = catalog;
        this.ingest = ingest;
        this.now = now;
    }

    /** Leaves out when sources were read, so that all times come at once. */
    void withoutReadTimes() {
        needsRead = false;
    }

    /** Gets ready for some entities. */
    void turnTo(List<Entity> entities, boolean areTimesWanted) {
        areMany = entities.size() > MANY;
        changed = areTimesWanted && !needsRead
                ? ingest.changed(caller, entities.stream().map(Entity::ref).toList())
                : Map.of();
    }

    Answer of(Entity entity, String name) {
        return switch (name) {
            case "catalog" -> known(entity.document());
            case "relations" -> known(relations(entity));
            case "problems" -> known(problems(entity));
            default -> known(provenance(entity));
        };
    }

    private Answer known(@Nullable Json value) {
        return new Answer.Known(value, now, "catalog", null);
    }

    /** The targets of each type. */
    private static Json relations(Entity entity) {
        Map<String, List<String>> targets = new LinkedHashMap<>();
        for (Relation relation : entity.relations()) {
            targets.computeIfAbsent(relation.type(), type -> new ArrayList<>())
                    .add(relation.target().toString());
        }
        Json.Builder types = Json.object();
        targets.forEach((type, refs) -> types.put(type, Json.ofTexts(refs)));
        return types.build();
    }

    private boolean mayHaveProblems(Entity entity) {
        if (areMany && known == null) {
            known = new KnownProblems(catalog, caller);
        }
        return known == null || known.mayHave(entity);
    }

    private Json problems(Entity entity) {
        if (!mayHaveProblems(entity)) {
            return new Json.Arr(List.of());
        }
        return new Json.Arr(catalog.problems(caller, entity.ref()).stream()
                .limit(MOST_PROBLEMS)
                .<Json>map(CatalogFacts::problem)
                .toList());
    }

    private static Json problem(Problem problem) {
        return Json.object()
                .put("level", problem.level().name().toLowerCase(java.util.Locale.ROOT))
                .put("code", problem.code())
                .put("line", problem.position().line())
                .put("reason", problem.reason())
                .put("fix", problem.fix())
                .build();
    }

    private @Nullable Json provenance(Entity entity) {
        if (!needsRead) {
            return json(
                    Descriptor.location(entity),
                    entity.annotation(Descriptor.ORIGIN).orElse(null),
                    null,
                    changed.get(entity.ref()));
        }
        return ingest.provenance(caller, entity.ref())
                .<Json>map(from -> json(from.location(), from.origin(), from.read(), from.changed()))
                .orElse(null);
    }

    private static Json json(
            @Nullable String location, @Nullable String origin, @Nullable Instant read, @Nullable Instant changed) {
        return Json.object()
                .put("location", location)
                .put("origin", origin)
                .put("read", text(read))
                .put("changed", text(changed))
                .build();
    }

    private static @Nullable String text(@Nullable Instant time) {
        return time == null ? null : time.toString();
    }
}
