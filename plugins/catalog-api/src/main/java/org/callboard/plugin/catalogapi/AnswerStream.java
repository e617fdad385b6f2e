package org.callboard.plugin.catalogapi;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/**
 * The body of an answer. It is held back while it is small, so that its length and its ETag can be told and a failure on
 * the way can still become an error; what grows beyond that is streamed.
 */
final class AnswerStream extends OutputStream {

    private static final int FIRST_SIZE = 8 * 1024;
    private static final int HELD_SIZE = 512 * 1024;

    private final HttpServletRequest request;
    private final HttpServletResponse response;
    private final Held held = new Held();
    private boolean streaming;

    AnswerStream(HttpServletRequest request, HttpServletResponse response) {
        this.request = request;
        this.response = response;
    }

    @Override
    public void write(int value) throws IOException {
        held.write(value);
        streamWhenLarge();
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        held.write(bytes, offset, length);
        streamWhenLarge();
    }

    /** Sends what is held; the answer is complete. Not done by closing, which would send half an answer after a failure. */
    void finish() throws IOException {
        if (!streaming) {
            if (isHead() || request.getMethod().equals("GET")) {
                String tag = held.tag();
                response.setHeader("ETag", tag);
                response.setHeader("Cache-Control", "private, no-cache");
                if (AnswerTag.isAmong(tag, request.getHeaders("If-None-Match"))) {
                    response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
                    response.flushBuffer(); // left to the server, it would tell a length of 0
                    return;
                }
            }
            response.setContentLength(held.size());
        }
        send();
    }

    private void streamWhenLarge() throws IOException {
        if (held.size() >= HELD_SIZE) {
            streaming = true;
            send();
        }
    }

    private void send() throws IOException {
        response.setContentType("application/json; charset=utf-8");
        if (!isHead()) {
            held.writeTo(response.getOutputStream());
        }
        held.reset();
    }

    private boolean isHead() {
        return request.getMethod().equals("HEAD");
    }

    /** Bytes that can be looked at without being copied. */
    private static final class Held extends ByteArrayOutputStream {

        Held() {
            super(FIRST_SIZE);
        }

        String tag() {
            return AnswerTag.of(buf, count);
        }
    }
}
