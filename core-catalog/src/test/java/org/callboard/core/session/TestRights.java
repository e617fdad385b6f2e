package org.callboard.core.session;

import java.util.List;
import java.util.Map;
import org.callboard.api.catalog.Filter;
import org.callboard.api.model.Entity;
import org.callboard.core.policy.Identity;
import org.callboard.core.policy.Rights;
import org.callboard.core.policy.Thing;
import org.callboard.core.policy.Verdict;
import org.callboard.core.policy.Verdict.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * Rights that a test writes out.
 *
 * @param entities by the name of each permission that is held, the entities that it is held for
 */
public record TestRights(Map<String, Filter> entities) implements Rights {

    /** {@return somebody of these rights} */
    public static PortalCaller caller(Map<String, Filter> entities) {
        return new PortalCaller(
                new Identity("user:default/visitor", "Visitor"), new TestRights(Map.copyOf(entities)), null);
    }

    @Override
    public boolean allow(String permission) {
        return entities.containsKey(permission);
    }

    @Override
    public Filter entities(String permission) {
        return entities.getOrDefault(permission, new Filter.Any(List.of()));
    }

    @Override
    public boolean allowPlugin(String permission, String plugin, @Nullable String owner) {
        return allow(permission);
    }

    @Override
    public boolean allowEntity(String permission, Entity entity) {
        throw new UnsupportedOperationException("The index is asked for what may be read.");
    }

    @Override
    public Verdict decide(String permission, Thing thing) {
        return new Verdict(allow(permission) ? Outcome.ALLOWED : Outcome.DENIED, null);
    }

    @Override
    public Object key() {
        return entities;
    }
}
