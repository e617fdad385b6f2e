package org.callboard.plugin.webshell.register;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.callboard.api.catalog.Catalog;
import org.callboard.api.catalog.Ingest;
import org.callboard.api.catalog.Location;
import org.callboard.api.catalog.Locations;
import org.callboard.api.catalog.Provenance;
import org.callboard.api.model.Entity;
import org.callboard.api.model.Json;
import org.callboard.api.problem.Problem;
import org.callboard.api.security.Caller;
import org.jspecify.annotations.Nullable;

/** The registered locations and how each stands. */
public final class RegisteredPlaces {

    private static final int MOST_PLACES = 500;
    private static final int MOST_PROBLEMS = 2_000;
    private static final int MOST_ENTITIES = 1_000;

    private final Catalog catalog;
    private final Locations locations;
    private final Ingest ingest;

    /** Looks at locations with these. */
    public RegisteredPlaces(Catalog catalog, Locations locations, Ingest ingest) {
        this.catalog = catalog;
        this.locations = locations;
        this.ingest = ingest;
    }

    /** {@return {@code total} and the {@code items}, by target} */
    public Json.Obj list(Caller caller) {
        List<Location> all = locations.list(caller);
        List<Problem> problems = catalog.problems(caller, MOST_PROBLEMS);
        List<Json> items = all.stream()
                .sorted(Comparator.comparing(Location::target))
                .limit(MOST_PLACES)
                .map(location -> item(caller, location, problems))
                .toList();
        return Json.object()
                .put("total", all.size())
                .put("items", new Json.Arr(items))
                .build();
    }

    private Json item(Caller caller, Location location, List<Problem> problems) {
        List<Entity> entities = Origin.entities(catalog, caller, location, MOST_ENTITIES);
        Set<String> files = Origin.files(location, entities);
        List<Problem> own = problems.stream()
                .filter(problem -> files.contains(problem.position().target()))
                .toList();
        Json.Builder item = Json.object()
                .put("id", location.id())
                .put("target", location.target())
                .put("ref", location.entityRef().toString())
                .put("entities", Origin.count(catalog, caller, location))
                .put("problems", own.size())
                .put("errors", errors(own));
        Provenance provenance = provenance(caller, location, entities);
        if (provenance != null) {
            item.put("read", time(provenance.read()))
                    .put("next", time(provenance.next()))
                    .put("explanation", provenance.explanation());
        } else if (!own.isEmpty()) {
            item.put("explanation", own.get(0).reason());
        }
        return item.build();
    }

    private static long errors(List<Problem> problems) {
        return problems.stream()
                .filter(problem -> problem.level() == Problem.Level.ERROR)
                .count();
    }

    /** What the location's own page declares was read when the page was. */
    private @Nullable Provenance provenance(Caller caller, Location location, List<Entity> entities) {
        String place = Origin.place(location);
        return entities.stream()
                .filter(entity -> entity.annotation(Origin.DECLARED_AT)
                        .filter(place::equals)
                        .isPresent())
                .findFirst()
                .flatMap(entity -> ingest.provenance(caller, entity.ref()))
                .orElse(null);
    }

    private static @Nullable String time(@Nullable Instant time) {
        return time == null ? null : time.toString();
    }
}
