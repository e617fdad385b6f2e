package org.callboard.plugin.docs.markup;

import java.util.Map;
import java.util.Set;

/**
 * What short references to issues, changes, people and repositories mean.
 *
 * @param host the code host that is meant where none is named
 * @param owner whose repository is meant where none is named; may be empty
 * @param repository the one that is meant where none is named; may be empty
 * @param hashed whether requests to merge and discussions are shown with a hash, too
 * @param excluded what stands where names of people do and is none, by code host or social network, in lower case; the usual
 *     where one is missing
 */
public record References(
        CodeHost host, String owner, String repository, boolean hashed, Map<String, Set<String>> excluded) {

    /** Those of a site that says nothing of its repository. */
    public static final References NONE = new References(CodeHost.GITHUB, "", "", false);

    /** Copies the names. */
    public References {
        excluded = Map.copyOf(excluded);
    }

    /** Those that exclude what is usual. */
    public References(CodeHost host, String owner, String repository, boolean hashed) {
        this(host, owner, repository, hashed, Map.of());
    }
}
