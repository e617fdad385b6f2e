package org.callboard.plugin.catalogapi;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.callboard.api.catalog.Catalog;
import org.callboard.api.catalog.Ingest;
import org.callboard.api.catalog.Locations;
import org.callboard.api.model.Json;
import org.callboard.api.problem.PortalException;
import org.callboard.api.problem.ProblemKind;
import org.callboard.testkit.TestCaller;
import org.callboard.testkit.TestJson;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.jspecify.annotations.Nullable;

/** The endpoint behind real HTTP, with errors shaped as the portal shapes them. */
final class CatalogServer {

    /** The header that says who asks. */
    static final String CALLER = "X-Caller";

    private static final TestJson JSON = new TestJson();

    private final Server server = new Server();
    private final ServerConnector connector = new ServerConnector(server);
    private final HttpClient client = HttpClient.newHttpClient();

    CatalogServer(Catalog catalog, Locations locations, Ingest ingest) throws Exception {
        connector.setHost("127.0.0.1");
        server.addConnector(connector);
        ServletContextHandler context = new ServletContextHandler("/");
        context.addServlet(
                new ServletHolder(new Dispatch(new CatalogEndpoint(catalog, locations, ingest, JSON))), "/*");
        server.setHandler(context);
        server.start();
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send("GET", path, null);
    }

    HttpResponse<String> post(String path, String body) throws IOException, InterruptedException {
        return send("POST", path, body);
    }

    /** Sends a request; a body is announced as JSON. Headers are pairs of a name and a value. */
    HttpResponse<String> send(String method, String path, @Nullable String body, String... headers)
            throws IOException, InterruptedException {
        URI uri = URI.create("http://127.0.0.1:" + connector.getLocalPort() + path);
        HttpRequest.Builder request = HttpRequest.newBuilder(uri)
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        if (body != null) {
            request.header("Content-Type", "application/json");
        }
        return client.send(request.build(), BodyHandlers.ofString());
    }

    void stop() throws Exception {
        server.stop();
    }

    /** {@return the path as the endpoint shows it in errors} */
    private static String shownUrl(HttpServletRequest request) {
        String path = request.getRequestURI().substring(CatalogEndpoint.PREFIX.length());
        return request.getQueryString() == null ? path : path + "?" + request.getQueryString();
    }

    private static final class Dispatch extends HttpServlet {

        private static final long serialVersionUID = 1L;

        private final transient CatalogEndpoint endpoint;

        Dispatch(CatalogEndpoint endpoint) {
            this.endpoint = endpoint;
        }

        @Override
        protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
            try {
                endpoint.handle(caller(request), request, response);
            } catch (PortalException e) {
                response.reset();
                response.setStatus(status(e.kind()));
                response.setContentType("application/json; charset=utf-8");
                JSON.write(error(request, e), response.getOutputStream());
            }
        }

        private static TestCaller caller(HttpServletRequest request) {
            String name = request.getHeader(CALLER);
            return TestCaller.named(name == null ? "Anybody" : name);
        }

        private static int status(ProblemKind kind) {
            return switch (kind) {
                case BAD_INPUT -> 400;
                case NOT_ALLOWED -> 403;
                case NOT_FOUND -> 404;
                case CONFLICT -> 409;
                case TOO_LARGE -> 413;
                case UNSUPPORTED_MEDIA_TYPE -> 415;
                default -> 500;
            };
        }

        private static Json error(HttpServletRequest request, PortalException e) {
            String name = switch (e.kind()) {
                case NOT_FOUND -> "NotFoundError";
                case NOT_ALLOWED -> "NotAllowedError";
                case CONFLICT -> "ConflictError";
                default -> "InputError";
            };
            return Json.object()
                    .put(
                            "error",
                            Json.object()
                                    .put("name", name)
                                    .put("message", e.message())
                                    .build())
                    .put(
                            "request",
                            Json.object()
                                    .put("method", request.getMethod())
                                    .put("url", shownUrl(request))
                                    .build())
                    .put(
                            "response",
                            Json.object().put("statusCode", status(e.kind())).build())
                    .build();
        }
    }
}
