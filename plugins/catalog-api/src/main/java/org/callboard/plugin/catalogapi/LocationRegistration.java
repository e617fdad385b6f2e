package org.callboard.plugin.catalogapi;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import org.callboard.api.catalog.Ingest;
import org.callboard.api.catalog.Location;
import org.callboard.api.catalog.Locations;
import org.callboard.api.catalog.Preview;
import org.callboard.api.model.Json;
import org.callboard.api.model.JsonFormat;
import org.callboard.api.problem.PortalException;
import org.callboard.api.problem.Problem;
import org.callboard.api.problem.ProblemKind;
import org.callboard.api.security.Caller;
import org.callboard.plugin.catalogapi.LocationJson.Place;

/** {@code /locations}: registering, moving and removing them, and seeing beforehand what one would bring. */
final class LocationRegistration {

    private static final int MOST_REASONS = 5;

    private final Locations locations;
    private final Ingest ingest;
    private final JsonFormat json;

    LocationRegistration(Locations locations, Ingest ingest, JsonFormat json) {
        this.locations = locations;
        this.ingest = ingest;
        this.json = json;
    }

    void post(Exchange exchange) throws IOException {
        Parameters parameters = exchange.parameters("dryRun", "onConflict");
        boolean dryRun =
                Inputs.flag(Parameters.path("dryRun"), parameters.text("dryRun").orElse("false"));
        boolean refresh = refreshesOnConflict(parameters);
        Place place = Place.of(Body.read(exchange, json));
        Json answer = dryRun ? preview(exchange.caller(), place) : register(exchange.caller(), place, refresh);
        exchange.response().setStatus(HttpServletResponse.SC_CREATED);
        exchange.answer(answer, json);
    }

    void put(Exchange exchange) throws IOException {
        exchange.parameters();
        Place place = Place.of(Body.read(exchange, json));
        Location moved = locations.move(exchange.caller(), exchange.segment(0), place.type(), place.target());
        exchange.answer(LocationJson.of(moved), json);
    }

    void delete(Exchange exchange) {
        exchange.parameters();
        locations.remove(exchange.caller(), exchange.segment(0));
        exchange.answer(HttpServletResponse.SC_NO_CONTENT);
    }

    private static boolean refreshesOnConflict(Parameters parameters) {
        String onConflict = parameters.text("onConflict").orElse("reject");
        return switch (onConflict) {
            case "reject" -> false;
            case "refresh" -> true;
            default ->
                throw Inputs.bad(
                        Parameters.path("onConflict") + " must be equal to one of the allowed values: reject, refresh");
        };
    }

    /** The entities are read later, so the answer has none. */
    private Json register(Caller caller, Place place, boolean refreshOnConflict) {
        Location location;
        try {
            location = locations.register(caller, place.type(), place.target());
        } catch (PortalException failure) {
            if (failure.kind() != ProblemKind.CONFLICT || !refreshOnConflict) {
                throw failure;
            }
            location = registered(caller, place, failure);
            refresh(caller, location);
        }
        return Json.object()
                .put("location", LocationJson.of(location))
                .put("entities", new Json.Arr(List.of()))
                .build();
    }

    private Location registered(Caller caller, Place place, PortalException conflict) {
        return locations.list(caller).stream()
                .filter(place::isPlaceOf)
                .findFirst()
                .orElseThrow(() -> conflict);
    }

    /** A location that was registered a moment ago may have no entity yet; it is being read as it is. */
    private void refresh(Caller caller, Location location) {
        try {
            ingest.refresh(caller, location.entityRef());
        } catch (PortalException failure) {
            if (failure.kind() != ProblemKind.NOT_FOUND) {
                throw failure;
            }
        }
    }

    private Json preview(Caller caller, Place place) {
        Preview preview = locations.preview(caller, place.type(), place.target());
        refuseErrors(preview);
        boolean exists = locations.list(caller).stream().anyMatch(place::isPlaceOf);
        Location location = new Location(place.type() + ":" + place.target(), place.type(), place.target());
        return Json.object()
                .put("exists", exists ? Json.Bool.TRUE : Json.Bool.FALSE)
                .put("location", LocationJson.of(location))
                .put("entities", new Json.Arr(List.copyOf(preview.entities())))
                .build();
    }

    private static void refuseErrors(Preview preview) {
        List<Problem> errors = preview.problems().stream()
                .filter(problem -> problem.level() == Problem.Level.ERROR)
                .toList();
        if (!errors.isEmpty()) {
            String reasons = errors.stream()
                    .limit(MOST_REASONS)
                    .map(problem -> problem.position() + ": " + problem.reason())
                    .collect(Collectors.joining(" "));
            String more = errors.size() > MOST_REASONS ? " And " + (errors.size() - MOST_REASONS) + " more." : "";
            throw new PortalException(
                    ProblemKind.BAD_INPUT, reasons + more, errors.get(0).fix());
        }
    }
}
