package org.callboard.core.endpoint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.servlet.http.Cookie;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HeaderRulesTest {

    private final AnswerHeaders headers = new AnswerHeaders();

    @ParameterizedTest
    @ValueSource(strings = {"a\r\nSet-Cookie: b=c", "a\rb", "a\nb", "a\0b", "\u007f"})
    void refusesValuesThatCouldEndAHeader(String value) {
        assertThrows(IllegalArgumentException.class, () -> headers.set("X-Title", value));
        assertThrows(IllegalArgumentException.class, () -> headers.add("X-Title", value));
        assertThrows(IllegalArgumentException.class, () -> headers.set("Location", value));
        assertNull(headers.first("X-Title"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "X Title", "X-Title:", "X\r\nY", "Titel\u00e4"})
    void refusesNamesThatAreNone(String name) {
        assertThrows(IllegalArgumentException.class, () -> headers.set(name, "value"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "X-Content-Type-Options", "x-frame-options", "Strict-Transport-Security", "Server",
                "Access-Control-Allow-Origin", "access-control-allow-credentials", "X-Request-Id", "Transfer-Encoding"
            })
    void leavesOutWhatThePortalSays(String name) {
        headers.set(name, "*");
        headers.add(name, "*");
        assertNull(headers.first(name));
    }

    @Test
    void leavesThePortalsCookiesToThePortal() {
        assertThrows(IllegalArgumentException.class, () -> headers.add(new Cookie("callboard_session", "x")));
        assertThrows(IllegalArgumentException.class, () -> headers.add("Set-Cookie", " CALLBOARD_SESSION=x; Path=/"));
        assertTrue(HeaderRules.isKept("Set-Cookie", "theme=dark"));
        assertFalse(HeaderRules.isKept("Connection", "close"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "public, max-age=60             | private, max-age=60",
                "max-age=60, s-maxage=3600      | private, max-age=60",
                "no-store                       | private, no-store",
                "PUBLIC                         | private",
            })
    void letsNobodyButTheCallerKeepAnAnswer(String value, String kept) {
        assertEquals(kept, HeaderRules.caching(value));
    }
}
