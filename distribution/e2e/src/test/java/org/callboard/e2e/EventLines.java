package org.callboard.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;

/** What an open page hears from the portal. */
final class EventLines implements AutoCloseable {

    private final Stream<String> lines;
    private final Iterator<String> rest;
    private final List<String> heard = new ArrayList<>();

    private EventLines(Stream<String> lines) {
        this.lines = lines;
        this.rest = lines.iterator();
    }

    /** {@return a stream that a browser with this cookie would open} */
    static EventLines of(PortalProcess portal, String cookie) {
        return of(portal, portal.folder().token(), cookie);
    }

    /** {@return a stream that is opened with a token and a cookie} */
    static EventLines of(PortalProcess portal, String token, String cookie) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(portal.address() + "/api/events"))
                .header("Authorization", "Bearer " + token)
                .header("Cookie", cookie)
                .build();
        try {
            return new EventLines(HttpClient.newHttpClient()
                    .send(request, BodyHandlers.ofLines())
                    .body());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    /** {@return what the next event of this type says} */
    JsonNode next(String type) {
        String event = "";
        while (true) {
            String line = rest.next();
            if (line.startsWith("event: ")) {
                event = line.substring("event: ".length());
                heard.add(event);
            } else if (line.startsWith("data: ") && event.equals(type)) {
                return json(line.substring("data: ".length()));
            }
        }
    }

    private static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Waits until the portal ends the stream. */
    void awaitEnd() {
        rest.forEachRemaining(heard::add);
    }

    /** {@return the types of the events up to now} */
    List<String> heard() {
        return List.copyOf(heard);
    }

    @Override
    public void close() {
        lines.close();
    }
}
