package org.callboard.plugin.webshell;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.callboard.api.catalog.Catalog;
import org.callboard.api.model.Entity;
import org.callboard.api.model.EntityRef;
import org.callboard.api.model.Json;
import org.callboard.api.model.JsonFormat;
import org.callboard.api.net.WebClient;
import org.callboard.api.net.WebRequest;
import org.callboard.api.problem.PortalException;
import org.callboard.api.problem.ProblemKind;
import org.callboard.api.security.Audit;
import org.callboard.api.security.Caller;
import org.callboard.api.web.HttpEndpoint;
import org.callboard.api.web.Route;
import org.callboard.plugin.webshell.definition.Definition;
import org.callboard.plugin.webshell.definition.Definitions;
import org.callboard.plugin.webshell.trial.Trial;
import org.callboard.plugin.webshell.trial.TrialAnswer;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * {@code POST /api/web-shell/try} calls an operation of an API's definition for a reader:
 * {@code {"entity", "operation", "server", "values", "body"}}. It goes where the definition says, and only to hosts that the
 * operator lists; what the reader fills in is sent on and kept nowhere.
 */
@Component
public final class TryEndpoint implements HttpEndpoint {

    static final String PREFIX = "/api/web-shell/try";

    private static final int PLACES = 4;
    private static final int LONGEST_BODY = 200_000;

    private final Entities entities;
    private final JsonFormat format;
    private final WebClient web;
    private final Audit audit;
    private final Semaphore places = new Semaphore(PLACES);

    /** Makes the endpoint. */
    @Activate
    public TryEndpoint(
            @Reference Catalog catalog,
            @Reference JsonFormat format,
            @Reference WebClient web,
            @Reference Audit audit) {
        this.entities = new Entities(catalog);
        this.format = format;
        this.web = web;
        this.audit = audit;
    }

    @Override
    public List<Route> routes() {
        return List.of(new Route(PREFIX, TryPermission.NAME));
    }

    @Override
    public void handle(Caller caller, HttpServletRequest request, HttpServletResponse response) throws IOException {
        Requests.refuseAllBut("POST", request);
        Requests.refuseAllButJson(request);
        Json.Obj wish = format.read(request.getInputStream()) instanceof Json.Obj object ? object : Json.Obj.EMPTY;
        EntityRef ref = EntityRef.parse(required(wish, "entity"));
        Json.Obj answer = tried(caller, ref, trial(entities.of(caller, ref), wish));
        response.setContentType("application/json;charset=utf-8");
        response.setHeader("Cache-Control", "no-store");
        format.write(answer, response.getOutputStream());
    }

    private static Trial trial(Entity entity, Json.Obj wish) {
        Definition definition = Definitions.of(
                entity.spec("type").orElse(""), entity.spec("definition").orElse(""));
        Definition.Call call = definition
                .call(required(wish, "operation"))
                .orElseThrow(() -> new PortalException(
                        ProblemKind.NOT_FOUND,
                        "The definition of " + entity.ref() + " has no such operation.",
                        "Load the page again: the definition may have changed."));
        String address = required(wish, "server");
        Definition.Server server = definition.servers().stream()
                .filter(one -> one.address().equals(address))
                .findFirst()
                .orElseThrow(() -> new PortalException(
                        ProblemKind.BAD_INPUT,
                        "The definition of " + entity.ref() + " has no such server.",
                        "Choose one of those that it names."));
        String body = wish.text("body").orElse("");
        if (body.length() > LONGEST_BODY) {
            throw new PortalException(ProblemKind.TOO_LARGE, "The body has more than " + LONGEST_BODY + " characters.");
        }
        return new Trial(server, call, wish.object("values"), body);
    }

    private static String required(Json.Obj wish, String field) {
        return wish.text(field)
                .orElseThrow(
                        () -> new PortalException(ProblemKind.BAD_INPUT, "The body lacks the text '" + field + "'."));
    }

    /** A server that is asked in vain is none of this plugin's failures, so that is an answer like others. */
    private Json.Obj tried(Caller caller, EntityRef ref, Trial trial) {
        WebRequest request = trial.request();
        if (!places.tryAcquire()) {
            return TrialAnswer.none(new PortalException(
                    ProblemKind.UNAVAILABLE, PLACES + " other requests are under way.", "Try again in a moment."));
        }
        try {
            audit.record(caller, TryPermission.NAME, trial.subject() + " of " + ref);
            long start = System.nanoTime();
            return TrialAnswer.of(web.send(request), TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start));
        } catch (PortalException failure) {
            return TrialAnswer.none(failure);
        } finally {
            places.release();
        }
    }
}
