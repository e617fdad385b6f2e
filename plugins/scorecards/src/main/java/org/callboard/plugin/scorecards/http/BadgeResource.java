package org.callboard.plugin.scorecards.http;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.Optional;
import org.callboard.api.catalog.Catalog;
import org.callboard.api.model.EntityRef;
import org.callboard.api.security.Caller;
import org.callboard.api.security.Permission;
import org.callboard.api.security.RequiresPermission;
import org.callboard.api.web.RestResource;
import org.callboard.plugin.scorecards.score.Row;
import org.callboard.plugin.scorecards.score.Scores;
import org.callboard.plugin.scorecards.standard.Standard;
import org.callboard.plugin.scorecards.standard.Track;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The level of an entity as a picture. */
@Component
@Path("badge/{entity: [^/]+/[^/]+/[^/]+}")
public final class BadgeResource implements RestResource {

    private final ReadableScores readable;
    private final Scores scores;
    private final Catalog catalog;

    /** Draws with these. */
    @Activate
    public BadgeResource(@Reference ReadableScores readable, @Reference Scores scores, @Reference Catalog catalog) {
        this.readable = readable;
        this.scores = scores;
        this.catalog = catalog;
    }

    /** {@return the level by a track, the first where none is named} */
    @GET
    @RequiresPermission(Permission.CATALOG_READ)
    public Response badge(
            @PathParam("entity") String path,
            @QueryParam("standard") String ref,
            @QueryParam("track") @Nullable String track,
            @Context SecurityContext security) {
        Caller caller = Asked.caller(security);
        EntityRef entity = Asked.entity(path);
        if (catalog.find(caller, entity).isEmpty()) {
            throw Asked.noEntity(entity);
        }
        Standard standard = readable.standard(caller, ref);
        Optional<Row> row = scores.board(standard).flatMap(board -> Optional.ofNullable(board.row(entity)));
        Badge badge = new Badge(standard.title(), row.isPresent() ? "no level" : "not known", 0, 1);
        for (int i = 0; i < standard.tracks().size(); i++) {
            Track candidate = standard.tracks().get(i);
            if (track == null || track.equals(candidate.id())) {
                int rank = row.isPresent() ? row.get().rank(i) : 0;
                String title = Levels.title(candidate, rank);
                String right = title.isEmpty() ? badge.right() : title;
                badge = new Badge(
                        candidate.title(), right, rank, candidate.levels().size());
                break;
            }
        }
        return Response.ok(badge.svg(), "image/svg+xml")
                .header("Cache-Control", "max-age=300")
                .header("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; sandbox")
                .build();
    }
}
