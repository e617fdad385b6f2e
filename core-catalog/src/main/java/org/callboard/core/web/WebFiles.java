package org.callboard.core.web;

import java.time.Duration;
import org.callboard.core.read.UnreadableException;
import org.callboard.core.web.Outcome.Failed;
import org.callboard.core.web.Outcome.Fetched;
import org.eclipse.jetty.util.ssl.SslContextFactory;

/** Fetches files that may be large, once each, by the rules that hold for pages. */
public final class WebFiles {

    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration WHOLE = Duration.ofMinutes(1);

    private final ReadingRules rules;
    private final FetchLimits limits;

    /** Fetches what the rules allow, up to so many bytes. */
    public WebFiles(ReadingRules rules, int mostBytes) {
        this.rules = rules;
        this.limits = new FetchLimits(
                CONNECT, WHOLE, mostBytes, FetchLimits.DEFAULT.headerBytes(), FetchLimits.DEFAULT.redirects());
    }

    /**
     * {@return the bytes of a file}
     *
     * @throws UnreadableException with what is wrong
     */
    public byte[] fetch(String url) throws UnreadableException {
        WebUrl page = WebUrl.parse(url);
        try (WebClient client = new WebClient(rules, NameResolver.SYSTEM, limits, new SslContextFactory.Client())) {
            Outcome outcome = client.fetch(page, Validators.NONE);
            if (outcome instanceof Fetched file) {
                return file.body().bytes();
            }
            throw outcome instanceof Failed failed
                    ? new UnreadableException(failed.problem())
                    : FetchProblems.status(page, 304);
        }
    }
}
