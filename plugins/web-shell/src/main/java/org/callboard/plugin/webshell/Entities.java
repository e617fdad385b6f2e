package org.callboard.plugin.webshell;

import org.callboard.api.catalog.Catalog;
import org.callboard.api.model.Entity;
import org.callboard.api.model.EntityRef;
import org.callboard.api.problem.PortalException;
import org.callboard.api.problem.ProblemKind;
import org.callboard.api.security.Caller;

/** The entities whose pages are asked for. */
record Entities(Catalog catalog) {

    /** @throws PortalException NOT_FOUND where there is none, or the caller may not read it */
    Entity of(Asked asked) {
        return of(asked.caller(), asked.entity());
    }

    /** @throws PortalException NOT_FOUND where there is none, or the caller may not read it */
    Entity of(Caller caller, EntityRef ref) {
        return catalog.find(caller, ref)
                .orElseThrow(() -> new PortalException(
                        ProblemKind.NOT_FOUND, "There is no entity " + ref + ", or you may not read it."));
    }
}
