package org.callboard.core.http;

import java.nio.ByteBuffer;
import java.util.List;
import org.callboard.core.edge.Address;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.PreEncodedHttpField;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Puts on every answer what keeps browsers from using it as it was not meant to be. */
final class SecurityHeaders extends Handler.Wrapper {

    /** Only pages of the portal run scripts, and say so themselves. */
    private static final HttpField POLICY = field(
            "Content-Security-Policy",
            "default-src 'none'; style-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none';"
                    + " frame-ancestors 'none'");

    /** Browsers would keep it for all that runs on this machine. */
    private static final HttpField TLS_ONLY = field("Strict-Transport-Security", "max-age=31536000");

    private static final List<HttpField> FIELDS = List.of(
            POLICY,
            field("X-Content-Type-Options", "nosniff"),
            field("X-Frame-Options", "DENY"),
            field("Referrer-Policy", "no-referrer"),
            field(
                    "Permissions-Policy",
                    "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), serial=(), usb=()"),
            field("Cross-Origin-Opener-Policy", "same-origin"),
            field("Cross-Origin-Resource-Policy", "same-origin"),
            field("Cache-Control", "no-store"));

    SecurityHeaders(Handler handler) {
        super(handler);
    }

    private static HttpField field(String name, String value) {
        return new PreEncodedHttpField(HttpHeader.CACHE.get(name), name, value);
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        set(request, response.getHeaders());
        return super.handle(request, new Kept(request, response), callback);
    }

    /** Sets them; whoever answers may set its own policy and its own caching over it. */
    static void set(Request request, HttpFields.Mutable headers) {
        FIELDS.forEach(headers::put);
        if (request.isSecure() && !isThisMachine(request)) {
            headers.put(TLS_ONLY);
        }
    }

    private static boolean isThisMachine(Request request) {
        String host = request.getHttpURI().getHost();
        return host == null || host.equals("localhost") || Address.isOne(host);
    }

    /** An answer that is begun anew begins with them. */
    private static final class Kept extends Response.Wrapper {

        private Kept(Request request, Response response) {
            super(request, response);
        }

        @Override
        public void write(boolean last, ByteBuffer content, Callback callback) {
            if (!isCommitted() && !getHeaders().contains(POLICY.getName())) {
                restore();
            }
            super.write(last, content, callback);
        }

        private void restore() {
            HttpFields.Mutable headers = getHeaders();
            HttpFields own = HttpFields.build(headers).asImmutable();
            set(getRequest(), headers);
            String caching = own.get(HttpHeader.CACHE_CONTROL);
            if (caching != null) {
                headers.put(HttpHeader.CACHE_CONTROL, caching);
            }
        }
    }
}
