package org.callboard.core.policy;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/**
 * What somebody is and belongs to.
 *
 * @param names their reference and those of their groups, by which rules are for them
 * @param owners those of these that are in the catalog: what they own is theirs
 */
record Membership(Set<String> names, Set<String> owners) {

    /** Copies and sorts them. */
    Membership {
        names = Collections.unmodifiableSet(new TreeSet<>(names));
        owners = Collections.unmodifiableSet(new TreeSet<>(owners));
    }
}
