package org.callboard.plugin.webshell.register;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.callboard.api.catalog.Catalog;
import org.callboard.api.catalog.Ingest;
import org.callboard.api.catalog.Location;
import org.callboard.api.catalog.Provenance;
import org.callboard.api.model.Entity;
import org.callboard.api.model.EntityRef;
import org.callboard.api.model.Json;
import org.callboard.api.security.Caller;

/** What would leave the catalog with a registered location, and what stays because something else leads to it. */
public final class Departure {

    private static final int MOST_LOOKED_AT = 2_000;
    private static final int MOST_NAMED = 200;

    private final Catalog catalog;
    private final Ingest ingest;
    private final Caller caller;
    private final Map<EntityRef, List<EntityRef>> parents = new HashMap<>();

    /** Looks for one caller. */
    public Departure(Catalog catalog, Ingest ingest, Caller caller) {
        this.catalog = catalog;
        this.ingest = ingest;
        this.caller = caller;
    }

    /** {@return {@code total} and {@code going}, {@code totalStaying} and {@code staying}} */
    public Json.Obj of(Location location) {
        List<Entity> going = new ArrayList<>();
        List<Entity> staying = new ArrayList<>();
        for (Entity entity : Origin.entities(catalog, caller, location, MOST_LOOKED_AT)) {
            (isLedToByOthers(entity.ref(), location.entityRef()) ? staying : going).add(entity);
        }
        return Json.object()
                .put("id", location.id())
                .put("target", location.target())
                .put("total", Math.max(going.size(), Origin.count(catalog, caller, location) - staying.size()))
                .put("going", names(going))
                .put("totalStaying", staying.size())
                .put("staying", names(staying))
                .build();
    }

    /** What nothing leads to stands for a location itself. */
    private boolean isLedToByOthers(EntityRef ref, EntityRef location) {
        Set<EntityRef> seen = new HashSet<>(Set.of(location));
        Deque<EntityRef> waiting = new ArrayDeque<>(List.of(ref));
        while (!waiting.isEmpty()) {
            EntityRef next = waiting.remove();
            if (seen.add(next)) {
                List<EntityRef> above = parents.computeIfAbsent(next, this::parents);
                if (above.isEmpty()) {
                    return true;
                }
                waiting.addAll(above);
            }
        }
        return false;
    }

    private List<EntityRef> parents(EntityRef ref) {
        return ingest.provenance(caller, ref).map(Provenance::parents).orElse(List.of());
    }

    private static Json names(List<Entity> entities) {
        return new Json.Arr(entities.stream()
                .limit(MOST_NAMED)
                .<Json>map(entity -> Json.object()
                        .put("ref", entity.ref().toString())
                        .put("kind", entity.kind())
                        .put("title", entity.title())
                        .build())
                .toList());
    }
}
