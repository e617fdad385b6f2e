package org.callboard.plugin.scorecards.api;

import java.util.List;
import org.callboard.api.extension.Extension;
import org.callboard.api.extension.ExtensionPoint;
import org.callboard.api.model.Entity;

/**
 * Knows one fact of entities: how much of a service is tested, when it was last deployed. Rules of standards call it by the id of
 * the plugin and that of the extension, {@code acme-ci/coverage}. While its plugin is away or fails the fact is unknown.
 */
@ExtensionPoint("scorecards.fact")
public interface FactSource extends Extension {

    /**
     * {@return what is known of these entities, one fact each at the most; what is left out is unknown} Called on a thread of the
     * portal's, which waits 5 s unless configured, for up to 500 entities at once: so answer from what you have, and have a task
     * ask other servers.
     */
    List<Fact> read(List<Entity> entities);
}
