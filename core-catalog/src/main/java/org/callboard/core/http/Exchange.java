package org.callboard.core.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.callboard.api.model.Json;
import org.callboard.api.problem.PortalException;
import org.callboard.api.problem.ProblemKind;
import org.callboard.core.entity.JsonCodec;
import org.callboard.core.session.Permissions;
import org.callboard.core.session.PortalCaller;
import org.jspecify.annotations.Nullable;

/**
 * A request to the core itself, and its answer.
 *
 * @param path the normalised path
 * @param caller who asks; null where the resource is open to all and nobody is signed in
 */
record Exchange(
        HttpServletRequest request,
        HttpServletResponse response,
        String path,
        @Nullable PortalCaller caller) {

    private static final JsonCodec CODEC = new JsonCodec();

    boolean is(String method) {
        return request.getMethod().equals(method)
                || (method.equals("GET") && request.getMethod().equals("HEAD"));
    }

    /** {@return whether the request comes from this machine} */
    boolean isFromHere() {
        return ForwardedRequests.isFromHere(request);
    }

    PortalCaller signedIn() {
        if (caller == null) {
            throw notSignedIn();
        }
        return caller;
    }

    /** {@return who asks, who must have this permission} */
    PortalCaller allowed(String permission) {
        PortalCaller asking = signedIn();
        Permissions.require(asking, permission);
        return asking;
    }

    static PortalException notSignedIn() {
        return new PortalException(
                ProblemKind.NOT_SIGNED_IN,
                "Nobody is signed in.",
                "Send a bearer token, or open the sign-in link that the portal printed.");
    }

    PortalException methodNotAllowed(String allowed) {
        response.setHeader("Allow", allowed);
        return new PortalException(
                ProblemKind.METHOD_NOT_ALLOWED,
                path + " does not take " + cut(request.getMethod()) + ".",
                "It takes " + allowed + ".");
    }

    private static String cut(String text) {
        return text.length() > 20 ? text.substring(0, 20) : text;
    }

    void json(int status, Json body) throws IOException {
        bytes(status, "application/json; charset=utf-8", CODEC.encode(body));
    }

    void text(int status, String contentType, String body) throws IOException {
        bytes(status, contentType, body.getBytes(StandardCharsets.UTF_8));
    }

    void bytes(int status, String contentType, byte[] body) throws IOException {
        response.setStatus(status);
        response.setContentType(contentType);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
