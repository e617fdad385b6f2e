package org.callboard.core;

import java.util.List;
import org.callboard.core.audit.AuditLog;
import org.callboard.core.audit.AuditLog.Outcome;
import org.callboard.core.audit.AuditQuery;
import org.callboard.core.audit.AuditRow;
import org.callboard.core.config.ConfigWatch;
import org.callboard.core.policy.CurrentPolicy;
import org.callboard.core.policy.PolicyReading;
import org.callboard.core.session.PortalCaller;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Has the portal follow the file of its policy, and tells of what comes into force and what does not. */
final class PolicyReload {

    private static final Logger LOG = LoggerFactory.getLogger(PolicyReload.class);
    private static final String ACT = "policy.change";

    private final CurrentPolicy policy;
    private final AuditLog audit;

    private PolicyReload(CurrentPolicy policy, AuditLog audit) {
        this.policy = policy;
        this.audit = audit;
    }

    /** Follows the file until what is returned is closed. */
    static ConfigWatch follow(CurrentPolicy policy, AuditLog audit) {
        PolicyReload reload = new PolicyReload(policy, audit);
        reload.begin();
        return new ConfigWatch(policy::files, () -> policy.reload().ifPresent(reload::tell)).start();
    }

    /** What was in force when the portal last ran needs not to be told of again. */
    private void begin() {
        AuditQuery changes = new AuditQuery(null, ACT, null, Outcome.DONE.name(), null, null, null);
        List<AuditRow> before = audit.find(changes, Long.MAX_VALUE, 1);
        boolean isKnown = !before.isEmpty() && before.get(0).act().subject().equals(subject(policy.last()));
        if (!policy.files().isEmpty() && !isKnown) {
            record(Outcome.DONE, null);
        }
    }

    private void tell(PolicyReading reading) {
        if (reading.policy() == null) {
            LOG.error("The changed policy can't be used, and the former one stays in force:\n{}", reading.words());
            record(Outcome.REFUSED, PolicyReading.line(reading.problems().get(0)));
        } else {
            LOG.info(
                    "The changed policy is in force: {} rules",
                    policy.get().rules().size());
            record(Outcome.DONE, null);
        }
    }

    private void record(Outcome outcome, @Nullable String detail) {
        AuditLog.through(
                "configuration", () -> audit.record(PortalCaller.PORTAL, ACT, subject(policy.last()), outcome, detail));
    }

    private static String subject(PolicyReading reading) {
        return "policy " + reading.digest();
    }
}
