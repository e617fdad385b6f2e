package org.callboard.core.http;

import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.callboard.core.config.PortalSetting;
import org.callboard.core.db.DatabaseState;
import org.callboard.core.query.IndexState;
import org.callboard.core.web.PagesState;
import org.jspecify.annotations.Nullable;

/**
 * Where to look how things stand with the portal itself. All of it is at hand: nobody is asked over the network.
 *
 * @param version of the portal
 * @param started when this process was
 * @param places what there is so much of and no more, besides what the door itself has
 */
public record PortalHealth(
        String version,
        Instant started,
        Supplier<DatabaseState> database,
        Supplier<IndexState> index,
        Supplier<Sources> sources,
        Supplier<List<InForce>> configuration,
        List<PlacesInUse> places) {

    /** Copies the places. */
    public PortalHealth {
        places = List.copyOf(places);
    }

    /**
     * Where the catalog is read from.
     *
     * @param configured how many locations the configuration names
     * @param registered how many are registered
     * @param provided how many plugins provide
     * @param looked when all were last looked at; null where they were not yet
     * @param pages those of them that are pages of the web, and what they lead to
     * @param errors how many problems hold something back
     * @param warnings how many others there are that should be looked at
     */
    public record Sources(
            int configured,
            int registered,
            int provided,
            @Nullable Instant looked,
            PagesState pages,
            int errors,
            int warnings) {}

    /**
     * A setting in force.
     *
     * @param next what it is after the next start; null where that is the same
     */
    public record InForce(PortalSetting setting, @Nullable PortalSetting next) {}
}
