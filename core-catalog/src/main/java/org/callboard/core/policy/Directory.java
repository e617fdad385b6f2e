package org.callboard.core.policy;

import java.util.List;
import java.util.Optional;
import org.callboard.api.model.Entity;
import org.callboard.api.model.EntityRef;

/** The catalog, as far as deciding who may do what needs it. */
public interface Directory {

    /** {@return the entity, if it is there} */
    Optional<Entity> find(EntityRef ref);

    /** {@return the references of people, so many at the most} */
    List<String> people(int most);
}
