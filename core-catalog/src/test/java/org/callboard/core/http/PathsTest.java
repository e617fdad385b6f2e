package org.callboard.core.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.callboard.api.problem.PortalException;
import org.callboard.api.problem.ProblemKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PathsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"/", "/api/plugins", "/catalog/default/component/a.b-c_d", "/api/x/caf%C3%A9", "/a..b", "/a/...b"
            })
    void aPlainPathPasses(String path) {
        assertEquals(path, Paths.normal(path));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "api",
                "//",
                "/a//b",
                "/a/../b",
                "/a/./b",
                "/a/..",
                "/a/.",
                "/a;x=1",
                "/a/%2e%2e/b",
                "/a%2Fb",
                "/a%5cb",
                "/a\\b",
                "/a%00",
                "/a%0d%0aX",
                "http://evil/"
            })
    void anyOtherSpellingIsRefused(String path) {
        PortalException refused = assertThrows(PortalException.class, () -> Paths.normal(path));
        assertEquals(ProblemKind.BAD_INPUT, refused.kind());
    }

    @Test
    void aVeryLongPathIsRefused() {
        assertThrows(PortalException.class, () -> Paths.normal("/" + "a".repeat(4_001)));
    }
}
