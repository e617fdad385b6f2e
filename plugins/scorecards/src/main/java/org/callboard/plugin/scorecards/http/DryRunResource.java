package org.callboard.plugin.scorecards.http;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.SecurityContext;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.function.BooleanSupplier;
import org.callboard.api.catalog.Catalog;
import org.callboard.api.model.Json;
import org.callboard.api.problem.PortalException;
import org.callboard.api.problem.ProblemKind;
import org.callboard.api.security.Caller;
import org.callboard.api.security.Permission;
import org.callboard.api.security.RequiresPermission;
import org.callboard.api.web.RestResource;
import org.callboard.plugin.scorecards.fact.FactSources;
import org.callboard.plugin.scorecards.score.Entities;
import org.callboard.plugin.scorecards.score.Row;
import org.callboard.plugin.scorecards.standard.Standard;
import org.callboard.plugin.scorecards.standard.StandardText;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** How today's catalog would fare by a standard that is not in force. Nothing is written; what the caller may not read is not asked. */
@Component
@Path("dry-run")
public final class DryRunResource implements RestResource {

    private static final Duration LONGEST = Duration.ofSeconds(20);

    private final ReadableScores readable;
    private final Entities entities;
    private final Semaphore one = new Semaphore(1);

    /** Scores with these. */
    @Activate
    public DryRunResource(
            @Reference ReadableScores readable, @Reference Catalog catalog, @Reference FactSources sources) {
        this.readable = readable;
        this.entities = new Entities(catalog, sources);
    }

    /** {@return what is wrong with a standard; where nothing is, how entities would fare by it} */
    @POST
    @Consumes({"text/yaml", "application/yaml", "text/plain"})
    @RequiresPermission(Permission.CATALOG_READ)
    public Json.Obj run(String text, @Context SecurityContext security) {
        StandardText read = StandardText.read(text);
        Json.Builder answer = Json.object().put("problems", Asked.array(read.slips(), DryRunResource::slip));
        Standard standard = read.standard();
        if (standard == null || !read.slips().isEmpty()) {
            return DryRun.NONE.into(answer);
        }
        Caller caller = Asked.caller(security);
        return new DryRun(standard, readable.current(caller, standard.ref()), rows(caller, standard)).into(answer);
    }

    private List<Row> rows(Caller caller, Standard standard) {
        if (!one.tryAcquire()) {
            throw new PortalException(ProblemKind.UNAVAILABLE, "Another dry run goes on.", "Try again in a moment.");
        }
        try {
            Instant end = Instant.now().plus(LONGEST);
            BooleanSupplier isOver = () -> Instant.now().isAfter(end);
            Map<?, Row> rows = entities.score(caller, List.of(standard), Instant.now(), isOver)
                    .getOrDefault(standard.ref(), Map.of());
            if (isOver.getAsBoolean()) {
                throw new PortalException(
                        ProblemKind.UNAVAILABLE,
                        "The dry run took longer than " + LONGEST.toSeconds() + " s.",
                        "Narrow it down by spec.applies.");
            }
            return List.copyOf(rows.values());
        } finally {
            one.release();
        }
    }

    private static Json slip(StandardText.Slip slip) {
        return Json.object()
                .put("line", slip.line())
                .put("column", slip.column())
                .put("message", slip.message())
                .put("fix", slip.fix())
                .build();
    }
}
