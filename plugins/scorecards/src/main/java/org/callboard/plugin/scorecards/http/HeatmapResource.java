package org.callboard.plugin.scorecards.http;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;
import java.util.Locale;
import org.callboard.api.model.Json;
import org.callboard.api.security.Permission;
import org.callboard.api.security.RequiresPermission;
import org.callboard.api.web.RestResource;
import org.callboard.plugin.scorecards.score.Row;
import org.callboard.plugin.scorecards.standard.Standard;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Entities by checks. */
@Component
@Path("heatmap")
public final class HeatmapResource implements RestResource {

    private static final int MOST = 2_000;

    private final ReadableScores readable;

    /** Answers with these. */
    @Activate
    public HeatmapResource(@Reference ReadableScores readable) {
        this.readable = readable;
    }

    /** {@return the rows by a standard, by title; one letter a check} */
    @GET
    @RequiresPermission(Permission.CATALOG_READ)
    public Json.Obj heatmap(
            @QueryParam("standard") String ref,
            @QueryParam("owner") @Nullable String owner,
            @QueryParam("text") @Nullable String text,
            @QueryParam("offset") @Nullable Integer offset,
            @QueryParam("limit") @Nullable Integer limit,
            @Context SecurityContext security) {
        Standard standard = readable.standard(Asked.caller(security), ref);
        String words = text == null ? "" : text.toLowerCase(Locale.ROOT).strip();
        List<Row> rows = readable.rows(Asked.caller(security), standard).stream()
                .filter(row -> owner == null || owner.isEmpty() || row.owner().equalsIgnoreCase(owner))
                .filter(row -> words.isEmpty() || has(row, words))
                .toList();
        int from = Math.min(rows.size(), Asked.number(offset, 0, Integer.MAX_VALUE));
        int to = Math.min(rows.size(), from + Asked.number(limit, MOST, MOST));
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
                .put("rows", Asked.array(rows.subList(from, to), row -> json(standard, row)))
                .put("total", rows.size())
                .build();
    }

    private static boolean has(Row row, String words) {
        return row.title().toLowerCase(Locale.ROOT).contains(words)
                || row.ref().name().contains(words);
    }

    private static Json json(Standard standard, Row row) {
        Json.Builder ranks = Json.object();
        for (int i = 0; i < standard.tracks().size(); i++) {
            ranks.put(standard.tracks().get(i).id(), row.rank(i));
        }
        return Json.object()
                .put("ref", row.ref().toString())
                .put("title", row.title())
                .put("owner", row.owner())
                .put("ranks", ranks.build())
                .put("states", row.states())
                .build();
    }
}
