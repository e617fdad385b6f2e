package org.callboard.core.signin;

import java.util.function.Supplier;
import org.callboard.api.problem.PortalException;
import org.callboard.api.problem.ProblemKind;
import org.callboard.api.signin.SignedIn;
import org.callboard.api.signin.SignedInPerson;
import org.callboard.core.audit.AuditLog;
import org.callboard.core.policy.Identity;
import org.callboard.core.session.Proof;
import org.callboard.core.session.Renewal;

/** Finds out who somebody is for whom another vouches, and whether that is so still. */
public final class Vouching implements Renewal {

    private final Providers providers;
    private final Supplier<People> people;
    private final Bindings bindings;
    private final AuditLog audit;

    /** Asks these, and decides by the rules that there are at the time. */
    public Vouching(Providers providers, Supplier<People> people, Bindings bindings, AuditLog audit) {
        this.audit = audit;
        this.providers = providers;
        this.people = people;
        this.bindings = bindings;
    }

    /**
     * {@return who somebody is in the portal}
     *
     * @throws PortalException NOT_ALLOWED where they are nobody, or who they would be is somebody else
     */
    Identity identify(SignedInPerson person) {
        People rules = people.get();
        String guest = rules.guest();
        String user =
                rules.user(person).map(wanted -> bindings.bind(person, wanted)).orElse(guest);
        if (user == null) {
            throw new PortalException(
                    ProblemKind.NOT_ALLOWED,
                    "No rule of this portal says who you are.",
                    "Ask an administrator to add one to auth.people.");
        }
        return new Identity(user, person.displayName(), person.issuer(), person.subject(), rules.groups(person));
    }

    @Override
    public Renewed renew(Identity who, Proof proof) {
        try {
            return asked(who, proof);
        } catch (PortalException refused) {
            if (refused.kind() == ProblemKind.NOT_ALLOWED) {
                String group = proof.plugin() + "/" + proof.choice();
                audit.refused(who.name(), "session.refresh", group, "session", group + ": " + refused.message());
            }
            throw refused;
        }
    }

    private Renewed asked(Identity who, Proof proof) {
        SignedInPerson before = proof.signedIn().person();
        SignedIn now = providers
                .find(proof.plugin(), proof.choice())
                .orElseThrow(() -> new PortalException(
                        ProblemKind.UNAVAILABLE,
                        "The plugin '" + proof.plugin() + "' offers '" + proof.choice() + "' no more."))
                .call(provider -> provider.refresh(
                        proof.choice(), before, proof.signedIn().kept()));
        SignedInPerson person = now.person();
        boolean isSame =
                person.issuer().equals(before.issuer()) && person.subject().equals(before.subject());
        Identity identity = isSame ? identify(person) : null;
        if (identity == null || !identity.name().equals(who.name())) {
            throw new PortalException(ProblemKind.NOT_ALLOWED, "They are somebody else now.");
        }
        return new Renewed(identity, new Proof(proof.plugin(), proof.choice(), now));
    }
}
