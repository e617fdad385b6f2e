package org.callboard.core.web;

import java.time.Duration;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.client.ProtocolHandlers;
import org.eclipse.jetty.client.transport.HttpClientTransportOverHTTP;
import org.eclipse.jetty.http.HttpCookieStore;
import org.eclipse.jetty.io.ClientConnector;
import org.eclipse.jetty.util.SocketAddressResolver;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.eclipse.jetty.util.thread.ScheduledExecutorScheduler;

/** Jetty's client with all that it does by itself taken out: no redirects, no cookies, no signing in, no unpacking. */
final class HttpConnections {

    private static final int MOST_THREADS = 12;
    private static final int IDLE_MILLIS = 30_000;

    private HttpConnections() {}

    static HttpClient open(FetchLimits limits, SocketAddressResolver addresses, SslContextFactory.Client trust) {
        ClientConnector connector = new ClientConnector();
        connector.setSelectors(1);
        connector.setSslContextFactory(trust);
        HttpClient client = new HttpClient(new HttpClientTransportOverHTTP(connector));
        QueuedThreadPool threads = new QueuedThreadPool(MOST_THREADS, 1, IDLE_MILLIS);
        threads.setName("web-client");
        threads.setDaemon(true);
        threads.setReservedThreads(0);
        client.setExecutor(threads);
        client.setScheduler(new ScheduledExecutorScheduler("web-client-timer", true));
        client.setSocketAddressResolver(addresses);
        client.setConnectTimeout(limits.connect().toMillis());
        client.setIdleTimeout(limits.whole().toMillis());
        client.setDestinationIdleTimeout(Duration.ofMinutes(1).toMillis());
        client.setMaxResponseHeadersSize(limits.headerBytes());
        client.setHttpCookieStore(new HttpCookieStore.Empty());
        client.setFollowRedirects(false);
        client.setUserAgentField(null);
        start(client);
        return client;
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
}
