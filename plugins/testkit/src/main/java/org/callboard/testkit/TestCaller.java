package org.callboard.testkit;

import java.util.Set;
import org.callboard.api.model.Entity;
import org.callboard.api.model.EntityRef;
import org.callboard.api.security.Caller;
import org.callboard.api.security.Permission;

/**
 * Somebody who asks.
 *
 * @param ref of the user
 * @param displayName what to call them
 * @param permissions the names of what they may do; {@code *} for everything
 */
public record TestCaller(EntityRef ref, String displayName, Set<String> permissions) implements Caller {

    /** Copies the permissions. */
    public TestCaller {
        permissions = Set.copyOf(permissions);
    }

    /** {@return somebody who may do everything} */
    public static TestCaller named(String name) {
        String lower = name.toLowerCase(java.util.Locale.ROOT);
        return new TestCaller(new EntityRef("user", EntityRef.DEFAULT_NAMESPACE, lower), name, Set.of("*"));
    }

    /** {@return the same, who may do no more than this} */
    public TestCaller only(String... names) {
        return new TestCaller(ref, displayName, Set.of(names));
    }

    @Override
    public String getName() {
        return ref.toString();
    }

    @Override
    public boolean may(Permission permission) {
        return permissions.contains("*") || permissions.contains(permission.name());
    }

    /** {@return whether they hold the permission at all} Who holds it here holds it for every entity. */
    @Override
    public boolean may(Permission permission, Entity entity) {
        return may(permission);
    }
}
