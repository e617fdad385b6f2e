package org.callboard.core.entity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebAddressTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://example.com",
                "HTTPS:example.com",
                "https:\\\\example.com\\a",
                " https://exam\nple.com/a b ",
                "https://me:word@example.com:0443/{{x}}?q#f",
                "https://[::1]:80",
                "https://[1:2:3:4:5:6:1.2.3.4]",
                "https://0x7f.1",
                "https://4294967295",
                "https://a..b",
                "https://ex%41mple.com",
                "https://b\u00fccher.example",
                "https://xn--bcher-kva.example"
            })
    void takesWhatBrowsersTake(String text) {
        assertEquals(Optional.of("https"), WebAddress.scheme(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "example.com",
                "//example.com",
                "1a:b",
                "https:",
                "https://",
                "https://@",
                "https://:80",
                "https://a:65536",
                "https://a:1a",
                "https://a b",
                "https://a%",
                "https://a%20b",
                "https://1.2.3.256",
                "https://1.2.3.4.5",
                "https://4294967296",
                "https://09.1",
                "https://[::1",
                "https://[1::2::3]",
                "https://[1:2:3:4:5:6:7:8::]",
                "https://[1:2:3:4:5:6:7:1.2.3.4]",
                "https://[::1.2.3.04]",
                "https://xn--",
                "https://\u00ad",
                "https://\u2100",
                "file://a:80",
                "slack://a b",
                "slack://me@"
            })
    void refusesWhatBrowsersRefuse(String text) {
        assertEquals(Optional.empty(), WebAddress.scheme(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"file:", "file:///a", "file://C:/a", "file://host/a", "file:a b"})
    void takesFilesWithAndWithoutAHost(String text) {
        assertEquals(Optional.of("file"), WebAddress.scheme(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"slack:", "slack:a b", "slack://", "slack:///a", "slack://a%zz", "slack://a:80"})
    void asksLittleOfOtherSchemes(String text) {
        assertEquals(Optional.of("slack"), WebAddress.scheme(text));
    }
}
