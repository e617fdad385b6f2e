package org.callboard.plugin.scorecards.fact;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.callboard.api.model.Entity;
import org.callboard.api.model.EntityRef;
import org.callboard.api.security.Caller;
import org.callboard.plugin.scorecards.standard.FactNames;

/** Gathers the facts of some entities after others, as a caller may read them. Not for use by several threads. */
public final class Gathering {

    /** The most entities at once. */
    public static final int PAGE = 500;

    /** What could not be fetched for so long is unknown. */
    private static final Duration FETCHED = Duration.ofDays(1);

    private final FactSources sources;
    private final Caller caller;
    private final Instant now;
    private final CatalogFacts catalog;
    private final FileFacts files;
    private final Map<String, Offered> offered = new HashMap<>();
    private Map<EntityRef, Map<String, Answer>> stored = Map.of();

    Gathering(FactSources sources, Caller caller, Instant now) {
        this.sources = sources;
        this.caller = caller;
        this.now = now;
        this.catalog = new CatalogFacts(caller, sources.catalog(), sources.ingest(), now);
        this.files = new FileFacts(caller, sources.files(), now);
    }

    /** {@return when it began} */
    public Instant now() {
        return now;
    }

    /** Leaves out of the provenance when sources were read, which takes long to find out. {@return this} */
    public Gathering withoutReadTimes() {
        catalog.withoutReadTimes();
        return this;
    }

    /**
     * Turns to these entities.
     *
     * @param entities {@value #PAGE} at the most
     * @param names of the facts that will be asked for
     */
    public void turnTo(List<Entity> entities, Set<String> names) {
        catalog.turnTo(entities, names.contains(FactNames.PROVENANCE));
        Map<String, Offer> plugins = sources.ofPlugins();
        boolean needsStored = false;
        for (String name : names) {
            Offer offer = plugins.get(name);
            if (offer != null) {
                offered.computeIfAbsent(name, Offered::new).read(offer, entities, caller);
            } else {
                offered.remove(name);
                needsStored |= FactNames.isPushable(name) || name.startsWith(FactNames.HTTP);
            }
        }
        stored = needsStored ? sources.stored().of(entities) : Map.of();
    }

    /** {@return the facts of one of the entities that it turned to} */
    public Facts of(Entity entity) {
        Map<String, Answer> known = new HashMap<>();
        return name -> {
            Answer answer = known.get(name);
            if (answer == null) {
                answer = answer(entity, name);
                known.put(name, answer);
            }
            return answer;
        };
    }

    private Answer answer(Entity entity, String name) {
        if (FactNames.OF_THE_CATALOG.contains(name)) {
            return catalog.of(entity, name);
        }
        if (name.equals(FactNames.DOCS)) {
            return DocsFact.of(entity, files, now);
        }
        if (name.startsWith(FactNames.FILE)) {
            return files.of(entity, name.substring(FactNames.FILE.length()));
        }
        Offered byPlugin = offered.get(name);
        if (byPlugin != null) {
            return byPlugin.of(entity.ref());
        }
        Answer answer = stored.getOrDefault(entity.ref(), Map.of()).get(name);
        if (answer == null) {
            return new Answer.Missing("Nobody has told '" + name + "' yet.");
        }
        boolean isOld = name.startsWith(FactNames.HTTP)
                && answer instanceof Answer.Known known
                && known.time().isBefore(now.minus(FETCHED));
        return isOld ? new Answer.Missing("'" + name + "' could not be fetched for a day.") : answer;
    }
}
