package org.callboard.plugin.scorecards.http;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.SecurityContext;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.callboard.api.model.EntityRef;
import org.callboard.api.model.Json;
import org.callboard.api.problem.PortalException;
import org.callboard.api.problem.ProblemKind;
import org.callboard.api.security.Caller;
import org.callboard.api.security.Permission;
import org.callboard.api.security.RequiresPermission;
import org.callboard.api.web.RestResource;
import org.callboard.plugin.scorecards.score.History;
import org.callboard.plugin.scorecards.score.LevelChange;
import org.callboard.plugin.scorecards.score.Row;
import org.callboard.plugin.scorecards.standard.Standard;
import org.callboard.plugin.scorecards.standard.Track;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** How levels came to be what they are. */
@Component
@Path("{what: trends|changes}")
public final class HistoryResource implements RestResource {

    private final ReadableScores readable;
    private final History history;

    /** Answers with these. */
    @Activate
    public HistoryResource(@Reference ReadableScores readable, @Reference History history) {
        this.readable = readable;
        this.history = history;
    }

    /** {@return the counts of a track by day, or the levels that were reached and lost} */
    @GET
    @RequiresPermission(Permission.CATALOG_READ)
    public Json.Obj history(
            @jakarta.ws.rs.PathParam("what") String what,
            @QueryParam("standard") String ref,
            @QueryParam("track") @Nullable String track,
            @QueryParam("owner") @Nullable String owner,
            @QueryParam("days") @Nullable Integer days,
            @Context SecurityContext security) {
        Caller caller = Asked.caller(security);
        Standard standard = readable.standard(caller, ref);
        Predicate<String> wanted = name -> owner == null || owner.isEmpty() || name.equalsIgnoreCase(owner);
        if (what.equals("trends")) {
            return trends(caller, standard, place(standard, track), wanted, Asked.number(days, 90, History.DAYS));
        }
        return changes(caller, standard, wanted, Asked.number(days, 7, History.DAYS));
    }

    private static int place(Standard standard, @Nullable String track) {
        for (int i = 0; i < standard.tracks().size(); i++) {
            if (track == null
                    || track.isEmpty()
                    || standard.tracks().get(i).id().equals(track)) {
                return i;
            }
        }
        throw new PortalException(ProblemKind.NOT_FOUND, standard.ref() + " has no track '" + track + "'.");
    }

    private Json.Obj trends(Caller caller, Standard standard, int place, Predicate<String> wanted, int days) {
        Track track = standard.tracks().get(place);
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        Predicate<String> known = wanted.and(readable.ownersReadWhole(caller, standard));
        Map<LocalDate, long[]> sums = sums(standard, track, today.minusDays(days), known);
        long[] now = new long[track.levels().size() + 1];
        for (Row row : readable.rows(caller, standard)) {
            if (wanted.test(row.owner())) {
                now[row.rank(place)]++;
            }
        }
        sums.put(today, now);
        return Json.object()
                .put("levels", Asked.levels(track))
                .put(
                        "days",
                        Asked.array(
                                List.copyOf(sums.keySet()),
                                day -> Json.object()
                                        .put("day", day.toString())
                                        .put("counts", Levels.array(sums.getOrDefault(day, now)))
                                        .build()))
                .build();
    }

    /** What was is known by owners alone: of those of whom there is something that the caller may not read it is left out. */
    private Map<LocalDate, long[]> sums(Standard standard, Track track, LocalDate since, Predicate<String> owners) {
        Map<LocalDate, long[]> sums = new TreeMap<>();
        for (History.Count count : history.counts(standard.ref(), track.id(), since)) {
            if (owners.test(count.owner())) {
                long[] sum = sums.computeIfAbsent(
                        count.day(), day -> new long[track.levels().size() + 1]);
                for (int i = 0; i < Math.min(sum.length, count.counts().size()); i++) {
                    sum[i] += count.counts().get(i);
                }
            }
        }
        return sums;
    }

    private Json.Obj changes(Caller caller, Standard standard, Predicate<String> wanted, int days) {
        Predicate<EntityRef> mayRead =
                readable.mayRead(caller, List.copyOf(standard.applies().kinds()));
        List<LevelChange> changes = history
                .changes(standard.ref(), Instant.now().minus(Duration.ofDays(days)))
                .stream()
                .filter(change -> wanted.test(change.owner()) && mayRead.test(change.entity()))
                .toList();
        return Json.object()
                .put("items", Asked.array(changes, change -> json(standard, change)))
                .build();
    }

    private static Json json(Standard standard, LevelChange change) {
        Track track = standard.tracks().stream()
                .filter(known -> known.id().equals(change.track()))
                .findFirst()
                .orElseGet(() -> new Track(change.track(), change.track(), List.of()));
        return Json.object()
                .put("entity", change.entity().toString())
                .put("title", change.title())
                .put("track", change.track())
                .put("from", Asked.orNull(Levels.id(track, change.was())))
                .put("to", Asked.orNull(Levels.id(track, change.became())))
                .put("time", change.time().toString())
                .build();
    }
}
