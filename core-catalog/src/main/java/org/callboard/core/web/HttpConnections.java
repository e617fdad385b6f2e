package org.callboard.core.web;

import java.nio.channels.ClosedChannelException;
import java.time.Duration;
import org.callboard.core.read.UnreadableException;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.client.ProtocolHandlers;
import org.eclipse.jetty.client.transport.HttpClientTransportOverHTTP;
import org.eclipse.jetty.http.HttpCookieStore;
import org.eclipse.jetty.io.ClientConnector;
import org.eclipse.jetty.util.SocketAddressResolver;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.eclipse.jetty.util.thread.ScheduledExecutorScheduler;
import org.jspecify.annotations.Nullable;

/**
 * Jetty's client with all that it does by itself taken out: no redirects, no cookies, no signing in, no unpacking. It is
 * started when it is first needed.
 */
final class HttpConnections implements AutoCloseable {

    private static final int MOST_THREADS = 12;
    private static final int IDLE_MILLIS = 30_000;

    private final String name;
    private final FetchLimits limits;
    private final SocketAddressResolver addresses;
    private final SslContextFactory.Client trust;
    private @Nullable HttpClient client;
    private boolean closed;

    /** @param name whose they are, for the names of their threads */
    HttpConnections(String name, FetchLimits limits, SocketAddressResolver addresses, SslContextFactory.Client trust) {
        this.name = name;
        this.limits = limits;
        this.addresses = addresses;
        this.trust = trust;
    }

    /**
     * {@return the client to ask for a page}
     *
     * @throws UnreadableException where it was closed
     */
    synchronized HttpClient client(WebUrl url) throws UnreadableException {
        if (closed) {
            throw FetchProblems.failure(url, new ClosedChannelException());
        }
        if (client == null) {
            client = open();
        }
        return client;
    }

    private HttpClient open() {
        ClientConnector connector = new ClientConnector();
        connector.setSelectors(1);
        connector.setSslContextFactory(trust);
        HttpClient fresh = new HttpClient(new HttpClientTransportOverHTTP(connector));
        QueuedThreadPool threads = new QueuedThreadPool(MOST_THREADS, 1, IDLE_MILLIS);
        threads.setName(name);
        threads.setDaemon(true);
        threads.setReservedThreads(0);
        fresh.setExecutor(threads);
        fresh.setScheduler(new ScheduledExecutorScheduler(name + "-timer", true));
        fresh.setSocketAddressResolver(addresses);
        fresh.setConnectTimeout(limits.connect().toMillis());
        fresh.setIdleTimeout(limits.whole().toMillis());
        fresh.setDestinationIdleTimeout(Duration.ofMinutes(1).toMillis());
        fresh.setMaxResponseHeadersSize(limits.headerBytes());
        fresh.setHttpCookieStore(new HttpCookieStore.Empty());
        fresh.setFollowRedirects(false);
        fresh.setUserAgentField(null);
        start(fresh);
        return fresh;
    }

    /** The client puts its own handlers in when it starts; those for interim answers stay. */
    private static void start(HttpClient client) {
        try {
            client.start();
        } catch (Exception failure) {
            throw new IllegalStateException("The web client can't be started", failure);
        }
        ProtocolHandlers handlers = client.getProtocolHandlers();
        handlers.remove("redirect");
        handlers.remove("www-authenticate");
        handlers.remove("proxy-authenticate");
        handlers.remove("upgrade");
        client.getContentDecoderFactories().clear();
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (client != null) {
            try {
                client.stop();
            } catch (Exception failure) {
                throw new IllegalStateException("The web client can't be stopped", failure);
            }
            client = null;
        }
    }
}
