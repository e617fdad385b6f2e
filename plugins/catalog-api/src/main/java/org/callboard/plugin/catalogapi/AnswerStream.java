package org.callboard.plugin.catalogapi;

import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/**
 * The body of an answer. It is held back while it is small, so that its length can be told and a failure on the way can
 * still become an error; what grows beyond that is streamed.
 */
final class AnswerStream extends OutputStream {

    private static final int FIRST_SIZE = 8 * 1024;
    private static final int HELD_SIZE = 256 * 1024;

    private final HttpServletResponse response;
    private final boolean headOnly;
    private final ByteArrayOutputStream held = new ByteArrayOutputStream(FIRST_SIZE);
    private boolean streaming;

    AnswerStream(HttpServletResponse response, boolean headOnly) {
        this.response = response;
        this.headOnly = headOnly;
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
        if (!headOnly) {
            held.writeTo(response.getOutputStream());
        }
        held.reset();
    }
}
