package org.callboard.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpHeaders;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a portal answered. */
record Answer(int status, HttpHeaders headers, String text) {

    /** What nobody outside may see: stack traces, and names out of the portal's inside. */
    private static final Pattern INSIDE = Pattern.compile(
            "\\tat [\\w.$]+\\(|Caused by:|org\\.callboard\\.core\\.|org\\.eclipse\\.jetty|java\\.lang\\.\\w+(Exception|Error)");

    private static final List<String> SECURITY_HEADERS = List.of(
            "Content-Security-Policy",
            "X-Content-Type-Options",
            "X-Frame-Options",
            "Referrer-Policy",
            "Permissions-Policy",
            "Cache-Control",
            "Cross-Origin-Opener-Policy",
            "Cross-Origin-Resource-Policy");

    JsonNode json() {
        try {
            return new ObjectMapper().readTree(text);
        } catch (IOException failure) {
            throw new UncheckedIOException("This is no JSON: " + text, failure);
        }
    }

    String header(String name) {
        return headers.firstValue(name).orElse("");
    }

    String message() {
        return json().path("error").path("message").asText();
    }

    String hint() {
        return json().path("error").path("hint").asText();
    }

    Optional<Answer> ifStatus(int expected) {
        return status == expected ? Optional.of(this) : Optional.empty();
    }

    /** {@return this answer, which must have this status} */
    Answer expect(int expected) {
        assertEquals(expected, status, this::text);
        return this;
    }

    /** {@return this answer, which must be an error with this status in the one shape that errors have} */
    Answer expectError(int expected) {
        expect(expected);
        JsonNode tree = json();
        assertTrue(header("Content-Type").startsWith("application/json"), () -> "Content-Type of " + text);
        assertFalse(tree.path("error").path("name").asText().isEmpty(), () -> "error.name in " + text);
        assertFalse(message().isBlank(), () -> "error.message in " + text);
        assertEquals(expected, tree.path("response").path("statusCode").asInt(), this::text);
        return expectDiscretion();
    }

    /** {@return this answer, which must not tell anything of the portal's inside} */
    Answer expectDiscretion() {
        assertFalse(INSIDE.matcher(text).find(), () -> "It tells of the portal's inside: " + text);
        return this;
    }

    /** {@return this answer, which must have the headers that protect browsers} */
    Answer expectSecurityHeaders() {
        for (String name : SECURITY_HEADERS) {
            assertFalse(header(name).isEmpty(), () -> "The answer " + status + " lacks " + name + ": " + headers.map());
        }
        assertTrue(headers.firstValue("Server").isEmpty(), "The answer names the server's software.");
        return this;
    }
}
