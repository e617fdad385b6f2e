package org.callboard.plugin.webshell.register;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.callboard.api.catalog.Catalog;
import org.callboard.api.catalog.Location;
import org.callboard.api.catalog.Locations;
import org.callboard.api.catalog.Preview;
import org.callboard.api.model.EntityRef;
import org.callboard.api.model.Json;
import org.callboard.api.security.Caller;
import org.callboard.api.security.Permission;

/** What a place would bring into the catalog, what is wrong with it, and what of it is there already. Writes nothing. */
public final class PlacePreview {

    private static final int MOST_ENTITIES = 2_000;
    private static final int MOST_PROBLEMS = 500;

    private final Catalog catalog;
    private final Locations locations;

    /** Looks at places with these. */
    public PlacePreview(Catalog catalog, Locations locations) {
        this.catalog = catalog;
        this.locations = locations;
    }

    /**
     * {@return the place at a URL as JSON: {@code registered}, {@code entities} and {@code problems}}
     *
     * @throws org.callboard.api.problem.PortalException BAD_INPUT where the portal may not read it
     */
    public Json.Obj of(Caller caller, String url) {
        Preview preview = locations.preview(caller, "url", url);
        EntityRef itself = Location.entityRef("url", url);
        List<Json> entities = new ArrayList<>();
        for (Json.Obj document : preview.entities()) {
            EntityRef ref = ref(document);
            if (!ref.equals(itself)) {
                entities.add(entity(caller, ref, document));
            }
        }
        List<Json> problems = preview.problems().stream().map(ProblemJson::of).toList();
        return Json.object()
                .put("target", url)
                .put("location", itself.toString())
                .put("registered", isRegistered(caller, url) ? Json.Bool.TRUE : Json.Bool.FALSE)
                .put("total", entities.size())
                .put("entities", first(MOST_ENTITIES, entities))
                .put("totalProblems", problems.size())
                .put("problems", first(MOST_PROBLEMS, problems))
                .build();
    }

    private boolean isRegistered(Caller caller, String url) {
        return caller.may(new Permission(Permission.LOCATION_READ))
                && locations.list(caller).stream()
                        .anyMatch(location -> location.target().equals(url));
    }

    private Json entity(Caller caller, EntityRef ref, Json.Obj document) {
        String place =
                document.text("metadata", "annotations", Origin.DECLARED_AT).orElse("");
        Optional<String> there = catalog.find(caller, ref)
                .map(entity -> entity.annotation(Origin.DECLARED_AT).orElse("another source"));
        return Json.object()
                .put("ref", ref.toString())
                .put("kind", document.text("kind").orElse(ref.kind()))
                .put("title", document.text("metadata", "title").orElse(ref.name()))
                .put("type", document.text("spec", "type").orElse(null))
                .put("owner", document.text("spec", "owner").orElse(null))
                .put("place", Origin.withoutType(place))
                .put(
                        "standing",
                        there.map(old -> old.equals(place) ? "known" : "taken").orElse("new"))
                .put(
                        "holder",
                        there.filter(old -> !old.equals(place))
                                .map(Origin::withoutType)
                                .orElse(null))
                .build();
    }

    private static EntityRef ref(Json.Obj document) {
        return new EntityRef(
                document.text("kind").orElse(""),
                document.text("metadata", "namespace").orElse(EntityRef.DEFAULT_NAMESPACE),
                document.text("metadata", "name").orElse(""));
    }

    private static Json.Arr first(int most, List<Json> items) {
        return new Json.Arr(items.subList(0, Math.min(most, items.size())));
    }
}
