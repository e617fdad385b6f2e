package org.callboard.core.http;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.callboard.core.edge.CertificateFiles;
import org.callboard.core.extension.PluginEntries;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.jspecify.annotations.Nullable;

/** Jetty: its threads, its connections and, where the portal itself speaks TLS, its certificate. */
final class Listening implements AutoCloseable {

    private static final int MOST_THREADS = PluginEntries.held(PortalServer.WAITING_FOR_PLUGINS) + 64;

    private final Server server;
    private final PortalConnector connector;
    private final @Nullable TlsContext tls;
    private final SlowConnections slow;

    private Listening(Server server, PortalConnector connector, @Nullable TlsContext tls) {
        this.server = server;
        this.connector = connector;
        this.tls = tls;
        this.slow = new SlowConnections(connector::getConnectedEndPoints);
    }

    /** Makes what will listen at this address. */
    static Listening at(PortalServer.Address address) {
        QueuedThreadPool threads = new QueuedThreadPool(MOST_THREADS, 4);
        threads.setName("http");
        threads.setDaemon(true);
        Server server = new Server(threads);
        server.setErrorHandler(new LowLevelErrors());
        CertificateFiles files = address.edge().certificate();
        TlsContext tls = files == null ? null : TlsContext.of(files);
        PortalConnector connector = PortalConnector.of(server, address, tls);
        server.addConnector(connector);
        return new Listening(server, connector, tls);
    }

    /**
     * Listens.
     *
     * @throws java.net.BindException where the port is taken
     */
    void open(Handler handler) throws IOException {
        server.setHandler(new SecurityHeaders(new Drain(handler)));
        connector.open();
        try {
            server.start();
        } catch (IOException | RuntimeException failure) {
            throw failure;
        } catch (Exception failure) {
            throw new IOException(failure);
        }
        if (tls != null) {
            tls.follow();
        }
    }

    /** Closes connections whose senders dawdle. */
    void closeSlow() {
        slow.check();
    }

    int port() {
        return connector.getLocalPort();
    }

    /** {@return the threads that answer} */
    PlacesInUse threads() {
        QueuedThreadPool threads = (QueuedThreadPool) server.getThreadPool();
        return new PlacesInUse(
                "requests",
                "Threads that answer requests",
                threads::getBusyThreads,
                MOST_THREADS,
                threads::getQueueSize);
    }

    /** {@return what is to be known of all this} */
    List<Figure> figures(Throttle throttle) {
        List<Figure> figures = new ArrayList<>(List.of(
                Figure.counter(
                        "callboard_limited_caller_requests_total",
                        "Requests of callers, answered 429.",
                        throttle::ofCallers),
                Figure.counter(
                        "callboard_limited_address_requests_total",
                        "Requests of those who are not signed in, answered 429.",
                        throttle::ofAddresses),
                Figure.counter(
                        "callboard_limited_connections_total",
                        "Connections closed as their address had too many, or was too slow.",
                        () -> connector.refused() + slow.closed())));
        figures.addAll(tls == null ? List.of() : figures(tls));
        return figures;
    }

    private static List<Figure> figures(TlsContext tls) {
        return List.of(
                Figure.gauge(
                        "callboard_certificate_expires_seconds",
                        "When the certificate is of no use any more, in seconds since 1970.",
                        tls::expires),
                Figure.counter(
                        "callboard_certificate_failures_total",
                        "Changes of the certificate's files that were of no use.",
                        tls::failures));
    }

    /** Takes no more connections and returns when those that there are have ended, or their time is over. */
    @Override
    public void close() {
        if (tls != null) {
            tls.close();
        }
        if (server.getHandler() instanceof SecurityHeaders outer && outer.getHandler() instanceof Drain drain) {
            drain.end(connector);
        }
        try {
            server.stop();
        } catch (Exception failure) {
            throw new IllegalStateException("The HTTP server did not stop.", failure);
        }
    }
}
