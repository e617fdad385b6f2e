package org.callboard.core.revision;

import org.callboard.api.problem.PortalException;
import org.callboard.core.asks.SettingsOfJars;
import org.callboard.core.extension.ActiveExtension.RevisionName;
import org.callboard.core.extension.ForeignCall;
import org.callboard.core.extension.PluginEntries;
import org.callboard.core.leftover.Leftovers;
import org.callboard.core.wiring.BundleSlots;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;
import org.osgi.framework.wiring.BundleWiring;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Ends what was started of a revision, and keeps what its code left behind. */
final class RevisionEnd {

    private static final Logger LOG = LoggerFactory.getLogger(RevisionEnd.class);
    private static final long STOP_MILLIS = 10_000;

    private final Ground ground;
    private final Leftovers leftovers = new Leftovers();

    RevisionEnd(Ground ground) {
        this.ground = ground;
    }

    /** Where revisions run, and where what is known of them is kept. */
    record Ground(
            PluginEntries entries,
            SettingsOfJars settings,
            BundleSlots slots,
            UnseenServices unseen,
            StoppedRevisions stopped) {}

    static ForeignCall open(PluginEntries entries, RevisionName name, ClassLoader loader) {
        return entries.open(name, RouteClaims.role(name.plugin()), loader);
    }

    /** {@return false where its code does not return} */
    boolean discard(RevisionName name, Bundle bundle, @Nullable ForeignCall entry) {
        // none where what it is wired to went away before it began
        BundleWiring wiring = bundle.adapt(BundleWiring.class);
        if (entry != null && wiring != null) {
            ClassLoader loader = wiring.getClassLoader();
            stopBundle(name, bundle, loader);
            entry.close();
            ground.settings().close(loader);
            ground.stopped().add(name, loader, leftovers.clear(loader));
        } else if (entry != null) {
            entry.close();
        }
        return free(name, bundle);
    }

    /** On threads of its own: those of the plugin may all be busy. */
    private void stopBundle(RevisionName name, Bundle bundle, ClassLoader loader) {
        if (bundle.getState() != Bundle.ACTIVE) {
            return;
        }
        try (ForeignCall exit = open(ground.entries(), name, loader)) {
            exit.call(
                    () -> {
                        bundle.stop(Bundle.STOP_TRANSIENT);
                        return bundle;
                    },
                    STOP_MILLIS);
        } catch (PortalException failure) {
            LOG.warn("Plugin '{}' {} did not stop cleanly: {}", name.plugin(), name.version(), failure.message());
        }
    }

    /** A bundle whose code does not return can't be used again; whoever waits for it would wait for good. */
    boolean free(RevisionName name, Bundle bundle) {
        if (bundle.getState() == Bundle.STARTING || bundle.getState() == Bundle.STOPPING) {
            LOG.error(
                    "Plugin '{}' {} can't be stopped: its code does not return. It costs its threads until the portal is"
                            + " restarted",
                    name.plugin(),
                    name.version());
            return false;
        }
        ground.unseen().forget(bundle);
        try {
            ground.slots().free(bundle);
        } catch (BundleException | RuntimeException failure) {
            LOG.warn("What plugin '{}' {} ran in can't be used again", name.plugin(), name.version(), failure);
        }
        return true;
    }
}
