package org.callboard.core.endpoint;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpUpgradeHandler;
import jakarta.servlet.http.Part;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.callboard.core.extension.Attendant;
import org.jspecify.annotations.Nullable;

/**
 * A request as an optional plugin sees it, on a thread of its own. What may wait for the client is read by the request's
 * thread; what would outlive the call is not to be had.
 */
final class PluginRequest extends HttpServletRequestWrapper {

    private static final String ANSWERS_AT_ONCE = "A plugin answers before its method returns.";

    private final HttpServletRequest request;
    private final Attendant attendant;
    private final ServletInputStream body;
    private final String method;
    private final String path;
    private final @Nullable String query;
    private final Map<String, Object> attributes = new ConcurrentHashMap<>();
    private @Nullable BufferedReader reader;

    PluginRequest(HttpServletRequest request, Attendant attendant) {
        super(GuardedRequest.of(request, attendant));
        this.request = request;
        this.attendant = attendant;
        this.method = request.getMethod();
        this.path = request.getRequestURI();
        this.query = request.getQueryString();
        boolean empty = request.getContentLengthLong() <= 0 && request.getHeader("Transfer-Encoding") == null;
        this.body = empty ? RequestBody.EMPTY : new RequestBody(request, attendant);
    }

    private <R extends @Nullable Object> R asked(Attendant.Errand<R> errand) {
        try {
            return body == RequestBody.EMPTY ? attendant.look(errand) : attendant.ask(errand);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public String getMethod() {
        return method;
    }

    @Override
    public String getRequestURI() {
        return path;
    }

    @Override
    public @Nullable String getQueryString() {
        return query;
    }

    @Override
    public ServletInputStream getInputStream() {
        return body;
    }

    @Override
    public BufferedReader getReader() throws IOException {
        if (reader == null) {
            String charset = getCharacterEncoding();
            reader = new BufferedReader(new InputStreamReader(body, charset == null ? "ISO-8859-1" : charset));
        }
        return reader;
    }

    @Override
    public @Nullable String getParameter(String name) {
        return this.<@Nullable String>asked(() -> request.getParameter(name));
    }

    @Override
    public Map<String, String[]> getParameterMap() {
        return asked(request::getParameterMap);
    }

    @Override
    public Enumeration<String> getParameterNames() {
        return asked(request::getParameterNames);
    }

    @Override
    public String @Nullable [] getParameterValues(String name) {
        return this.<String @Nullable []>asked(() -> request.getParameterValues(name));
    }

    @Override
    public Collection<Part> getParts() throws ServletException {
        throw new ServletException("Parts are read from the input stream.");
    }

    @Override
    public Part getPart(String name) throws ServletException {
        throw new ServletException("Parts are read from the input stream.");
    }

    @Override
    public @Nullable Object getAttribute(String name) {
        return attributes.get(name);
    }

    @Override
    public Enumeration<String> getAttributeNames() {
        return Collections.enumeration(attributes.keySet());
    }

    @Override
    public void setAttribute(String name, @Nullable Object value) {
        if (value == null) {
            attributes.remove(name);
        } else {
            attributes.put(name, value);
        }
    }

    @Override
    public void removeAttribute(String name) {
        attributes.remove(name);
    }

    @Override
    public boolean isAsyncSupported() {
        return false;
    }

    @Override
    public AsyncContext startAsync() {
        throw new IllegalStateException(ANSWERS_AT_ONCE);
    }

    @Override
    public AsyncContext startAsync(ServletRequest asked, ServletResponse answer) {
        throw new IllegalStateException(ANSWERS_AT_ONCE);
    }

    @Override
    public <T extends HttpUpgradeHandler> T upgrade(Class<T> handler) {
        throw new IllegalStateException(ANSWERS_AT_ONCE);
    }

    @Override
    public @Nullable RequestDispatcher getRequestDispatcher(String path) {
        return null;
    }
}
