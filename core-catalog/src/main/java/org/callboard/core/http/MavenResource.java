package org.callboard.core.http;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.callboard.api.problem.PortalException;
import org.callboard.api.problem.ProblemKind;
import org.callboard.api.security.Permission;
import org.callboard.core.maven.MavenRepository;
import org.callboard.core.maven.PortalZip;
import org.callboard.core.maven.RepositoryFile;
import org.callboard.core.maven.RepositoryFile.Lifetime;
import org.callboard.core.session.Authentication;
import org.callboard.core.session.PortalCaller;

/**
 * {@code /maven/*}: the plugin API and what builds plugins, as a Maven repository, and {@code /maven/portal.zip}, the program
 * to try them in. Who asks from this machine need not say
 * who they are; others send their token, which may be the password of a {@code <server>} in Maven's settings.
 */
final class MavenResource implements CoreResource {

    private static final String PREFIX = "/maven";
    private static final String PROGRAM = "portal.zip";
    /** Who may deploy a plugin has to build it first. */
    private static final List<Permission> PERMISSIONS =
            List.of(new Permission(Permission.PORTAL_USE), new Permission(Permission.PLUGIN_MANAGE));

    private final MavenRepository repository;
    private final PortalZip program;
    private final Authentication authentication;
    private final Pages pages = new Pages();

    /** The program changes when the portal is started anew, and files of every version of it have the same date. */
    private final Instant started = Instant.now();

    MavenResource(Answering.ForAuthors authors, Authentication authentication) {
        this.repository = authors.repository();
        this.program = authors.program();
        this.authentication = authentication;
    }

    @Override
    public String prefix() {
        return PREFIX;
    }

    @Override
    public Access access() {
        return Access.OWN_CHECK;
    }

    @Override
    public void handle(Exchange exchange) throws IOException {
        check(exchange);
        if (!exchange.is("GET")) {
            throw exchange.methodNotAllowed("GET, HEAD");
        }
        String path = exchange.path().substring(PREFIX.length()).replaceFirst("^/", "");
        if (path.isEmpty()) {
            index(exchange);
            return;
        }
        if (path.equals(PROGRAM)) {
            program(exchange);
            return;
        }
        RepositoryFile file = repository
                .find(path)
                .orElseThrow(() -> new PortalException(
                        ProblemKind.NOT_FOUND,
                        "There is no such file in the portal's Maven repository.",
                        "It holds what belongs to the portal; for the rest, add another repository."));
        answer(file, exchange);
    }

    private void check(Exchange exchange) {
        try {
            Optional<PortalCaller> caller = authentication.callerByTokenOrPassword(exchange.request());
            if (caller.isEmpty() && !exchange.isFromHere()) {
                throw Exchange.notSignedIn();
            }
            if (caller.isPresent() && PERMISSIONS.stream().noneMatch(caller.get()::may)) {
                throw new PortalException(
                        ProblemKind.NOT_ALLOWED,
                        "This needs the permission " + Permission.PORTAL_USE + " or " + Permission.PLUGIN_MANAGE + ".");
            }
        } catch (PortalException refusal) {
            if (refusal.kind() == ProblemKind.NOT_SIGNED_IN) {
                // Maven sends a password only when asked for it
                exchange.response().setHeader("WWW-Authenticate", "Basic realm=\"Callboard\", charset=\"UTF-8\"");
            }
            throw refusal;
        }
    }

    private void program(Exchange exchange) throws IOException {
        HttpServletResponse response = exchange.response();
        response.setHeader("Cache-Control", "private, no-cache");
        if (new Version(program.tag(), started).isKnownTo(exchange)) {
            return;
        }
        response.setContentType("application/zip");
        response.setContentLengthLong(program.length());
        if (!exchange.request().getMethod().equals("HEAD")) {
            program.writeTo(response.getOutputStream());
        }
    }

    private void answer(RepositoryFile file, Exchange exchange) throws IOException {
        exchange.response()
                .setHeader(
                        "Cache-Control",
                        file.lifetime() == Lifetime.FOREVER
                                ? "private, max-age=31536000, immutable"
                                : "private, no-cache");
        if (!new Version(file.digest(), started).isKnownTo(exchange)) {
            exchange.bytes(
                    HttpServletResponse.SC_OK, file.type(), file.content().read());
        }
    }

    private void index(Exchange exchange) throws IOException {
        StringBuilder rows = new StringBuilder();
        for (String artifact : repository.artifacts()) {
            rows.append("<tr><td><code>").append(Pages.escape(artifact)).append("</code></td></tr>");
        }
        pages.write(
                exchange.response(),
                HttpServletResponse.SC_OK,
                "Maven repository",
                "<p>What plugins are written with, for Maven to read from this address.</p>"
                        + "<p>To begin one: <code>bin/callboard plugin new my-plugin</code></p><table>" + rows
                        + "</table>");
    }
}
