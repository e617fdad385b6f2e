package org.callboard.testkit;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
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
 * @param groups what whoever vouches for them says they are in
 */
public record TestCaller(EntityRef ref, String displayName, Set<String> permissions, Set<EntityRef> groups)
        implements Caller {

    /** Copies permissions and groups. */
    public TestCaller {
        permissions = Set.copyOf(permissions);
        groups = Set.copyOf(groups);
    }

    /** Somebody of whom nobody says that they are in any group. */
    public TestCaller(EntityRef ref, String displayName, Set<String> permissions) {
        this(ref, displayName, permissions, Set.of());
    }

    /** {@return somebody who may do everything} */
    public static TestCaller named(String name) {
        String lower = name.toLowerCase(java.util.Locale.ROOT);
        return new TestCaller(new EntityRef("user", EntityRef.DEFAULT_NAMESPACE, lower), name, Set.of("*"));
    }

    /** {@return the same, who may do no more than this} */
    public TestCaller only(String... names) {
        return new TestCaller(ref, displayName, Set.of(names), groups);
    }

    /** {@return the same, of whom whoever vouches for them says that they are in these groups: {@code group:default/payments}} */
    public TestCaller in(String... names) {
        return new TestCaller(
                ref,
                displayName,
                permissions,
                Arrays.stream(names).map(EntityRef::parse).collect(Collectors.toUnmodifiableSet()));
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
