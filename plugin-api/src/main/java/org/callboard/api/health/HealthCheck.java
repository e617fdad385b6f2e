package org.callboard.api.health;

import org.callboard.api.extension.Extension;
import org.callboard.api.extension.ExtensionPoint;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Tells whether the plugin can do its work. The portal asks before a new revision takes over, which is refused where the
 * answer is DOWN, and every 10 s while it serves: after two answers DOWN in a row a revision on probation is replaced by the
 * former one, and a later one counts as degraded. The portal's own readiness does not depend on it.
 */
@ConsumerType
@ExtensionPoint("health.check")
public interface HealthCheck extends Extension {

    /**
     * {@return how the plugin is} Called on a thread of the portal's, never twice at the same time; an answer that takes longer
     * than 5 s and anything thrown count as DOWN.
     */
    Health check();
}
