package org.callboard.plugin.docs;

import java.time.LocalDate;
import java.util.Set;
import org.callboard.api.model.EntityRef;

/** Knows whose documentation is read. */
@FunctionalInterface
public interface ReadDocs {

    /** {@return entities of whose documentation somebody has read since a day, not more than 10 000} */
    Set<EntityRef> since(LocalDate day);
}
