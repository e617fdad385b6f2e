package org.callboard.bench;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * A request to be made many times.
 *
 * @param path the path and query, encoded
 * @param body JSON to be sent by POST, or null for a GET
 */
record Call(String path, @Nullable String body) {

    static Call get(String path) {
        return new Call(path, null);
    }

    /** {@return the request as it goes over the wire; an empty token is not sent} */
    byte[] bytes(int port, String token) {
        String text = body == null ? "" : body;
        StringBuilder request = new StringBuilder(256)
                .append(body == null ? "GET " : "POST ")
                .append(path)
                .append(" HTTP/1.1\r\nHost: 127.0.0.1:")
                .append(port)
                .append("\r\nAccept: application/json\r\n");
        if (!token.isEmpty()) {
            request.append("Authorization: Bearer ").append(token).append("\r\n");
        }
        if (body != null) {
            request.append("Content-Type: application/json\r\nContent-Length: ")
                    .append(text.getBytes(StandardCharsets.UTF_8).length)
                    .append("\r\n");
        }
        return request.append("\r\n").append(text).toString().getBytes(StandardCharsets.UTF_8);
    }
}
