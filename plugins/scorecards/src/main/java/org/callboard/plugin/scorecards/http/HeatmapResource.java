package org.callboard.plugin.scorecards.http;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.SecurityContext;
import java.util.Optional;
import org.callboard.api.model.Json;
import org.callboard.api.security.Caller;
import org.callboard.api.security.Permission;
import org.callboard.api.security.RequiresPermission;
import org.callboard.api.web.RestResource;
import org.callboard.plugin.scorecards.score.Board;
import org.callboard.plugin.scorecards.standard.Standard;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Entities by checks: what all have in common with the first rows, and the other rows part by part. */
@Component
@Path("heatmap")
public final class HeatmapResource implements RestResource {

    private static final int MOST = 2_000;
    private static final int PART = 200;

    private final ReadableScores readable;

    /** Answers with these. */
    @Activate
    public HeatmapResource(@Reference ReadableScores readable) {
        this.readable = readable;
    }

    /** {@return the columns, how they look as a whole, and the first rows, one letter a check; by title where no order is asked for} */
    @GET
    @RequiresPermission(Permission.CATALOG_READ)
    public Json.Obj heatmap(
            @QueryParam("standard") String ref,
            @QueryParam("owner") @DefaultValue("") String owner,
            @QueryParam("text") @DefaultValue("") String text,
            @QueryParam("order") @DefaultValue("name") String order,
            @QueryParam("limit") @Nullable Integer limit,
            @Context SecurityContext security) {
        Caller caller = Asked.caller(security);
        Standard standard = readable.standard(caller, ref);
        HeatRows rows = rows(caller, standard, owner, text, order);
        Optional<Board> board = readable.board(standard);
        return Json.object()
                .put("standard", standard.ref().toString())
                .put(
                        "checks",
                        Asked.array(
                                standard.checks(),
                                check -> Json.object()
                                        .put("id", check.id())
                                        .put("title", check.title())
                                        .build()))
                .put("tracks", Asked.tracks(standard.tracks()))
                .put("passed", rows.passed())
                .put("strip", rows.strip())
                .put("rows", rows.part(0, Asked.number(limit, MOST, MOST)))
                .put("total", rows.size())
                .put("version", rows.version())
                .put("computed", Asked.text(board.map(Board::computed).orElse(null)))
                .put("pending", Asked.json(Asked.isPending(board)))
                .build();
    }

    /** {@return some more of the same rows in the same order} */
    @GET
    @Path("rows")
    @RequiresPermission(Permission.CATALOG_READ)
    public Json.Obj more(
            @QueryParam("standard") String ref,
            @QueryParam("owner") @DefaultValue("") String owner,
            @QueryParam("text") @DefaultValue("") String text,
            @QueryParam("order") @DefaultValue("name") String order,
            @QueryParam("offset") @Nullable Integer offset,
            @Context SecurityContext security) {
        Caller caller = Asked.caller(security);
        HeatRows rows = rows(caller, readable.standard(caller, ref), owner, text, order);
        return Json.object()
                .put("rows", rows.part(Asked.number(offset, 0, Integer.MAX_VALUE), PART))
                .put("version", rows.version())
                .build();
    }

    private HeatRows rows(Caller caller, Standard standard, String owner, String text, String order) {
        return HeatRows.of(standard, readable.rows(caller, standard), owner, text, order);
    }
}
