package org.callboard.core.http;

import java.io.IOException;
import java.util.List;
import java.util.function.Supplier;
import org.callboard.api.model.Json;

/** Says whether the portal lives and whether it can serve; a plugin that nobody needs has no say in it. */
final class HealthResource implements CoreResource {

    private final String prefix;
    private final Supplier<List<String>> reasons;

    /** Asks for the reasons why the portal is not ready; none means that it is. */
    HealthResource(String prefix, Supplier<List<String>> reasons) {
        this.prefix = prefix;
        this.reasons = reasons;
    }

    @Override
    public String prefix() {
        return prefix;
    }

    @Override
    public Access access() {
        return Access.LOCAL;
    }

    @Override
    public void handle(Exchange exchange) throws IOException {
        if (!exchange.is("GET")) {
            throw exchange.methodNotAllowed("GET");
        }
        switch (exchange.path().substring(prefix.length())) {
            case "/live", "/liveness" ->
                exchange.json(200, Json.object().put("status", "ok").build());
            case "/ready", "/readiness" -> ready(exchange);
            default ->
                throw new org.callboard.api.problem.PortalException(
                        org.callboard.api.problem.ProblemKind.NOT_FOUND,
                        "There is nothing at " + exchange.path() + ".");
        }
    }

    private void ready(Exchange exchange) throws IOException {
        List<String> why = reasons.get();
        if (why.isEmpty()) {
            exchange.json(200, Json.object().put("status", "ok").build());
        } else {
            exchange.json(
                    503,
                    Json.object()
                            .put("status", "starting")
                            .put("reasons", Json.ofTexts(why))
                            .build());
        }
    }
}
