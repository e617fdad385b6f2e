package org.callboard.core.signin;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReturnPathTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//evil.example",
                "///evil.example",
                "https:evil.example",
                "https://evil.example/",
                "/\\evil.example",
                "\\\\evil.example",
                "/%2f%2fevil.example",
                "/%5cevil.example",
                "%2f%2fevil.example",
                "javascript:alert(1)",
                "/\tevil",
                "/a\r\nSet-Cookie: x=y",
                "/%0d%0aSet-Cookie:%20x=y",
                "/catalog/..//evil.example",
                "/../evil",
                "/.//evil.example",
                "/catalog/%2e%2e/",
                "/a;b",
                " /catalog",
                "catalog",
                "",
                "/api/session",
                "/API/session",
                "/signin?code=x",
                "/signin",
                "/ui/x/y.js",
                "/\u2044evil.example",
                "/%"
            })
    void leadsNowhereElse(String wanted) {
        assertEquals("/", ReturnPath.of(wanted));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/catalog", "/catalog/default/component/a.b_c-d/relations?q=a%20b&kind=api", "/apis"})
    void leadsToAPage(String wanted) {
        assertEquals(wanted, ReturnPath.of(wanted));
    }

    @Test
    void leadsToTheStartPageWhereNothingIsWanted() {
        assertEquals("/", ReturnPath.of(null));
        assertEquals("/", ReturnPath.of("/" + "a".repeat(3_000)));
    }
}
