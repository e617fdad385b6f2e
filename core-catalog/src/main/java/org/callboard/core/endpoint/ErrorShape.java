package org.callboard.core.endpoint;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.callboard.api.model.Json;
import org.callboard.api.problem.PortalException;
import org.callboard.api.problem.ProblemKind;
import org.callboard.core.entity.JsonCodec;

/** The one shape of every error answer, with the names that Backstage's clients know. */
public final class ErrorShape {

    private static final String BACKSTAGE_PREFIX = "/api/catalog";

    private static final int TOO_OFTEN = 429;

    private ErrorShape() {}

    /** Writes the failure as the answer, unless an answer has begun. */
    public static void write(PortalException failure, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (response.isCommitted()) {
            return;
        }
        response.resetBuffer();
        response.setStatus(status(failure));
        response.setContentType("application/json; charset=utf-8");
        response.setHeader("Cache-Control", "no-store");
        byte[] body = new JsonCodec().encode(of(failure, request.getMethod(), urlOf(request)));
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    private static Json.Obj of(PortalException failure, String method, String url) {
        int status = status(failure);
        return Json.object()
                .put(
                        "error",
                        Json.object()
                                .put("name", status == TOO_OFTEN ? "TooManyRequestsError" : name(failure.kind()))
                                .put("message", failure.message())
                                .put("hint", failure.hint())
                                .build())
                .put(
                        "request",
                        Json.object().put("method", method).put("url", url).build())
                .put("response", Json.object().put("statusCode", status).build())
                .build();
    }

    /** Backstage's catalog says its own paths without its prefix, and its clients were written against that. */
    private static String urlOf(HttpServletRequest request) {
        String path = request.getRequestURI();
        String shown = path.startsWith(BACKSTAGE_PREFIX + "/") ? path.substring(BACKSTAGE_PREFIX.length()) : path;
        String query = request.getQueryString();
        String url = query == null ? shown : shown + "?" + query;
        return url.length() > 2_000 ? url.substring(0, 2_000) : url;
    }

    /** {@return the HTTP status of a failure} */
    public static int status(PortalException failure) {
        return failure.getCause() instanceof TooOften ? TOO_OFTEN : status(failure.kind());
    }

    /** {@return the HTTP status of failures of this kind} */
    public static int status(ProblemKind kind) {
        return switch (kind) {
            case BAD_INPUT -> 400;
            case NOT_SIGNED_IN -> 401;
            case NOT_ALLOWED -> 403;
            case NOT_FOUND -> 404;
            case METHOD_NOT_ALLOWED -> 405;
            case CONFLICT -> 409;
            case TOO_LARGE -> 413;
            case UNSUPPORTED_MEDIA_TYPE -> 415;
            case REFUSED -> 422;
            case INTERNAL -> 500;
            case UNAVAILABLE -> 503;
        };
    }

    /** {@return the failure that a status stands for, where other code chose the status} */
    public static ProblemKind kindOf(int status) {
        for (ProblemKind kind : ProblemKind.values()) {
            if (status(kind) == status) {
                return kind;
            }
        }
        return status < 500 ? ProblemKind.BAD_INPUT : ProblemKind.INTERNAL;
    }

    private static String name(ProblemKind kind) {
        return switch (kind) {
            case BAD_INPUT, METHOD_NOT_ALLOWED, TOO_LARGE, UNSUPPORTED_MEDIA_TYPE -> "InputError";
            case NOT_SIGNED_IN -> "AuthenticationError";
            case NOT_ALLOWED -> "NotAllowedError";
            case NOT_FOUND -> "NotFoundError";
            case CONFLICT -> "ConflictError";
            case REFUSED -> "PluginRefusedError";
            case UNAVAILABLE -> "ServiceUnavailableError";
            case INTERNAL -> "InternalError";
        };
    }
}
