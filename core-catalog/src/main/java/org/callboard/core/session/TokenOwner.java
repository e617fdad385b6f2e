package org.callboard.core.session;

import org.callboard.api.model.EntityRef;
import org.callboard.api.problem.PortalException;
import org.callboard.api.problem.ProblemKind;
import org.callboard.core.policy.CorePermissions;
import org.callboard.core.policy.Identity;
import org.callboard.core.policy.Verdict.Outcome;
import org.jspecify.annotations.Nullable;

/** For whom a machine acts: who made its token, or somebody else where its maker may do everything that they could. */
final class TokenOwner {

    private TokenOwner() {}

    static String of(PortalCaller maker, @Nullable String wanted) {
        String owner = wanted == null ? maker.getName() : reference(wanted);
        boolean isOther = !owner.equals(maker.getName());
        if (isOther && CorePermissions.ALL.stream().anyMatch(name -> maker.extent(name) != Outcome.ALLOWED)) {
            throw new PortalException(
                    ProblemKind.NOT_ALLOWED,
                    "A token for somebody else can be made by who may do everything, and nobody else.");
        }
        if (owner.equals(Identity.ADMINISTRATOR.name()) && !maker.identity().equals(Identity.ADMINISTRATOR)) {
            throw new PortalException(
                    ProblemKind.NOT_ALLOWED, "A token of the administrator can be made by the administrator alone.");
        }
        return owner;
    }

    private static String reference(String text) {
        EntityRef ref = EntityRef.parse(text, "user", EntityRef.DEFAULT_NAMESPACE);
        if (!ref.kind().equals("user") || text.length() > 200) {
            throw new PortalException(
                    ProblemKind.BAD_INPUT,
                    "A token's owner is a person or a service account.",
                    "Give a reference such as user:default/ci; there need be no such entity.");
        }
        return ref.toString();
    }
}
