package org.callboard.core.policy;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.callboard.api.catalog.CatalogEvent;
import org.callboard.api.model.Entity;
import org.callboard.api.model.EntityRef;
import org.callboard.api.problem.PortalException;

/**
 * Who is in which groups: those that their issuer names, those that the catalog has them in, and what these are part of. A
 * group that is not in the catalog owns nothing.
 */
public final class Memberships {

    private static final int MOST_GROUPS = 500;

    private final Directory catalog;
    private final AtomicLong version = new AtomicLong();

    /** Asks the catalog for people and groups. */
    public Memberships(Directory catalog) {
        this.catalog = catalog;
    }

    /** Hears of changed entities, once they can be read. */
    public void changed(List<CatalogEvent> events) {
        if (events.stream().anyMatch(event -> isPersonOrGroup(event.ref()))) {
            version.incrementAndGet();
        }
    }

    /** {@return where it asks} */
    Directory directory() {
        return catalog;
    }

    private static boolean isPersonOrGroup(EntityRef ref) {
        return ref.kind().equals("user") || ref.kind().equals("group");
    }

    /** {@return a number that rises when people or groups change} */
    long version() {
        return version.get();
    }

    Membership of(Identity who) {
        Set<String> names = new HashSet<>(who.groups());
        names.add(who.name());
        Set<String> owners = new HashSet<>();
        Deque<String> groups = new ArrayDeque<>(who.groups());
        find(who.name(), "user").ifPresent(person -> {
            owners.add(who.name());
            groups.addAll(targets(person, "memberOf"));
        });
        while (!groups.isEmpty() && owners.size() < MOST_GROUPS) {
            String group = groups.remove();
            if (!owners.contains(group)) {
                find(group, "group").ifPresent(found -> {
                    names.add(group);
                    owners.add(group);
                    groups.addAll(targets(found, "childOf"));
                });
            }
        }
        return new Membership(names, owners);
    }

    private Optional<Entity> find(String name, String kind) {
        try {
            EntityRef ref = EntityRef.parse(name);
            return ref.kind().equals(kind) ? catalog.find(ref) : Optional.empty();
        } catch (PortalException noReference) {
            return Optional.empty();
        }
    }

    private static List<String> targets(Entity entity, String relation) {
        return entity.relations().stream()
                .filter(found -> found.type().equals(relation))
                .map(found -> found.target().toString())
                .toList();
    }
}
