package org.callboard.plugin.catalogapi;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One thing that the API can do.
 *
 * @param method the HTTP method
 * @param pattern the path below the API's prefix, in segments; a segment in braces takes any text
 * @param handler does it
 */
record Operation(String method, List<String> pattern, Handler handler) {

    /** Answers one request. */
    @FunctionalInterface
    interface Handler {

        /** Writes the answer, or throws before the first byte of it. */
        void answer(Exchange exchange) throws IOException;
    }

    static Operation get(String path, Handler handler) {
        return new Operation("GET", segments(path), handler);
    }

    static Operation post(String path, Handler handler) {
        return new Operation("POST", segments(path), handler);
    }

    static Operation put(String path, Handler handler) {
        return new Operation("PUT", segments(path), handler);
    }

    static Operation delete(String path, Handler handler) {
        return new Operation("DELETE", segments(path), handler);
    }

    /** {@return the segments of a path; a slash at its end adds none} */
    static List<String> segments(String path) {
        return List.of(path.substring(path.startsWith("/") ? 1 : 0).split("/"));
    }

    /** {@return what the segments in braces took, if the path is this operation's} */
    Optional<List<String>> match(List<String> path) {
        if (path.size() != pattern.size()) {
            return Optional.empty();
        }
        List<String> taken = new ArrayList<>(pattern.size());
        for (int i = 0; i < pattern.size(); i++) {
            if (pattern.get(i).startsWith("{")) {
                taken.add(path.get(i));
            } else if (!pattern.get(i).equals(path.get(i))) {
                return Optional.empty();
            }
        }
        return Optional.of(taken);
    }
}
