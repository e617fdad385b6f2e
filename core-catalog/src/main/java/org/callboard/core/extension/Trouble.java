package org.callboard.core.extension;

import org.callboard.core.extension.ActiveExtension.RevisionName;

/** Hears when a revision fails so often that it is not asked any more. */
public interface Trouble {

    /** It is answered for from now on. Called on the thread of the call that was too much; must be quick. */
    void opened(RevisionName revision, String reason);

    /** A trial succeeded: it is asked again. Called on the thread of the trial; must be quick. */
    void closed(RevisionName revision);
}
