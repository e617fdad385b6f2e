package org.callboard.plugin.scorecards.http;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;
import org.callboard.api.catalog.Catalog;
import org.callboard.api.catalog.Ingest;
import org.callboard.api.catalog.Provenance;
import org.callboard.api.model.Json;
import org.callboard.api.security.Caller;
import org.callboard.api.security.Permission;
import org.callboard.api.security.RequiresPermission;
import org.callboard.api.web.RestResource;
import org.callboard.plugin.scorecards.score.Board;
import org.callboard.plugin.scorecards.standard.Check;
import org.callboard.plugin.scorecards.standard.Standard;
import org.callboard.plugin.scorecards.standard.Track;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The standards in force. */
@Component
@Path("standards")
public final class StandardsResource implements RestResource {

    private final ReadableScores readable;
    private final Catalog catalog;
    private final Ingest ingest;

    /** Answers with these. */
    @Activate
    public StandardsResource(@Reference ReadableScores readable, @Reference Catalog catalog, @Reference Ingest ingest) {
        this.readable = readable;
        this.catalog = catalog;
        this.ingest = ingest;
    }

    /** {@return all of them, by title} */
    @GET
    @RequiresPermission(Permission.CATALOG_READ)
    public Json.Obj list(@Context SecurityContext security) {
        Caller caller = Asked.caller(security);
        List<Standard> all = readable.standards(caller);
        boolean isPending = all.stream().anyMatch(standard -> Asked.isPending(readable.board(standard)));
        return Json.object()
                .put("items", Asked.array(all, standard -> json(caller, standard)))
                .put("pending", Asked.json(isPending))
                .build();
    }

    private Json json(Caller caller, Standard standard) {
        return Json.object()
                .put("ref", standard.ref().toString())
                .put("title", standard.title())
                .put("description", standard.description())
                .put("owner", standard.owner())
                .put("version", standard.version())
                .put(
                        "changed",
                        Asked.text(ingest.provenance(caller, standard.ref())
                                .map(Provenance::changed)
                                .orElse(null)))
                .put("problems", catalog.problems(caller, standard.ref()).size())
                .put("checks", Asked.array(standard.checks(), StandardsResource::check))
                .put("tracks", Asked.array(standard.tracks(), track -> track(standard, track)))
                .put("entities", readable.rows(caller, standard).size())
                .put(
                        "computed",
                        Asked.text(readable.board(standard).map(Board::computed).orElse(null)))
                .put("pending", Asked.json(Asked.isPending(readable.board(standard))))
                .build();
    }

    private static Json check(Check check) {
        return Json.object()
                .put("id", check.id())
                .put("title", check.title())
                .put("description", check.description())
                .put("severity", check.severity().word())
                .put("effort", check.effort().word())
                .put("owner", check.owner())
                .put("fix", check.fix())
                .put("link", Asked.orNull(check.link()))
                .build();
    }

    private static Json track(Standard standard, Track track) {
        return Json.object()
                .put("id", track.id())
                .put("title", track.title())
                .put(
                        "levels",
                        Asked.array(
                                track.levels(),
                                level -> Json.object()
                                        .put("id", level.id())
                                        .put("title", level.title())
                                        .put(
                                                "checks",
                                                Asked.array(
                                                        level.checks(),
                                                        check -> Json.of(standard.checks()
                                                                .get(check)
                                                                .id())))
                                        .build()))
                .build();
    }
}
