package org.callboard.core.web;

import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.callboard.api.problem.Problem;
import org.callboard.api.problem.SourcePosition;
import org.callboard.core.read.UnreadableException;
import org.callboard.core.web.Outcome.Failed;
import org.callboard.core.web.Outcome.Fetched;
import org.callboard.core.web.Outcome.Unchanged;
import org.eclipse.jetty.client.InputStreamResponseListener;
import org.eclipse.jetty.client.Request;
import org.eclipse.jetty.client.Response;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Fetches pages over HTTP: each hop is one the rules allow, over a connection of its own to an address that was checked. */
final class WebClient implements Fetcher {

    private static final Logger LOG = LoggerFactory.getLogger(WebClient.class);

    private final ReadingRules rules;
    private final FetchLimits limits;
    private final Intake intake;
    private final HttpConnections connections;

    WebClient(ReadingRules rules, NameResolver names, FetchLimits limits, SslContextFactory.Client trust) {
        this(rules, names, limits, trust, Intake.MEMORY);
    }

    WebClient(
            ReadingRules rules, NameResolver names, FetchLimits limits, SslContextFactory.Client trust, Intake intake) {
        this.rules = rules;
        this.limits = limits;
        this.intake = intake;
        this.connections = new HttpConnections("web-client", limits, new CheckedAddresses(rules, names), trust);
    }

    @Override
    public Outcome fetch(WebUrl page, Validators known) {
        try {
            rules.require(page);
            return follow(page, known);
        } catch (UnreadableException failure) {
            return failed(page, failure, null);
        }
    }

    /** Whatever hop failed, the location is what its owner knows. */
    private static Failed failed(WebUrl page, UnreadableException failure, @Nullable String retryAfter) {
        Problem problem = failure.problem();
        SourcePosition place = SourcePosition.ofFile(page.toString());
        return new Failed(
                new Problem(problem.level(), problem.code(), null, place, problem.reason(), problem.fix()), retryAfter);
    }

    private Outcome follow(WebUrl page, Validators known) throws UnreadableException {
        long end = System.nanoTime() + limits.whole().toNanos();
        WebUrl at = RawAddress.of(page);
        for (int redirects = 0; redirects <= limits.redirects(); redirects++) {
            Reply reply = ask(at, known, end);
            if (!reply.isRedirect()) {
                return outcome(page, at, reply, known);
            }
            at = next(at, reply);
        }
        throw FetchProblems.of(
                page,
                "url-redirect",
                "'" + page + "' redirects more than " + limits.redirects() + " times.",
                "Name the address at which the file is.");
    }

    private WebUrl next(WebUrl at, Reply reply) throws UnreadableException {
        String target = reply.header(HttpHeader.LOCATION);
        if (target == null) {
            throw FetchProblems.status(at, reply.status());
        }
        WebUrl next = at.resolve(target);
        if (at.scheme().equals("https") && next.scheme().equals("http")) {
            throw FetchProblems.of(
                    at,
                    "url-redirect",
                    "'" + at + "' redirects from https to http, which is not followed.",
                    "Name the address at which the file is.");
        }
        rules.require(next);
        return next;
    }

    private static Outcome outcome(WebUrl page, WebUrl at, Reply reply, Validators known) {
        if (reply.status() == 200) {
            return new Fetched(reply.body(), reply.validators());
        }
        if (reply.status() == 304 && !known.equals(Validators.NONE)) {
            return new Unchanged();
        }
        return failed(page, FetchProblems.status(at, reply.status()), reply.header(HttpHeader.RETRY_AFTER));
    }

    private Reply ask(WebUrl url, Validators known, long end) throws UnreadableException {
        long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
        if (left <= 0) {
            throw FetchProblems.timeout(url);
        }
        Request request = connections
                .client(url)
                .newRequest(url.toString())
                .headers(headers -> headers(headers, known))
                .timeout(left, TimeUnit.MILLISECONDS);
        InputStreamResponseListener listener = new InputStreamResponseListener();
        try {
            request.send(listener);
            Response response = listener.get(left, TimeUnit.MILLISECONDS);
            return new Reply(response.getStatus(), response.getHeaders(), body(url, response, listener));
        } catch (TimeoutException | ExecutionException | IOException failure) {
            LOG.debug("Asking for {} failed", url, failure);
            throw FetchProblems.failure(url, failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw FetchProblems.failure(url, stopped);
        } finally {
            // no server is listened to longer than needed; where all has come this does nothing
            CompletableFuture<Boolean> unused = request.abort(new IOException("no more is read"));
        }
    }

    private static void headers(HttpFields.Mutable headers, Validators known) {
        headers.put(HttpHeader.CONNECTION, "close");
        headers.put(HttpHeader.ACCEPT, "*/*");
        headers.put(HttpHeader.ACCEPT_ENCODING, "identity");
        headers.put(HttpHeader.USER_AGENT, "Callboard");
        if (known.etag() != null) {
            headers.put(HttpHeader.IF_NONE_MATCH, known.etag());
        }
        if (known.lastModified() != null) {
            headers.put(HttpHeader.IF_MODIFIED_SINCE, known.lastModified());
        }
    }

    private Body body(WebUrl url, Response response, InputStreamResponseListener listener)
            throws IOException, UnreadableException {
        try (InputStream in = listener.getInputStream()) {
            if (response.getStatus() != 200) {
                return Body.EMPTY;
            }
            requireReadable(url, response.getHeaders());
            return intake.take(in, limits.bodyBytes()).orElseThrow(() -> tooLarge(url));
        }
    }

    private void requireReadable(WebUrl url, HttpFields headers) throws UnreadableException {
        String encoding = headers.get(HttpHeader.CONTENT_ENCODING);
        if (encoding != null && !encoding.strip().equalsIgnoreCase("identity")) {
            throw FetchProblems.of(
                    url,
                    "url-encoded",
                    "'" + url + "' answers packed, though it was asked not to.",
                    "Have the server send the file as it is, without Content-Encoding.");
        }
        String type = headers.get(HttpHeader.CONTENT_TYPE);
        String media = type == null ? "" : type.strip().toLowerCase(Locale.ROOT);
        if (media.startsWith("text/html") || media.startsWith("application/xhtml")) {
            throw FetchProblems.of(
                    url,
                    "url-web-page",
                    "'" + url + "' answers a web page, not a descriptor.",
                    "Name the address of the raw file, and see that it can be read without signing in.");
        }
        if (headers.getLongField(HttpHeader.CONTENT_LENGTH) > limits.bodyBytes()) {
            throw tooLarge(url);
        }
    }

    private UnreadableException tooLarge(WebUrl url) {
        return FetchProblems.of(
                url,
                "url-too-large",
                "'" + url + "' has more than " + limits.bodyBytes() + " bytes; no more are read.",
                "Split the file, and let a Location name the parts.");
    }

    @Override
    public void close() {
        connections.close();
    }
}
