package org.callboard.core.session;

import java.util.List;
import java.util.Set;
import org.callboard.api.catalog.Filter;
import org.callboard.api.model.Entity;
import org.callboard.api.model.EntityRef;
import org.callboard.api.security.Caller;
import org.callboard.api.security.Permission;
import org.callboard.core.policy.CorePermissions;
import org.callboard.core.policy.CorePermissions.Things;
import org.callboard.core.policy.Identity;
import org.callboard.core.policy.Rights;
import org.callboard.core.policy.Thing;
import org.callboard.core.policy.Verdict.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * A signed-in caller: somebody who may do what the policy lets them, or a machine that may do what its token allows of
 * that.
 *
 * @param identity who it is; of a machine, who made its token
 * @param token what a machine showed; null for people and the portal itself
 * @param session the session of a browser; null for all others
 */
public record PortalCaller(
        Identity identity,
        Rights rights,
        @Nullable AccessToken token,
        @Nullable Session session) implements Caller {

    /** Who holds the first token or a one-time link. */
    public static final PortalCaller ADMINISTRATOR = new PortalCaller(Identity.ADMINISTRATOR, Rights.ALL, null);

    /** The portal itself, at work on its own account. */
    public static final PortalCaller PORTAL = new PortalCaller(Identity.PORTAL, Rights.ALL, null);

    private static final Filter NOTHING = new Filter.Any(List.of());

    /** Somebody who has no session. */
    public PortalCaller(Identity identity, Rights rights, @Nullable AccessToken token) {
        this(identity, rights, token, null);
    }

    /** {@return how much of what somebody of this name may do is open to this caller} */
    public Scope scope() {
        return token == null ? Scope.ALL : token.scope();
    }

    @Override
    public String getName() {
        return identity.name();
    }

    @Override
    public String displayName() {
        return token == null ? identity.displayName() : "Token " + token.name();
    }

    @Override
    public Set<EntityRef> groups() {
        return identity.references();
    }

    @Override
    public boolean may(Permission permission) {
        return scope().allows(permission.name()) && rights.allow(permission.name());
    }

    @Override
    public boolean may(Permission permission, Entity entity) {
        return scope().allows(permission.name()) && rights.allowEntity(permission.name(), entity);
    }

    /** {@return whether they hold a permission for all that it is about, for some of that, or not at all} */
    public Outcome extent(String permission) {
        Outcome outcome = scope().allows(permission)
                ? rights.decide(permission, Thing.NONE).outcome()
                : Outcome.DENIED;
        boolean isForSome = scope().plugins() != null && CorePermissions.things(permission) == Things.PLUGINS;
        return outcome == Outcome.ALLOWED && isForSome ? Outcome.ALLOWED_FOR_SOME : outcome;
    }

    /** {@return the entities that they hold the permission for} */
    public Filter entities(String permission) {
        return scope().allows(permission) ? rights.entities(permission) : NOTHING;
    }

    /** {@return whether a token, if there is one, is for this permission and these plugins} */
    public boolean covers(String permission, Set<String> plugins) {
        return scope().allows(permission) && plugins.stream().allMatch(scope()::covers);
    }

    /** {@return whether they hold the permission for a plugin of this owner} */
    public boolean mayOnPlugin(String permission, String plugin, @Nullable String owner) {
        return scope().allows(permission) && scope().covers(plugin) && rights.allowPlugin(permission, plugin, owner);
    }

    /** {@return who it is, and through which token} */
    @Override
    public String toString() {
        return token == null ? getName() : getName() + " (" + token + ")";
    }
}
