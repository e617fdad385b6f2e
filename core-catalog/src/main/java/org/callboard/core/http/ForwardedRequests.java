package org.callboard.core.http;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Set;
import org.callboard.core.edge.Address;
import org.callboard.core.edge.AddressBlocks;
import org.callboard.core.session.ProxySignIn;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Request;

/**
 * Takes the word of the proxies that the configuration names for where a request comes from. Of what they add to the headers,
 * the last they did not add themselves counts: all before it may be the client's own invention.
 */
final class ForwardedRequests implements HttpConfiguration.Customizer {

    private static final List<String> SIGNS =
            List.of("X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto", "X-Forwarded-Port", "Forwarded", "Via");
    private static final Set<String> SCHEMES = Set.of("http", "https");

    private final AddressBlocks proxies;

    ForwardedRequests(AddressBlocks proxies) {
        this.proxies = proxies;
    }

    /** {@return whether a request was made on this machine, and for nobody else as far as one can know} */
    static boolean isFromHere(HttpServletRequest request) {
        return request.getAttribute(ProxySignIn.PEER) == null && Address.isLoopback(request.getRemoteAddr());
    }

    @Override
    public Request customize(Request request, HttpFields.Mutable answer) {
        HttpFields headers = request.getHeaders();
        String peer = address(request);
        if (!proxies.hold(peer) || SIGNS.stream().noneMatch(headers::contains)) {
            return request;
        }
        request.setAttribute(ProxySignIn.PEER, peer);
        String scheme = last(headers, "X-Forwarded-Proto");
        return new ForwardedRequest(
                request,
                client(headers, peer),
                last(headers, "X-Forwarded-Host"),
                SCHEMES.contains(scheme) ? scheme : "");
    }

    /** {@return the address at the other end of a connection} */
    static String address(Request request) {
        return request.getConnectionMetaData().getRemoteSocketAddress() instanceof InetSocketAddress socket
                ? socket.getAddress().getHostAddress()
                : "";
    }

    private String client(HttpFields headers, String peer) {
        List<String> hops = headers.getCSV("X-Forwarded-For", false);
        String client = peer;
        for (int index = hops.size() - 1; index >= 0 && proxies.hold(client); index--) {
            String hop = withoutPort(hops.get(index));
            if (!Address.isOne(hop)) {
                return client;
            }
            client = hop;
        }
        return client;
    }

    private static String withoutPort(String hop) {
        return hop.matches("\\[[^]]*]:[0-9]+|[0-9.]+:[0-9]+") ? hop.substring(0, hop.lastIndexOf(':')) : hop;
    }

    private static String last(HttpFields headers, String name) {
        List<String> values = headers.getCSV(name, false);
        return values.isEmpty() ? "" : values.get(values.size() - 1);
    }
}
