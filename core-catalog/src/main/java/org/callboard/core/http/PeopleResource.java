package org.callboard.core.http;

import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.callboard.api.model.Json;
import org.callboard.api.security.Permission;
import org.callboard.core.audit.AuditLog;
import org.callboard.core.session.PortalCaller;
import org.callboard.core.session.Sessions;
import org.callboard.core.signin.Binding;
import org.callboard.core.signin.Bindings;

/** {@code /api/people}: who has which user since they first signed in, and {@code DELETE} of {@code <ref>/binding}. */
final class PeopleResource implements CoreResource {

    private static final String PREFIX = "/api/people";
    private static final Pattern ONE = Pattern.compile(PREFIX + "/(.+)/binding");

    private final Bindings bindings;
    private final Sessions sessions;
    private final AuditLog audit;
    private final Runnable released;

    /**
     * Lists and releases.
     *
     * @param released told after sessions were ended, so that it ends what goes on for them
     */
    PeopleResource(PortalServer.Access access, Runnable released) {
        this.bindings = access.bindings();
        this.sessions = access.sessions();
        this.audit = access.audit();
        this.released = released;
    }

    @Override
    public String prefix() {
        return PREFIX;
    }

    @Override
    public void handle(Exchange exchange) throws IOException {
        PortalCaller caller = exchange.allowed(Permission.PEOPLE_MANAGE);
        Matcher one = ONE.matcher(exchange.path());
        if (one.matches() && exchange.is("DELETE")) {
            release(exchange, caller, one.group(1));
        } else if (exchange.path().equals(PREFIX) && exchange.is("GET")) {
            exchange.json(
                    200,
                    new Json.Arr(bindings.list().stream()
                            .<Json>map(PeopleResource::describe)
                            .toList()));
        } else {
            throw exchange.methodNotAllowed(one.matches() ? "DELETE" : "GET");
        }
    }

    private void release(Exchange exchange, PortalCaller caller, String user) {
        bindings.release(user);
        sessions.endOf(user);
        released.run();
        audit.record(caller, "person.release", user, AuditLog.Outcome.DONE, null);
        exchange.response().setStatus(204);
    }

    private static Json.Obj describe(Binding binding) {
        return Json.object()
                .put("user", binding.user())
                .put("issuer", binding.issuer())
                .put("subject", binding.subject())
                .put("since", binding.since().toString())
                .build();
    }
}
