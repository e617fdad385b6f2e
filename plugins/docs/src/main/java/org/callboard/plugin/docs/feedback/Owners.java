package org.callboard.plugin.docs.feedback;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
import org.callboard.plugin.docs.DocsIndex;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Who looks after documentation: those who own its entity, and whom the policy lets. */
@Component(service = Owners.class)
public final class Owners {

    private static final int MOST = 200;
    private static final Permission CLOSE = new Permission(CloseReports.NAME);

    private final Catalog catalog;

    /** Looks there. */
    @Activate
    public Owners(@Reference Catalog catalog) {
        this.catalog = catalog;
    }

    /** {@return the owner of an entity} */
    static Optional<EntityRef> of(Entity entity) {
        return entity.relations().stream()
                .filter(relation -> relation.type().equals("ownedBy"))
                .map(Relation::target)
                .findFirst();
    }

    /** {@return an entity that the caller has read already} */
    Entity entity(Caller caller, EntityRef ref) {
        return catalog.find(caller, ref)
                .orElseThrow(() -> new PortalException(ProblemKind.NOT_FOUND, "There is no entity " + ref + "."));
    }

    /** {@return an owner with their name, where the caller may read that} */
    Json json(Caller caller, EntityRef ref) {
        return Json.object()
                .put("ref", ref.toString())
                .put("title", catalog.find(caller, ref).map(Entity::title).orElse(ref.name()))
                .build();
    }

    /** {@return what a caller and their groups own and has documentation of its own} */
    List<Entity> documented(Caller caller, int most) {
        List<String> groups = groups(caller).stream().map(EntityRef::toString).toList();
        return groups.isEmpty()
                ? List.of()
                : catalog.query(
                                caller,
                                Query.of(
                                        new Filter.All(
                                                List.of(DocsIndex.OWN, new Filter.Equal("relations.ownedBy", groups))),
                                        most))
                        .items();
    }

    /** {@return whether a caller looks after an entity's documentation} */
    boolean isOwner(Caller caller, Entity entity) {
        return caller.may(CLOSE, entity)
                || of(entity).filter(groups(caller)::contains).isPresent();
    }

    /** {@return the caller, their groups, also those that the sign-in says, and what these are part of} */
    Set<EntityRef> groups(Caller caller) {
        Set<EntityRef> found = new HashSet<>();
        if (caller.getName().startsWith("user:")) {
            collect(caller, EntityRef.parse(caller.getName()), found);
        }
        caller.groups().forEach(group -> collect(caller, group, found));
        return found;
    }

    private void collect(Caller caller, EntityRef ref, Set<EntityRef> found) {
        if (found.size() >= MOST || !found.add(ref)) {
            return;
        }
        catalog.find(caller, ref)
                .ifPresent(entity -> entity.relations().stream()
                        .filter(relation -> relation.type().equals("memberOf")
                                || relation.type().equals("childOf"))
                        .map(Relation::target)
                        .forEach(group -> collect(caller, group, found)));
    }
}
