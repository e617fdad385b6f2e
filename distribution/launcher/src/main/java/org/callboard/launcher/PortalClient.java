package org.callboard.launcher;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import javax.net.ssl.SSLException;

/** Speaks to a running portal. What it answers in error becomes a {@link CommandException} in its own words. */
final class PortalClient {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration CONNECT = Duration.ofSeconds(10);

    private static final int NOT_FOUND = 404;

    private final String url;
    private final Token token;
    private final String option;

    /** Speaks to a portal that is named by {@code --url}. */
    PortalClient(String url, Token token) {
        this(url, token, "--url");
    }

    /** Speaks to a portal that is named by this option. */
    PortalClient(String url, Token token, String option) {
        this.url = url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
        this.token = token;
        this.option = option;
    }

    /** A good answer. */
    record Answer(String body) {

        Tree json() throws CommandException {
            try {
                return Tree.parse(body);
            } catch (IOException malformed) {
                throw new CommandException(
                        ExitCode.FAILED, "The portal's answer is no JSON; is something else at that address?");
            }
        }
    }

    String url() {
        return url;
    }

    /** {@return text as part of a path or a query} */
    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    Answer get(String path) throws CommandException {
        return send(request(path).GET());
    }

    Answer post(String path) throws CommandException {
        return send(request(path).POST(BodyPublishers.noBody()));
    }

    Answer post(String path, String contentType, BodyPublisher body) throws CommandException {
        return send(request(path).header("Content-Type", contentType).POST(body));
    }

    Answer delete(String path) throws CommandException {
        return send(request(path).DELETE());
    }

    private HttpRequest.Builder request(String path) throws CommandException {
        try {
            return HttpRequest.newBuilder(URI.create(url + path))
                    .header("User-Agent", "callboard/command")
                    .header("Authorization", "Bearer " + token.find());
        } catch (IllegalArgumentException malformed) {
            throw new CommandException(
                    ExitCode.USAGE, "'" + url + "' is no address of a portal, such as " + Options.LOCAL + ".");
        }
    }

    private Answer send(HttpRequest.Builder request) throws CommandException {
        try (InputStream body = open(request.timeout(PATIENCE))) {
            return new Answer(new String(body.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException failure) {
            throw gone();
        }
    }

    /** {@return the body of a good answer, to be closed; empty where there is nothing at that path} */
    Optional<InputStream> find(String path) throws CommandException {
        HttpResponse<InputStream> response = answer(request(path).GET());
        if (response.statusCode() != NOT_FOUND) {
            return Optional.of(good(response));
        }
        try {
            response.body().close();
            return Optional.empty();
        } catch (IOException failure) {
            throw gone();
        }
    }

    /** {@return the body of a good answer, however long it is; to be closed} */
    InputStream stream(String path) throws CommandException {
        return open(request(path).GET());
    }

    /** {@return the same, of this type} */
    InputStream stream(String path, String type) throws CommandException {
        return open(request(path).header("Accept", type).GET());
    }

    /** Reads an answer without an end line by line; that it ends is a failure. */
    void follow(String path, Consumer<String> lines) throws CommandException {
        InputStream body =
                open(request(path).header("Accept", "text/event-stream").GET());
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                lines.accept(line);
            }
        } catch (IOException failure) {
            throw gone();
        }
        throw gone();
    }

    private CommandException gone() {
        return new CommandException(ExitCode.UNREACHABLE, "The portal at " + url + " ended the answer.");
    }

    private InputStream open(HttpRequest.Builder request) throws CommandException {
        return good(answer(request));
    }

    private InputStream good(HttpResponse<InputStream> response) throws CommandException {
        if (response.statusCode() / 100 == 2) {
            return response.body();
        }
        try {
            throw refused(response);
        } catch (IOException failure) {
            throw gone();
        }
    }

    private HttpResponse<InputStream> answer(HttpRequest.Builder request) throws CommandException {
        try {
            HttpClient.Builder http =
                    HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(CONNECT);
            new Authorities(token.environment()).context().ifPresent(http::sslContext);
            return http.build().send(request.build(), BodyHandlers.ofInputStream());
        } catch (HttpTimeoutException slow) {
            throw new CommandException(ExitCode.UNREACHABLE, "The portal at " + url + " does not answer in time.");
        } catch (SSLException untrusted) {
            throw new CommandException(
                    ExitCode.UNREACHABLE,
                    "There is no safe connection to " + url + ": " + untrusted.getMessage() + ". Let "
                            + Authorities.VARIABLE
                            + " name a PEM file with the authority that vouches for the portal.");
        } catch (IOException failure) {
            throw new CommandException(
                    ExitCode.UNREACHABLE,
                    "No portal answers at " + url + ". Start it, or name another with " + option + ".");
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new CommandException(ExitCode.FAILED, "Interrupted.");
        }
    }

    private CommandException refused(HttpResponse<InputStream> response) throws IOException {
        int status = response.statusCode();
        ExitCode code = status == 401 || status == 403
                ? ExitCode.NOT_ALLOWED
                : status >= 400 && status < 500 ? ExitCode.REFUSED : ExitCode.FAILED;
        String body;
        try (InputStream in = response.body()) {
            body = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        return new CommandException(code, Explanation.of(status, body));
    }
}
