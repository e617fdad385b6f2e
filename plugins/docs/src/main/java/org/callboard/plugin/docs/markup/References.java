package org.callboard.plugin.docs.markup;

/**
 * What short references to issues, changes, people and repositories mean.
 *
 * @param host the code host that is meant where none is named
 * @param owner whose repository is meant where none is named; may be empty
 * @param repository the one that is meant where none is named; may be empty
 * @param hashed whether requests to merge and discussions are shown with a hash, too
 */
public record References(CodeHost host, String owner, String repository, boolean hashed) {

    /** Those of a site that says nothing of its repository. */
    public static final References NONE = new References(CodeHost.GITHUB, "", "", false);
}
