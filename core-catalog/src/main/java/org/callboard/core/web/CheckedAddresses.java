package org.callboard.core.web;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import org.callboard.api.problem.SourcePosition;
import org.callboard.core.read.UnreadableException;
import org.eclipse.jetty.util.Promise;
import org.eclipse.jetty.util.SocketAddressResolver;

/**
 * Lets the client connect to addresses that were checked, and to no others: it asks for the addresses of a name once for each
 * connection and is given those that passed, so what a name stands for a moment later does not matter.
 */
final class CheckedAddresses implements SocketAddressResolver {

    private final ReadingRules rules;
    private final NameResolver names;

    CheckedAddresses(ReadingRules rules, NameResolver names) {
        this.rules = rules;
        this.names = names;
    }

    @Override
    public void resolve(String host, int port, Promise<List<InetSocketAddress>> promise) {
        try {
            String form = host.contains(":") && !host.startsWith("[") ? "[" + host + "]" : host;
            promise.succeeded(checked(form, port).stream()
                    .map(address -> new InetSocketAddress(address, port))
                    .toList());
        } catch (UnknownHostException | UnreadableException refused) {
            promise.failed(refused);
        }
    }

    private List<InetAddress> checked(String host, int port) throws UnknownHostException, UnreadableException {
        boolean named = rules.names(host, port);
        InetAddress literal = HostName.address(host).orElse(null);
        if (literal != null) {
            return check(host, List.of(literal), named ? Reach.NEVER : Reach.PUBLIC);
        }
        return called(host, check(host, names.resolve(host), named ? Reach.INNER : Reach.PUBLIC));
    }

    /** The address carries the name, which the server's certificate must be for. */
    private static List<InetAddress> called(String host, List<InetAddress> addresses) throws UnknownHostException {
        List<InetAddress> called = new ArrayList<>();
        for (InetAddress address : addresses) {
            called.add(InetAddress.getByAddress(host, address.getAddress()));
        }
        return called;
    }

    /** One address that may not be asked condemns the name: an honest name has no such neighbours. */
    private static List<InetAddress> check(String host, List<InetAddress> addresses, Reach nearest)
            throws UnreadableException {
        for (InetAddress address : addresses) {
            Reach reach = Reach.of(address);
            if (reach.compareTo(nearest) > 0) {
                throw refused(host, reach);
            }
        }
        return addresses;
    }

    private static UnreadableException refused(String host, Reach reach) {
        boolean never = reach == Reach.NEVER;
        return new UnreadableException(
                "url-address-refused",
                SourcePosition.ofFile(host),
                "The host '" + host + "' stands for "
                        + (never ? "an address that no page has" : "an address of the inner network")
                        + ", and is not asked.",
                never
                        ? "Name another host; an operator can list the address itself under reading.allow."
                        : "Ask an operator to list this very host, without a wildcard, under reading.allow.");
    }
}
