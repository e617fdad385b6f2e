package org.callboard.plugin.webshell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.util.Optional;
import org.callboard.api.model.Entity;
import org.callboard.api.model.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class LinkPatternTest {

    private static final String VALUE = "example.com/value";

    private final FakePortal portal = new FakePortal();

    /** {@return what a pattern makes of an entity with this value in its annotation} */
    private Optional<String> made(String pattern, String value) {
        return LinkPattern.parse(pattern).of(entity(value)).map(URI::toString);
    }

    private Entity entity(String value) {
        return portal.add(Json.object()
                .put("kind", "Component")
                .put(
                        "metadata",
                        Json.object()
                                .put("name", "Ledger")
                                .put("namespace", "pay")
                                .put(
                                        "annotations",
                                        Json.object().put(VALUE, value).build())
                                .build())
                .put("spec", Json.object().put("type", "service").build())
                .build());
    }

    @Test
    void putsFieldsWhereTheyStand() {
        assertEquals(
                Optional.of("https://ci.example/component/pay/Ledger?type=service&job=a"),
                made(
                        "https://ci.example/{kind}/{namespace}/{name}?type={spec.type}&job={annotations." + VALUE + "}",
                        "a"));
    }

    @Test
    void encodesWhatAValueHasOfItsOwn() {
        String pattern = "https://ci.example/{annotations." + VALUE + "}?x={annotations." + VALUE + "}";
        assertEquals(
                Optional.of("https://ci.example/a%2Fb%3Fc%3D%231%26%25%20%C3%A9?x=a%2Fb%3Fc%3D%231%26%25%20%C3%A9"),
                made(pattern, "a/b?c=#1&% é"));
    }

    @Test
    void keepsTheStepsOfAPathWhereThePatternAllowsSeveral() {
        String pattern = "https://git.example/{+annotations." + VALUE + "}/issues";
        assertEquals(Optional.of("https://git.example/money/the%20ledger/issues"), made(pattern, "money/the ledger"));
        assertEquals(Optional.empty(), made(pattern, "money//ledger"));
        assertEquals(Optional.empty(), made(pattern, "/evil.example"));
    }

    @Test
    void takesAWholeAddressWhereItIsNothingElse() {
        String pattern = "{annotations." + VALUE + "}";
        assertEquals(
                Optional.of("https://runbooks.example/x?y=1#z"), made(pattern, "https://runbooks.example/x?y=1#z"));
        assertEquals(Optional.empty(), made(pattern, "mailto:mara@example.com"));
    }

    @Test
    void givesNoLinkWhereAValueIsMissing() {
        assertEquals(Optional.empty(), made("https://ci.example/{annotations.example.com/other}", "a"));
        assertEquals(Optional.empty(), made("https://ci.example/{spec.system}", "a"));
        assertEquals(Optional.empty(), made("https://ci.example/{annotations." + VALUE + "}", " "));
    }

    @Test
    void writesToAnAddress() {
        assertEquals(
                Optional.of("mailto:mara@example.com%3Fbcc%3Dx"),
                made("mailto:{annotations." + VALUE + "}", "mara@example.com?bcc=x"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "JavaScript:alert(1)",
                " javascript:alert(1)",
                "java\tscript:alert(1)",
                "data:text/html,<script>alert(1)</script>",
                "vbscript:x",
                "file:///etc/passwd",
                "//evil.example",
                "\\\\evil.example",
                "/\\evil.example",
                "https:evil.example",
                "https:///evil.example",
                "https://good.example@evil.example/",
                "https://evil.example/\u0000",
                "https://evil.example/a\nb",
                "https://evil.example/\u202e",
                "blob:https://evil.example/1",
                "http://"
            })
    void leadsNowhereElse(String hostile) {
        assertEquals(Optional.empty(), made("{annotations." + VALUE + "}", hostile));
        made("https://ci.example/{+annotations." + VALUE + "}", hostile)
                .ifPresent(link -> assertTrue(link.startsWith("https://ci.example/"), link));
        made("https://ci.example/{annotations." + VALUE + "}", hostile)
                .ifPresent(link -> assertTrue(link.matches("https://ci[.]example/[A-Za-z0-9%._@-]+"), link));
    }

    @ParameterizedTest
    @ValueSource(strings = {".", "..", "../admin", "a/../../admin", "a/."})
    void doesNotClimb(String dots) {
        assertEquals(Optional.empty(), made("https://ci.example/job/{+annotations." + VALUE + "}", dots));
        made("https://ci.example/job/{annotations." + VALUE + "}/log", dots)
                .ifPresent(
                        link -> assertEquals(link, URI.create(link).normalize().toString()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ci.example/x",
                "javascript:{name}",
                "{name}/x",
                "https://{name}/x",
                "https://{name}.example/x",
                "https://ci.example{name}",
                "https://ci.example:{name}/",
                "https://ci.example/{name",
                "https://ci.example/name}",
                "https://ci.example/{}",
                "https://ci.example/{metadata.uid}",
                "https://ci.example/{annotations.}",
                "https://user:secret@ci.example/{name}",
                "https://ci.example/a b",
                "ftp://ci.example/{name}"
            })
    void refusesPatternsThatGiveNoLinkOrAnyLink(String pattern) {
        IllegalArgumentException refusal =
                assertThrows(IllegalArgumentException.class, () -> LinkPattern.parse(pattern));
        assertTrue(String.valueOf(refusal.getMessage()).startsWith("url "), refusal::getMessage);
    }
}
