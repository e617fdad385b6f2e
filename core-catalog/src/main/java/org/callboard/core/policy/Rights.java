package org.callboard.core.policy;

import org.callboard.api.catalog.Filter;
import org.callboard.api.model.Entity;
import org.jspecify.annotations.Nullable;

/** What somebody may do: decided once for the policy and the groups that are in force, and never changed after. */
public interface Rights {

    /** Everything. */
    Rights ALL = new Everything();

    /** {@return whether they hold the permission, for one thing at least} */
    boolean allow(String permission);

    /** {@return the entities that they hold the permission for; {@link Filter#NONE} for all} */
    Filter entities(String permission);

    /**
     * {@return whether they hold the permission for a plugin}
     *
     * @param owner the owner of the plugin as its jar names it, or null
     */
    boolean allowPlugin(String permission, String plugin, @Nullable String owner);

    /** {@return whether they hold the permission for an entity} */
    boolean allowEntity(String permission, Entity entity);

    /** {@return what is decided of a thing, and by which rule} */
    Verdict decide(String permission, Thing thing);

    /** {@return what is equal to that of other rights where both decide alike}; what caches go by */
    Object key();
}
