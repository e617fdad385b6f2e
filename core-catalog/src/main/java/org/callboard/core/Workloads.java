package org.callboard.core;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.callboard.api.model.Json;
import org.callboard.api.net.WebAnswer;
import org.callboard.api.net.WebRequest;
import org.callboard.api.problem.PortalException;
import org.callboard.api.problem.ProblemKind;
import org.callboard.core.config.Workload;
import org.callboard.core.session.ForeignTokens;
import org.callboard.core.web.AllowedHost;
import org.callboard.core.web.PluginWebClient;
import org.callboard.core.workload.WorkloadTokens;

/** The jobs that are let in by their issuer's word, and the way to the issuers' keys. */
final class Workloads implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final PluginWebClient web;
    private final Supplier<List<Workload>> workloads;
    private final Clock clock;
    private volatile Known known = new Known(List.of(), token -> Optional.empty());

    private record Known(List<Workload> workloads, ForeignTokens tokens) {}

    private Workloads(PluginWebClient web, Supplier<List<Workload>> workloads, Clock clock) {
        this.web = web;
        this.workloads = workloads;
        this.clock = clock;
    }

    static Workloads open(Supplier<List<Workload>> workloads, Clock clock) {
        return new Workloads(PluginWebClient.open("workload-tokens", () -> issuers(workloads.get())), workloads, clock);
    }

    /** Nobody else is asked, wherever they lead to. */
    private static List<AllowedHost> issuers(List<Workload> workloads) {
        return workloads.stream()
                .map(workload -> URI.create(workload.issuer()))
                .flatMap(issuer -> AllowedHost.of(issuer).stream())
                .toList();
    }

    private static Json json(PluginWebClient web, URI address) {
        WebAnswer answer = web.send(WebRequest.get(address).timeout(PATIENCE));
        if (!answer.isGood()) {
            throw new PortalException(ProblemKind.UNAVAILABLE, "It answers " + answer.status() + ".");
        }
        return answer.json();
    }

    /** {@return what lets in those whom the configuration names at the time} */
    ForeignTokens tokens() {
        return token -> current().read(token);
    }

    private ForeignTokens current() {
        List<Workload> now = workloads.get();
        Known before = known;
        if (!before.workloads().equals(now)) {
            before = new Known(now, new WorkloadTokens(now, address -> json(web, address), clock));
            known = before;
        }
        return before.tokens();
    }

    @Override
    public void close() {
        web.close();
    }
}
