package org.callboard.plugin.webshell.home;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.callboard.api.catalog.Catalog;
import org.callboard.api.model.Entity;
import org.callboard.api.model.EntityRef;
import org.callboard.api.model.Relation;
import org.callboard.api.problem.PortalException;
import org.callboard.api.security.Caller;

/**
 * Whose things somebody wants to see.
 *
 * @param catalog knows people and groups
 * @param homes knows what they chose
 */
public record Teams(Catalog catalog, KeptHomes homes) {

    /** What stands for the reader alone. */
    public static final String ME = "me";

    private static final int MOST = 200;

    /** {@return the User entity of a caller that has one} */
    public Optional<Entity> person(Caller caller) {
        try {
            return catalog.find(caller, EntityRef.parse(caller.getName()));
        } catch (PortalException noReference) {
            return Optional.empty();
        }
    }

    /**
     * {@return the groups that a caller is in, without those that these are part of}: those of the catalog, and those that are
     * in it of what whoever vouches for them says
     */
    public List<EntityRef> groups(Caller caller) {
        Stream<EntityRef> said = caller.groups().stream()
                .filter(group -> group.kind().equals("group"))
                .filter(group -> catalog.find(caller, group).isPresent());
        Stream<EntityRef> known = person(caller).map(person -> targets(person, "memberOf")).orElse(List.of()).stream();
        return Stream.concat(known, said).distinct().limit(MOST).toList();
    }

    /** {@return the groups that these are part of, the nearest first} */
    public List<EntityRef> above(Caller caller, List<EntityRef> groups) {
        Set<EntityRef> all = around(caller, groups, "childOf");
        groups.forEach(all::remove);
        return List.copyOf(all);
    }

    /** {@return what they chose, where it is still there: a group, {@link #ME}, or nothing for all that is theirs} */
    public String chosen(Caller caller) {
        String team = homes.team(caller);
        if (team.isEmpty() || team.equals(ME)) {
            return team;
        }
        return catalog.find(caller, EntityRef.parse(team)).isPresent() ? team : "";
    }

    /** {@return whose things they want to see: of a group that was chosen, also what the groups in it own} */
    List<EntityRef> owners(Caller caller) {
        String team = chosen(caller);
        if (!team.isEmpty() && !team.equals(ME)) {
            return List.copyOf(around(caller, List.of(EntityRef.parse(team)), "parentOf"));
        }
        List<EntityRef> owners = new ArrayList<>();
        person(caller).map(Entity::ref).ifPresent(owners::add);
        if (team.isEmpty()) {
            owners.addAll(groups(caller));
        }
        return owners;
    }

    /** {@return these groups and all that the relation leads to from them} */
    private Set<EntityRef> around(Caller caller, List<EntityRef> groups, String relation) {
        Set<EntityRef> found = new LinkedHashSet<>();
        List<EntityRef> open = new ArrayList<>(groups);
        for (int next = 0; next < open.size() && found.size() < MOST; next++) {
            EntityRef group = open.get(next);
            if (found.add(group)) {
                catalog.find(caller, group).ifPresent(there -> open.addAll(targets(there, relation)));
            }
        }
        return found;
    }

    static List<EntityRef> targets(Entity entity, String relation) {
        return entity.relations().stream()
                .filter(found -> found.type().equals(relation))
                .map(Relation::target)
                .toList();
    }
}
