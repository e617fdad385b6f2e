package org.callboard.plugin.webshell;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.callboard.api.catalog.Catalog;
import org.callboard.api.catalog.Ingest;
import org.callboard.api.catalog.Location;
import org.callboard.api.catalog.Locations;
import org.callboard.api.model.EntityRef;
import org.callboard.api.model.Json;
import org.callboard.api.model.JsonFormat;
import org.callboard.api.problem.PortalException;
import org.callboard.api.problem.ProblemKind;
import org.callboard.api.security.Caller;
import org.callboard.api.security.Permission;
import org.callboard.api.web.HttpEndpoint;
import org.callboard.api.web.Route;
import org.callboard.plugin.webshell.register.Departure;
import org.callboard.plugin.webshell.register.PlacePreview;
import org.callboard.plugin.webshell.register.RegisteredPlaces;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * What the page on registered locations shows, below {@code /api/web-shell/register}: itself lists them,
 * {@code POST .../preview} with {@code {"target"}} says what one would bring, {@code .../leaving?id=ID} or
 * {@code ?entity=REF} what would go with one. Registering and unregistering is the catalog API's.
 */
@Component
public final class RegisterEndpoint implements HttpEndpoint {

    static final String PREFIX = "/api/web-shell/register";

    private static final int LONGEST_URL = 4_000;

    private final Catalog catalog;
    private final Locations locations;
    private final Ingest ingest;
    private final JsonFormat format;

    /** Makes the endpoint. */
    @Activate
    public RegisterEndpoint(
            @Reference Catalog catalog,
            @Reference Locations locations,
            @Reference Ingest ingest,
            @Reference JsonFormat format) {
        this.catalog = catalog;
        this.locations = locations;
        this.ingest = ingest;
        this.format = format;
    }

    @Override
    public List<Route> routes() {
        return List.of(new Route(PREFIX, Permission.CATALOG_READ));
    }

    @Override
    public void handle(Caller caller, HttpServletRequest request, HttpServletResponse response) throws IOException {
        Json.Obj answer = answer(caller, request);
        response.setContentType("application/json;charset=utf-8");
        response.setHeader("Cache-Control", "no-store");
        format.write(answer, response.getOutputStream());
    }

    private Json.Obj answer(Caller caller, HttpServletRequest request) throws IOException {
        String path = request.getRequestURI();
        return switch (path.substring(PREFIX.length())) {
            case "" -> {
                Requests.refuseChanges(request);
                yield new RegisteredPlaces(catalog, locations, ingest).list(caller);
            }
            case "/preview" -> {
                Requests.refuseAllBut("POST", request);
                Requests.refuseAllButJson(request);
                yield new PlacePreview(catalog, locations).of(caller, target(request));
            }
            case "/leaving" -> {
                Requests.refuseChanges(request);
                yield new Departure(catalog, ingest, caller).of(location(Asked.by(caller, request)));
            }
            default -> throw new PortalException(ProblemKind.NOT_FOUND, "There is nothing at " + path + ".");
        };
    }

    private String target(HttpServletRequest request) throws IOException {
        Json body = format.read(request.getInputStream());
        return (body instanceof Json.Obj fields ? fields : Json.Obj.EMPTY)
                .text("target")
                .filter(target -> !target.isBlank() && target.length() <= LONGEST_URL)
                .orElseThrow(() -> new PortalException(
                        ProblemKind.BAD_INPUT,
                        "The body names no place.",
                        "Send {\"target\": \"<URL>\"}, " + LONGEST_URL + " characters at most."));
    }

    private Location location(Asked asked) {
        if (asked.optional("entity").isPresent()) {
            EntityRef entity = asked.entity();
            return locations
                    .of(asked.caller(), entity)
                    .orElseThrow(() -> new PortalException(
                            ProblemKind.NOT_FOUND,
                            "The entity " + entity + " comes from no registered location.",
                            "Take it out where it comes from: its page says where that is."));
        }
        String id = asked.required("id");
        return locations
                .find(asked.caller(), id)
                .orElseThrow(() -> new PortalException(ProblemKind.NOT_FOUND, "There is no location with ID " + id));
    }
}
