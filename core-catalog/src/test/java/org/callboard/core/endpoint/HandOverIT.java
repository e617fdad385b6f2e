package org.callboard.core.endpoint;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.callboard.api.plugins.PluginInfo.Role;
import org.callboard.api.problem.PortalException;
import org.callboard.core.extension.ActiveExtension.RevisionName;
import org.callboard.core.extension.Attendant;
import org.callboard.core.extension.ForeignCall;
import org.callboard.core.extension.PluginEntries;
import org.callboard.core.extension.PluginLimits;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A handler on the plugin's thread, behind a real server with one connection. */
class HandOverIT {

    private static final PluginLimits LIMITS = new PluginLimits(
            Duration.ofMillis(200),
            Duration.ofSeconds(5),
            32,
            8,
            1 << 20,
            new PluginLimits.Breaking(1_000, Duration.ofMinutes(1), Duration.ofSeconds(1)));

    private final AtomicBoolean over = new AtomicBoolean();
    private final AtomicLong refused = new AtomicLong();
    private final AtomicLong seen = new AtomicLong();
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final ForeignCall foreign = new PluginEntries(LIMITS, 32)
            .open(new RevisionName("stale", "1.0.0", "sha256:00"), Role.OPTIONAL, HandOverIT.class.getClassLoader());
    private Server server = new Server();

    @BeforeEach
    void start() throws Exception {
        server = new Server(new QueuedThreadPool(8, 4));
        server.addConnector(new ServerConnector(server, 1, 1));
        ServletContextHandler context = new ServletContextHandler("/", false, false);
        context.addServlet(new ServletHolder("door", new Door()), "/*");
        server.setHandler(context);
        server.start();
    }

    @AfterEach
    void stop() throws Exception {
        over.set(true);
        server.stop();
        foreign.close();
    }

    private final class Door extends HttpServlet {
        private static final long serialVersionUID = 1L;

        @Override
        protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
            Attendant attendant = new Attendant();
            PluginRequest asked = new PluginRequest(request, attendant);
            PluginResponse answer = new PluginResponse(response, attendant, LIMITS.answerBytes());
            try {
                foreign.answer(() -> handle(asked, answer), attendant);
                answer.finish();
            } catch (PortalException late) {
                ErrorShape.write(late, request, response);
            }
        }
    }

    private int handle(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (request.getRequestURI().equals("/stale")) {
            scribble(request, response);
        } else {
            response.setContentType("text/plain");
            response.setHeader("X-Answer", "good");
            request.getInputStream().transferTo(response.getOutputStream());
        }
        return response.getStatus();
    }

    /** Reads and writes whatever it can, long after its time. */
    private void scribble(HttpServletRequest request, HttpServletResponse response) {
        while (!over.get()) {
            response.setHeader("X-Answer", "stale");
            response.setStatus(418);
            request.setAttribute("stale", "stale");
            look(request);
            try {
                request.getInputStream().readAllBytes();
                response.getOutputStream().write("stale".getBytes(StandardCharsets.UTF_8));
                response.flushBuffer();
            } catch (IOException expected) {
                refused.incrementAndGet();
            }
        }
    }

    /** What belongs to a later request must not be seen either. */
    private void look(HttpServletRequest request) {
        try {
            if (request.getHeader("X-Later") != null || request.getContentLengthLong() > 0) {
                seen.incrementAndGet();
            }
        } catch (IllegalStateException expected) {
            refused.incrementAndGet();
        }
    }

    private HttpResponse<byte[]> post(String path, byte[] body) throws IOException, InterruptedException {
        URI uri = server.getURI().resolve(path);
        return client.send(
                HttpRequest.newBuilder(uri)
                        .POST(BodyPublishers.ofByteArray(body))
                        .build(),
                BodyHandlers.ofByteArray());
    }

    @Test
    void echoesBodiesOfAnyLength() throws IOException, InterruptedException {
        for (int length : new int[] {0, 1, 16_384, 32_768, 100_000, 1 << 20}) {
            byte[] body = new byte[length];
            new Random(length).nextBytes(body);
            HttpResponse<byte[]> answer = post("/echo", body);
            assertEquals(200, answer.statusCode());
            assertArrayEquals(body, answer.body());
        }
    }

    @Test
    void letsNothingOfAnAnswerThatWasCutOffIntoALaterOne() throws IOException, InterruptedException {
        int status = client.send(
                        HttpRequest.newBuilder(server.getURI().resolve("/stale"))
                                .build(),
                        BodyHandlers.ofString())
                .statusCode();
        assertTrue(status == 503 || status == 418, "status " + status);
        for (int later = 0; later < 300; later++) {
            byte[] body = ("good " + later).repeat(1 + later * 7).getBytes(StandardCharsets.UTF_8);
            HttpResponse<byte[]> answer = post("/echo", body);
            assertEquals(200, answer.statusCode());
            assertEquals("good", answer.headers().firstValue("X-Answer").orElse(""));
            assertEquals(new String(body, StandardCharsets.UTF_8), new String(answer.body(), StandardCharsets.UTF_8));
        }
        assertEquals(0, seen.get(), "looks into a later request");
        assertTrue(refused.get() > 0, "The stale thread never tried.");
    }

    /** Jetty looks at the rate of a body whenever it is asked for more of it, even where all of it is there. */
    @Test
    void asksNotForMoreThanThereIs() throws Exception {
        HttpConnectionFactory http = server.getConnectors()[0].getConnectionFactory(HttpConnectionFactory.class);
        http.getHttpConfiguration().setMinRequestDataRate(1_000_000_000);
        byte[] body = "{}".getBytes(StandardCharsets.UTF_8);
        assertArrayEquals(body, post("/echo", body).body());
    }
}
