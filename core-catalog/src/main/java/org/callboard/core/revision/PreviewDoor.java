package org.callboard.core.revision;

import java.io.InputStream;
import org.callboard.api.plugins.Plugins.Terms;
import org.callboard.api.problem.PortalException;
import org.callboard.api.security.Caller;

/** Where authors open and end previews. */
public interface PreviewDoor {

    /** {@return those that are open} */
    Previews previews();

    /**
     * Opens a preview of a jar, or replaces the caller's preview of the same plugin, whose key stays. The jar that is
     * previewed already is open for longer.
     *
     * @throws PortalException as an install; CONFLICT where that very jar serves, or too many are open
     */
    Preview open(Caller caller, InputStream jar, Terms terms);

    /**
     * Ends the preview that an author has of a plugin.
     *
     * @throws PortalException NOT_FOUND where there is none
     */
    void end(Caller caller, String author, String plugin);
}
