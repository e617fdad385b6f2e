package org.callboard.core.entity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebAddressTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "https://example.com https",
                "HTTP://EXAMPLE.com:8080/x?y#z http",
                "https:example.com https",
                "https:///example.com https",
                "https://user:pass@example.com/ https",
                "https://[::1]:443/x https",
                "https://example.com/{x}|y https",
                "https://m\u00fcller.example/ https",
                "mailto:a@example.com mailto",
                "javascript:alert(1) javascript",
                "slack://channel?id=1 slack",
                "x: x",
                "file:///etc/passwd file"
            })
    void takesWhatBrowsersTake(String text, String scheme) {
        assertEquals(Optional.of(scheme), WebAddress.scheme(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "example.com",
                "//evil.example",
                "./docs",
                "https://",
                "https:",
                "https://exa mple.com",
                "https://example.com:99999",
                "https://example.com:x",
                "https://[::1",
                "https://a^b/",
                "1https://example.com",
                ":x"
            })
    void refusesWhatBrowsersRefuse(String text) {
        assertEquals(Optional.empty(), WebAddress.scheme(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"https://example.com/a b", " https://example.com ", "java\tscript:x", "\n\nhttps://example.com"})
    void looksPastBlanksAndBreaksAsBrowsersDo(String text) {
        assertEquals(true, WebAddress.scheme(text).isPresent());
    }
}
