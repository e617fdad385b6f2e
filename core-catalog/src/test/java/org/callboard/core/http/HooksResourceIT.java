package org.callboard.core.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.callboard.api.problem.PortalException;
import org.callboard.core.audit.AuditLog;
import org.callboard.core.audit.AuditQuery;
import org.callboard.core.audit.AuditRow;
import org.callboard.core.db.Database;
import org.callboard.core.endpoint.ErrorShape;
import org.callboard.core.hook.Hook;
import org.callboard.core.hook.Hooks;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HooksResourceIT {

    private static final String SECRET = "hush-hush-hush-hush";
    private static final String PUSH = "{\"repository\":{\"html_url\":\"https://github.com/acme/led\"}}";

    private final AtomicInteger asked = new AtomicInteger();
    private final Server server = new Server();
    private final ServerConnector connector = new ServerConnector(server);
    private final HttpClient client = HttpClient.newHttpClient();
    private final Database database;
    private final AuditLog audit;

    HooksResourceIT(@TempDir Path folder) {
        this.database = new Database(folder);
        this.audit = new AuditLog(database, Clock.systemUTC());
    }

    @BeforeEach
    void start() throws Exception {
        Hooks hooks = new Hooks(() -> List.of(new Hook("git", SECRET)), repository -> asked.incrementAndGet());
        ServletContextHandler context = new ServletContextHandler();
        context.addServlet(new ServletHolder(new Door(new HooksResource(hooks, audit))), "/*");
        server.setHandler(context);
        server.addConnector(connector);
        server.start();
    }

    @AfterEach
    void stop() throws Exception {
        server.stop();
        audit.close();
        database.close();
    }

    /** As the dispatcher does it. */
    private static final class Door extends HttpServlet {

        private static final long serialVersionUID = 1L;
        private final transient HooksResource resource;

        Door(HooksResource resource) {
            this.resource = resource;
        }

        @Override
        protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
            try {
                resource.handle(new Exchange(request, response, request.getRequestURI(), null));
            } catch (PortalException failure) {
                ErrorShape.write(failure, request, response);
            }
            UnreadBody.discard(request, response);
        }
    }

    private HttpResponse<String> post(String path, String token, BodyPublisher body) throws Exception {
        URI address = URI.create("http://127.0.0.1:" + connector.getLocalPort() + path);
        HttpRequest.Builder request = HttpRequest.newBuilder(address).POST(body);
        return client.send(
                token.isEmpty()
                        ? request.build()
                        : request.header("X-Gitlab-Token", token).build(),
                BodyHandlers.ofString());
    }

    private List<AuditRow> refusals() {
        return audit.find(AuditQuery.ALL, Long.MAX_VALUE, 100);
    }

    @Test
    void aGenuinePushIsTakenIn() throws Exception {
        HttpResponse<String> answer = post("/api/hooks/git", SECRET, BodyPublishers.ofString(PUSH));
        assertEquals(202, answer.statusCode(), answer::body);
        assertEquals("{\"asked\":1,\"message\":\"What is read of github.com/acme/led is asked for.\"}", answer.body());
        assertEquals(List.of(), refusals());
    }

    @Test
    void nobodyLearnsWhichHooksThereAre() throws Exception {
        HttpResponse<String> wrong = post("/api/hooks/git", "wrong-wrong-wrong", BodyPublishers.ofString(PUSH));
        HttpResponse<String> unsigned = post("/api/hooks/git", "", BodyPublishers.ofString("no JSON"));
        HttpResponse<String> unknown = post("/api/hooks/gut", SECRET, BodyPublishers.ofString(PUSH));
        HttpResponse<String> nameless = post("/api/hooks", SECRET, BodyPublishers.ofString(PUSH));
        for (HttpResponse<String> answer : List.of(wrong, unsigned, unknown, nameless)) {
            assertEquals(401, answer.statusCode());
            assertEquals(
                    wrong.body(),
                    answer.body().replaceFirst("/api/hooks[^\"]*", "/api/hooks/git"),
                    answer.uri()::toString);
        }
        assertEquals(0, asked.get());
        AuditRow row = refusals().get(0);
        assertEquals("hook.take", row.act().name());
        assertEquals(1, refusals().size(), "those that are alike are counted");
    }

    @Test
    void moreThanAPushCanBeIsRefusedHoweverItComes() throws Exception {
        byte[] large = new byte[(1 << 20) + 1];
        for (String name : List.of("git", "gut")) {
            for (BodyPublisher body : List.of(
                    BodyPublishers.ofByteArray(large),
                    BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large)))) {
                HttpResponse<String> answer = post("/api/hooks/" + name, SECRET, body);
                assertEquals(413, answer.statusCode(), answer::body);
            }
        }
        String most = PUSH + " ".repeat((1 << 20) - PUSH.length());
        assertEquals(
                202,
                post("/api/hooks/git", SECRET, BodyPublishers.ofString(most)).statusCode());
        assertTrue(asked.get() == 1, asked::toString);
    }
}
