package org.callboard.core.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.callboard.api.problem.Problem;
import org.callboard.core.read.UnreadableException;
import org.callboard.core.web.Outcome.Failed;
import org.callboard.core.web.Outcome.Fetched;
import org.eclipse.jetty.util.ssl.SslContextFactory;

/** A client that reads what a test allows. */
final class Reading implements AutoCloseable {

    /** Time enough for any server that means well, on any machine. */
    static final Duration AMPLE = Duration.ofSeconds(60);

    private final FakeNames names = new FakeNames();
    private final List<AllowedHost> allowed = new ArrayList<>();
    private final SslContextFactory.Client trust = new SslContextFactory.Client();
    private FetchLimits limits = new FetchLimits(AMPLE, AMPLE, 10_000, 8_192, 5);
    private WebClient client;

    Reading allow(String host, String... paths) throws MalformedException {
        allowed.add(AllowedHost.parse(host, List.of(paths)));
        return this;
    }

    Reading allow(LocalServer server) throws MalformedException {
        return allow("127.0.0.1:" + server.port());
    }

    Reading within(Duration whole) {
        limits = new FetchLimits(whole, whole, limits.bodyBytes(), limits.headerBytes(), limits.redirects());
        return this;
    }

    FakeNames names() {
        return names;
    }

    SslContextFactory.Client trust() {
        return trust;
    }

    ReadingRules rules() {
        return new ReadingRules(allowed);
    }

    WebClient client() {
        if (client == null) {
            client = new WebClient(rules(), names, limits, trust);
        }
        return client;
    }

    Outcome fetch(String url) throws UnreadableException {
        return client().fetch(WebUrl.parse(url), Validators.NONE);
    }

    String text(String url) throws UnreadableException {
        Fetched page = assertInstanceOf(Fetched.class, fetch(url));
        return new String(page.body().bytes(), StandardCharsets.UTF_8);
    }

    /** {@return why a page does not come} */
    Problem problem(String url) throws UnreadableException {
        Problem problem = assertInstanceOf(Failed.class, fetch(url)).problem();
        assertEquals(url, problem.position().target());
        return problem;
    }

    String code(String url) throws UnreadableException {
        return problem(url).code();
    }

    @Override
    public void close() {
        if (client != null) {
            client.close();
        }
    }
}
