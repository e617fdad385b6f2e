package org.callboard.plugin.scorecards.http;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.SecurityContext;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.callboard.api.catalog.Catalog;
import org.callboard.api.model.Entity;
import org.callboard.api.model.EntityRef;
import org.callboard.api.model.Json;
import org.callboard.api.problem.PortalException;
import org.callboard.api.problem.ProblemKind;
import org.callboard.api.security.Caller;
import org.callboard.api.security.Permission;
import org.callboard.api.security.RequiresPermission;
import org.callboard.api.web.RestResource;
import org.callboard.plugin.scorecards.fact.StoredFacts;
import org.callboard.plugin.scorecards.score.Rescoring;
import org.callboard.plugin.scorecards.standard.FactNames;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Facts that others push, such as a pipeline at its end. */
@Component
@Path("facts/{entity: [^/]+/[^/]+/[^/]+}")
public final class FactsResource implements RestResource {

    private final Catalog catalog;
    private final StoredFacts facts;
    private final Rescoring rescoring;

    /** Keeps them there. */
    @Activate
    public FactsResource(@Reference Catalog catalog, @Reference StoredFacts facts, @Reference Rescoring rescoring) {
        this.catalog = catalog;
        this.facts = facts;
        this.rescoring = rescoring;
    }

    /** {@return the facts of an entity that are kept, by name} */
    @GET
    @RequiresPermission(Permission.CATALOG_READ)
    public Json.Obj list(@PathParam("entity") String path, @Context SecurityContext security) {
        Entity entity = find(path, security);
        Instant now = Instant.now();
        return Json.object()
                .put("items", Asked.array(facts.of(entity.ref()), fact -> json(fact, now)))
                .build();
    }

    private static Json json(StoredFacts.Stored fact, Instant now) {
        Json value = fact.answer().value();
        return Json.object()
                .put("fact", fact.name())
                .put("value", value == null ? Json.Null.NULL : value)
                .put("time", fact.answer().time().toString())
                .put("source", fact.answer().source())
                .put("age", Duration.between(fact.answer().time(), now).toSeconds())
                .build();
    }

    /** Keeps a fact, in the place of the last of its name. */
    @POST
    @RequiresPermission(WriteFacts.NAME)
    public void push(@PathParam("entity") String path, Json body, @Context SecurityContext security) {
        Entity entity = find(path, security);
        if (!Asked.caller(security).may(new Permission(WriteFacts.NAME), entity)) {
            throw new PortalException(
                    ProblemKind.NOT_ALLOWED, "You may not push facts of " + entity.ref() + ".", "Ask its owner.");
        }
        Json.Obj given = body instanceof Json.Obj object ? object : Json.Obj.EMPTY;
        String name = given.text("fact").orElse("");
        Json value = given.get("value");
        if (!FactNames.isPushable(name) || value == null) {
            throw new PortalException(
                    ProblemKind.BAD_INPUT,
                    value == null ? "The fact has no value." : "A fact can't be called '" + name + "'.",
                    "Send {\"fact\":\"ci/coverage\",\"value\":{\"percent\":81},\"source\":\"https://ci.example.com/42\"}.");
        }
        String source = given.text("source").orElse(Asked.caller(security).getName());
        facts.put(entity.ref(), name, value, source, Instant.now());
        rescoring.ask(List.of(entity.ref()));
    }

    private Entity find(String path, SecurityContext security) {
        Caller caller = Asked.caller(security);
        EntityRef ref = Asked.entity(path);
        return catalog.find(caller, ref).orElseThrow(() -> Asked.noEntity(ref));
    }
}
