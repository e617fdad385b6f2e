package org.callboard.core.http;

import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import org.callboard.api.model.Json;
import org.callboard.api.problem.PortalException;
import org.callboard.api.problem.ProblemKind;
import org.callboard.api.security.Permission;
import org.callboard.core.audit.AuditLog;
import org.callboard.core.session.Authentication;
import org.callboard.core.session.OwnSessions;
import org.callboard.core.session.PortalCaller;
import org.callboard.core.session.Session;
import org.callboard.core.session.Sessions;
import org.callboard.core.session.SignInLinks;
import org.callboard.core.signin.SignIn;

/** {@code /api/session}: who is signed in, signing out, their own sessions ({@code /own}), and new sign-in links for whoever holds a token. */
final class SessionResource implements CoreResource {

    private static final String OWN = "/api/session/own";

    private final Authentication authentication;
    private final Sessions sessions;
    private final SignInLinks links;
    private final SignIn signIn;
    private final AuditLog audit;
    private final KnownPermissions known;
    private final Runnable ended;

    /**
     * Knows sessions.
     *
     * @param ended told after one was ended, so that it ends what goes on for it
     */
    SessionResource(PortalServer.Access access, KnownPermissions known, Runnable ended) {
        this.known = known;
        this.signIn = access.signIn();
        this.ended = ended;
        this.authentication = access.authentication();
        this.sessions = access.sessions();
        this.links = access.links();
        this.audit = access.audit();
    }

    @Override
    public String prefix() {
        return "/api/session";
    }

    @Override
    public void handle(Exchange exchange) throws IOException {
        if (exchange.path().equals("/api/session/links") && exchange.is("POST")) {
            exchange.allowed(Permission.SESSION_CREATE);
            String path = SignInResource.path(links.create());
            audit.record(exchange.signedIn(), "session.link", "sign-in link", AuditLog.Outcome.DONE, null);
            exchange.json(201, Json.object().put("path", path).build());
        } else if (exchange.path().equals("/api/session") && exchange.is("GET")) {
            exchange.json(200, describe(exchange));
        } else if (exchange.path().equals("/api/session") && exchange.is("DELETE")) {
            end(exchange);
        } else if (exchange.path().startsWith(OWN)) {
            own(exchange);
        } else {
            throw exchange.methodNotAllowed("GET, DELETE");
        }
    }

    /** What a machine's token can do, it can do without knowing of its owner's browsers. */
    private void own(Exchange exchange) throws IOException {
        OwnSessions own = authentication
                .session(exchange.request())
                .filter(found -> exchange.signedIn().token() == null)
                .map(found -> new OwnSessions(sessions, found))
                .orElseThrow(() ->
                        new PortalException(ProblemKind.NOT_FOUND, "Only who is signed in by a browser has sessions."));
        exchange.response().setHeader("Cache-Control", "no-store");
        String mark = exchange.path().substring(OWN.length()).replaceFirst("^/", "");
        if (mark.isEmpty() && exchange.is("GET")) {
            exchange.json(
                    200,
                    new Json.Arr(own.list().stream()
                            .<Json>map(SessionResource::describe)
                            .toList()));
        } else if (!mark.isEmpty() && exchange.is("DELETE")) {
            if (own.end(mark)) {
                ended.run();
                audit.record(exchange.signedIn(), "session.end", "session", AuditLog.Outcome.DONE, "from another");
            }
            exchange.response().setStatus(204);
        } else {
            throw exchange.methodNotAllowed(mark.isEmpty() ? "GET" : "DELETE");
        }
    }

    private static Json describe(OwnSessions.Open open) {
        return Json.object()
                .put("mark", open.mark())
                .put("used", open.used().toString())
                .put("expires", open.expires().toString())
                .put("plugin", open.plugin())
                .put("here", open.here() ? Json.Bool.TRUE : Json.Bool.FALSE)
                .build();
    }

    private Json.Obj describe(Exchange exchange) {
        PortalCaller caller = exchange.signedIn();
        Json.Obj who = Json.object()
                .put("name", caller.getName())
                .put("displayName", caller.displayName())
                .put("permissions", ScopeJson.orAll(caller.scope().permissions()))
                .put("plugins", ScopeJson.orAll(caller.scope().plugins()))
                .put("may", known.heldBy(caller))
                .build();
        return Json.object()
                .put("caller", who)
                .put(
                        "csrf",
                        authentication
                                .session(exchange.request())
                                .map(Session::csrf)
                                .orElse(null))
                .build();
    }

    private void end(Exchange exchange) throws IOException {
        String cookie = Authentication.cookie(exchange.request());
        Optional<Sessions.Ended> session = cookie == null ? Optional.empty() : sessions.end(cookie);
        Optional<URI> logout = Optional.empty();
        if (session.isPresent()) {
            ended.run();
            audit.record(exchange.signedIn(), "session.end", "session", AuditLog.Outcome.DONE, null);
            exchange.response().addCookie(SignInCookies.ofNoSession(exchange.request()));
            URI back = URI.create(PublicAddress.url(exchange.request()) + SignInResource.PREFIX);
            logout = signIn.logout(session.get(), back);
        }
        if (logout.isPresent()) {
            exchange.json(
                    200, Json.object().put("logout", logout.get().toString()).build());
        } else {
            exchange.response().setStatus(204);
        }
    }
}
