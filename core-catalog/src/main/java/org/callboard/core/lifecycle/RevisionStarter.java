package org.callboard.core.lifecycle;

import jakarta.servlet.ServletConfig;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.callboard.api.problem.PortalException;
import org.callboard.core.endpoint.PluginRoutes;
import org.callboard.core.extension.ActiveExtension;
import org.callboard.core.extension.ActiveExtension.RevisionName;
import org.callboard.core.extension.BundleExtensions;
import org.callboard.core.extension.ForeignCall;
import org.callboard.core.extension.PluginEntries;
import org.callboard.core.leftover.Leftovers;
import org.callboard.core.leftover.ProcessSettings;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.wiring.BundleWiring;
import org.osgi.framework.wiring.FrameworkWiring;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Starts a revision beside whatever serves, proves that it works, and stops it when it is no longer wanted. */
final class RevisionStarter {

    private static final Logger LOG = LoggerFactory.getLogger(RevisionStarter.class);
    private static final long START_MILLIS = 10_000;
    private static final long STOP_MILLIS = 10_000;

    private final BundleContext context;
    private final BundleExtensions services;
    private final WiringDiagnosis wiring;
    private final Supplier<ServletConfig> servlet;
    private final PluginEntries entries;
    private final BundleSlots slots;
    private final Leftovers leftovers = new Leftovers();
    private final StoppedRevisions stopped = new StoppedRevisions();

    RevisionStarter(BundleContext context, Supplier<ServletConfig> servlet, PluginEntries entries) {
        this.context = context;
        this.services = new BundleExtensions(context);
        this.wiring = new WiringDiagnosis(context);
        this.servlet = servlet;
        this.entries = entries;
        this.slots = new BundleSlots(context);
    }

    /** {@return what is known of the revisions that it stopped} */
    StoppedRevisions stopped() {
        return stopped;
    }

    /**
     * Starts a jar's bundle and makes all its components.
     *
     * @throws RefusedException with the diagnosis where anything of that fails; nothing of it is left then
     */
    Revision start(PluginArchive archive, Path jar) {
        RevisionName name = nameOf(archive);
        wiring.check(archive);
        Bundle bundle = install(archive, jar);
        ForeignCall entry = null;
        try {
            resolve(archive, bundle);
            entry = open(name, bundle.adapt(BundleWiring.class).getClassLoader());
            startBundle(name, bundle, entry);
            List<ActiveExtension<?>> extensions = proven(archive, bundle, name, entry);
            PluginRoutes routes = PluginRoutes.of(archive.id(), extensions, entry, servlet.get());
            return new Revision(archive, jar, new Revision.Started(name, bundle, entry, extensions, routes));
        } catch (PortalException failure) {
            RefusedException refused = StartDiagnosis.explain(archive, bundle, failure);
            boolean isGone = discard(name, bundle, entry);
            throw failure.getCause() instanceof TimeoutException
                    ? StartDiagnosis.tookTooLong(archive, failure, stopped.leftBy(archive.id()), isGone)
                    : refused;
        } catch (RuntimeException failure) {
            discard(name, bundle, entry);
            throw failure;
        }
    }

    private List<ActiveExtension<?>> proven(
            PluginArchive archive, Bundle bundle, RevisionName name, ForeignCall entry) {
        ComponentProof proof = new ComponentProof(context);
        proof.check(name.plugin(), bundle);
        List<ActiveExtension<?>> extensions = services.of(bundle, name, entry);
        // once more: components are made when they are first asked for
        proof.check(name.plugin(), bundle);
        ExtensionNames.check(archive, extensions);
        HealthProof.check(name.plugin(), extensions);
        return extensions;
    }

    private ForeignCall open(RevisionName name, ClassLoader loader) {
        return entries.open(name, RouteClaims.role(name.plugin()), loader);
    }

    private static RevisionName nameOf(PluginArchive archive) {
        return new RevisionName(archive.id(), archive.version().toString(), archive.digest());
    }

    /**
     * Looks whether a jar's bundle would find what it needs; none of its code runs.
     *
     * @throws RefusedException where it would not
     */
    void tryToResolve(PluginArchive archive) {
        wiring.check(archive);
        Bundle bundle = install(archive, archive.file());
        try {
            resolve(archive, bundle);
        } finally {
            free(nameOf(archive), bundle);
        }
    }

    private Bundle install(PluginArchive archive, Path jar) {
        try {
            return slots.take(jar);
        } catch (BundleException | IOException failure) {
            throw WiringDiagnosis.unreadable(archive, failure);
        }
    }

    private void resolve(PluginArchive archive, Bundle bundle) {
        FrameworkWiring framework = context.getBundle(0).adapt(FrameworkWiring.class);
        if (framework.resolveBundles(List.of(bundle))) {
            return;
        }
        try {
            bundle.start();
        } catch (BundleException unresolved) {
            throw wiring.explain(archive, unresolved);
        }
    }

    private void startBundle(RevisionName name, Bundle bundle, ForeignCall entry) {
        ProcessSettings before = ProcessSettings.now();
        entry.call(
                () -> {
                    bundle.start(Bundle.START_TRANSIENT);
                    return bundle;
                },
                START_MILLIS);
        stopped.changed(name, before.restore());
    }

    /**
     * Stops a revision for good; what its code does meanwhile is contained.
     *
     * @return false where its code does not return
     */
    boolean stop(Revision revision) {
        revision.routes().close();
        return discard(revision.name(), revision.bundle(), revision.entry());
    }

    private boolean discard(RevisionName name, Bundle bundle, @Nullable ForeignCall entry) {
        if (entry != null) {
            ClassLoader loader = bundle.adapt(BundleWiring.class).getClassLoader();
            stopBundle(name, bundle, loader);
            entry.close();
            stopped.add(name, loader, leftovers.clear(loader));
        }
        return free(name, bundle);
    }

    /** On threads of its own: those of the plugin may all be busy. */
    private void stopBundle(RevisionName name, Bundle bundle, ClassLoader loader) {
        if (bundle.getState() != Bundle.ACTIVE) {
            return;
        }
        try (ForeignCall exit = open(name, loader)) {
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
    private boolean free(RevisionName name, Bundle bundle) {
        if (bundle.getState() == Bundle.STARTING || bundle.getState() == Bundle.STOPPING) {
            LOG.error(
                    "Plugin '{}' {} can't be stopped: its code does not return. It costs its threads until the portal is"
                            + " restarted",
                    name.plugin(),
                    name.version());
            return false;
        }
        try {
            slots.free(bundle);
        } catch (BundleException | RuntimeException failure) {
            LOG.warn("What plugin '{}' {} ran in can't be used again", name.plugin(), name.version(), failure);
        }
        return true;
    }
}
