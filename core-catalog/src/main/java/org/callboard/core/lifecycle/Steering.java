package org.callboard.core.lifecycle;

import java.util.List;
import java.util.function.Supplier;
import org.callboard.api.plugins.Diagnosis;
import org.callboard.api.plugins.PluginInfo.Candidate;
import org.callboard.api.plugins.PluginState;
import org.callboard.api.problem.PortalException;
import org.callboard.api.problem.ProblemKind;
import org.callboard.api.security.Caller;
import org.callboard.core.archive.RefusedException;
import org.callboard.core.asks.OwnTables;
import org.callboard.core.audit.AuditLog;
import org.callboard.core.extension.ActiveExtension.RevisionName;
import org.callboard.core.pluginstore.NameClaims;
import org.callboard.core.pluginstore.PluginRecord;
import org.callboard.core.pluginstore.PluginRecord.Kept;
import org.callboard.core.pluginstore.PluginRecord.Wish;
import org.callboard.core.pluginstore.PluginStore;
import org.callboard.core.revision.ActiveRevisions;
import org.callboard.core.revision.RouteClaims;
import org.callboard.core.session.PortalCaller;
import org.callboard.core.supervision.PluginSlots;
import org.callboard.core.supervision.Supervision;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is done with plugins that are installed: back, off, on, away. */
final class Steering implements Supervision.Measures {

    private static final Logger LOG = LoggerFactory.getLogger(Steering.class);

    private final PluginInstaller installer;
    private final PluginStore store;
    private final PluginSlots slots;
    private final ActiveRevisions active;
    private final AuditLog audit;
    private final NameClaims claims;
    private final OwnTables tables;

    Steering(PluginInstaller installer, Ground ground, NameClaims claims) {
        this.claims = claims;
        this.installer = installer;
        this.store = ground.store();
        this.slots = ground.slots();
        this.active = ground.active();
        this.audit = ground.audit();
        this.tables = ground.tables();
    }

    /** Lets the former revision serve, whether or not the present one runs. */
    void rollback(Caller caller, String id) {
        slots.alone(id, () -> {
            PluginRecord plugin = store.installed(id);
            if (plugin.former().isEmpty()) {
                throw new PortalException(
                        ProblemKind.CONFLICT,
                        "No former revision of plugin '" + id + "' is kept.",
                        "Install the version that is wanted.");
            }
            Kept former = plugin.former().get(0);
            String subject = id + " " + plugin.current().version() + " -> " + former.version();
            return refusable(
                    caller,
                    "plugin.rollback",
                    subject,
                    () -> installer.bringBack(former, () -> store.goBackTo(former)));
        });
    }

    void enable(Caller caller, String id) {
        slots.alone(id, () -> {
            Kept current = store.installed(id).current();
            return active.find(id).isPresent()
                    ? current
                    : refusable(
                            caller,
                            "plugin.enable",
                            id + " " + current.version(),
                            () -> installer.bringBack(current, () -> store.wish(id, Wish.ACTIVE, null)));
        });
    }

    private <R> R refusable(Caller caller, String act, String subject, Supplier<R> work) {
        try {
            R done = work.get();
            audit.record(caller, act, subject, AuditLog.Outcome.DONE, null);
            return done;
        } catch (RefusedException refused) {
            LOG.warn("{} {} {}", act, subject, refused.logLine());
            audit.record(caller, act, subject, AuditLog.Outcome.REFUSED, refused.getMessage());
            throw refused;
        }
    }

    void disable(Caller caller, String id) {
        PluginRecord plugin = optional(id, "disabled");
        installer.takeDown(id, () -> store.wish(id, Wish.DISABLED, null));
        audit.record(caller, "plugin.disable", id + " " + plugin.current().version(), AuditLog.Outcome.DONE, null);
    }

    void remove(Caller caller, String id) {
        PluginRecord plugin = optional(id, "removed");
        installer.takeDown(id, () -> store.forget(id));
        audit.record(caller, "plugin.remove", id + " " + plugin.current().version(), AuditLog.Outcome.DONE, null);
    }

    /** Gives the name of a plugin that is not installed free. */
    void release(Caller caller, String id) {
        slots.alone(id, () -> {
            if (active.find(id).isPresent() || store.find(id).isPresent()) {
                throw new PortalException(
                        ProblemKind.CONFLICT,
                        "Plugin '" + id + "' is installed, and its name is its owner's.",
                        "Remove the plugin first, then release its name.");
            }
            List<String> left = tables.of(id);
            if (!left.isEmpty()) {
                throw new PortalException(
                        ProblemKind.CONFLICT,
                        "The name '" + id + "' has tables, which its next owner would get: " + String.join(", ", left)
                                + ".",
                        "Drop them first: callboard plugin drop-tables " + id + ".");
            }
            if (!claims.release(id)) {
                throw new PortalException(ProblemKind.NOT_FOUND, "The name '" + id + "' belongs to nobody.");
            }
            audit.record(caller, "plugin.release", id, AuditLog.Outcome.DONE, null);
            return id;
        });
    }

    /** Drops the tables of a plugin that is not installed. */
    void dropTables(Caller caller, String id) {
        slots.alone(id, () -> {
            if (store.find(id).isPresent()) {
                throw new PortalException(
                        ProblemKind.CONFLICT,
                        "Plugin '" + id + "' is installed, and its tables are dropped with all that is in them.",
                        "Remove the plugin first.");
            }
            List<String> dropped = tables.drop(id);
            if (dropped.isEmpty()) {
                throw new PortalException(ProblemKind.NOT_FOUND, "There are no tables of a plugin '" + id + "'.");
            }
            audit.record(caller, "plugin.drop-tables", id, AuditLog.Outcome.DONE, String.join(", ", dropped));
            return dropped;
        });
    }

    private PluginRecord optional(String id, String what) {
        PluginRecord plugin = store.installed(id);
        if (RouteClaims.MANDATORY.contains(id)) {
            throw new PortalException(
                    ProblemKind.CONFLICT,
                    "Plugin '" + id + "' can't be " + what + ": the portal does not work without it.",
                    "Install another version of it in its place, or roll it back.");
        }
        return plugin;
    }

    @Override
    public boolean goBack(RevisionName failing, Diagnosis why) {
        String id = failing.plugin();
        return slots.alone(id, () -> {
            // somebody may have disabled, removed or replaced it since it failed: that stands
            if (!active.serves(failing)) {
                return false;
            }
            PluginRecord plugin = store.installed(id);
            if (plugin.former().isEmpty() || !plugin.digest().equals(failing.digest())) {
                return false;
            }
            try {
                rollback(PortalCaller.PORTAL, id);
            } catch (RefusedException refused) {
                return false;
            }
            LOG.warn("Plugin '{}' went back by itself: {}", id, why.cause());
            Diagnosis gone = wentBack(failing, plugin.former().get(0), why);
            slots.of(id).wentBack(id, new Candidate(failing.version(), failing.digest(), PluginState.FAILED, gone));
            return true;
        });
    }

    private static Diagnosis wentBack(RevisionName failing, Kept serving, Diagnosis why) {
        return new Diagnosis(
                why.summary(),
                why.cause(),
                "Nothing has to be done at once: " + serving.version()
                        + " serves again. The plugin's log has the details; mend " + failing.version()
                        + " and install it as a later version.");
    }

    @Override
    public void quarantine(RevisionName failing, Diagnosis why) {
        String id = failing.plugin();
        slots.alone(id, () -> {
            if (store.find(id)
                    .filter(plugin -> plugin.digest().equals(failing.digest()))
                    .isPresent()) {
                installer.takeDown(id, () -> store.wish(id, Wish.QUARANTINED, why));
                LOG.error("Plugin '{}' is in quarantine: {}", id, why.cause());
                audit.record(
                        PortalCaller.PORTAL,
                        "plugin.quarantine",
                        id + " " + failing.version(),
                        AuditLog.Outcome.DONE,
                        why.cause());
            }
            return id;
        });
    }
}
