package org.callboard.core.revision;

import java.util.Collection;
import org.callboard.core.wiring.Offers;
import org.osgi.framework.Bundle;
import org.osgi.framework.hooks.resolver.ResolverHook;
import org.osgi.framework.hooks.resolver.ResolverHookFactory;
import org.osgi.framework.wiring.BundleCapability;
import org.osgi.framework.wiring.BundleRequirement;
import org.osgi.framework.wiring.BundleRevision;

/**
 * Wires plugins to revisions that serve only: never to one that is on its way out, nor to one that has not proven itself and may
 * be gone in a moment.
 */
final class WiringRule implements ResolverHookFactory, ResolverHook {

    private final ActiveRevisions active;

    WiringRule(ActiveRevisions active) {
        this.active = active;
    }

    @Override
    public ResolverHook begin(Collection<BundleRevision> triggers) {
        return this;
    }

    @Override
    public void filterMatches(BundleRequirement requirement, Collection<BundleCapability> candidates) {
        Bundle asking = requirement.getRevision().getBundle();
        candidates.removeIf(offer -> isForbidden(asking, offer.getRevision().getBundle()));
    }

    private boolean isForbidden(Bundle asking, Bundle offering) {
        return !asking.equals(offering) && Offers.isPlugin(offering) && !serves(offering);
    }

    private boolean serves(Bundle bundle) {
        return active.find(bundle.getSymbolicName())
                .filter(revision -> revision.bundle().equals(bundle))
                .isPresent();
    }

    @Override
    public void filterResolvable(Collection<BundleRevision> candidates) {
        // all may be resolved
    }

    @Override
    public void filterSingletonCollisions(BundleCapability singleton, Collection<BundleCapability> candidates) {
        // no plugin is a singleton
    }

    @Override
    public void end() {
        // nothing is kept between calls
    }
}
