package org.callboard.core.policy;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import org.callboard.api.model.EntityRef;
import org.callboard.api.problem.PortalException;
import org.jspecify.annotations.Nullable;

/**
 * Who somebody is, whichever way they showed it.
 *
 * @param name the reference of their entity, such as {@code user:default/mara}; there may be no such entity
 * @param displayName what to call them
 * @param issuer who vouches for them, as it names itself; null where the portal does
 * @param subject what the issuer calls them, which never changes; null where the portal vouches
 * @param groups the references of the groups that the issuer says they are in, besides those of the catalog
 */
public record Identity(
        String name,
        String displayName,
        @Nullable String issuer,
        @Nullable String subject,
        Set<String> groups) {

    /** Who holds the first token or a one-time link. */
    public static final Identity ADMINISTRATOR = new Identity("user:default/admin", "Administrator");

    /** The portal itself, at work on its own account. */
    public static final Identity PORTAL = new Identity("portal:default/portal", "The portal");

    /** Copies and sorts the groups. */
    public Identity {
        groups = Collections.unmodifiableSet(new TreeSet<>(groups));
    }

    /** {@return the groups that can be in a catalog} */
    public Set<EntityRef> references() {
        Set<EntityRef> found = new TreeSet<>();
        for (String group : groups) {
            try {
                found.add(EntityRef.parse(group));
            } catch (PortalException noReference) {
                // a rule of the operator's may make anything of what an issuer says
            }
        }
        return found;
    }

    /** Somebody for whom the portal vouches. */
    public Identity(String name, String displayName) {
        this(name, displayName, null, null, Set.of());
    }
}
