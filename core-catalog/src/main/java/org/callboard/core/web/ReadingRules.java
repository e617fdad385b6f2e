package org.callboard.core.web;

import java.util.List;
import java.util.function.Supplier;
import org.callboard.api.problem.SourcePosition;
import org.callboard.core.read.UnreadableException;

/** What the operator lets the portal read from the web; nothing unless listed. Thread-safe. */
public final class ReadingRules {

    private final Supplier<List<AllowedHost>> allowed;

    /** Allows what is listed. */
    public ReadingRules(List<AllowedHost> allowed) {
        List<AllowedHost> copy = List.copyOf(allowed);
        this.allowed = () -> copy;
    }

    /** Allows what is listed at the moment. */
    ReadingRules(Supplier<List<AllowedHost>> allowed) {
        this.allowed = allowed;
    }

    /** Refuses a URL that is not listed. */
    void require(WebUrl url) throws UnreadableException {
        if (allowed.get().stream().noneMatch(entry -> entry.allows(url))) {
            throw new UnreadableException(
                    "url-not-allowed",
                    SourcePosition.ofFile(url.toString()),
                    "The configuration does not let the portal read '" + url + "'.",
                    "Ask an operator to list the host, and its port where it has one, under reading.allow.");
        }
    }

    /** {@return whether the operator wrote this very host down, so that it may be one of the inner network} */
    boolean names(String host, int port) {
        return allowed.get().stream().anyMatch(entry -> entry.names(host, port));
    }
}
