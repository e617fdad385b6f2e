package org.callboard.core.inbox;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.callboard.api.plugins.Diagnosis;
import org.callboard.api.problem.PortalException;
import org.callboard.api.problem.ProblemKind;
import org.callboard.core.archive.PluginArchive;
import org.callboard.core.archive.RefusedException;
import org.callboard.core.inbox.InboxFolder.Form;
import org.callboard.core.inbox.InboxFolder.Stamp;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A file of the inbox for as long as it stays the same, and what was found out about it. Known to one thread. */
final class InboxFile {

    /** What is known. */
    enum Verdict {
        UNKNOWN,
        /** Not a whole jar; unless it changes it will be put aside. */
        BROKEN,
        UNDER_WAY,
        INSTALLED,
        REFUSED
    }

    private static final Logger LOG = LoggerFactory.getLogger(InboxFile.class);
    private static final int MOST_TRIES = 3;
    private static final long PAUSE_NANOS = TimeUnit.SECONDS.toNanos(5);

    private final Path path;
    private final Stamp stamp;
    private Verdict verdict = Verdict.UNKNOWN;
    private long due;
    private String plugin = "";
    private String digest = "";
    private @Nullable Diagnosis diagnosis;
    private int failures;
    private boolean warned;

    InboxFile(Path path, Stamp stamp, long now) {
        this.path = path;
        this.stamp = stamp;
        this.due = now + Inbox.SETTLED.toNanos();
    }

    Path path() {
        return path;
    }

    Stamp stamp() {
        return stamp;
    }

    Verdict verdict() {
        return verdict;
    }

    void verdict(Verdict now) {
        verdict = now;
    }

    /** {@return when something is to be done with it} */
    long due() {
        return due;
    }

    /** {@return the plugin that it is; empty where that is not known yet} */
    String plugin() {
        return plugin;
    }

    String digest() {
        return digest;
    }

    @Nullable Diagnosis diagnosis() {
        return diagnosis;
    }

    boolean isWaitedFor() {
        return verdict == Verdict.UNKNOWN || verdict == Verdict.BROKEN;
    }

    void copied(JarCopy copy) {
        plugin = copy.plugin();
        digest = copy.digest();
    }

    void broken(Diagnosis why, long until) {
        verdict = Verdict.BROKEN;
        diagnosis = why;
        due = until;
    }

    /** Is left alone for a while after something that is not its fault. */
    void later(long now) {
        due = now + PAUSE_NANOS;
    }

    /** {@return what is wrong with it at first sight, or null} */
    @Nullable Diagnosis fault() {
        if (stamp.form() != Form.FILE) {
            return refused(
                    stamp.form() == Form.FOLDER
                            ? "It is a folder."
                            : "It is a link or a device, and only files are taken.",
                    "Put the plugin's jar itself into the inbox.");
        }
        if (stamp.size() > PluginArchive.MAX_BYTES) {
            return refused(
                    "It is larger than " + (PluginArchive.MAX_BYTES >> 20) + " MiB.",
                    "Leave out what the plugin does not need.");
        }
        return null;
    }

    static Diagnosis incomplete(@Nullable String why) {
        return refused(
                "The file can't be read as a jar: " + why + ".",
                "Put the complete jar into the inbox, best under another name that is changed to its own at the end.");
    }

    static Diagnosis unreadable() {
        return refused("The portal may not read it.", "Give the portal's user the right to read it.");
    }

    private static Diagnosis refused(String cause, String fix) {
        return new Diagnosis("The jar was refused.", cause, fix);
    }

    /** Takes down how the install ended. What is not the jar's fault is tried again a few times. */
    void concluded(@Nullable RuntimeException failure, long now) {
        if (failure == null) {
            verdict = Verdict.INSTALLED;
        } else if (failure instanceof RefusedException refused) {
            verdict = Verdict.REFUSED;
            diagnosis = refused.diagnosis();
        } else if (failure instanceof PortalException known && isItsFault(known)) {
            verdict = Verdict.REFUSED;
            diagnosis = refused(known.message(), Objects.requireNonNullElse(known.hint(), ""));
        } else if (++failures < MOST_TRIES) {
            LOG.warn("{} can't be installed now; it is tried again", InboxFolder.plain(path), failure);
            verdict = Verdict.UNKNOWN;
            due = now + failures * PAUSE_NANOS;
        } else {
            LOG.warn("{} can't be installed", InboxFolder.plain(path), failure);
            verdict = Verdict.REFUSED;
            diagnosis = refused("The portal failed to install it.", "Look at the portal's log, and put it in again.");
        }
    }

    private static boolean isItsFault(PortalException failure) {
        return failure.kind() != ProblemKind.UNAVAILABLE && failure.kind() != ProblemKind.INTERNAL;
    }

    void warnOnce(String what, IOException failure) {
        if (!warned) {
            LOG.warn("{}: {}", InboxFolder.plain(path), what, failure);
            warned = true;
        }
    }
}
