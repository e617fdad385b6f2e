package org.callboard.core.endpoint;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Optional;
import org.callboard.core.extension.Attendant;
import org.jspecify.annotations.Nullable;

/** A request of the server's as long as it is that request: afterwards every method refuses. */
final class GuardedRequest {

    private GuardedRequest() {}

    static HttpServletRequest of(HttpServletRequest request, Attendant attendant) {
        InvocationHandler handler = (proxy, method, values) -> look(request, attendant, method, values);
        return (HttpServletRequest) Proxy.newProxyInstance(
                GuardedRequest.class.getClassLoader(), new Class<?>[] {HttpServletRequest.class}, handler);
    }

    private static @Nullable Object look(
            HttpServletRequest request, Attendant attendant, Method method, Object @Nullable [] values)
            throws Throwable {
        try {
            return attendant.look(() -> invoke(request, method, values)).orElse(null);
        } catch (IOException over) {
            throw new IllegalStateException(over.getMessage(), over);
        } catch (Thrown thrown) {
            throw thrown.failure;
        }
    }

    private static Optional<Object> invoke(HttpServletRequest request, Method method, Object @Nullable [] values) {
        try {
            return Optional.ofNullable(method.invoke(request, values));
        } catch (InvocationTargetException failure) {
            throw new Thrown(failure.getTargetException());
        } catch (IllegalAccessException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** What the request's method threw. */
    private static final class Thrown extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final Throwable failure;

        Thrown(Throwable failure) {
            super(null, failure, false, false);
            this.failure = failure;
        }
    }
}
