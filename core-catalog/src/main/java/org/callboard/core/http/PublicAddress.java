package org.callboard.core.http;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.net.URI;

/**
 * The address that people use, where a proxy stands before the portal. It may leave the path of {@code server.baseUrl} on a
 * request or take it off: behind this filter the path is off, and put before every {@code Location} that is answered.
 */
final class PublicAddress implements Filter {

    private static final String ATTRIBUTE = "org.callboard.base";
    private static final String URL_ATTRIBUTE = "org.callboard.base-url";

    private final URI baseUrl;
    private final String path;

    PublicAddress(URI baseUrl) {
        this.baseUrl = baseUrl;
        this.path = of(baseUrl);
    }

    /** {@return the path of the base URL, without a slash at its end} */
    static String of(URI baseUrl) {
        return baseUrl.getRawPath().replaceFirst("/+$", "");
    }

    /** {@return the path that every link of an answer to this request begins with; empty for none} */
    static String of(HttpServletRequest request) {
        return request.getAttribute(ATTRIBUTE) instanceof String path ? path : "";
    }

    /** {@return the address that people use, without a slash at its end; the one that the request names where none is set} */
    static String url(HttpServletRequest request) {
        if (request.getAttribute(URL_ATTRIBUTE) instanceof String url) {
            return url;
        }
        String url = request.getRequestURL().toString();
        return url.substring(0, url.length() - request.getRequestURI().length());
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        request.setAttribute(ATTRIBUTE, path);
        request.setAttribute(URL_ATTRIBUTE, baseUrl.toString().replaceFirst("/+$", ""));
        Inner inner = new Inner((HttpServletRequest) request);
        chain.doFilter(inner, new Outer((HttpServletResponse) response, inner));
    }

    /** The request as the portal sees it. */
    private final class Inner extends HttpServletRequestWrapper {

        private Inner(HttpServletRequest request) {
            super(request);
        }

        @Override
        public String getRequestURI() {
            String uri = super.getRequestURI();
            if (uri.equals(path)) {
                return "/";
            }
            return uri.startsWith(path + "/") ? uri.substring(path.length()) : uri;
        }

        @Override
        public StringBuffer getRequestURL() {
            return new StringBuffer(origin()).append(getRequestURI());
        }

        /** {@return scheme, host and port as the request named them} */
        private String origin() {
            StringBuffer url = super.getRequestURL();
            return url.substring(0, url.length() - super.getRequestURI().length());
        }

        @Override
        public boolean isSecure() {
            boolean isTheirs = baseUrl.getHost().equalsIgnoreCase(getServerName());
            return super.isSecure() || (isTheirs && "https".equals(baseUrl.getScheme()));
        }
    }

    /** The answer as the browser has to get it. */
    private final class Outer extends HttpServletResponseWrapper {

        private final Inner request;

        private Outer(HttpServletResponse response, Inner request) {
            super(response);
            this.request = request;
        }

        @Override
        public void setHeader(String name, String value) {
            super.setHeader(name, changed(name, value));
        }

        @Override
        public void addHeader(String name, String value) {
            super.addHeader(name, changed(name, value));
        }

        @Override
        public void sendRedirect(String location) throws IOException {
            super.sendRedirect(changed("Location", location));
        }

        /** Locations stay within the portal without naming its host, which a proxy may know by another name. */
        private String changed(String name, String value) {
            if (!name.equalsIgnoreCase("Location")) {
                return value;
            }
            String origin = request.origin();
            String inner = value.startsWith(origin + "/") ? value.substring(origin.length()) : value;
            boolean isOurs = inner.startsWith("/") && !inner.startsWith("//");
            return isOurs && !inner.startsWith(path + "/") ? path + inner : inner;
        }
    }
}
