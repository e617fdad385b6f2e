package org.callboard.core.lifecycle;

import jakarta.servlet.ServletConfig;
import java.io.InputStream;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Supplier;
import org.callboard.api.plugins.Plan;
import org.callboard.api.plugins.PluginInfo;
import org.callboard.api.plugins.Plugins;
import org.callboard.api.problem.PortalException;
import org.callboard.api.problem.ProblemKind;
import org.callboard.api.security.Caller;
import org.callboard.api.security.Permission;
import org.callboard.core.audit.AuditLog;
import org.callboard.core.config.PortalConfig;
import org.callboard.core.db.Database;
import org.callboard.core.extension.PluginEntries;
import org.callboard.core.lifecycle.InstallRules.SameVersion;
import org.callboard.core.signature.SignatureCheck;
import org.osgi.framework.BundleContext;
import org.osgi.framework.hooks.resolver.ResolverHookFactory;

/** The plugins as the rest of the portal sees them: who may do what, and what is told of it. */
public final class PluginLifecycle implements Plugins, AutoCloseable {

    private static final Duration STILL_NEW = Duration.ofHours(1);
    private static final Permission READ = new Permission(Permission.PLUGIN_READ);
    private static final Permission MANAGE = new Permission(Permission.PLUGIN_MANAGE);

    private final String basePath;
    private final HeapSuspect suspect;
    private final PluginInstaller.Ground ground;
    private final PluginInstaller installer;
    private final Planner planner;
    private final Steering steering;
    private final PluginOverview overview;
    private final Supervision supervision;
    private final ScheduledExecutorService supervisor = worker("plugin-supervision", 1);
    private final ScheduledExecutorService checkers = worker("plugin-health", 2);

    private final HealthWatch health;
    private final PluginEntries entries;
    private final PluginStart start;

    private PluginLifecycle(PluginInstaller.Ground ground, InstallRules rules, PortalConfig config, Base base) {
        this.entries = base.entries();
        this.suspect = base.suspect();
        this.ground = ground;
        this.basePath = config.basePath();
        this.installer = new PluginInstaller(ground, rules);
        this.planner = new Planner(ground.active(), installer, rules, ground.starter());
        this.steering = new Steering(installer, ground);
        this.start = new PluginStart(ground, installer, rules, steering, new DeclaredRows(base.database()));
        this.overview = new PluginOverview(ground.active(), ground.store(), ground.slots(), entries);
        this.supervision = new Supervision(
                ground.slots(),
                revision -> ground.active()
                        .find(revision.plugin())
                        .filter(serving -> serving.name().equals(revision))
                        .isPresent(),
                steering,
                config.plugins().lifecycle().probation(),
                Clock.systemUTC(),
                supervisor);
        installer.listen(supervision::began);
        entries.listen(supervision);
        this.health = new HealthWatch(ground.active(), supervision, checkers);
    }

    /** What the lifecycle is built on. */
    public record Base(
            BundleContext context,
            Database database,
            AuditLog audit,
            Supplier<ServletConfig> servlet,
            PluginEntries entries,
            HeapSuspect suspect) {}

    /** Builds the lifecycle; nothing is started yet. */
    public static PluginLifecycle on(Base base, ActiveRevisions active, PortalConfig config) {
        base.context().registerService(ResolverHookFactory.class, new WiringRule(active), null);
        JarFolder folder = new JarFolder(config.storage().resolve("plugin-jars"));
        RevisionStarter starter = new RevisionStarter(base.context(), base.servlet(), base.entries());
        return new PluginLifecycle(
                new PluginInstaller.Ground(
                        new PluginStore(
                                base.database(),
                                folder,
                                config.plugins().lifecycle().revisions()),
                        folder,
                        starter,
                        active,
                        new Retirement(starter),
                        new PluginSlots(),
                        base.audit()),
                new InstallRules(
                        config.development() ? SameVersion.ACCEPTED : SameVersion.REFUSED,
                        new OriginRules(
                                new SignatureCheck(config.plugins().signatures(), Clock.systemUTC()),
                                new NameClaims(base.database()),
                                new JarSigners(base.database()))),
                config,
                base);
    }

    private static ScheduledExecutorService worker(String name, int threads) {
        return Executors.newScheduledThreadPool(threads, task -> {
            Thread thread = new Thread(task, name);
            thread.setDaemon(true);
            return thread;
        });
    }

    /** Starts the plugins; see {@link PluginStart#run}. */
    public CompletableFuture<Void> start(StartOrder order) {
        suspect.keepOff(ground.store());
        CompletableFuture<Void> tried = start.run(order);
        health.start();
        new HeapWatch(entries, suspect).start(checkers);
        return tried;
    }

    /** Deletes the files of jars that no revision that is kept or serves was made from; new ones may be about to be. */
    public void tidyUp() {
        Set<String> digests = new HashSet<>(ground.store().digests());
        ground.active().all().forEach(revision -> digests.add(revision.name().digest()));
        ground.folder().deleteAllBut(digests, Instant.now().minus(STILL_NEW));
    }

    /** {@return a sentence for each mandatory plugin that does not serve} */
    public List<String> missing() {
        return RouteClaims.missing(ground.active());
    }

    @Override
    public List<PluginInfo> list(Caller caller) {
        require(caller, READ);
        return overview.all();
    }

    @Override
    public Optional<PluginInfo> find(Caller caller, String id) {
        require(caller, READ);
        return overview.find(id);
    }

    @Override
    public Optional<URI> uiBase(String id) {
        return ground.active()
                .find(id)
                .map(revision -> URI.create(basePath + "/ui/" + revision.name().uiFolder() + "/"));
    }

    @Override
    public Plan plan(Caller caller, InputStream jar, Terms terms) {
        require(caller, MANAGE);
        try (Upload upload = Upload.receive(jar, ground.folder())) {
            return planner.plan(upload.file(), terms);
        }
    }

    @Override
    public Installed install(Caller caller, InputStream jar, Terms terms) {
        require(caller, MANAGE);
        return answering(() -> {
            PluginInstaller.Done done = installer.install(caller, jar, terms);
            return new Installed(done.outcome(), now(done.revision().name().plugin()));
        });
    }

    @Override
    public PluginInfo rollback(Caller caller, String id) {
        require(caller, MANAGE);
        start.requireUndeclared(id);
        return answering(() -> {
            steering.rollback(caller, id);
            return now(id);
        });
    }

    @Override
    public PluginInfo disable(Caller caller, String id) {
        require(caller, MANAGE);
        start.requireUndeclared(id);
        steering.disable(caller, id);
        return now(id);
    }

    @Override
    public PluginInfo enable(Caller caller, String id) {
        require(caller, MANAGE);
        start.requireUndeclared(id);
        return answering(() -> {
            steering.enable(caller, id);
            return now(id);
        });
    }

    @Override
    public void remove(Caller caller, String id) {
        require(caller, MANAGE);
        start.requireUndeclared(id);
        steering.remove(caller, id);
        entries.forget(id);
    }

    private PluginInfo now(String id) {
        return overview.find(id)
                .orElseThrow(() -> new PortalException(
                        ProblemKind.CONFLICT, "Plugin '" + id + "' was removed by somebody else just now."));
    }

    private static <R> R answering(Supplier<R> work) {
        try {
            return work.get();
        } catch (RefusedException refused) {
            throw refused.asAnswer();
        }
    }

    private static void require(Caller caller, Permission permission) {
        if (!caller.may(permission)) {
            throw new PortalException(ProblemKind.NOT_ALLOWED, "This needs the permission " + permission.name() + ".");
        }
    }

    /** Stops every plugin: requests in flight have a moment to end. */
    @Override
    public void close() {
        start.close();
        checkers.shutdownNow();
        supervisor.shutdownNow();
        List<Revision> serving = List.copyOf(ground.active().all());
        // all at once: what uses another that ends need not be started anew
        serving.forEach(revision -> ground.active().deactivate(revision.name().plugin()));
        serving.forEach(ground.retirement()::retire);
        ground.retirement().close();
    }
}
