package org.callboard.core.lifecycle;

import jakarta.servlet.ServletConfig;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.callboard.api.problem.PortalException;
import org.callboard.core.endpoint.PluginRoutes;
import org.callboard.core.extension.ActiveExtension;
import org.callboard.core.extension.ActiveExtension.RevisionName;
import org.callboard.core.extension.BundleExtensions;
import org.callboard.core.extension.ForeignCall;
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
    private final AtomicLong slots = new AtomicLong();

    RevisionStarter(BundleContext context, Supplier<ServletConfig> servlet) {
        this.context = context;
        this.services = new BundleExtensions(context);
        this.wiring = new WiringDiagnosis(context);
        this.servlet = servlet;
    }

    /**
     * Starts a jar's bundle and makes all its components.
     *
     * @throws RefusedException with the diagnosis where anything of that fails; nothing of it is left then
     */
    Revision start(PluginArchive archive, Path jar) {
        RevisionName name = new RevisionName(archive.id(), archive.version().toString(), archive.digest());
        wiring.check(archive);
        Bundle bundle = install(archive, jar);
        ForeignCall entry = null;
        try {
            resolve(archive, bundle);
            entry = new ForeignCall(
                    archive.id(), bundle.adapt(BundleWiring.class).getClassLoader());
            startBundle(archive, bundle, entry);
            ComponentProof proof = new ComponentProof(context);
            proof.check(archive.id(), bundle);
            List<ActiveExtension<?>> extensions = services.of(bundle, name, entry);
            // once more: components are made when they are first asked for
            proof.check(archive.id(), bundle);
            HealthProof.check(archive.id(), extensions);
            PluginRoutes routes = PluginRoutes.of(archive.id(), extensions, entry, servlet.get());
            return new Revision(archive, jar, new Revision.Started(name, bundle, entry, extensions, routes));
        } catch (PortalException failure) {
            RefusedException refused = StartDiagnosis.explain(archive, bundle, failure);
            discard(bundle, entry);
            throw refused;
        } catch (RefusedException refused) {
            discard(bundle, entry);
            throw refused;
        }
    }

    /**
     * Looks whether a jar's bundle would find what it needs; none of its code runs.
     *
     * @throws RefusedException where it would not
     */
    void tryToResolve(PluginArchive archive) {
        Bundle bundle = install(archive, archive.file());
        try {
            resolve(archive, bundle);
        } finally {
            discard(bundle, null);
        }
    }

    private Bundle install(PluginArchive archive, Path jar) {
        // every start has a location of its own: the same jar may still be draining under an earlier one
        String location = Offers.PLUGIN + archive.id() + ":" + slots.incrementAndGet();
        try (InputStream in = Files.newInputStream(jar)) {
            return context.installBundle(location, in);
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

    private static void startBundle(PluginArchive archive, Bundle bundle, ForeignCall entry) {
        entry.call(
                () -> {
                    bundle.start(Bundle.START_TRANSIENT);
                    return archive;
                },
                START_MILLIS);
    }

    /** Stops a revision for good; what its code does meanwhile is contained. */
    void stop(Revision revision) {
        revision.routes().close();
        discard(revision.bundle(), revision.entry());
    }

    private void discard(Bundle bundle, @Nullable ForeignCall entry) {
        try {
            if (entry != null && bundle.getState() == Bundle.ACTIVE) {
                entry.call(
                        () -> {
                            bundle.stop();
                            return bundle;
                        },
                        STOP_MILLIS);
            }
        } catch (PortalException slow) {
            LOG.warn("{} did not stop cleanly", bundle, slow);
        }
        try {
            bundle.uninstall();
            context.getBundle(0).adapt(FrameworkWiring.class).refreshBundles(List.of(bundle));
        } catch (BundleException failure) {
            LOG.warn("{} could not be uninstalled", bundle, failure);
        }
        if (entry != null) {
            entry.close();
        }
    }
}
