package org.callboard.core.http;

import java.nio.ByteBuffer;
import org.callboard.api.model.Json;
import org.callboard.core.entity.JsonCodec;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/** Answers what Jetty refuses before the dispatcher sees it, in the shape of all errors and without an echo of the input. */
final class LowLevelErrors extends ErrorHandler {

    private static final int STOPPING = 503;

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        int status = Math.max(400, response.getStatus());
        byte[] body = new JsonCodec()
                .encode(Json.object()
                        .put(
                                "error",
                                Json.object()
                                        .put("name", name(status))
                                        .put("message", message(status))
                                        .build())
                        .put("response", Json.object().put("statusCode", status).build())
                        .build());
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/json; charset=utf-8");
        SecurityHeaders.set(request, response.getHeaders());
        response.write(true, ByteBuffer.wrap(body), callback);
        return true;
    }

    private static String name(int status) {
        return status < 500 ? "InputError" : status == STOPPING ? "ServiceUnavailableError" : "InternalError";
    }

    private static String message(int status) {
        return switch (status) {
            case 400, 414, 426, 431, 501, 505 -> "The request can't be read as HTTP.";
            case 404 -> "There is nothing at this path.";
            case 413 -> "The body is too large.";
            case STOPPING -> "The portal is stopping.";
            default -> status < 500 ? "The request was refused." : "The answer failed.";
        };
    }
}
