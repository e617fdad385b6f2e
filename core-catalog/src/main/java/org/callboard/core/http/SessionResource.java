package org.callboard.core.http;

import jakarta.servlet.http.Cookie;
import java.io.IOException;
import org.callboard.api.model.Json;
import org.callboard.core.session.Authentication;
import org.callboard.core.session.PortalCaller;
import org.callboard.core.session.Session;
import org.callboard.core.session.Sessions;
import org.callboard.core.session.SignInLinks;

/** {@code /api/session}: who is signed in, signing out, and new sign-in links for whoever holds a token. */
final class SessionResource implements CoreResource {

    private final Authentication authentication;
    private final Sessions sessions;
    private final SignInLinks links;

    SessionResource(Authentication authentication, Sessions sessions, SignInLinks links) {
        this.authentication = authentication;
        this.sessions = sessions;
        this.links = links;
    }

    @Override
    public String prefix() {
        return "/api/session";
    }

    @Override
    public Access access() {
        return Access.SIGNED_IN;
    }

    @Override
    public void handle(Exchange exchange) throws IOException {
        if (exchange.path().equals("/api/session/links") && exchange.is("POST")) {
            exchange.json(
                    201,
                    Json.object()
                            .put("path", SignInResource.path(links.create()))
                            .build());
        } else if (exchange.path().equals("/api/session") && exchange.is("GET")) {
            exchange.json(200, describe(exchange));
        } else if (exchange.path().equals("/api/session") && exchange.is("DELETE")) {
            end(exchange);
        } else {
            throw exchange.methodNotAllowed("GET, DELETE");
        }
    }

    private Json.Obj describe(Exchange exchange) {
        PortalCaller caller = exchange.signedIn();
        Json.Obj who = Json.object()
                .put("name", caller.getName())
                .put("displayName", caller.displayName())
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

    private void end(Exchange exchange) {
        String cookie = Authentication.cookie(exchange.request());
        if (cookie != null) {
            sessions.end(cookie);
            Cookie gone = SignInResource.cookie("", 0, exchange.request());
            exchange.response().addCookie(gone);
        }
        exchange.response().setStatus(204);
    }
}
