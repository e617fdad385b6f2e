package org.callboard.api.security;

import java.security.Principal;
import java.util.Set;
import org.callboard.api.model.Entity;
import org.callboard.api.model.EntityRef;
import org.osgi.annotation.versioning.ProviderType;

/** Who is asking. REST resources get theirs as the {@code Principal} of {@code jakarta.ws.rs.core.SecurityContext}. */
@ProviderType
public interface Caller extends Principal {

    /** {@return a reference such as {@code user:default/mara}, as it is written to the audit log} */
    @Override
    String getName();

    /** {@return what to call them on a page} */
    String displayName();

    /**
     * {@return the groups that whoever vouches for them says they are in} They come on top of those that the catalog has
     * them in, and need not be in the catalog.
     */
    default Set<EntityRef> groups() {
        return Set.of();
    }

    /**
     * {@return whether they hold the permission, for one thing at least} Where it is about an entity, ask for that one as
     * well.
     */
    boolean may(Permission permission);

    /**
     * {@return whether they hold the permission for this entity} That is decided by the policy of the portal, by what the
     * entity is and who owns it; whether they may read it is another question.
     */
    boolean may(Permission permission, Entity entity);
}
