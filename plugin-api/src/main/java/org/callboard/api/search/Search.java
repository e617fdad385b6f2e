package org.callboard.api.search;

import java.util.List;
import org.callboard.api.problem.PortalException;
import org.callboard.api.security.Caller;
import org.osgi.annotation.versioning.ProviderType;

/** Finds texts of plugins by what they say, a service of the portal. Thread-safe; nobody finds what they may not read. */
@ProviderType
public interface Search {

    /**
     * {@return what has all of some words, the likeliest first: those in a title before those in a heading, and these before
     * those in a text} The last word may be the start of one, and longer ones may have a letter wrong. What changed is found
     * within some seconds, or some time later where there is much of it.
     *
     * @param caller one that the portal made, as for the catalog
     * @throws PortalException NOT_ALLOWED where the caller may not read the catalog; BAD_INPUT where the limit can't be used
     */
    List<SearchHit> search(Caller caller, SearchQuery query);
}
