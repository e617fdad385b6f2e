package org.callboard.core.endpoint;

import jakarta.servlet.ServletConfig;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import java.util.List;
import java.util.Map;
import org.callboard.api.security.Caller;
import org.callboard.api.web.RestResource;
import org.callboard.core.extension.ForeignCall;
import org.glassfish.jersey.server.ResourceConfig;
import org.glassfish.jersey.servlet.ServletContainer;

/** The Jakarta REST application of one revision: built with it, reached through the dispatcher only, gone with it. */
final class RestApplication implements AutoCloseable {

    /** Nothing is looked up on the class path: an application has what its plugin brings and what is registered here. */
    private static final Map<String, Object> SETTINGS = Map.of(
            "jersey.config.disableAutoDiscovery", true,
            "jersey.config.disableMetainfServicesLookup", true,
            "jersey.config.server.wadl.disableWadl", true,
            "jersey.config.server.response.setStatusOverSendError", true);

    private final String prefix;
    private final ServletContainer container;

    RestApplication(String prefix, List<RestResource> resources, ServletConfig servlet, ForeignCall foreign)
            throws ServletException {
        this.prefix = prefix;
        ResourceConfig config = new ResourceConfig().addProperties(SETTINGS);
        resources.forEach(config::register);
        config.register(new JsonBodies());
        config.register(PermissionFilter.class);
        config.register(new FailureMapper(foreign));
        container = new ServletContainer(config);
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        // the API finds its implementation by the context class loader
        Thread.currentThread().setContextClassLoader(ResourceConfig.class.getClassLoader());
        try {
            container.init(servlet);
        } finally {
            Thread.currentThread().setContextClassLoader(before);
        }
    }

    void handle(Caller caller, HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            container.service(new Scoped(request, prefix, caller), response);
        } catch (ServletException failure) {
            if (failure.getRootCause() instanceof RuntimeException thrown) {
                throw thrown;
            }
            throw new IOException(failure);
        }
    }

    @Override
    public void close() {
        container.destroy();
    }

    /** The request as the application sees it: mounted at the plugin's prefix, made by the caller. */
    private static final class Scoped extends HttpServletRequestWrapper {

        private final String prefix;
        private final Caller caller;

        Scoped(HttpServletRequest request, String prefix, Caller caller) {
            super(request);
            this.prefix = prefix;
            this.caller = caller;
        }

        @Override
        public String getServletPath() {
            return prefix;
        }

        @Override
        public String getPathInfo() {
            return getRequestURI().substring(prefix.length());
        }

        @Override
        public Principal getUserPrincipal() {
            return caller;
        }
    }
}
