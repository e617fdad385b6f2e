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

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        int status = Math.max(400, response.getStatus());
        String message = status == 413 ? "The body is too large." : "The request can't be read as HTTP.";
        byte[] body = new JsonCodec()
                .encode(Json.object()
                        .put(
                                "error",
                                Json.object()
                                        .put("name", status < 500 ? "InputError" : "InternalError")
                                        .put("message", message)
                                        .build())
                        .put("response", Json.object().put("statusCode", status).build())
                        .build());
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/json; charset=utf-8");
        response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
        response.getHeaders().put("X-Content-Type-Options", "nosniff");
        response.getHeaders().put("Content-Security-Policy", SecurityHeaders.CONTENT_SECURITY_POLICY);
        response.write(true, ByteBuffer.wrap(body), callback);
        return true;
    }
}
