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
import org.callboard.core.mask.KnownSecrets;
import org.callboard.core.revision.ActiveRevisions;
import org.callboard.core.revision.Preview;
import org.callboard.core.revision.Revision;
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
    private final transient Denials denials;
    private final transient Throttle throttle;
    private final transient ActiveRevisions plugins;
    private final transient PreviewKeys previews;
    private final transient List<CoreResource> core;
    private final transient Absence absence;
    private final transient FailureAnswer failures;
    private final transient KnownSecrets secrets;
    private final AtomicLong requests = new AtomicLong();

    /** Who may come in, and how often. */
    record Entry(PortalServer.Access access, Throttle throttle) {}

    /** Who serves, and what none of them is to tell. */
    record Ground(ActiveRevisions plugins, PreviewKeys previews, KnownSecrets secrets) {}

    Dispatcher(HostRule hosts, Entry entry, Ground ground, List<CoreResource> core, Absence absence) {
        this.absence = absence;
        this.secrets = ground.secrets();
        this.hosts = hosts;
        this.authentication = entry.access().authentication();
        this.denials = new Denials(entry.access());
        this.failures = new FailureAnswer(entry.access().signIn());
        this.throttle = entry.throttle();
        this.plugins = ground.plugins();
        this.previews = ground.previews();
        this.core = List.copyOf(core);
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse plain) throws IOException {
        HttpServletResponse response = MaskedResponse.of(plain, secrets);
        String id = Long.toString(requests.incrementAndGet(), 36);
        MDC.put(AuditLog.REQUEST_KEY, id);
        MDC.put(AuditLog.THROUGH_KEY, Denials.through(request));
        response.setHeader("X-Request-Id", id);
        try {
            dispatch(request, response);
            finish(request, response);
            denials.answered(request, response);
        } catch (PortalException failure) {
            denials.failed(request, failure);
            failures.answer(counted(failure, request), request, response);
        } catch (EofException gone) {
            LOG.debug("The client went away", gone);
        } catch (IOException | RuntimeException fault) {
            failures.answer(FailureAnswer.unexpected(fault), request, response);
        } finally {
            MDC.remove(AuditLog.REQUEST_KEY);
            MDC.remove(AuditLog.THROUGH_KEY);
        }
    }

    /** An answer that goes on without this thread ends without it, too. */
    private static void finish(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!request.isAsyncStarted()) {
            MaskedResponse.finish(response);
            if (response.getStatus() >= HttpServletResponse.SC_BAD_REQUEST) {
                UnreadBody.discard(request, response);
            }
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
        PortalCaller caller = switch (resource.access()) {
            case SIGNED_IN -> signedIn(request);
            case OPEN, LOCAL -> authentication.caller(request).orElse(null);
            case OWN_CHECK, NOBODY -> null;
        };
        Exchange exchange = new Exchange(request, response, path, caller);
        if (caller == null && resource.access() == CoreResource.Access.LOCAL && !exchange.isFromHere()) {
            throw Exchange.notSignedIn();
        }
        if (caller != null) {
            takeIn(caller, request);
        } else if (request.getHeader("Authorization") == null || resource.access() == CoreResource.Access.NOBODY) {
            throttle.unknown(request);
        }
        resource.handle(exchange);
        if (caller == null && response.getStatus() == HttpServletResponse.SC_UNAUTHORIZED) {
            throttle.failed(request);
        }
    }

    private void takeIn(PortalCaller caller, HttpServletRequest request) {
        Denials.sentBy(caller, request);
        throttle.known(caller, request);
    }

    /** {@return what to answer to a request that failed}: who is not signed in may not fail any number of times */
    private PortalException counted(PortalException failure, HttpServletRequest request) {
        if (failure.kind() != ProblemKind.NOT_SIGNED_IN || Denials.isKnown(request)) {
            return failure;
        }
        try {
            if (request.getHeader("Authorization") == null) {
                throttle.unknown(request);
            } else {
                throttle.guessed(request);
            }
            return failure;
        } catch (PortalException tooOften) {
            return tooOften;
        }
    }

    private PortalCaller signedIn(HttpServletRequest request) {
        Optional<PortalCaller> caller = authentication.caller(request);
        return caller.orElseThrow(Exchange::notSignedIn);
    }

    /** A revision may be retired between being found and being entered; then its successor is asked. */
    private void toPlugin(String path, HttpServletRequest request, HttpServletResponse response) throws IOException {
        PortalCaller caller = signedIn(request);
        takeIn(caller, request);
        Preview preview = previews.of(request, caller);
        Revision revision = route(path, preview);
        while (revision != null && !revision.enter()) {
            preview = previews.of(request, caller);
            Revision successor = route(path, preview);
            revision = successor == revision ? null : successor;
        }
        if (revision == null) {
            throw absence.at(path);
        }
        Revision found = revision;
        if (preview == null) {
            answer(found, path, caller, request, response);
            return;
        }
        boolean unused = preview.scope().around(() -> {
            answer(found, path, caller, request, response);
            return true;
        });
    }

    private @Nullable Revision route(String path, @Nullable Preview preview) {
        return plugins.route(path, preview == null ? null : preview.revision());
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
            status = failure.getCause() instanceof EOFException ? CLIENT_GONE : ErrorShape.status(failure);
            throw failure;
        } catch (EofException gone) {
            status = CLIENT_GONE;
            throw gone;
        } finally {
            revision.exit();
            revision.entry().answered(status, System.nanoTime() - start);
        }
    }
}
