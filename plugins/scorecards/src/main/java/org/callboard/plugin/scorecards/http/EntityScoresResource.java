package org.callboard.plugin.scorecards.http;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.SecurityContext;
import java.time.Instant;
import java.util.List;
import org.callboard.api.catalog.Catalog;
import org.callboard.api.model.Entity;
import org.callboard.api.model.EntityRef;
import org.callboard.api.model.Json;
import org.callboard.api.security.Caller;
import org.callboard.api.security.Permission;
import org.callboard.api.security.RequiresPermission;
import org.callboard.api.web.RestResource;
import org.callboard.plugin.scorecards.score.Rescoring;
import org.callboard.plugin.scorecards.score.Score;
import org.callboard.plugin.scorecards.score.Scoring;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** How an entity meets its standards. */
@Component
@Path("entities/{entity: [^/]+/[^/]+/[^/]+}")
public final class EntityScoresResource implements RestResource {

    private final Catalog catalog;
    private final Scoring scoring;
    private final Rescoring rescoring;
    private final ScoreJson json;

    /** Answers with these. */
    @Activate
    public EntityScoresResource(
            @Reference Catalog catalog,
            @Reference Scoring scoring,
            @Reference Rescoring rescoring,
            @Reference ScoreJson json) {
        this.catalog = catalog;
        this.scoring = scoring;
        this.rescoring = rescoring;
        this.json = json;
    }

    /** {@return its scores as they are now, with why} */
    @GET
    @RequiresPermission(Permission.CATALOG_READ)
    public Json.Obj scores(@PathParam("entity") String path, @Context SecurityContext security) {
        Caller caller = Asked.caller(security);
        EntityRef ref = Asked.entity(path);
        Entity entity = catalog.find(caller, ref).orElseThrow(() -> Asked.noEntity(ref));
        List<Score> scores = scoring.of(caller, entity);
        return Json.object()
                .put("entity", ref.toString())
                .put("computed", Asked.text(Instant.now()))
                .put("pending", rescoring.isPending(ref) ? Json.Bool.TRUE : Json.Bool.FALSE)
                .put("standards", json.scores(caller, entity, scores))
                .build();
    }

    /** {@return the same after all that can be fetched was fetched anew} */
    @POST
    @Path("recheck")
    @RequiresPermission(Permission.CATALOG_READ)
    public Json.Obj recheck(@PathParam("entity") String path, @Context SecurityContext security) {
        Caller caller = Asked.caller(security);
        EntityRef ref = Asked.entity(path);
        scoring.fetch(caller, catalog.find(caller, ref).orElseThrow(() -> Asked.noEntity(ref)));
        rescoring.ask(List.of(ref));
        return scores(path, security);
    }
}
