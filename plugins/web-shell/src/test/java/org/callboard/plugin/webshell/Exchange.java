package org.callboard.plugin.webshell;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;
import org.callboard.api.security.Caller;
import org.callboard.api.web.HttpEndpoint;
import org.jspecify.annotations.Nullable;

/** One request to an endpoint and its answer, without a server. */
final class Exchange {

    final Map<String, String> headers = new HashMap<>();
    private final Map<String, String[]> parameters = new HashMap<>();
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();
    private final String method;
    private final String path;
    private String accept = "*/*";
    private String contentType = "application/json; charset=utf-8";

    Exchange(String method, String path) {
        this.method = method;
        this.path = path;
    }

    Exchange accepting(String types) {
        accept = types;
        return this;
    }

    Exchange sending(String type) {
        contentType = type;
        return this;
    }

    Exchange with(String parameter, String value) {
        parameters.put(parameter, new String[] {value});
        return this;
    }

    Exchange sentTo(HttpEndpoint endpoint, Caller caller) throws IOException {
        endpoint.handle(
                caller, fake(HttpServletRequest.class, this::request), fake(HttpServletResponse.class, this::answer));
        return this;
    }

    String text() {
        return body.toString(UTF_8);
    }

    private @Nullable Object request(String name, Object[] arguments) {
        return switch (name) {
            case "getMethod" -> method;
            case "getRequestURI" -> path;
            case "getHeader" -> arguments[0].equals("Accept") ? accept : null;
            case "getParameterMap" -> parameters;
            case "getContentType" -> contentType;
            case "getInputStream" -> null; // what it holds is the fake portal's to say
            default -> throw new AssertionError(name + " is not expected");
        };
    }

    private @Nullable Object answer(String name, Object[] arguments) {
        return switch (name) {
            case "setHeader" -> headers.put((String) arguments[0], (String) arguments[1]);
            case "setContentType" -> headers.put("Content-Type", (String) arguments[0]);
            case "setContentLength", "setStatus" -> null;
            case "getOutputStream" -> new Output(body);
            default -> throw new AssertionError(name + " is not expected");
        };
    }

    private static <T> T fake(Class<T> type, Answers answers) {
        Object[] none = {};
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, called, arguments) -> answers.to(called.getName(), arguments == null ? none : arguments)));
    }

    /** What a faked object answers. */
    private interface Answers {
        @Nullable Object to(String method, Object[] arguments);
    }

    private static final class Output extends ServletOutputStream {

        private final ByteArrayOutputStream body;

        Output(ByteArrayOutputStream body) {
            this.body = body;
        }

        @Override
        public void write(int oneByte) {
            body.write(oneByte);
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setWriteListener(WriteListener listener) {
            throw new AssertionError("not expected");
        }
    }
}
