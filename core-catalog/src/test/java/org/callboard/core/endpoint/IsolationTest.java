package org.callboard.core.endpoint;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IsolationTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sandbox; default-src 'none'; frame-ancestors 'none'",
                "Sandbox allow-scripts;default-src 'none';script-src 'sha256-q1w2+/='; style-src 'unsafe-inline';"
                        + " img-src data:; frame-ancestors 'self';",
                "sandbox allow-scripts; default-src 'none'; script-src 'sha256-q1w2+/=' 'wasm-unsafe-eval'; frame-ancestors 'self';"
                        + " worker-src blob:",
            })
    void isGivenToPagesWithoutOriginAndNetwork(String policy) {
        assertTrue(Isolation.isGiven(policy));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "default-src 'none'; frame-ancestors 'self'",
                "sandbox; default-src 'none'",
                "sandbox; frame-ancestors 'self'",
                "sandbox allow-same-origin; default-src 'none'; frame-ancestors 'self'",
                "sandbox allow-scripts allow-top-navigation; default-src 'none'; frame-ancestors 'self'",
                "sandbox allow-forms; default-src 'none'; frame-ancestors 'self'",
                "sandbox; default-src 'none'; frame-ancestors *",
                "sandbox; default-src 'none'; frame-ancestors 'self' https://example.com",
                "sandbox; default-src 'self'; frame-ancestors 'self'",
                "sandbox; default-src 'none'; img-src https:; frame-ancestors 'self'",
                "sandbox; default-src 'none'; connect-src *; frame-ancestors 'self'",
                "sandbox; default-src 'none'; script-src 'self'; frame-ancestors 'self'",
                "sandbox; default-src 'none'; script-src 'unsafe-eval' https://example.com; frame-ancestors 'self'",
                "sandbox; default-src 'none'; worker-src 'self'; frame-ancestors 'self'",
                "sandbox; default-src 'none'; report-uri https://example.com; frame-ancestors 'self'",
                "sandbox; default-src 'none'; frame-ancestors 'self'; frame-ancestors *",
                "sandbox; default-src 'none'; frame-ancestors 'self', default-src *",
                "default-src 'none'; default-src *; sandbox; frame-ancestors 'self'"
            })
    void isNotGivenToOthers(String policy) {
        assertFalse(Isolation.isGiven(policy));
    }
}
