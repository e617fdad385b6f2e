package org.callboard.core.web;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** Finds the addresses of a name. */
@FunctionalInterface
interface NameResolver {

    /** The resolver of the machine. */
    NameResolver SYSTEM = host -> List.of(InetAddress.getAllByName(host));

    /** {@return the addresses, at least one} */
    List<InetAddress> resolve(String host) throws UnknownHostException;
}
