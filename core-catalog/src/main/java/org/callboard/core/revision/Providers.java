package org.callboard.core.revision;

import org.callboard.api.plugins.Diagnosis;
import org.callboard.api.plugins.PluginState;
import org.callboard.core.archive.RefusedException;
import org.callboard.core.extension.ActiveExtension.RevisionName;
import org.callboard.core.wiring.BundleSlots;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.wiring.BundleRevision;
import org.osgi.framework.wiring.BundleWire;
import org.osgi.framework.wiring.BundleWiring;

/** Whether the revisions that another one uses serve. */
final class Providers {

    private Providers() {}

    /**
     * Looks whether all that a revision was wired to when it was started serves still: whoever moves the users of what ends
     * knows those only that serve themselves.
     *
     * @throws RefusedException where it does not
     */
    static void require(Revision candidate, ActiveRevisions active) {
        Bundle bundle = candidate.bundle();
        BundleWiring wiring = bundle.adapt(BundleWiring.class);
        boolean isWhole = wiring != null
                && wiring.getRequiredWires(null).stream()
                        .map(BundleWire::getProvider)
                        .filter(provider -> BundleSlots.isSlot(provider.getBundle()))
                        .filter(provider -> !provider.getBundle().equals(bundle))
                        .allMatch(provider -> serves(provider, active));
        if (!isWhole) {
            throw left(candidate.name(), null);
        }
    }

    /** {@return the refusal of a revision that what it uses was taken from while it was started} */
    static RefusedException left(RevisionName candidate, @Nullable Throwable cause) {
        return new RefusedException(
                new Diagnosis(
                        "Plugin '" + candidate.plugin() + "' " + candidate.version()
                                + " does not fit this portal any more.",
                        "A plugin that it uses was replaced or ended while it was started.",
                        "Do it once more."),
                PluginState.UNRESOLVED,
                cause);
    }

    private static boolean serves(BundleRevision provider, ActiveRevisions active) {
        Bundle bundle = provider.getBundle();
        return provider.equals(bundle.adapt(BundleRevision.class))
                && active.find(bundle.getSymbolicName())
                        .filter(revision -> revision.bundle().equals(bundle))
                        .isPresent();
    }
}
