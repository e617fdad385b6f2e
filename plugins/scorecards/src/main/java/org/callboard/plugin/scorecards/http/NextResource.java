package org.callboard.plugin.scorecards.http;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;
import org.callboard.api.model.Json;
import org.callboard.api.security.Caller;
import org.callboard.api.security.Permission;
import org.callboard.api.security.RequiresPermission;
import org.callboard.api.web.RestResource;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What to do next. */
@Component
@Path("next")
public final class NextResource implements RestResource {

    private static final int MOST = 200;

    private final NextSteps steps;

    /** Answers with these. */
    @Activate
    public NextResource(@Reference NextSteps steps) {
        this.steps = steps;
    }

    /** {@return the next steps of what an owner has, the caller and their groups where none is named; the least effort first} */
    @GET
    @RequiresPermission(Permission.CATALOG_READ)
    public Json.Obj next(
            @QueryParam("owner") @Nullable String owner,
            @QueryParam("limit") @Nullable Integer limit,
            @Context SecurityContext security) {
        Caller caller = Asked.caller(security);
        List<NextSteps.Step> found = owner == null || owner.isEmpty() ? steps.own(caller) : steps.of(caller, owner);
        return Json.object()
                .put(
                        "items",
                        Asked.array(
                                found.subList(0, Math.min(found.size(), Asked.number(limit, 20, MOST))),
                                NextResource::json))
                .put("total", found.size())
                .build();
    }

    private static Json json(NextSteps.Step step) {
        return Json.object()
                .put("entity", step.row().ref().toString())
                .put("title", step.row().title())
                .put("standard", step.standard().ref().toString())
                .put("track", step.track().id())
                .put("level", step.level().id())
                .put("check", step.check().id())
                .put("checkTitle", step.check().title())
                .put("effort", step.check().effort().word())
                .put("severity", step.check().severity().word())
                .put("fix", step.check().fix())
                .build();
    }
}
