package org.callboard.plugin.webshell.definition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.callboard.api.model.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HostileDefinitionsTest {

    private static void assertText(Definition definition) {
        assertEquals("Text", definition.format());
        assertFalse(definition.notes().isEmpty(), "It does not say why.");
    }

    @ParameterizedTest
    @CsvSource({
        "openapi,  'openapi: 3.0.0\npaths: [[[['",
        "openapi,  '&a [*a]'",
        "openapi,  'openapi: 3.0.0\nx: &a {y: *a}'",
        "openapi,  'openapi: !!javax.script.ScriptEngineManager [x]'",
        "asyncapi, 'just words'",
        "graphql,  'type {'",
        "graphql,  'type A { b: [[[['",
        "graphql,  'type A { b(c: Int'",
        "grpc,     'message'",
        "grpc,     'service S { rpc'",
        "grpc,     'message A { int32 a = 1;'",
    })
    void showsWhatIsBrokenAsTextAndSaysWhy(String type, String text) {
        assertText(Definitions.of(type, text));
    }

    @ParameterizedTest
    @CsvSource({
        "openapi, '{\"a\":', '}'",
        "openapi, '[', ']'",
        "graphql, 'type A { b: ', ''",
        "graphql, '[', ']'",
        "grpc,    'message A {', '}'",
        "grpc,    'service {', '}'",
    })
    void isNotBroughtDownByDepth(String type, String open, String close) {
        assertText(Definitions.of(type, open.repeat(50_000) + close.repeat(50_000)));
    }

    @Test
    void refusesABombOfAliases() {
        String bomb = "a0: &a0 [x,x,x,x,x,x,x,x,x]\n"
                + IntStream.range(1, 10)
                        .mapToObj(n -> "a" + n + ": &a" + n + " [" + ("*a" + (n - 1) + ",").repeat(9) + "]\n")
                        .collect(Collectors.joining());
        assertText(Definitions.of("openapi", "openapi: 3.0.0\n" + bomb));
    }

    @Test
    void holdsOutAMillionLines() {
        for (String type : List.of("openapi", "asyncapi", "graphql", "grpc", "other")) {
            assertNotNull(Definitions.of(type, "x\n".repeat(1_000_000)));
            assertNotNull(Definitions.of(type, "a: 1\n".repeat(300_000)));
        }
    }

    @Test
    void showsSoManyOperationsAndNoMore() {
        String paths = IntStream.range(0, 5_000)
                .mapToObj(n -> "  /p" + n + ": {get: {responses: {}}}\n")
                .collect(Collectors.joining());
        Definition large = Definitions.of("openapi", "openapi: 3.0.0\npaths:\n" + paths);
        assertEquals(4_000, large.items());
        assertTrue(
                large.notes().toString().contains("the rest is in its text only"),
                large.notes().toString());
    }

    @Test
    void keepsTheTypesThatBlowUpWhenTheyAreOpenedSmall() {
        String schemas = IntStream.range(0, 60)
                .mapToObj(n -> "    T" + n + ": {properties: {a: {$ref: '#/components/schemas/T" + (n + 1) % 60
                        + "'}, b: {$ref: '#/components/schemas/T" + (n + 1) % 60 + "'}}}\n")
                .collect(Collectors.joining());
        Definition wide = Definitions.of("openapi", "openapi: 3.0.0\ncomponents:\n  schemas:\n" + schemas);
        assertEquals(60, wide.items());
    }

    @Test
    void letsNoMarkupThrough() {
        Definition sly = Definitions.of("openapi", """
                openapi: 3.0.0
                info: {title: '<img src=x onerror=alert(1)>', version: '1', description: '<script>x</script> [a](javascript:x)'}
                paths: {}
                """);
        Json.Obj json = DefinitionJson.of(sly).build();
        String html = json.text("description").orElseThrow();
        assertFalse(html.contains("<script"), html);
        assertFalse(html.contains("href"), html);
        assertEquals("<img src=x onerror=alert(1)>", json.text("title").orElseThrow());
    }
}
