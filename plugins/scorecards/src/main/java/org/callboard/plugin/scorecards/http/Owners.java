package org.callboard.plugin.scorecards.http;

import java.util.HashSet;
import java.util.Set;
import org.callboard.api.catalog.Catalog;
import org.callboard.api.model.EntityRef;
import org.callboard.api.model.Relation;
import org.callboard.api.security.Caller;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Who owns for whom. */
@Component(service = Owners.class)
public final class Owners {

    private static final int MOST = 200;

    private final Catalog catalog;

    /** Looks there. */
    @Activate
    public Owners(@Reference Catalog catalog) {
        this.catalog = catalog;
    }

    /** {@return the caller, their groups, also those that the sign-in says, and what these are part of, as references} */
    Set<String> of(Caller caller) {
        Set<String> found = new HashSet<>();
        if (caller.getName().startsWith("user:")) {
            collect(caller, EntityRef.parse(caller.getName()), found);
        }
        caller.groups().forEach(group -> collect(caller, group, found));
        return found;
    }

    private void collect(Caller caller, EntityRef ref, Set<String> found) {
        if (found.size() >= MOST || !found.add(ref.toString())) {
            return;
        }
        catalog.find(caller, ref)
                .ifPresent(entity -> entity.relations().stream()
                        .filter(relation -> relation.type().equals("memberOf")
                                || relation.type().equals("childOf"))
                        .map(Relation::target)
                        .forEach(group -> collect(caller, group, found)));
    }

    /** {@return the reference of an owner, a group where no kind is named} */
    String reference(String text) {
        return EntityRef.parse(text, "group", EntityRef.DEFAULT_NAMESPACE).toString();
    }
}
