package org.callboard.plugin.scorecards.http;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.callboard.api.security.Caller;
import org.callboard.api.security.Permission;
import org.callboard.api.security.RequiresPermission;
import org.callboard.api.web.RestResource;
import org.callboard.plugin.scorecards.score.Row;
import org.callboard.plugin.scorecards.standard.Standard;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Scores for spreadsheets. */
@Component
@Path("csv")
public final class CsvResource implements RestResource {

    private static final String MARK = "\uFEFF";
    private static final String STARTS_OF_FORMULAS = "=+-@\t\r\n＝＋－＠";

    private final ReadableScores readable;

    /** Answers with these. */
    @Activate
    public CsvResource(@Reference ReadableScores readable) {
        this.readable = readable;
    }

    /** {@return the rows by a standard; no text in them is a formula} */
    @GET
    @RequiresPermission(Permission.CATALOG_READ)
    public Response csv(@QueryParam("standard") String ref, @Context SecurityContext security) {
        Caller caller = Asked.caller(security);
        Standard standard = readable.standard(caller, ref);
        List<String> heads = new ArrayList<>(List.of("Entity", "Title", "Owner"));
        standard.tracks().forEach(track -> heads.add(track.title()));
        standard.checks().forEach(check -> heads.add(check.title()));
        StringBuilder text = new StringBuilder(MARK).append(line(heads));
        readable.rows(caller, standard).forEach(row -> text.append(line(cells(standard, row))));
        return Response.ok(text.toString(), "text/csv; charset=utf-8")
                .header(
                        "Content-Disposition",
                        "attachment; filename=\"" + standard.ref().name() + ".csv\"")
                .build();
    }

    private static List<String> cells(Standard standard, Row row) {
        List<String> cells = new ArrayList<>(List.of(row.ref().toString(), row.title(), row.owner()));
        for (int i = 0; i < standard.tracks().size(); i++) {
            cells.add(Levels.title(standard.tracks().get(i), row.rank(i)));
        }
        for (int i = 0; i < standard.checks().size(); i++) {
            cells.add(row.state(i).word());
        }
        return cells;
    }

    private static String line(List<String> cells) {
        return cells.stream().map(CsvResource::cell).collect(Collectors.joining(",")) + "\r\n";
    }

    static String cell(String text) {
        String stripped = text.stripLeading();
        boolean isFormula = startsSo(text) || startsSo(stripped);
        String safe = isFormula ? "'" + text : text;
        boolean isPlain = safe.chars().noneMatch(c -> "\",;\r\n".indexOf(c) >= 0);
        return isPlain ? safe : "\"" + safe.replace("\"", "\"\"") + "\"";
    }

    private static boolean startsSo(String text) {
        return !text.isEmpty() && STARTS_OF_FORMULAS.indexOf(text.charAt(0)) >= 0;
    }
}
