package org.callboard.core.lifecycle;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.callboard.api.plugins.Diagnosis;
import org.callboard.api.plugins.Plugins.Installed.Outcome;
import org.callboard.api.problem.PortalException;
import org.callboard.api.problem.ProblemKind;
import org.callboard.api.security.Caller;
import org.callboard.core.audit.AuditLog;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one road by which plugins come, are replaced and go. */
final class PluginInstaller {

    /** Whether the same version may come with other bytes. */
    enum SameVersion {
        /** As developers need it. */
        ACCEPTED,
        /** As operators need it. */
        REFUSED
    }

    private static final Logger LOG = LoggerFactory.getLogger(PluginInstaller.class);

    private final PluginStore store;
    private final RevisionStarter starter;
    private final ActiveRevisions active;
    private final Retirement retirement;
    private final AuditLog audit;
    private final SameVersion sameVersion;
    private final Map<String, ReentrantLock> locks = new ConcurrentHashMap<>();

    PluginInstaller(
            PluginStore store,
            RevisionStarter starter,
            ActiveRevisions active,
            Retirement retirement,
            AuditLog audit,
            SameVersion sameVersion) {
        this.store = store;
        this.starter = starter;
        this.active = active;
        this.retirement = retirement;
        this.audit = audit;
        this.sameVersion = sameVersion;
    }

    /** What an install came to. */
    record Done(Outcome outcome, Revision revision) {}

    /** Takes an upload down the road; its temporary file is gone afterwards. */
    Done install(Caller caller, InputStream jar) {
        Path upload = receive(jar);
        try {
            return install(caller, upload);
        } finally {
            deleteQuietly(upload);
        }
    }

    /** Takes a jar's file down the road. */
    Done install(Caller caller, Path file) {
        String subject = "a jar";
        try {
            PluginArchive archive = PluginArchive.read(file);
            subject = archive.id() + " " + archive.version() + " " + archive.digest();
            Done done = locked(archive.id(), () -> replace(archive));
            audit.record(
                    caller,
                    "plugin.install",
                    subject,
                    AuditLog.Outcome.DONE,
                    done.outcome().name());
            return done;
        } catch (RefusedException refused) {
            LOG.warn("Install of {} {}", subject, refused.logLine());
            audit.record(caller, "plugin.install", subject, AuditLog.Outcome.REFUSED, refused.getMessage());
            throw refused;
        }
    }

    private Done replace(PluginArchive archive) {
        Revision before = active.find(archive.id()).orElse(null);
        if (before != null && before.name().digest().equals(archive.digest())) {
            return new Done(Outcome.UNCHANGED, before);
        }
        checkVersion(archive, before);
        Revision candidate = startCandidate(archive);
        try {
            takeOver(archive, candidate);
        } catch (RuntimeException failure) {
            starter.stop(candidate);
            store.discard(archive.digest());
            throw failure;
        }
        if (before != null) {
            retirement.retire(before);
        }
        return new Done(before == null ? Outcome.NEW : Outcome.REPLACED, candidate);
    }

    private Revision startCandidate(PluginArchive archive) {
        try {
            return starter.start(archive, store.adopt(archive));
        } catch (RefusedException refused) {
            store.discard(archive.digest());
            throw refused;
        } catch (IOException failure) {
            throw new UncheckedIOException("The jar of '" + archive.id() + "' can't be kept.", failure);
        }
    }

    /** Short and without foreign code: one install at a time may look at the claims, record and switch. */
    private synchronized void takeOver(PluginArchive archive, Revision candidate) {
        RouteClaims.check(candidate, active.all());
        try {
            store.want(archive);
        } catch (IOException failure) {
            throw new UncheckedIOException("The jar of '" + archive.id() + "' can't be kept.", failure);
        }
        active.activate(candidate);
    }

    private void checkVersion(PluginArchive archive, @Nullable Revision before) {
        if (before != null
                && sameVersion == SameVersion.REFUSED
                && before.name().version().equals(archive.version().toString())) {
            throw new RefusedException(new Diagnosis(
                    "Plugin '" + archive.id() + "' " + archive.version() + " was refused.",
                    "This version serves already, from a jar with other content.",
                    "Give the new jar a version of its own, or set 'development: true' on a portal of your own."));
        }
    }

    /** Stops a plugin and forgets it. */
    void remove(Caller caller, String id) {
        locked(id, () -> {
            Revision revision = active.deactivate(id);
            store.forget(id);
            if (revision != null) {
                retirement.retire(revision);
            }
            return id;
        });
        audit.record(caller, "plugin.remove", id, AuditLog.Outcome.DONE, null);
    }

    /** Starts what the store wants, when the portal starts. */
    void startStored(PluginStore.Desired desired) {
        locked(desired.id(), () -> {
            try {
                Path file = store.file(desired.digest());
                PluginArchive archive = PluginArchive.read(file);
                active.activate(starter.start(archive, file));
                return desired;
            } catch (IOException failure) {
                throw new UncheckedIOException("The jar of '" + desired.id() + "' can't be made.", failure);
            }
        });
    }

    private <R> R locked(String id, java.util.function.Supplier<R> work) {
        ReentrantLock lock = locks.computeIfAbsent(id, any -> new ReentrantLock());
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }

    private Path receive(InputStream jar) {
        Path upload = null;
        try {
            upload = store.upload();
            long length = copyUpTo(jar, upload);
            if (length > PluginArchive.MAX_BYTES) {
                throw new PortalException(
                        ProblemKind.TOO_LARGE,
                        "The jar is larger than " + (PluginArchive.MAX_BYTES >> 20) + " MiB.",
                        "Leave out what the plugin does not need.");
            }
            return upload;
        } catch (IOException failure) {
            deleteQuietly(upload);
            throw new PortalException(
                    ProblemKind.BAD_INPUT, "The upload ended before the jar was complete.", "Send it again.", failure);
        } catch (PortalException tooLarge) {
            deleteQuietly(upload);
            throw tooLarge;
        }
    }

    private static long copyUpTo(InputStream jar, Path upload) throws IOException {
        try (var out = Files.newOutputStream(upload)) {
            byte[] buffer = new byte[65_536];
            long length = 0;
            for (int read = jar.read(buffer); read >= 0 && length <= PluginArchive.MAX_BYTES; read = jar.read(buffer)) {
                out.write(buffer, 0, read);
                length += read;
            }
            return length;
        }
    }

    private static void deleteQuietly(@Nullable Path file) {
        try {
            if (file != null) {
                Files.deleteIfExists(file);
            }
        } catch (IOException failure) {
            LOG.warn("{} could not be deleted", file, failure);
        }
    }
}
