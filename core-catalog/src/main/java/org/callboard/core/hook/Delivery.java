package org.callboard.core.hook;

import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What somebody sent to the address of a hook. */
public final class Delivery {

    private final String hook;
    private final Function<String, @Nullable String> headers;
    private final byte[] body;

    /**
     * Takes the array as it is.
     *
     * @param hook the name of the hook, as it stands in the address
     */
    public Delivery(String hook, Function<String, @Nullable String> headers, byte[] body) {
        this.hook = hook;
        this.headers = headers;
        this.body = body;
    }

    String hook() {
        return hook;
    }

    Optional<String> header(String name) {
        return Optional.ofNullable(headers.apply(name));
    }

    byte[] body() {
        return body;
    }
}
