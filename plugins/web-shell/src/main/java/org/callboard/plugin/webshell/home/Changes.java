package org.callboard.plugin.webshell.home;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.callboard.api.catalog.CatalogEvent;
import org.callboard.api.catalog.CatalogListener;
import org.callboard.api.catalog.Ingest;
import org.callboard.api.catalog.Provenance;
import org.callboard.api.model.Entity;
import org.callboard.api.model.EntityRef;
import org.callboard.api.problem.PortalException;
import org.callboard.api.security.Caller;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** When entities last changed: heard of, or else asked for once. Thread-safe. */
@Component(service = {CatalogListener.class, Changes.class})
public final class Changes implements CatalogListener {

    private static final int MOST_KNOWN = 5_000;
    /** Asking costs a few reads of the database. */
    private static final int MOST_ASKED = 30;

    /** Those that changed last are last. */
    private final Map<EntityRef, Instant> heard = new LinkedHashMap<>();

    private final Map<EntityRef, Instant> asked = new LinkedHashMap<>();
    private final Ingest ingest;
    private final Clock clock;

    /** An entity that changed. */
    record Change(EntityRef entity, Instant at) {}

    /** Begins to listen. */
    @Activate
    public Changes(@Reference Ingest ingest) {
        this(ingest, Clock.systemUTC());
    }

    Changes(Ingest ingest, Clock clock) {
        this.ingest = ingest;
        this.clock = clock;
    }

    @Override
    public synchronized void changed(List<CatalogEvent> events) {
        Instant now = clock.instant();
        for (CatalogEvent event : events) {
            heard.remove(event.ref());
            asked.remove(event.ref());
            if (event.change() == CatalogEvent.Change.UPDATED) {
                heard.put(event.ref(), now);
            }
        }
        bound(heard);
    }

    private static void bound(Map<EntityRef, Instant> times) {
        while (times.size() > MOST_KNOWN) {
            times.remove(times.keySet().iterator().next());
        }
    }

    /** {@return the entities that changed since the portal started, the last one first} */
    synchronized List<Change> lately() {
        List<Change> all = new ArrayList<>();
        heard.forEach((entity, at) -> all.add(0, new Change(entity, at)));
        return all;
    }

    /** {@return when these changed, as far as that is known, the last one first} */
    List<Change> of(Caller caller, List<Entity> entities) {
        List<Change> changes = new ArrayList<>();
        int left = MOST_ASKED;
        for (Entity entity : entities) {
            Optional<Instant> known = known(entity.ref());
            if (known.isEmpty() && left > 0) {
                left--;
                known = ask(caller, entity.ref());
            }
            known.ifPresent(at -> changes.add(new Change(entity.ref(), at)));
        }
        changes.sort(Comparator.comparing(Change::at).reversed());
        return changes;
    }

    private synchronized Optional<Instant> known(EntityRef entity) {
        return Optional.ofNullable(heard.get(entity)).or(() -> Optional.ofNullable(asked.get(entity)));
    }

    private Optional<Instant> ask(Caller caller, EntityRef entity) {
        try {
            Optional<Instant> at = ingest.provenance(caller, entity).map(Provenance::changed);
            at.ifPresent(instant -> remember(entity, instant));
            return at;
        } catch (PortalException refusal) {
            return Optional.empty();
        }
    }

    private synchronized void remember(EntityRef entity, Instant at) {
        asked.put(entity, at);
        bound(asked);
    }
}
