package org.callboard.core.endpoint;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.util.Collection;
import java.util.Locale;
import org.callboard.core.extension.Attendant;
import org.jspecify.annotations.Nullable;

/**
 * The answer that an optional plugin makes, apart from the connection's own. The request's thread sends it, in portions, and
 * what is left when the plugin has ended. A plugin whose call was cut off may go on writing here; it goes nowhere.
 */
final class PluginResponse extends HttpServletResponseWrapper {

    private final HttpServletResponse response;
    private final Attendant attendant;
    private final long mostBytes;
    private final AnswerBody body = new AnswerBody(this::send);
    private final AnswerHeaders headers = new AnswerHeaders();
    private boolean hasFailed;
    private int status = SC_OK;
    private boolean isCommitted;
    private long sent;

    PluginResponse(HttpServletResponse response, Attendant attendant, long mostBytes) {
        super(response);
        this.response = response;
        this.attendant = attendant;
        this.mostBytes = mostBytes;
    }

    /** On the plugin's thread. */
    private void send(byte[] bytes, int count) throws IOException {
        sent += count;
        if (sent > mostBytes) {
            attendant.cutOff("answered with more than " + (mostBytes >> 20) + " MiB");
        }
        attendant.ask(() -> {
            commit();
            response.getOutputStream().write(bytes, 0, count);
            response.flushBuffer();
            return true;
        });
    }

    /** On the request's thread, or while it waits. */
    private void commit() {
        if (!isCommitted) {
            isCommitted = true;
            response.setStatus(status);
            headers.copyTo(response);
        }
    }

    /** Sends what the plugin has left. On the request's thread, after the plugin's call has ended. */
    void finish() throws IOException {
        commit();
        if (hasFailed) {
            response.sendError(status);
        } else {
            response.getOutputStream().write(body.rest());
        }
    }

    @Override
    public ServletOutputStream getOutputStream() {
        return body;
    }

    @Override
    public PrintWriter getWriter() {
        return body.writer(Charset.forName(getCharacterEncoding()));
    }

    /** To be called when the plugin has written all, on its thread. */
    void settle() {
        body.settle();
    }

    @Override
    public void flushBuffer() throws IOException {
        body.settle();
        body.flush();
    }

    @Override
    public boolean isCommitted() {
        return isCommitted;
    }

    @Override
    public void resetBuffer() {
        if (isCommitted) {
            throw new IllegalStateException("The answer is under way.");
        }
        body.forget();
    }

    @Override
    public void reset() {
        resetBuffer();
        headers.clear();
        status = SC_OK;
    }

    @Override
    public void setStatus(int code) {
        status = code;
    }

    @Override
    public int getStatus() {
        return status;
    }

    @Override
    public void sendError(int code, String message) {
        sendError(code);
    }

    @Override
    public void sendError(int code) {
        resetBuffer();
        status = code;
        hasFailed = true;
    }

    @Override
    public void sendRedirect(String location) {
        resetBuffer();
        status = SC_FOUND;
        headers.set("Location", location);
    }

    @Override
    public void addCookie(Cookie cookie) {
        headers.add(cookie);
    }

    @Override
    public boolean containsHeader(String name) {
        return headers.first(name) != null;
    }

    @Override
    public void setHeader(String name, @Nullable String value) {
        headers.set(name, value);
    }

    @Override
    public void addHeader(String name, String value) {
        headers.add(name, value);
    }

    @Override
    public void setDateHeader(String name, long millis) {
        headers.set(name, AnswerHeaders.date(millis));
    }

    @Override
    public void addDateHeader(String name, long millis) {
        headers.add(name, AnswerHeaders.date(millis));
    }

    @Override
    public void setIntHeader(String name, int value) {
        headers.set(name, Integer.toString(value));
    }

    @Override
    public void addIntHeader(String name, int value) {
        headers.add(name, Integer.toString(value));
    }

    @Override
    public @Nullable String getHeader(String name) {
        return headers.first(name);
    }

    @Override
    public Collection<String> getHeaders(String name) {
        return headers.all(name);
    }

    @Override
    public Collection<String> getHeaderNames() {
        return headers.names();
    }

    @Override
    public String getCharacterEncoding() {
        return headers.charset();
    }

    @Override
    public void setCharacterEncoding(String charset) {
        headers.setCharset(charset);
    }

    @Override
    public @Nullable String getContentType() {
        return headers.first("Content-Type");
    }

    @Override
    public void setContentType(@Nullable String type) {
        headers.set("Content-Type", type);
    }

    @Override
    public void setContentLength(int length) {
        setContentLengthLong(length);
    }

    @Override
    public void setContentLengthLong(long length) {
        headers.set("Content-Length", length < 0 ? null : Long.toString(length));
    }

    @Override
    public void setBufferSize(int size) {
        // it has the size it has
    }

    @Override
    public int getBufferSize() {
        return AnswerBody.PORTION;
    }

    @Override
    public void setLocale(Locale locale) {
        headers.set("Content-Language", locale.toLanguageTag());
    }

    @Override
    public Locale getLocale() {
        return Locale.ROOT;
    }
}
