package org.callboard.core.lifecycle;

import jakarta.servlet.ServletConfig;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Supplier;
import org.callboard.api.plugins.PluginInfo;
import org.callboard.api.plugins.PluginInfo.Contribution;
import org.callboard.api.plugins.PluginInfo.Role;
import org.callboard.api.plugins.PluginState;
import org.callboard.api.plugins.Plugins;
import org.callboard.api.problem.PortalException;
import org.callboard.api.problem.ProblemKind;
import org.callboard.api.security.Caller;
import org.callboard.api.security.Permission;
import org.callboard.core.audit.AuditLog;
import org.callboard.core.db.Database;
import org.callboard.core.lifecycle.PluginInstaller.SameVersion;
import org.osgi.framework.BundleContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The plugins as the rest of the portal sees them. */
public final class PluginLifecycle implements Plugins, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(PluginLifecycle.class);
    private static final Permission READ = new Permission(Permission.PLUGIN_READ);
    private static final Permission MANAGE = new Permission(Permission.PLUGIN_MANAGE);

    private final ActiveRevisions active;
    private final PluginStore store;
    private final Retirement retirement;
    private final PluginInstaller installer;
    private final Map<String, PluginInfo> failed = new ConcurrentSkipListMap<>();

    private PluginLifecycle(
            ActiveRevisions active,
            PluginStore store,
            RevisionStarter starter,
            AuditLog audit,
            SameVersion sameVersion) {
        this.active = active;
        this.store = store;
        this.retirement = new Retirement(starter);
        this.installer = new PluginInstaller(store, starter, active, retirement, audit, sameVersion);
    }

    /** What the lifecycle is built on. */
    public record Ground(
            BundleContext context, Database database, Path storage, AuditLog audit, Supplier<ServletConfig> servlet) {}

    /** Builds the lifecycle; nothing is started yet. */
    public static PluginLifecycle on(Ground ground, ActiveRevisions active, Mode mode) {
        return new PluginLifecycle(
                active,
                new PluginStore(ground.database(), ground.storage().resolve("plugin-jars")),
                new RevisionStarter(ground.context(), ground.servlet()),
                ground.audit(),
                mode == Mode.DEVELOPMENT ? SameVersion.ACCEPTED : SameVersion.REFUSED);
    }

    /** Whose portal it is. */
    public enum Mode {
        /** A developer's own. */
        DEVELOPMENT,
        /** Everybody's. */
        SHARED
    }

    /** Starts what ships with the portal and what was installed, and takes what lies in the inbox. */
    public void start(Path shipped, Path inbox) {
        store.deleteUnwanted();
        new StartUp(store, installer, this::couldNotStart).run(shipped);
        new Inbox(inbox, installer).takeAll();
    }

    private void couldNotStart(String id, RefusedException refused) {
        LOG.error("Plugin '{}' {}", id, refused.logLine());
        failed.put(
                id,
                new PluginInfo(
                        id,
                        "",
                        id,
                        null,
                        refused.state(),
                        Instant.now(),
                        "",
                        role(id),
                        refused.diagnosis(),
                        List.of()));
    }

    /** {@return a sentence for each mandatory plugin that does not serve} */
    public List<String> missing() {
        return RouteClaims.MANDATORY.stream()
                .filter(id -> active.find(id).isEmpty())
                .sorted()
                .map(id -> "The mandatory plugin '" + id + "' does not run.")
                .toList();
    }

    @Override
    public List<PluginInfo> list(Caller caller) {
        require(caller, READ);
        Map<String, PluginInfo> all = new TreeMap<>(failed);
        active.all().forEach(revision -> all.put(revision.name().plugin(), info(revision)));
        return List.copyOf(all.values());
    }

    @Override
    public Optional<PluginInfo> find(Caller caller, String id) {
        require(caller, READ);
        return active.find(id).map(PluginLifecycle::info).or(() -> Optional.ofNullable(failed.get(id)));
    }

    @Override
    public Optional<URI> uiBase(String id) {
        return active.find(id)
                .map(revision -> URI.create("/ui/" + revision.name().uiFolder() + "/"));
    }

    @Override
    public Installed install(Caller caller, InputStream jar) {
        require(caller, MANAGE);
        try {
            PluginInstaller.Done done = installer.install(caller, jar);
            failed.remove(done.revision().name().plugin());
            return new Installed(done.outcome(), info(done.revision()));
        } catch (RefusedException refused) {
            throw refused.asAnswer();
        }
    }

    @Override
    public void remove(Caller caller, String id) {
        require(caller, MANAGE);
        if (RouteClaims.MANDATORY.contains(id)) {
            throw new PortalException(
                    ProblemKind.CONFLICT,
                    "Plugin '" + id + "' can't be removed: the portal does not work without it.",
                    "Install another version of it in its place.");
        }
        if (find(caller, id).isEmpty()) {
            throw new PortalException(ProblemKind.NOT_FOUND, "There is no plugin '" + id + "'.");
        }
        installer.remove(caller, id);
        failed.remove(id);
    }

    private static void require(Caller caller, Permission permission) {
        if (!caller.may(permission)) {
            throw new PortalException(ProblemKind.NOT_ALLOWED, "This needs the permission " + permission.name() + ".");
        }
    }

    private static PluginInfo info(Revision revision) {
        String id = revision.name().plugin();
        return new PluginInfo(
                id,
                revision.name().version(),
                revision.title(),
                revision.owner(),
                PluginState.ACTIVE,
                revision.since(),
                revision.name().digest(),
                role(id),
                null,
                revision.extensions().stream()
                        .map(extension -> new Contribution(extension.pointName(), extension.id(), extension.title()))
                        .toList());
    }

    private static Role role(String id) {
        return RouteClaims.MANDATORY.contains(id) ? Role.MANDATORY : Role.OPTIONAL;
    }

    /** Stops every plugin: requests in flight have a moment to end. */
    @Override
    public void close() {
        for (Revision revision : new ArrayList<>(active.all())) {
            active.deactivate(revision.name().plugin());
            retirement.retire(revision);
        }
        retirement.close();
    }
}
