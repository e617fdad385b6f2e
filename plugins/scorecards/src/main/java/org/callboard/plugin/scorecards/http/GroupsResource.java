package org.callboard.plugin.scorecards.http;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.SecurityContext;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.callboard.api.catalog.Catalog;
import org.callboard.api.catalog.Filter;
import org.callboard.api.catalog.Query;
import org.callboard.api.model.Entity;
import org.callboard.api.model.EntityRef;
import org.callboard.api.model.Json;
import org.callboard.api.model.Relation;
import org.callboard.api.problem.PortalException;
import org.callboard.api.problem.ProblemKind;
import org.callboard.api.security.Caller;
import org.callboard.api.security.Permission;
import org.callboard.api.security.RequiresPermission;
import org.callboard.api.web.RestResource;
import org.callboard.plugin.scorecards.score.Row;
import org.callboard.plugin.scorecards.standard.Standard;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Groups of entities by levels. */
@Component
@Path("groups")
public final class GroupsResource implements RestResource {

    private final ReadableScores readable;
    private final Catalog catalog;

    /** Answers with these. */
    @Activate
    public GroupsResource(@Reference ReadableScores readable, @Reference Catalog catalog) {
        this.readable = readable;
        this.catalog = catalog;
    }

    /** {@return how many entities of each owner, system or domain are at which level} */
    @GET
    @RequiresPermission(Permission.CATALOG_READ)
    public Json.Obj groups(
            @QueryParam("standard") String ref,
            @QueryParam("by") @DefaultValue("owner") String by,
            @Context SecurityContext security) {
        Caller caller = Asked.caller(security);
        Standard standard = readable.standard(caller, ref);
        Function<Row, String> group = grouping(caller, by);
        Map<String, List<Row>> groups = new TreeMap<>();
        for (Row row : readable.rows(caller, standard)) {
            groups.computeIfAbsent(group.apply(row), name -> new ArrayList<>()).add(row);
        }
        return Json.object()
                .put("tracks", Asked.tracks(standard.tracks()))
                .put(
                        "rows",
                        Asked.array(
                                List.copyOf(groups.keySet()),
                                name -> json(caller, standard, name, groups.getOrDefault(name, List.of()))))
                .build();
    }

    private Function<Row, String> grouping(Caller caller, String by) {
        return switch (by) {
            case "owner" -> Row::owner;
            case "system" -> Row::system;
            case "domain" -> {
                Map<String, String> domains = domains(caller);
                yield row -> domains.getOrDefault(row.system(), "");
            }
            default ->
                throw new PortalException(
                        ProblemKind.BAD_INPUT,
                        "There are no groups by '" + by + "'.",
                        "Ask by owner, system or domain.");
        };
    }

    /** The domain of each system. */
    private Map<String, String> domains(Caller caller) {
        Map<String, String> domains = new HashMap<>();
        for (Entity system : catalog.query(caller, Query.of(Filter.equal("kind", "system"), Query.MAX_LIMIT))
                .items()) {
            system.relations().stream()
                    .filter(relation -> relation.type().equals("partOf"))
                    .map(Relation::target)
                    .filter(target -> target.kind().equals("domain"))
                    .findFirst()
                    .ifPresent(domain -> domains.put(system.ref().toString(), domain.toString()));
        }
        return domains;
    }

    private Json json(Caller caller, Standard standard, String group, List<Row> rows) {
        Json.Builder tracks = Json.object();
        for (int i = 0; i < standard.tracks().size(); i++) {
            tracks.put(
                    standard.tracks().get(i).id(),
                    Levels.counts(standard.tracks().get(i), i, rows));
        }
        return Json.object()
                .put("group", group)
                .put("title", title(caller, group))
                .put("entities", rows.size())
                .put("tracks", tracks.build())
                .build();
    }

    private String title(Caller caller, String group) {
        if (group.isEmpty()) {
            return "none";
        }
        EntityRef ref = EntityRef.parse(group);
        return catalog.find(caller, ref).map(Entity::title).orElse(ref.name());
    }
}
