package org.callboard.plugin.docs.feedback;

import org.callboard.api.model.EntityRef;
import org.callboard.api.problem.PortalException;
import org.callboard.api.problem.ProblemKind;

/**
 * A page that readers say something of.
 *
 * @param entity beside whose descriptor it stands, whoever else shows it
 * @param address within the documentation
 */
record DocPage(EntityRef entity, String address) {

    static final int LONGEST = 200;

    /** {@return whether it can be kept} */
    static boolean isKept(EntityRef entity, String address) {
        return entity.toString().length() <= LONGEST && address.length() <= LONGEST;
    }

    /** {@return the page, to be kept} */
    static DocPage of(EntityRef entity, String address) {
        if (!isKept(entity, address)) {
            throw new PortalException(
                    ProblemKind.BAD_INPUT,
                    "The address of the page is longer than " + LONGEST + " characters, and nothing is kept of it.",
                    "Tell its owner directly.");
        }
        return new DocPage(entity, address);
    }
}
