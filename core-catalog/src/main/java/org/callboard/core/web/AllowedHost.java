package org.callboard.core.web;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One entry of {@code reading.allow}.
 *
 * @param host a name or address in its one form, or {@code *.} and a name for all names below it
 * @param port the port, or 0 for the one that the scheme has by itself
 * @param paths what paths must start with, one of them; none where all are allowed
 */
public record AllowedHost(String host, int port, List<String> paths) {

    private static final String WILDCARD = "*.";

    /** Copies the list. */
    public AllowedHost {
        paths = List.copyOf(paths);
    }

    /** {@return the entry for {@code host}, {@code host:port} or {@code *.host}} */
    public static AllowedHost parse(String text, List<String> paths) throws MalformedException {
        boolean wildcard = text.startsWith(WILDCARD);
        String plain = wildcard ? text.substring(WILDCARD.length()) : text;
        int colon = plain.lastIndexOf(':');
        boolean hasPort = colon > plain.lastIndexOf(']');
        String host = HostName.canonical(hasPort ? plain.substring(0, colon) : plain);
        if (wildcard && HostName.address(host).isPresent()) {
            throw new MalformedException("puts a wildcard before an address", "List each address by itself.");
        }
        List<String> prefixes = new ArrayList<>();
        for (String path : paths) {
            prefixes.add(prefix(path));
        }
        return new AllowedHost(
                wildcard ? WILDCARD + host : host, hasPort ? port(plain.substring(colon + 1)) : 0, prefixes);
    }

    /** {@return the entry for all of the server that an address leads to, or nothing where it is none} */
    public static Optional<AllowedHost> of(URI address) {
        try {
            return Optional.of(parse(address.getRawAuthority(), List.of()));
        } catch (MalformedException malformed) {
            return Optional.empty();
        }
    }

    private static int port(String text) throws MalformedException {
        if (text.matches("[1-9][0-9]{0,4}") && Integer.parseInt(text) <= 65_535) {
            return Integer.parseInt(text);
        }
        throw new MalformedException("has the port '" + text + "'", "Write one port, from 1 to 65535.");
    }

    private static String prefix(String path) throws MalformedException {
        if (!path.startsWith("/")) {
            throw new MalformedException("has the path '" + path + "'", "Start each path with a slash.");
        }
        return UrlPath.normalised(path);
    }

    /** {@return what an operator writes to let a plugin ask a host} One line of YAML, as a diagnosis has a line for it. */
    public static String toWrite(String plugin, String host) {
        String quoted = host.startsWith("*") || host.startsWith("[") ? "'" + host + "'" : host;
        return "plugins: {hosts: {" + plugin + ": [{host: " + quoted + "}]}}";
    }

    /** {@return whether all that a plugin says it asks for by this text is allowed, at least on some paths} */
    public boolean covers(String text) {
        try {
            AllowedHost wanted = parse(text, List.of());
            return wanted.port == port
                    && (wanted.host.equals(host) || (!wanted.host.startsWith(WILDCARD) && coversHost(wanted.host)));
        } catch (MalformedException malformed) {
            return false;
        }
    }

    boolean allows(WebUrl url) {
        boolean samePort = port == 0 ? url.hasUsualPort() : port == url.port();
        return samePort
                && coversHost(url.host())
                && (paths.isEmpty() || paths.stream().anyMatch(url.path()::startsWith));
    }

    /** {@return whether it is about this very host, and not by a wildcard} */
    boolean names(String name, int at) {
        return host.equals(name) && (port == 0 ? at == 80 || at == 443 : at == port);
    }

    private boolean coversHost(String name) {
        boolean wildcard = host.startsWith(WILDCARD);
        return wildcard
                ? name.endsWith(host.substring(1)) && HostName.address(name).isEmpty()
                : name.equals(host);
    }
}
