package org.callboard.api.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.callboard.api.extension.Extension;
import org.callboard.api.extension.ExtensionPoint;
import org.callboard.api.security.Caller;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Answers HTTP on the servlet level, for what must be faster or freer than a {@link RestResource}. The portal has by then
 * authenticated the caller, checked the route's permission and, for state-changing methods, the CSRF token.
 */
@ConsumerType
@ExtensionPoint("http.endpoint")
public interface HttpEndpoint extends Extension {

    /** {@return what it answers; asked once for each revision} */
    List<Route> routes();

    /**
     * Answers a request before it returns, on a thread of the plugin's; asynchronous processing and upgrades are not to be
     * had. {@code request.getRequestURI()} is the whole path, normalised. A thrown
     * {@code PortalException} becomes an answer in the error shape; anything else thrown becomes one that names the plugin.
     * At the deadline (30 s unless configured) the thread is interrupted and the client answered in the plugin's place.
     *
     * @throws IOException where the connection fails
     */
    void handle(Caller caller, HttpServletRequest request, HttpServletResponse response) throws IOException;
}
