package org.callboard.core.refresh;

import java.util.List;
import org.callboard.core.process.LocationTarget;

/** Where a pass begins. */
@FunctionalInterface
public interface Roots {

    /** {@return the configured and registered locations, and what plugins provide, as they are now} */
    List<LocationTarget> all();

    /** {@return the documents that a provider gave, each a source of its own} */
    default List<LocationTarget> provided(LocationTarget provider) {
        return List.of();
    }
}
