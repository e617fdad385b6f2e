package org.callboard.core.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.function.BooleanSupplier;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SlowConnectionsIT {

    private final Server server = new Server(new QueuedThreadPool(8, 4));
    private final ServerConnector connector = new ServerConnector(server, 1, 1);
    private final SlowConnections slow = new SlowConnections(connector::getConnectedEndPoints);

    @BeforeEach
    void start() throws Exception {
        server.addConnector(connector);
        server.setHandler(new Handler.Abstract() {
            @Override
            public boolean handle(Request request, Response response, Callback callback) {
                if (!request.getMethod().equals("POST")) {
                    response.setStatus(204);
                    callback.succeeded();
                }
                return true;
            }
        });
        server.start();
    }

    @AfterEach
    void stop() throws Exception {
        server.setStopTimeout(0);
        server.stop();
    }

    private Socket connect(String text) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), connector.getLocalPort());
        socket.setSoTimeout(10_000);
        send(socket, text);
        return socket;
    }

    private static void send(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** What was sent has to have come before the next look. */
    private void look(long bytes) {
        until(() -> connector.getConnectedEndPoints().stream()
                        .mapToLong(endPoint -> endPoint.getConnection().getBytesIn())
                        .sum()
                >= bytes);
        slow.check();
    }

    private static void until(BooleanSupplier condition) {
        long end = System.nanoTime() + 20_000_000_000L;
        while (!condition.getAsBoolean()) {
            assertTrue(System.nanoTime() < end, "It never came.");
            Thread.onSpinWait();
        }
    }

    @Test
    void closesAConnectionOnWhichAHeadComesByteByByte() throws IOException {
        for (String begun : new String[] {"GET / HTTP/1.1\r\nX: ", "GET / HTTP/1.1\r\nHost: a\r\n\r\nGET / HTT"}) {
            long before = slow.closed();
            long answers = begun.contains("\r\n\r\n") ? 1 : 0;
            try (Socket socket = connect(begun)) {
                until(() -> connector.getConnectedEndPoints().stream()
                                .mapToLong(endPoint -> endPoint.getConnection().getMessagesOut())
                                .sum()
                        == answers);
                look(begun.length());
                for (int more = 1; more <= 3; more++) {
                    assertEquals(before, slow.closed());
                    send(socket, "x");
                    look(begun.length() + more);
                }
                assertEquals(before + 1, slow.closed());
                assertTrue(isEnded(socket));
            }
            until(() -> connector.getConnectedEndPoints().isEmpty());
        }
    }

    private static boolean isEnded(Socket socket) throws IOException {
        try {
            byte[] answered = socket.getInputStream().readAllBytes();
            return answered.length < 1_000;
        } catch (SocketException reset) {
            return true;
        }
    }

    @Test
    void leavesAloneWhatIsIdleAnsweredOrUnderWay() throws IOException {
        String request = "GET / HTTP/1.1\r\nHost: a\r\n\r\n";
        String upload = "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 100\r\n\r\n";
        try (Socket idle = connect(request);
                Socket busy = connect(request);
                Socket sending = connect(upload)) {
            long bytes = 2L * request.length() + upload.length();
            for (int i = 0; i < 10; i++) {
                look(bytes);
                send(busy, request);
                send(sending, "x");
                // what nobody reads does not count
                bytes += request.length();
            }
            assertTrue(idle.isConnected());
            assertEquals(0, slow.closed());
            assertEquals(3, connector.getConnectedEndPoints().size());
        }
    }
}
