package org.callboard.core.http;

import java.net.InetSocketAddress;
import java.net.SocketAddress;
import org.eclipse.jetty.http.BadMessageException;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.server.ConnectionMetaData;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.HostPort;

/** A request as the client sent it to the proxy. */
final class ForwardedRequest extends Request.Wrapper {

    private final HttpURI uri;
    private final boolean isSecure;
    private final Client client;

    /**
     * Changes what is known otherwise.
     *
     * @param address of the client
     * @param host as the client named it; empty where the proxy passes that on as it is
     * @param scheme empty where it is not known
     */
    ForwardedRequest(Request request, String address, String host, String scheme) {
        super(request);
        this.uri = uri(request.getHttpURI(), host, scheme);
        this.isSecure = scheme.isEmpty() ? request.isSecure() : scheme.equals("https");
        this.client = new Client(request.getConnectionMetaData(), address, isSecure);
    }

    private static HttpURI uri(HttpURI uri, String host, String scheme) {
        HttpURI.Mutable changed = HttpURI.build(uri);
        if (!scheme.isEmpty()) {
            changed.scheme(scheme);
        }
        if (!host.isEmpty()) {
            try {
                HostPort named = new HostPort(host);
                changed.authority(named.getHost(), Math.max(0, named.getPort()));
            } catch (IllegalArgumentException malformed) {
                throw new BadMessageException("The host can't be used.", malformed);
            }
        } else if (!scheme.isEmpty() && uri.getPort() <= 0) {
            changed.port(0);
        }
        return changed.asImmutable();
    }

    @Override
    public HttpURI getHttpURI() {
        return uri;
    }

    @Override
    public boolean isSecure() {
        return isSecure;
    }

    @Override
    public ConnectionMetaData getConnectionMetaData() {
        return client;
    }

    /** The connection as if the client had opened it. */
    private static final class Client extends ConnectionMetaData.Wrapper {

        private final SocketAddress address;
        private final boolean isSecure;

        Client(ConnectionMetaData connection, String address, boolean isSecure) {
            super(connection);
            this.address = InetSocketAddress.createUnresolved(address, 0);
            this.isSecure = isSecure;
        }

        @Override
        public SocketAddress getRemoteSocketAddress() {
            return address;
        }

        @Override
        public boolean isSecure() {
            return isSecure;
        }
    }
}
