package org.callboard.api.net;

import org.callboard.api.problem.PortalException;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Asks other servers over HTTP, to be had with {@code @Reference}. It reaches the hosts that the operator lists for the plugin
 * under {@code plugins.hosts.<plugin id>}, and no others; redirects are followed within them. An answer has 10 MB and 30 s at
 * the most, waits and repetitions among them, and eight requests of a plugin are under way at once. Thread-safe.
 */
@ProviderType
public interface WebClient {

    /**
     * {@return what the server answered, whatever its status}; blocks until all of it is there
     *
     * @throws PortalException UNAVAILABLE, with plugin and host, where there is no answer
     */
    WebAnswer send(WebRequest request);
}
