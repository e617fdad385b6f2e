package org.callboard.core.lifecycle;

import java.io.InputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.callboard.api.plugins.Plugins.Terms;
import org.callboard.api.problem.PortalException;
import org.callboard.api.problem.ProblemKind;
import org.callboard.api.security.Caller;
import org.callboard.api.security.Permission;
import org.callboard.core.archive.PluginArchive;
import org.callboard.core.archive.RefusedException;
import org.callboard.core.audit.AuditLog;
import org.callboard.core.pluginstore.ProvenOrigin.Door;
import org.callboard.core.pluginstore.Upload;
import org.callboard.core.revision.ActiveRevisions;
import org.callboard.core.revision.Preview;
import org.callboard.core.revision.PreviewDoor;
import org.callboard.core.revision.Previews;
import org.callboard.core.revision.Retirement;
import org.callboard.core.revision.Revision;
import org.callboard.core.session.Permissions;
import org.callboard.core.session.Secrets;
import org.callboard.core.thread.Workers;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Version;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Opens and ends previews. A revision goes the road of an install until it would take over; its author alone sees it from
 * then on, and none of its work in the background is begun.
 */
final class PluginPreviews implements PreviewDoor, Retirement.Users, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(PluginPreviews.class);

    private final Ground ground;
    private final PluginInstaller installer;
    private final InstallRules rules;
    private final Previews previews;
    private final ScheduledExecutorService timer = Workers.of("plugin-previews", 1);

    PluginPreviews(Ground ground, PluginInstaller installer, InstallRules rules) {
        this.ground = ground;
        this.installer = installer;
        this.rules = rules;
        this.previews = ground.previews();
        ground.active().listen(this::replaced);
        ground.retirement().heed(this);
    }

    @Override
    public Previews previews() {
        return previews;
    }

    @Override
    public Preview open(Caller caller, InputStream jar, Terms terms) {
        Permissions.require(caller, Permission.PLUGIN_MANAGE);
        try (Upload upload = Upload.receive(jar, ground.folder())) {
            return open(caller, upload.file(), terms);
        }
    }

    private Preview open(Caller caller, Path file, Terms terms) {
        String subject = "a jar";
        try {
            PluginArchive archive = PluginArchive.read(file);
            subject = archive.id() + " " + archive.version() + " " + archive.digest();
            ground.access().requireInstalling(caller, archive);
            String origin = rules.origins().check(archive, Door.BROUGHT).toString();
            Preview preview = ground.slots().alone(archive.id(), () -> open(caller.getName(), archive, terms));
            ground.audit().record(caller, "plugin.preview", subject, AuditLog.Outcome.DONE, origin);
            LOG.info(
                    "Preview of {} {} is open to {} until {}",
                    archive.id(),
                    archive.version(),
                    preview.author(),
                    preview.expires());
            return preview;
        } catch (RefusedException refused) {
            LOG.warn("Preview of {} {}", subject, refused.logLine());
            ground.audit().record(caller, "plugin.preview", subject, AuditLog.Outcome.REFUSED, refused.getMessage());
            throw refused.asAnswer();
        }
    }

    private Preview open(String author, PluginArchive archive, Terms terms) {
        String id = archive.id();
        Revision serving = ground.active().find(id).orElse(null);
        if (serving != null && serving.name().digest().equals(archive.digest())) {
            throw new PortalException(
                    ProblemKind.CONFLICT, "This very jar of plugin '" + id + "' serves already.", "Open the portal.");
        }
        Planner.checkAgreed(terms, archive, serving);
        rules.check(archive, terms, installer.current(archive, serving));
        previews.requireRoom(author, id);
        Preview before = previews.of(author, id).orElse(null);
        String key = before == null ? Secrets.fresh() : before.key();
        if (before != null && before.revision().name().digest().equals(archive.digest())) {
            Preview longer = new Preview(before.revision(), author, key, previews.expiry());
            if (previews.prolong(before, longer)) {
                endLater(longer);
                return longer;
            }
        }
        return start(author, key, archive);
    }

    private Preview start(String author, String key, PluginArchive archive) {
        try {
            Revision revision =
                    ground.starter().startUnseen(archive, ground.folder().adopt(archive));
            try {
                Preview preview = new Preview(revision, author, key, previews.expiry());
                ground.active().show(revision, () -> put(preview));
                return preview;
            } catch (RuntimeException failure) {
                ground.starter().stop(revision);
                throw failure;
            }
        } catch (RuntimeException failure) {
            installer.discard(archive.digest());
            throw failure;
        }
    }

    private void put(Preview preview) {
        Preview before = previews.put(preview);
        endLater(preview);
        if (before != null) {
            ground.retirement().retire(before.revision());
        }
    }

    /** What waits for that time knows no revision: one that has been stopped by then must not stay in memory for it. */
    private void endLater(Preview preview) {
        String key = preview.key();
        Instant expires = preview.expires();
        ScheduledFuture<?> unused =
                timer.schedule(() -> expire(key, expires), previews.lifetime().toMillis(), TimeUnit.MILLISECONDS);
    }

    private void expire(String key, Instant expires) {
        for (Preview preview : previews.all()) {
            if (preview.key().equals(key) && preview.expires().equals(expires)) {
                end(preview, "it has expired");
            }
        }
    }

    @Override
    public void end(Caller caller, String author, String plugin) {
        Permissions.require(caller, Permission.PLUGIN_MANAGE);
        Preview preview = previews.of(author, plugin)
                .orElseThrow(() -> new PortalException(
                        ProblemKind.NOT_FOUND,
                        "There is no preview of plugin '" + plugin + "' by " + author + ".",
                        "GET /api/previews lists those that are open."));
        Permissions.require(
                caller, Permission.PLUGIN_MANAGE, plugin, preview.revision().owner());
        end(preview, caller.getName() + " ended it");
        ground.audit().record(caller, "plugin.preview.end", preview.toString(), AuditLog.Outcome.DONE, null);
    }

    private void end(Preview preview, String why) {
        if (previews.remove(preview)) {
            LOG.info("Preview of {} is over: {}", preview, why);
            ground.retirement().retire(preview.revision());
        }
    }

    /** A plugin that was replaced by what its preview shows, or by a later version, needs that no more. */
    private void replaced(ActiveRevisions.Change change) {
        Revision now = change.now();
        if (now == null || isTheSameJar(now, change.before())) {
            return;
        }
        for (Preview preview : previews.all()) {
            if (preview.plugin().equals(change.plugin()) && version(now).compareTo(version(preview.revision())) >= 0) {
                end(preview, version(now) + " serves now");
            }
        }
    }

    private static boolean isTheSameJar(Revision now, @Nullable Revision before) {
        return before != null && before.name().equals(now.name());
    }

    private static Version version(Revision revision) {
        return Version.parseVersion(revision.name().version());
    }

    /** One that uses another plugin's API can't outlive the revision that it was wired to. */
    @Override
    public void leave(Revision provider) {
        List<Revision> users = new ArrayList<>();
        for (Preview preview : previews.all()) {
            if (preview.revision().uses(provider)) {
                end(preview, provider.name().plugin() + ", which it uses, is replaced or ends");
                users.add(preview.revision());
            }
        }
        DependantMoves.await(users);
    }

    /** Ends all. */
    @Override
    public void close() {
        timer.shutdownNow();
        previews.all().forEach(preview -> end(preview, "the portal stops"));
    }
}
