package org.callboard.core.supervision;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.callboard.api.plugins.Plan.Need;
import org.callboard.api.plugins.PluginInfo;
import org.callboard.api.plugins.PluginInfo.Contribution;
import org.callboard.core.session.PortalCaller;
import org.jspecify.annotations.Nullable;

/** What those need to know who steer plugins, beside the plugins themselves. */
public interface PluginDesk {

    /** What can be done with a plugin; the names in lower case are those in the API. */
    enum Act {
        /** Read its log, its configuration and its part of the audit log. */
        INSPECT,
        /** Run, pause and resume its tasks. */
        RUN,
        /** Install another version. */
        INSTALL,
        /** Let the former revision serve. */
        ROLLBACK,
        /** Switch it off. */
        DISABLE,
        /** Switch it on, or release it from quarantine. */
        ENABLE,
        /** Remove it. */
        REMOVE
    }

    /**
     * A revision that is kept.
     *
     * @param bytes the size of its jar
     * @param extensions what it contributes, as far as its jar tells
     * @param asks what it wants to use
     */
    record KeptRevision(
            String version,
            String digest,
            @Nullable String owner,
            long bytes,
            List<Contribution> extensions,
            List<Need> asks) {}

    /**
     * What may become of a plugin.
     *
     * @param probation until when the revision that serves goes back by itself when it fails; null where it does not
     * @param usedBy the plugins that use its packages, and end where it ends
     * @param tables its own tables, which stay where it is removed
     */
    record Outlook(@Nullable Instant probation, List<String> usedBy, List<String> tables) {}

    /** {@return what may become of an installed plugin} */
    Outlook outlook(PluginInfo plugin);

    /** {@return what the portal would let the caller do with each plugin, as it is now} */
    Function<PluginInfo, Set<Act>> allowed(PortalCaller caller);

    /** {@return the revisions of an installed plugin, the one that serves first, then the latest; none of their code runs} */
    List<KeptRevision> revisions(String id);
}
