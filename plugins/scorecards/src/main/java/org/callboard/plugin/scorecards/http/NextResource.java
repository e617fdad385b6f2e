package org.callboard.plugin.scorecards.http;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.SecurityContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.callboard.api.model.Json;
import org.callboard.api.security.Caller;
import org.callboard.api.security.Permission;
import org.callboard.api.security.RequiresPermission;
import org.callboard.api.web.RestResource;
import org.callboard.plugin.scorecards.score.Row;
import org.callboard.plugin.scorecards.score.Score;
import org.callboard.plugin.scorecards.standard.Check;
import org.callboard.plugin.scorecards.standard.Standard;
import org.callboard.plugin.scorecards.standard.Track;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What to do next. */
@Component
@Path("next")
public final class NextResource implements RestResource {

    private static final int MOST = 200;
    private static final Comparator<Step> ORDER = Comparator.<Step, Check.Effort>comparing(
                    step -> step.check().effort())
            .thenComparing(step -> step.check().severity(), Comparator.reverseOrder())
            .thenComparing(step -> step.row().title());

    private final ReadableScores readable;
    private final Owners owners;

    /** Answers with these. */
    @Activate
    public NextResource(@Reference ReadableScores readable, @Reference Owners owners) {
        this.readable = readable;
        this.owners = owners;
    }

    /** A check that is missing to an entity's next level. */
    private record Step(Standard standard, Row row, Track track, Track.Level level, Check check) {}

    /** {@return the next steps of what an owner has, the caller and their groups where none is named; the least effort first} */
    @GET
    @RequiresPermission(Permission.CATALOG_READ)
    public Json.Obj next(
            @QueryParam("owner") @Nullable String owner,
            @QueryParam("limit") @Nullable Integer limit,
            @Context SecurityContext security) {
        Caller caller = Asked.caller(security);
        Set<String> mine = owner == null || owner.isEmpty() ? owners.of(caller) : Set.of(owners.reference(owner));
        List<Step> steps = new ArrayList<>();
        for (Standard standard : readable.standards(caller)) {
            Set<String> seen = new HashSet<>();
            readable.rows(caller, standard).stream()
                    .filter(row -> mine.contains(row.owner()))
                    .forEach(row -> collect(standard, row, seen, steps));
        }
        steps.sort(ORDER);
        return Json.object()
                .put(
                        "items",
                        Asked.array(
                                steps.subList(0, Math.min(steps.size(), Asked.number(limit, 20, MOST))),
                                NextResource::json))
                .put("total", steps.size())
                .build();
    }

    /** What is missing in several tracks is told once. */
    private static void collect(Standard standard, Row row, Set<String> seen, List<Step> steps) {
        for (int i = 0; i < standard.tracks().size(); i++) {
            Track track = standard.tracks().get(i);
            Track.Level level = Score.next(track, row.rank(i)).orElse(null);
            if (level != null) {
                for (Check check : Score.missing(standard, row, level)) {
                    if (seen.add(row.ref() + " " + check.id())) {
                        steps.add(new Step(standard, row, track, level, check));
                    }
                }
            }
        }
    }

    private static Json json(Step step) {
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
