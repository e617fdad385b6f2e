package org.callboard.core.web;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.callboard.api.net.WebRequest;
import org.callboard.core.entity.JsonCodec;
import org.callboard.core.read.UnreadableException;
import org.eclipse.jetty.client.BytesRequestContent;
import org.eclipse.jetty.client.InputStreamResponseListener;
import org.eclipse.jetty.client.Request;
import org.eclipse.jetty.client.Response;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.util.ssl.SslContextFactory;

/** Sends requests: each hop is one the rules allow, over a connection of its own to an address that was checked. */
final class Asking implements AutoCloseable {

    private final ReadingRules rules;
    private final FetchLimits limits;
    private final HttpConnections connections;

    /** @param name whose it is, for the names of its threads */
    Asking(String name, ReadingRules rules, NameResolver names, FetchLimits limits, SslContextFactory.Client trust) {
        this.rules = rules;
        this.limits = limits;
        this.connections = new HttpConnections(name, limits, new CheckedAddresses(rules, names), trust);
    }

    Conversation about(WebRequest request, long end, AskProblems problems) {
        return new Conversation(request, end, problems);
    }

    /** A request, and where redirects lead it. */
    final class Conversation {

        private final long end;
        private final WebRequest request;
        private AskProblems problems;
        private String method;
        private Map<String, String> headers;
        private WebRequest.Body body;

        private Conversation(WebRequest request, long end, AskProblems problems) {
            this.request = request;
            this.end = end;
            this.problems = problems;
            this.method = request.method();
            this.headers = request.headers();
            this.body = request.body();
        }

        /** {@return how to tell of a failure at the host that was asked last} */
        AskProblems problems() {
            return problems;
        }

        HeldAnswer run() throws UnreadableException {
            WebUrl at = WebUrl.parse(request.uri().toString());
            rules.require(at);
            for (int redirects = 0; redirects <= limits.redirects(); redirects++) {
                HeldAnswer answer = ask(at);
                String target = answer.header(HttpHeader.LOCATION.asString()).orElse(null);
                if (target == null || !Reply.isRedirect(answer.status())) {
                    return answer;
                }
                at = next(at, answer.status(), target);
            }
            throw FetchProblems.of(at, "url-redirect", "It redirects too often.", "Ask where the redirects lead to.");
        }

        private WebUrl next(WebUrl at, int status, String target) throws UnreadableException {
            WebUrl next = at.resolve(target);
            if (at.scheme().equals("https") && next.scheme().equals("http")) {
                throw FetchProblems.of(at, "url-redirect", "It redirects to http.", "Ask where the redirects lead to.");
            }
            problems = problems.at(next);
            rules.require(next);
            if (!next.origin().equals(at.origin())) {
                headers = Map.of();
            }
            boolean asksAnew = status == 303 || (status < 303 && method.equals("POST"));
            if (asksAnew && !method.equals("GET")) {
                method = "GET";
                body = WebRequest.Body.None.NONE;
            }
            return next;
        }

        private HeldAnswer ask(WebUrl url) throws UnreadableException {
            long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
            if (left <= 0) {
                throw FetchProblems.timeout(url);
            }
            Request asked =
                    prepared(connections.client(url).newRequest(url.toString())).timeout(left, TimeUnit.MILLISECONDS);
            InputStreamResponseListener listener = new InputStreamResponseListener();
            try {
                asked.send(listener);
                Response response = listener.get(left, TimeUnit.MILLISECONDS);
                byte[] bytes = bytes(url, response, listener);
                return new HeldAnswer(response.getStatus(), response.getHeaders(), bytes, problems);
            } catch (TimeoutException | ExecutionException | IOException failure) {
                throw FetchProblems.failure(url, failure);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw FetchProblems.failure(url, stopped);
            } finally {
                // no server is listened to longer than needed; where all has come this does nothing
                CompletableFuture<Boolean> unused = asked.abort(new IOException("no more is read"));
            }
        }

        private Request prepared(Request request) {
            request.method(method).headers(fields -> {
                fields.put(HttpHeader.ACCEPT, "*/*");
                fields.put(HttpHeader.USER_AGENT, "Callboard");
                headers.forEach(fields::put);
                fields.put(HttpHeader.CONNECTION, "close");
                fields.put(HttpHeader.ACCEPT_ENCODING, "identity");
            });
            if (body instanceof WebRequest.Body.Text text) {
                request.body(new BytesRequestContent(text.type(), text.text().getBytes(StandardCharsets.UTF_8)));
            } else if (body instanceof WebRequest.Body.Value value) {
                request.body(new BytesRequestContent("application/json", new JsonCodec().encode(value.value())));
            }
            return request;
        }
    }

    private byte[] bytes(WebUrl url, Response response, InputStreamResponseListener listener)
            throws IOException, UnreadableException {
        HttpFields headers = response.getHeaders();
        try (InputStream in = listener.getInputStream()) {
            String encoding = headers.get(HttpHeader.CONTENT_ENCODING);
            if (encoding != null && !encoding.strip().equalsIgnoreCase("identity")) {
                throw FetchProblems.of(url, "url-encoded", "It answers packed.", "Have it answer plainly.");
            }
            byte[] bytes = headers.getLongField(HttpHeader.CONTENT_LENGTH) > limits.bodyBytes()
                    ? null
                    : in.readNBytes(limits.bodyBytes() + 1);
            if (bytes == null || bytes.length > limits.bodyBytes()) {
                throw FetchProblems.of(url, "url-too-large", "It answers too much.", "Ask for less at a time.");
            }
            return bytes;
        }
    }

    @Override
    public void close() {
        connections.close();
    }
}
