package org.callboard.core.revision;

import jakarta.servlet.ServletConfig;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.callboard.api.problem.PortalException;
import org.callboard.core.archive.PluginArchive;
import org.callboard.core.archive.RefusedException;
import org.callboard.core.asks.OwnTables;
import org.callboard.core.asks.SettingsOfJars;
import org.callboard.core.endpoint.PluginRoutes;
import org.callboard.core.extension.ActiveExtension;
import org.callboard.core.extension.ActiveExtension.RevisionName;
import org.callboard.core.extension.BundleExtensions;
import org.callboard.core.extension.ForeignCall;
import org.callboard.core.extension.PluginEntries;
import org.callboard.core.leftover.ProcessSettings;
import org.callboard.core.wiring.BundleSlots;
import org.callboard.core.wiring.WiringDiagnosis;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.hooks.resolver.ResolverHookFactory;
import org.osgi.framework.wiring.BundleWiring;
import org.osgi.framework.wiring.FrameworkWiring;

/** Starts a revision beside whatever serves, proves that it works, and stops it when it is no longer wanted. */
public final class RevisionStarter {

    private static final long START_MILLIS = 10_000;

    private final BundleContext context;
    private final BundleExtensions services;
    private final WiringDiagnosis wiring;
    private final Supplier<ServletConfig> servlet;
    private final PluginEntries entries;
    private final Checks checks;
    private final BundleSlots slots;
    private final UnseenServices unseen;
    private final StoppedRevisions stopped = new StoppedRevisions();
    private final RevisionEnd end;

    /** What is looked at and prepared before a jar's code runs. */
    public record Checks(CheckedJars code, SettingsOfJars settings, OwnTables tables) {}

    /** Starts revisions in the framework of this context; each is wired to those that serve only. */
    public RevisionStarter(
            BundleContext context,
            ActiveRevisions active,
            Supplier<ServletConfig> servlet,
            PluginEntries entries,
            Checks checks) {
        context.registerService(ResolverHookFactory.class, new WiringRule(active), null);
        this.context = context;
        this.services = new BundleExtensions(context);
        this.wiring = new WiringDiagnosis(context);
        this.servlet = servlet;
        this.entries = entries;
        this.checks = checks;
        this.slots = new BundleSlots(context);
        this.unseen = new UnseenServices(context);
        this.end = new RevisionEnd(new RevisionEnd.Ground(entries, checks.settings(), slots, unseen, stopped));
    }

    /** {@return what is known of the revisions that it stopped} */
    public StoppedRevisions stopped() {
        return stopped;
    }

    /** {@return what is known of the code of jars} */
    public CheckedJars code() {
        return checks.code();
    }

    /** {@return what is set for the plugins} */
    public SettingsOfJars settings() {
        return checks.settings();
    }

    /**
     * Brings its plugin's tables up to date, starts a jar's bundle and makes all its components.
     *
     * @param reached told how far it has come
     * @throws RefusedException with the diagnosis where anything of that fails; nothing of it is left then
     */
    public Revision start(PluginArchive archive, Path jar, Consumer<DeployStep> reached) {
        return start(archive, jar, bundle -> {}, reached);
    }

    /** The same, where no other plugin is to use what its components offer. */
    public Revision startUnseen(PluginArchive archive, Path jar) {
        return start(archive, jar, unseen::hide, step -> {});
    }

    private Revision start(PluginArchive archive, Path jar, Consumer<Bundle> beforehand, Consumer<DeployStep> reached) {
        RevisionName name = nameOf(archive);
        Bundle bundle = install(archive, jar, beforehand);
        ForeignCall entry = null;
        try {
            prepare(archive, jar, bundle, reached);
            ClassLoader loader = loader(name, bundle);
            entry = RevisionEnd.open(entries, name, loader);
            checks.settings().open(archive, name, loader, entry);
            startBundle(name, bundle, entry);
            reached.accept(DeployStep.PROVE);
            return revision(archive, jar, bundle, entry, proven(archive, bundle, name, entry));
        } catch (PortalException failure) {
            RefusedException refused = bundle.adapt(BundleWiring.class) == null
                    ? Providers.left(name, failure)
                    : StartDiagnosis.explain(archive, bundle, failure);
            boolean isGone = end.discard(name, bundle, entry);
            throw failure.getCause() instanceof TimeoutException
                    ? StartDiagnosis.tookTooLong(archive, failure, stopped.leftBy(archive.id()), isGone)
                    : refused;
        } catch (RuntimeException failure) {
            end.discard(name, bundle, entry);
            throw failure;
        }
    }

    /** What a bundle uses may go between its being resolved and its being started. */
    private static ClassLoader loader(RevisionName name, Bundle bundle) {
        BundleWiring wired = bundle.adapt(BundleWiring.class);
        if (wired == null) {
            throw Providers.left(name, null);
        }
        return wired.getClassLoader();
    }

    private Revision revision(
            PluginArchive archive, Path jar, Bundle bundle, ForeignCall entry, List<ActiveExtension<?>> extensions) {
        PluginRoutes routes = PluginRoutes.of(archive.id(), extensions, entry, servlet.get());
        List<DeclaredPermission> permissions = DeclaredPermission.of(archive, extensions, entry);
        return new Revision(
                archive, jar, new Revision.Started(nameOf(archive), bundle, entry, extensions, routes, permissions));
    }

    private void prepare(PluginArchive archive, Path jar, Bundle bundle, Consumer<DeployStep> reached) {
        reached.accept(DeployStep.PREPARE);
        resolve(archive, bundle);
        checks.tables().bringUp(archive, jar);
        reached.accept(DeployStep.START);
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

    private static RevisionName nameOf(PluginArchive archive) {
        return new RevisionName(archive.id(), archive.version().toString(), archive.digest());
    }

    /**
     * Looks whether a jar's bundle would find what it needs; none of its code runs.
     *
     * @throws RefusedException where it would not
     */
    public void tryToResolve(PluginArchive archive) {
        Bundle bundle = install(archive, archive.file(), any -> {});
        try {
            resolve(archive, bundle);
        } finally {
            end.free(nameOf(archive), bundle);
        }
    }

    private Bundle install(PluginArchive archive, Path jar, Consumer<Bundle> beforehand) {
        wiring.check(archive);
        checks.code().check(archive);
        checks.settings().check(archive);
        try {
            Bundle bundle = slots.take(jar);
            beforehand.accept(bundle);
            return bundle;
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
    public boolean stop(Revision revision) {
        revision.routes().close();
        return end.discard(revision.name(), revision.bundle(), revision.entry());
    }
}
