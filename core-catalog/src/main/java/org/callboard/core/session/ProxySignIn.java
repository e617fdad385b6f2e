package org.callboard.core.session;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.callboard.api.problem.PortalException;
import org.callboard.api.problem.ProblemKind;
import org.callboard.core.edge.ProxyHeaders;
import org.callboard.core.policy.Identity;
import org.jspecify.annotations.Nullable;

/**
 * Takes a proxy's word for who sends a request, on connections from the proxy's addresses and on no others. As browsers need
 * not know of it, what changes something must show that it comes from a page of the portal.
 */
public final class ProxySignIn {

    /** The attribute of a request that has the address of who opened the connection, where the request came for another. */
    public static final String PEER = "org.callboard.peer";

    /** What identities have for their issuer. */
    public static final String ISSUER = "proxy";

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9]([A-Za-z0-9._-]{0,61}[A-Za-z0-9])?");
    private static final int MOST_GROUPS = 1_000;

    private final ProxyHeaders headers;
    private final @Nullable String origin;

    /** Knows the headers, and the address that people use, if it is known. */
    public ProxySignIn(ProxyHeaders headers, @Nullable URI baseUrl) {
        this.headers = headers;
        this.origin = baseUrl == null ? null : origin(baseUrl);
    }

    private static String origin(URI url) {
        return url.getScheme() + "://" + url.getRawAuthority();
    }

    /**
     * {@return who the proxy says it is, if it does}
     *
     * @throws PortalException BAD_INPUT where it says so twice; NOT_SIGNED_IN where nobody can have that name; NOT_ALLOWED
     *     where a page of another site may have sent it
     */
    Optional<Identity> identity(HttpServletRequest request) {
        String user = headers.from().hold(peer(request)) ? single(headers.user(), request) : "";
        if (user.isEmpty()) {
            return Optional.empty();
        }
        String name = name(user).toLowerCase(Locale.ROOT);
        refuseForeign(request);
        return Optional.of(new Identity("user:default/" + name, user, ISSUER, user, groups(request)));
    }

    private static String peer(HttpServletRequest request) {
        return request.getAttribute(PEER) instanceof String address ? address : request.getRemoteAddr();
    }

    private static String single(String header, HttpServletRequest request) {
        List<String> values = new ArrayList<>();
        request.getHeaders(header).asIterator().forEachRemaining(values::add);
        if (values.size() > 1) {
            throw new PortalException(
                    ProblemKind.BAD_INPUT,
                    "The header " + header + " came more than once.",
                    "The proxy must replace what the client sends under that name.");
        }
        return values.isEmpty() ? "" : values.get(0).strip();
    }

    private String name(String user) {
        String domain = headers.domain();
        int at = user.lastIndexOf('@');
        boolean isOfDomain = domain == null || (at > 0 && user.substring(at + 1).equalsIgnoreCase(domain));
        String name = domain == null ? user : user.substring(0, Math.max(0, at));
        boolean isPortals = Identity.ADMINISTRATOR.name().equalsIgnoreCase("user:default/" + name);
        if (!isOfDomain || !NAME.matcher(name).matches() || isPortals) {
            throw new PortalException(
                    ProblemKind.NOT_SIGNED_IN,
                    "The proxy names somebody of whom there can be no user here.",
                    "A name has 1 to 63 letters, digits, '-', '_' and '.', and is not the portal's own 'admin';"
                            + " auth.proxy.domain is for e-mail addresses.");
        }
        return name;
    }

    /** What could not be the name of a group is passed over. */
    private Set<String> groups(HttpServletRequest request) {
        String header = headers.groups();
        Set<String> groups = new HashSet<>();
        String list = header == null ? "" : single(header, request);
        for (String group : list.split(",", MOST_GROUPS)) {
            if (NAME.matcher(group.strip()).matches()) {
                groups.add("group:default/" + group.strip().toLowerCase(Locale.ROOT));
            }
        }
        return groups;
    }

    /** Pages of other sites can send forms and simple requests, which the proxy lets pass with the user's own name. */
    private void refuseForeign(HttpServletRequest request) {
        if (Authentication.SAFE.contains(request.getMethod())) {
            return;
        }
        String site = request.getHeader("Sec-Fetch-Site");
        boolean isOwn = site == null ? isOwnOrigin(request) : site.equals("same-origin");
        if (!isOwn && (site != null || request.getHeader("Origin") != null || !hasOwnHeader(request))) {
            throw new PortalException(
                    ProblemKind.NOT_ALLOWED,
                    "The request changes something and does not come from a page of this portal.",
                    "Set server.baseUrl to the address that people use; programs send the header "
                            + Authentication.CSRF_HEADER + ", with any value.");
        }
    }

    private boolean isOwnOrigin(HttpServletRequest request) {
        String from = request.getHeader("Origin");
        int port = request.getServerPort();
        boolean isUsual = port == (request.getScheme().equals("https") ? 443 : 80);
        String own = request.getScheme() + "://" + request.getServerName() + (isUsual ? "" : ":" + port);
        return from != null && (from.equals(origin) || from.equals(own));
    }

    /** No page of another site can send it: the portal allows none to. */
    private static boolean hasOwnHeader(HttpServletRequest request) {
        return request.getHeader(Authentication.CSRF_HEADER) != null;
    }
}
