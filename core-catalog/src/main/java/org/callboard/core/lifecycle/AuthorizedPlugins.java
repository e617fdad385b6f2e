package org.callboard.core.lifecycle;

import java.io.InputStream;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.callboard.api.plugins.Plan;
import org.callboard.api.plugins.PluginInfo;
import org.callboard.api.plugins.Plugins;
import org.callboard.api.problem.PortalException;
import org.callboard.api.problem.ProblemKind;
import org.callboard.api.security.Caller;
import org.callboard.api.security.Permission;
import org.callboard.core.archive.RefusedException;
import org.callboard.core.extension.ActiveExtension.RevisionName;
import org.callboard.core.extension.PreviewScope;
import org.callboard.core.pluginstore.Upload;
import org.callboard.core.revision.Revision;
import org.callboard.core.session.Permissions;

/** The plugins as the rest of the portal sees them: who may do what, and what is told of it. */
final class AuthorizedPlugins implements Plugins {

    private final Doors doors;
    private final Ground ground;
    private final PluginStart start;
    private final Consumer<String> forgotten;
    private final String basePath;

    /** Who does what is asked for. */
    record Doors(
            PluginInstaller installer,
            Planner planner,
            Steering steering,
            PluginOverview overview,
            PluginAccess access) {}

    /**
     * Lets in who may.
     *
     * @param forgotten told the id of each plugin that was removed
     */
    AuthorizedPlugins(Doors doors, Ground ground, PluginStart start, Consumer<String> forgotten, String basePath) {
        this.doors = doors;
        this.ground = ground;
        this.start = start;
        this.forgotten = forgotten;
        this.basePath = basePath;
    }

    @Override
    public List<PluginInfo> list(Caller caller) {
        Permissions.require(caller, Permission.PLUGIN_READ);
        return doors.overview().all();
    }

    @Override
    public Optional<PluginInfo> find(Caller caller, String id) {
        Permissions.require(caller, Permission.PLUGIN_READ);
        return doors.overview().find(id);
    }

    @Override
    public Optional<URI> uiBase(String id) {
        return seen(id).map(revision -> URI.create(basePath + "/ui/" + revision.uiFolder() + "/"));
    }

    /** {@return the plugin's revision that the request at hand sees} */
    private Optional<RevisionName> seen(String id) {
        PreviewScope scope = PreviewScope.current();
        return scope != null && scope.revision().plugin().equals(id)
                ? Optional.of(scope.revision())
                : ground.active().find(id).map(Revision::name);
    }

    @Override
    public Plan plan(Caller caller, InputStream jar, Terms terms) {
        Permissions.require(caller, Permission.PLUGIN_MANAGE);
        try (Upload upload = Upload.receive(jar, ground.folder())) {
            return doors.planner().plan(caller, upload.file(), terms);
        }
    }

    @Override
    public Installed install(Caller caller, InputStream jar, Terms terms) {
        Permissions.require(caller, Permission.PLUGIN_MANAGE);
        return answering(() -> {
            PluginInstaller.Done done = doors.installer().install(caller, jar, terms);
            return new Installed(done.outcome(), now(done.revision().name().plugin()));
        });
    }

    @Override
    public PluginInfo rollback(Caller caller, String id) {
        doors.access().requireManaging(caller, id);
        start.requireUndeclared(id);
        return answering(() -> {
            doors.steering().rollback(caller, id);
            return now(id);
        });
    }

    @Override
    public PluginInfo disable(Caller caller, String id) {
        doors.access().requireManaging(caller, id);
        start.requireUndeclared(id);
        doors.steering().disable(caller, id);
        return now(id);
    }

    @Override
    public PluginInfo enable(Caller caller, String id) {
        doors.access().requireManaging(caller, id);
        start.requireUndeclared(id);
        return answering(() -> {
            doors.steering().enable(caller, id);
            return now(id);
        });
    }

    @Override
    public void remove(Caller caller, String id) {
        doors.access().requireManaging(caller, id);
        start.requireUndeclared(id);
        doors.steering().remove(caller, id);
        forgotten.accept(id);
    }

    @Override
    public void release(Caller caller, String id) {
        doors.access().requireManaging(caller, id);
        start.requireUndeclared(id);
        doors.steering().release(caller, id);
    }

    @Override
    public void dropTables(Caller caller, String id) {
        doors.access().requireManaging(caller, id);
        doors.steering().dropTables(caller, id);
    }

    private PluginInfo now(String id) {
        return doors.overview()
                .find(id)
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
}
