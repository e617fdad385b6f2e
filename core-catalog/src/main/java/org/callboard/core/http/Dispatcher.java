package org.callboard.core.http;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.EOFException;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.callboard.api.problem.PortalException;
import org.callboard.api.problem.ProblemKind;
import org.callboard.core.audit.AuditLog;
import org.callboard.core.endpoint.ErrorShape;
import org.callboard.core.endpoint.PluginRoutes;
import org.callboard.core.lifecycle.ActiveRevisions;
import org.callboard.core.lifecycle.Revision;
import org.callboard.core.session.Authentication;
import org.callboard.core.session.PortalCaller;
import org.eclipse.jetty.io.EofException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/** The one door: every request passes here, whoever answers it. */
final class Dispatcher extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);
    private static final int CLIENT_GONE = 499;
    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

    private final transient HostRule hosts;
    private final transient Authentication authentication;
    private final transient ActiveRevisions plugins;
    private final transient List<CoreResource> core;
    private final transient Pages pages = new Pages();
    private final AtomicLong requests = new AtomicLong();

    Dispatcher(HostRule hosts, Authentication authentication, ActiveRevisions plugins, List<CoreResource> core) {
        this.hosts = hosts;
        this.authentication = authentication;
        this.plugins = plugins;
        this.core = List.copyOf(core);
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String id = Long.toString(requests.incrementAndGet(), 36);
        MDC.put(AuditLog.REQUEST_KEY, id);
        SecurityHeaders.set(response, id);
        try {
            dispatch(request, response);
        } catch (PortalException failure) {
            answer(failure, request, response);
        } catch (EofException gone) {
            LOG.debug("The client went away", gone);
        } catch (IOException | RuntimeException fault) {
            answer(unexpected(fault), request, response);
        } finally {
            MDC.remove(AuditLog.REQUEST_KEY);
        }
    }

    private void dispatch(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = Paths.normal(request.getRequestURI());
        hosts.check(request.getServerName());
        if (!METHODS.contains(request.getMethod())) {
            throw new PortalException(ProblemKind.METHOD_NOT_ALLOWED, "That method is not taken anywhere here.");
        }
        for (CoreResource resource : core) {
            if (PluginRoutes.covers(resource.prefix(), path)) {
                toCore(resource, path, request, response);
                return;
            }
        }
        toPlugin(path, request, response);
    }

    private void toCore(CoreResource resource, String path, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        PortalCaller caller = resource.access() == CoreResource.Access.SIGNED_IN
                ? signedIn(request)
                : authentication.caller(request).orElse(null);
        if (caller == null && resource.access() == CoreResource.Access.LOCAL && !isLoopback(request)) {
            throw Exchange.notSignedIn();
        }
        resource.handle(new Exchange(request, response, path, caller));
    }

    private PortalCaller signedIn(HttpServletRequest request) {
        Optional<PortalCaller> caller = authentication.caller(request);
        return caller.orElseThrow(Exchange::notSignedIn);
    }

    private static boolean isLoopback(HttpServletRequest request) {
        String address = request.getRemoteAddr();
        return address.startsWith("127.") || address.equals("[::1]") || address.equals("0:0:0:0:0:0:0:1");
    }

    /** A revision may be retired between being found and being entered; then its successor is asked. */
    private void toPlugin(String path, HttpServletRequest request, HttpServletResponse response) throws IOException {
        PortalCaller caller = signedIn(request);
        Revision revision = plugins.route(path);
        while (revision != null && !revision.enter()) {
            Revision successor = plugins.route(path);
            revision = successor == revision ? null : successor;
        }
        if (revision == null) {
            throw nothingAt(path);
        }
        answer(revision, path, caller, request, response);
    }

    private void answer(
            Revision revision,
            String path,
            PortalCaller caller,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        long start = System.nanoTime();
        int status = HttpServletResponse.SC_INTERNAL_SERVER_ERROR;
        try {
            revision.routes().handle(path, caller, request, response);
            status = response.getStatus();
        } catch (PortalException failure) {
            status = failure.getCause() instanceof EOFException ? CLIENT_GONE : ErrorShape.status(failure.kind());
            throw failure;
        } catch (EofException gone) {
            status = CLIENT_GONE;
            throw gone;
        } finally {
            revision.exit();
            revision.entry().answered(status, System.nanoTime() - start);
        }
    }

    private static PortalException nothingAt(String path) {
        return path.startsWith("/api/")
                ? new PortalException(
                        ProblemKind.NOT_FOUND,
                        "There is nothing at " + path + ".",
                        "GET /api/plugins lists the plugins that answer at present.")
                : new PortalException(
                        ProblemKind.UNAVAILABLE,
                        "The web page is not running.",
                        "Open /rescue to see the plugins' states.");
    }

    private void answer(PortalException failure, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (response.isCommitted()) {
            // the client must not take half an answer for a whole one: this ends the connection
            throw new EofException(failure.message());
        }
        if (mayHaveUnreadBody(request)) {
            response.setHeader("Connection", "close");
        }
        if (pages.wanted(request)) {
            pages.write(failure, request, response);
        } else {
            ErrorShape.write(failure, request, response);
        }
    }

    /** The server ends a connection whose body nobody has read; a client must hear of it, or loses its next request. */
    private static boolean mayHaveUnreadBody(HttpServletRequest request) {
        return request.getContentLengthLong() > 0 || request.getHeader("Transfer-Encoding") != null;
    }

    private static PortalException unexpected(@Nullable Throwable fault) {
        LOG.error("A request failed", fault);
        return new PortalException(
                ProblemKind.INTERNAL,
                "The portal failed to answer.",
                "Its log says why, under the request id in the X-Request-Id header.",
                fault);
    }
}
