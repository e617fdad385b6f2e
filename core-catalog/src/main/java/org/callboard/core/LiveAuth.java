package org.callboard.core;

import java.util.List;
import java.util.function.Supplier;
import org.callboard.core.audit.AuditLog;
import org.callboard.core.config.PortalConfig.Auth;
import org.callboard.core.session.PortalCaller;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Who is let in, as the files of the configuration say now. */
final class LiveAuth implements Supplier<Auth> {

    private static final Logger LOG = LoggerFactory.getLogger(LiveAuth.class);

    private volatile Auth now;
    private final AuditLog audit;

    LiveAuth(Auth first, AuditLog audit) {
        this.now = first;
        this.audit = audit;
    }

    @Override
    public Auth get() {
        return now;
    }

    /** Has this count from now on. */
    synchronized void take(Auth next) {
        List<String> keys = now.different(next);
        now = next;
        if (!keys.isEmpty()) {
            LOG.info("The changed configuration is in force: {}", keys);
            AuditLog.through(
                    "configuration",
                    () -> audit.record(
                            PortalCaller.PORTAL,
                            "auth.configure",
                            String.join(", ", keys),
                            AuditLog.Outcome.DONE,
                            null));
        }
    }
}
