package org.callboard.core.http;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.callboard.api.catalog.CatalogEvent;
import org.callboard.api.model.Json;
import org.callboard.api.security.Permission;
import org.callboard.core.query.EntityChanges;
import org.callboard.core.query.Sight;
import org.callboard.core.session.PortalCaller;

/** What pages hear of some changed entities: of those alone that their callers see. Those who see the same hear the same. Thread-safe. */
final class EntityNews {

    private static final int MOST_REFS = 50;
    private static final Permission READ = new Permission(Permission.CATALOG_READ);
    private static final byte[] NOTHING = new byte[0];

    private final EntityChanges changes;
    private final Map<Sight, byte[]> messages = new HashMap<>();

    EntityNews(EntityChanges changes) {
        this.changes = changes;
    }

    /** {@return the event for a caller, if there is anything for them to hear} */
    synchronized Optional<byte[]> heardBy(PortalCaller caller) {
        if (!caller.may(READ)) {
            return Optional.empty();
        }
        Sight sight = Sight.of(caller.entities(READ.name()));
        byte[] message = messages.computeIfAbsent(sight, seen -> message(changes.heardBy(seen), seen));
        return message.length == 0 ? Optional.empty() : Optional.of(message);
    }

    /** The generation counts the changes of everything, and is for those who see everything. */
    private static byte[] message(List<CatalogEvent> events, Sight sight) {
        if (events.isEmpty()) {
            return NOTHING;
        }
        List<String> refs = events.stream()
                .limit(MOST_REFS)
                .map(event -> event.ref().toString())
                .toList();
        Json.Builder data = Json.object().put("refs", Json.ofTexts(refs)).put("total", events.size());
        if (sight.isWhole()) {
            data.put("generation", events.get(events.size() - 1).number());
        }
        return EventStream.event("entities", data.build());
    }
}
