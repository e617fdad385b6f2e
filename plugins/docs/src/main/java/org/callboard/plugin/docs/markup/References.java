package org.callboard.plugin.docs.markup;

import org.jspecify.annotations.Nullable;

/**
 * Where short references to issues, changes, people and repositories lead to.
 *
 * @param host the code host that is meant where none is named; null where there are no short references
 * @param owner whose repository is meant where none is named; may be empty
 * @param repository the one that is meant where none is named; may be empty
 * @param hashed whether requests to merge and discussions are shown with a hash, too
 */
public record References(@Nullable CodeHost host, String owner, String repository, boolean hashed) {

    /** No short references. */
    public static final References NONE = new References(null, "", "", false);
}
