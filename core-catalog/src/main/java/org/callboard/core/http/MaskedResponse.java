package org.callboard.core.http;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.regex.Pattern;
import org.callboard.core.mask.KnownSecrets;
import org.callboard.core.mask.MaskingStream;
import org.jspecify.annotations.Nullable;

/**
 * An answer without secrets in its headers and texts, whoever makes it. What is no text passes as it is, and so does what is
 * packed already.
 */
final class MaskedResponse extends HttpServletResponseWrapper {

    private static final String LENGTH = "Content-Length";
    private static final Pattern TEXT = Pattern.compile(
            "text/(?!css|javascript).*|application/([a-z0-9.-]+\\+)?(json|xml)\\b.*|application/yaml\\b.*");

    private final HttpServletResponse response;
    private final KnownSecrets secrets;
    private long length = -1;
    private @Nullable MaskedOutput out;
    private @Nullable PrintWriter writer;

    private MaskedResponse(HttpServletResponse response, KnownSecrets secrets) {
        super(response);
        this.response = response;
        this.secrets = secrets;
    }

    /** {@return the answer to write to}, which is the same where there are no secrets */
    static HttpServletResponse of(HttpServletResponse response, KnownSecrets secrets) {
        return secrets.isEmpty() ? response : new MaskedResponse(response, secrets);
    }

    /** Sends what was held back. */
    static void finish(HttpServletResponse answer) throws IOException {
        if (answer instanceof MaskedResponse masked) {
            masked.finish();
        }
    }

    private void finish() throws IOException {
        if (writer != null) {
            writer.flush();
        }
        if (out != null) {
            out.finish();
        }
        tellLength();
    }

    /** {@return what the body passes through, or null where it is no text} The length of a text is not known until all of it is. */
    @Nullable MaskingStream begin() throws IOException {
        String type = getContentType();
        boolean isText =
                type != null && TEXT.matcher(type.toLowerCase(Locale.ROOT)).matches();
        boolean isPacked = response.getHeader("Content-Encoding") != null;
        MaskingStream masking = isText && !isPacked ? secrets.before(response.getOutputStream()) : null;
        if (masking == null) {
            tellLength();
        }
        length = -1;
        return masking;
    }

    private void tellLength() {
        if (length >= 0 && !response.isCommitted()) {
            response.setContentLengthLong(length);
        }
    }

    @Override
    public ServletOutputStream getOutputStream() throws IOException {
        MaskedOutput made = out;
        if (made == null) {
            made = new MaskedOutput(response.getOutputStream(), this);
            out = made;
        }
        return made;
    }

    @Override
    public PrintWriter getWriter() throws IOException {
        PrintWriter made = writer;
        if (made == null) {
            made = new PrintWriter(new OutputStreamWriter(getOutputStream(), getCharacterEncoding()));
            writer = made;
        }
        return made;
    }

    @Override
    public void resetBuffer() {
        response.resetBuffer();
        forget();
    }

    @Override
    public void reset() {
        response.reset();
        forget();
    }

    private void forget() {
        length = -1;
        writer = null;
        out = null;
    }

    @Override
    public void setContentLength(int bytes) {
        length = bytes;
    }

    @Override
    public void setContentLengthLong(long bytes) {
        length = bytes;
    }

    @Override
    public void setIntHeader(String name, int value) {
        setHeader(name, Integer.toString(value));
    }

    @Override
    public void setHeader(String name, @Nullable String value) {
        if (name.equalsIgnoreCase(LENGTH)) {
            length = value == null ? -1 : Long.parseLong(value.strip());
        } else {
            response.setHeader(name, value == null ? null : secrets.maskedHeader(value));
        }
    }

    @Override
    public void addHeader(String name, String value) {
        if (name.equalsIgnoreCase(LENGTH)) {
            setHeader(name, value);
        } else {
            response.addHeader(name, secrets.maskedHeader(value));
        }
    }

    @Override
    public void sendRedirect(String location) throws IOException {
        response.sendRedirect(secrets.maskedHeader(location));
    }
}
