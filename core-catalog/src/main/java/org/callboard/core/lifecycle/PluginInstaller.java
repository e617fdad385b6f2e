package org.callboard.core.lifecycle;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.callboard.api.plugins.PluginState;
import org.callboard.api.plugins.Plugins.Installed.Outcome;
import org.callboard.api.plugins.Plugins.Terms;
import org.callboard.api.security.Caller;
import org.callboard.core.archive.PluginArchive;
import org.callboard.core.archive.RefusedException;
import org.callboard.core.audit.AuditLog;
import org.callboard.core.extension.ActiveExtension.RevisionName;
import org.callboard.core.pluginstore.JarFolder;
import org.callboard.core.pluginstore.PluginRecord.Kept;
import org.callboard.core.pluginstore.PluginRecord.Wish;
import org.callboard.core.pluginstore.PluginStore;
import org.callboard.core.pluginstore.ProvenOrigin;
import org.callboard.core.pluginstore.ProvenOrigin.Door;
import org.callboard.core.pluginstore.Upload;
import org.callboard.core.revision.ActiveRevisions;
import org.callboard.core.revision.DeployStep;
import org.callboard.core.revision.Previews;
import org.callboard.core.revision.Retirement;
import org.callboard.core.revision.Revision;
import org.callboard.core.revision.RevisionStarter;
import org.callboard.core.session.PortalCaller;
import org.callboard.core.supervision.PluginSlots;
import org.callboard.core.supervision.PluginSlots.Slot;
import org.callboard.core.supervision.PluginSlots.Standing;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Version;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one road on which a revision comes to serve, whether it is new, kept from before or started with the portal: it is
 * started beside what serves, proves itself, is recorded, takes over, and then what served is let finish and stopped.
 */
final class PluginInstaller {

    private static final Logger LOG = LoggerFactory.getLogger(PluginInstaller.class);

    private final PluginStore store;
    private final JarFolder folder;
    private final RevisionStarter starter;
    private final ActiveRevisions active;
    private final Retirement retirement;
    private final InstallRules rules;
    private final PluginSlots slots;
    private final AuditLog audit;
    private final Previews previews;
    private final PluginAccess access;
    private volatile Consumer<RevisionName> installed = revision -> {};

    PluginInstaller(Ground ground, InstallRules rules) {
        this.store = ground.store();
        this.folder = ground.folder();
        this.starter = ground.starter();
        this.active = ground.active();
        this.retirement = ground.retirement();
        this.slots = ground.slots();
        this.audit = ground.audit();
        this.previews = ground.previews();
        this.rules = rules;
        this.access = ground.access();
    }

    /** {@return who may install what} */
    PluginAccess access() {
        return access;
    }

    /** Tells of every revision that is installed from now on. */
    void listen(Consumer<RevisionName> listener) {
        installed = listener;
    }

    /** What an install came to. */
    record Done(Outcome outcome, Revision revision) {}

    /** Takes an upload down the road; its temporary file is gone afterwards. */
    Done install(Caller caller, InputStream jar, Terms terms) {
        try (Upload upload = Upload.receive(jar, folder)) {
            return install(caller, upload.file(), terms);
        }
    }

    /** Takes a jar's file down the road. */
    Done install(Caller caller, Path file, Terms terms) {
        return install(caller, () -> PluginArchive.read(file), terms, Door.BROUGHT);
    }

    /** Takes a jar that ships with the portal down the road. */
    Done installShipped(PluginArchive archive) {
        return install(PortalCaller.PORTAL, () -> archive, Terms.USUAL, Door.SHIPPED);
    }

    private Done install(Caller caller, Supplier<PluginArchive> jar, Terms terms, Door door) {
        String subject = "a jar";
        try {
            PluginArchive archive = jar.get();
            subject = archive.id() + " " + archive.version() + " " + archive.digest();
            access.requireInstalling(caller, archive);
            ProvenOrigin origin = rules.origins().check(archive, door);
            Done done = slots.alone(archive.id(), () -> install(archive, terms, origin));
            audit.record(
                    caller,
                    "plugin.install",
                    subject,
                    AuditLog.Outcome.DONE,
                    done.outcome().name() + ", " + origin);
            return done;
        } catch (RefusedException refused) {
            LOG.warn("Install of {} {}", subject, refused.logLine());
            audit.record(caller, "plugin.install", subject, AuditLog.Outcome.REFUSED, refused.getMessage());
            throw refused;
        }
    }

    private Done install(PluginArchive archive, Terms terms, ProvenOrigin origin) {
        Revision before = active.find(archive.id()).orElse(null);
        if (before != null && before.name().digest().equals(archive.digest())) {
            return new Done(Outcome.UNCHANGED, before);
        }
        Planner.checkAgreed(terms, archive, before);
        rules.check(archive, terms, current(archive, before));
        Revision now = bringUp(archive, () -> folder.adopt(archive), () -> want(archive, origin));
        installed.accept(now.name());
        return new Done(before == null ? Outcome.NEW : Outcome.REPLACED, now);
    }

    /** {@return the version that a jar would take the place of} What can't be started may be mended by any, and by itself. */
    @Nullable Version current(PluginArchive archive, @Nullable Revision before) {
        if (before != null) {
            return Version.parseVersion(before.name().version());
        }
        return store.find(archive.id())
                .filter(plugin ->
                        plugin.wish() != Wish.ACTIVE && !plugin.digest().equals(archive.digest()))
                .map(plugin -> Version.parseVersion(plugin.current().version()))
                .orElse(null);
    }

    private void want(PluginArchive archive, ProvenOrigin origin) {
        try {
            store.want(archive, origin);
        } catch (IOException failure) {
            throw new UncheckedIOException("The jar of '" + archive.id() + "' can't be kept.", failure);
        }
    }

    /** Starts a revision that is kept, and records that it shall serve. */
    Revision bringBack(Kept kept, Runnable record) {
        return slots.alone(kept.id(), () -> {
            rules.origins().checkStored(kept.id(), kept.digest());
            PluginArchive archive = archive(kept.id(), kept.digest());
            return bringUp(archive, archive::file, record);
        });
    }

    /** Starts what the store wants, when the portal starts; nothing where that has changed meanwhile. */
    PluginStore.Desired startStored(PluginStore.Desired desired) {
        return slots.alone(desired.id(), () -> {
            if (active.find(desired.id()).isPresent() || !store.wants(desired)) {
                return desired;
            }
            rules.origins().checkStored(desired.id(), desired.digest());
            PluginArchive archive = archive(desired.id(), desired.digest());
            Revision unused = bringUp(archive, archive::file, () -> {});
            return desired;
        });
    }

    /** Starts another of the revision that serves, in its place. */
    Revision startAnew(Revision serving) {
        String id = serving.name().plugin();
        return slots.alone(id, () -> {
            PluginArchive archive = archive(id, serving.name().digest());
            return bringUp(archive, archive::file, () -> {});
        });
    }

    private PluginArchive archive(String id, String digest) {
        try {
            return PluginArchive.read(store.file(digest));
        } catch (IOException failure) {
            throw new UncheckedIOException("The jar of '" + id + "' can't be made.", failure);
        }
    }

    private Revision bringUp(PluginArchive archive, Supplier<Path> jar, Runnable record) {
        Slot slot = slots.of(archive.id());
        Revision before = active.find(archive.id()).orElse(null);
        @Nullable Standing stood = slot.standing();
        slot.tries(archive);
        if (before == null) {
            slot.standing(Standing.now(PluginState.STARTING, null));
        }
        try {
            Revision now = starter.start(archive, jar.get(), step -> slot.reached(archive, step));
            slot.reached(archive, DeployStep.TAKE_OVER);
            orStop(now, () -> active.takeOver(now, record));
            slot.serves(archive);
            if (before != null) {
                retirement.retire(before);
            }
            return now;
        } catch (RuntimeException failure) {
            discard(archive.digest());
            slot.standing(stood);
            slot.failed(archive, failure);
            throw failure;
        }
    }

    private void orStop(Revision candidate, Runnable step) {
        try {
            step.run();
        } catch (RuntimeException failure) {
            starter.stop(candidate);
            throw failure;
        }
    }

    /** Deletes the file of a jar that did not come to anything. */
    void discard(String digest) {
        if (!store.digests().contains(digest) && !previews.holds(digest)) {
            folder.delete(digest);
        }
    }

    /** Lets a plugin serve no longer, after this was recorded. */
    void takeDown(String id, Runnable record) {
        slots.alone(id, () -> {
            record.run();
            Revision revision = active.deactivate(id);
            slots.of(id).candidate(null);
            slots.of(id).standing(null);
            if (revision != null) {
                retirement.retire(revision);
            }
            return id;
        });
    }
}
