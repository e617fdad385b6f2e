package org.callboard.core.http;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.callboard.api.model.Json;
import org.callboard.api.problem.PortalException;
import org.callboard.api.problem.ProblemKind;
import org.callboard.core.audit.AuditLog;
import org.callboard.core.endpoint.ErrorShape;
import org.callboard.core.hook.Delivery;
import org.callboard.core.hook.Hooks;

/**
 * {@code POST /api/hooks/<name>}: a code host tells that something was pushed to a repository. Nobody is signed in for that; the
 * signature counts. The answer says how many pages and archives are asked for.
 */
final class HooksResource implements CoreResource {

    private static final String PREFIX = "/api/hooks";
    private static final int LONGEST = 1 << 20;

    private final Hooks hooks;
    private final AuditLog audit;

    HooksResource(Hooks hooks, AuditLog audit) {
        this.hooks = hooks;
        this.audit = audit;
    }

    @Override
    public String prefix() {
        return PREFIX;
    }

    @Override
    public Access access() {
        return Access.NOBODY;
    }

    @Override
    public void handle(Exchange exchange) throws IOException {
        if (!exchange.is("POST")) {
            throw exchange.methodNotAllowed("POST");
        }
        HttpServletRequest request = exchange.request();
        String name = exchange.path().substring(PREFIX.length()).replaceFirst("/", "");
        Delivery delivery = new Delivery(name, request::getHeader, body(request));
        if (!hooks.isGenuine(delivery)) {
            refuse(exchange);
            return;
        }
        Hooks.Taken taken = hooks.take(delivery);
        exchange.json(
                202,
                Json.object()
                        .put("asked", taken.asked())
                        .put("message", taken.message())
                        .build());
    }

    private static byte[] body(HttpServletRequest request) throws IOException {
        byte[] body = request.getInputStream().readNBytes(LONGEST + 1);
        if (body.length > LONGEST) {
            throw new PortalException(
                    ProblemKind.TOO_LARGE,
                    "What a hook is sent may be 1 MiB long, and this is longer.",
                    "Have the code host send pushes alone; what they change is read within the usual time.");
        }
        return body;
    }

    /** The answer is the same whether there is no such hook or another secret; the door counts it as a wrong token. */
    private void refuse(Exchange exchange) throws IOException {
        HttpServletRequest request = exchange.request();
        audit.refused(
                Denials.NOBODY,
                "hook.take",
                PREFIX,
                exchange.path(),
                "no such hook, or not signed with its secret, from " + request.getRemoteAddr());
        ErrorShape.write(
                new PortalException(
                        ProblemKind.NOT_SIGNED_IN,
                        "This is not signed as a hook of this portal has to be.",
                        "Compare the name in the address and the secret at the code host with reading.hooks."),
                request,
                exchange.response());
    }
}
