package org.callboard.core.http;

import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.callboard.core.edge.Address;
import org.callboard.core.edge.AddressBlocks;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.ConnectionFactory;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.jspecify.annotations.Nullable;

/** Takes connections, with TLS or without; only so many from one address, unless it is a proxy's or this machine's. */
final class PortalConnector extends ServerConnector {

    private static final int IDLE_MILLIS = 30_000;
    private static final int HEADER_BYTES = 16 * 1024;
    /** It counts between the first part of a body and its end: the shortest may take some hundredths of a second. */
    private static final int BYTES_PER_SECOND = 50;

    private final AddressBlocks proxies;
    private final int most;
    private final Map<String, Integer> open = new ConcurrentHashMap<>();
    private final LongAdder refused = new LongAdder();

    private PortalConnector(Server server, PortalServer.Address address, ConnectionFactory... protocols) {
        super(server, 1, 1, protocols);
        this.proxies = address.edge().proxies();
        this.most = address.edge().rates().connectionsPerAddress();
        setHost(address.host());
        setPort(address.port());
        setIdleTimeout(IDLE_MILLIS);
    }

    /** Makes one that speaks TLS where there is a certificate. */
    static PortalConnector of(Server server, PortalServer.Address address, @Nullable TlsContext tls) {
        HttpConfiguration configuration = configuration();
        if (tls != null) {
            // that a request names a host of the portal's is checked by the dispatcher
            configuration.addCustomizer(new SecureRequestCustomizer(false));
        }
        if (!address.edge().proxies().isEmpty()) {
            configuration.addCustomizer(new ForwardedRequests(address.edge().proxies()));
        }
        HttpConnectionFactory http = new HttpConnectionFactory(configuration);
        return tls == null
                ? new PortalConnector(server, address, http)
                : new PortalConnector(server, address, new SslConnectionFactory(tls, http.getProtocol()), http);
    }

    private static HttpConfiguration configuration() {
        HttpConfiguration http = new HttpConfiguration();
        http.setSendServerVersion(false);
        http.setRequestHeaderSize(HEADER_BYTES);
        http.setMinRequestDataRate(BYTES_PER_SECOND);
        http.setIdleTimeout(IDLE_MILLIS);
        return http;
    }

    @Override
    protected void onEndPointOpened(EndPoint connection) {
        super.onEndPointOpened(connection);
        String address = address(connection);
        int now = open.merge(Address.network(address), 1, Integer::sum);
        if (now > most && !Address.isLoopback(address) && !proxies.hold(address)) {
            refused.increment();
            connection.close();
        }
    }

    @Override
    protected void onEndPointClosed(EndPoint connection) {
        open.computeIfPresent(Address.network(address(connection)), (address, count) -> count > 1 ? count - 1 : null);
        super.onEndPointClosed(connection);
    }

    private static String address(EndPoint connection) {
        return connection.getRemoteSocketAddress() instanceof InetSocketAddress socket
                ? socket.getAddress().getHostAddress()
                : "";
    }

    /** {@return how many connections were closed as there were too many of their address} */
    long refused() {
        return refused.sum();
    }
}
