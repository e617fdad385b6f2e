package org.callboard.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Blocker;
import org.eclipse.jetty.util.Callback;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LoadTest {

    private final Server server = new Server();
    private final ServerConnector connector = new ServerConnector(server);
    private final AtomicInteger requests = new AtomicInteger();

    @BeforeEach
    void start() throws Exception {
        connector.setHost("127.0.0.1");
        server.addConnector(connector);
        server.setHandler(new Handler.Abstract() {
            @Override
            public boolean handle(Request request, Response response, Callback callback) throws Exception {
                answer(request, response, callback);
                return true;
            }
        });
        server.start();
    }

    @AfterEach
    void stop() throws Exception {
        server.stop();
    }

    @Test
    void readsAnswersOfEveryLengthAndForm() throws Exception {
        try (HttpConnection connection = new HttpConnection(connector.getLocalPort())) {
            for (int length : List.of(3, 65_530, 70_000, 500_000)) {
                assertEquals(
                        length,
                        exchange(connection, Call.get("/plain/" + length)).length());
                assertEquals(
                        length,
                        exchange(connection, Call.get("/chunked/" + length)).length());
            }
            assertEquals(404, exchange(connection, Call.get("/status/404")).status());
            assertEquals(5, exchange(connection, new Call("/echo/0", "hello")).length());
        }
    }

    @Test
    void countsTheAnswersOfTheMeasuredTimeAlone() throws Exception {
        Samples samples = load("/plain/100").run(Pace.closedLoop());
        assertTrue(samples.count() > 0 && samples.count() < requests.get(), samples.count() + " of " + requests);
        assertNull(samples.failure());
        assertTrue(samples.millis(0.5) <= samples.millis(0.99));
    }

    @Test
    void keepsToAFixedRate() throws Exception {
        Samples samples = load("/plain/100").run(Pace.openLoop(200, 4, System.nanoTime()));
        assertTrue(samples.count() >= 195 && samples.count() <= 205, samples.count() + " requests");
    }

    @Test
    void countsAnAnswerOfAnotherLengthAsAFailure() throws Exception {
        assertNotNull(load("/growing/10").run(Pace.closedLoop()).failure());
    }

    @Test
    void doesNotBeginWhereTheFirstAnswerIsAnError() {
        assertThrows(IOException.class, () -> load("/status/500"));
    }

    private Load load(String path) throws IOException {
        Path none = Path.of("none");
        Duration second = Duration.ofSeconds(1);
        Settings settings = new Settings(none, none, none, none, 7, second, second, 4, 200, 1, second);
        return new Load(settings, connector.getLocalPort(), "token", List.of(Call.get(path)));
    }

    private HttpConnection.Answer exchange(HttpConnection connection, Call call) throws IOException {
        return connection.exchange(call.bytes(connector.getLocalPort(), "token"));
    }

    private void answer(Request request, Response response, Callback callback) throws Exception {
        String[] path = Request.getPathInContext(request).split("/", 3);
        int number = Integer.parseInt(path[2]);
        int count = requests.incrementAndGet();
        switch (path[1]) {
            case "status" -> {
                response.setStatus(number);
                response.write(true, ByteBuffer.allocate(10), callback);
            }
            case "echo" -> response.write(true, Content.Source.asByteBuffer(request), callback);
            case "chunked" -> {
                // the first write commits the answer before its length is known
                try (Blocker.Callback first = Blocker.callback()) {
                    response.write(false, ByteBuffer.allocate(number / 2), first);
                    first.block();
                }
                response.write(true, ByteBuffer.allocate(number - number / 2), callback);
            }
            default ->
                response.write(true, ByteBuffer.allocate(number + (path[1].equals("growing") ? count : 0)), callback);
        }
    }
}
