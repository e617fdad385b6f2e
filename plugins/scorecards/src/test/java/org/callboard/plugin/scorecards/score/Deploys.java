package org.callboard.plugin.scorecards.score;

import java.time.Instant;
import java.util.List;
import java.util.function.ToLongFunction;
import org.callboard.api.model.Entity;
import org.callboard.api.model.EntityRef;
import org.callboard.api.model.Json;
import org.callboard.plugin.scorecards.api.Fact;
import org.callboard.plugin.scorecards.api.FactSource;

/** Knows how often something was deployed, as a plugin of somebody else's may. */
public final class Deploys implements FactSource {

    private final ToLongFunction<EntityRef> counts;

    /** Asks this for each entity. */
    public Deploys(ToLongFunction<EntityRef> counts) {
        this.counts = counts;
    }

    @Override
    public List<Fact> read(List<Entity> entities) {
        Instant now = Instant.now();
        return entities.stream().map(Entity::ref).map(ref -> fact(ref, now)).toList();
    }

    private Fact fact(EntityRef ref, Instant now) {
        Json value = Json.object().put("count", counts.applyAsLong(ref)).build();
        return new Fact(ref, value, now, "https://deploys.example.com/" + ref.name());
    }
}
