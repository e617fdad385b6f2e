package org.callboard.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Definitions that nobody wrote for readers: the page shows what it can, says what it can't, and never stands still. */
class HostileDefinitionJourney {

    private static final int DEEP = 100_000;
    private static final int LARGE = 900_000;
    private static final int LONGEST_STANDSTILL_MS = 2_000;
    private static final String MARK = "<img src=x onerror=hit()><script>hit()</script>";

    private static final ObjectMapper JSON = new ObjectMapper();

    private static BrowserStage stage;

    /** What is in the catalog, and a word that its page has. */
    enum Api {
        DEEP_OPENAPI("openapi", "{\"a\":".repeat(DEEP) + "1" + "}".repeat(DEEP), "Text"),
        DEEP_ASYNCAPI("asyncapi", "[".repeat(DEEP), "Text"),
        DEEP_GRAPHQL("graphql", "type A { b: " + "[".repeat(DEEP), "Text"),
        DEEP_PROTOBUF("grpc", "message A {".repeat(LARGE / 11), "Text"),
        ONE_LINE("wsdl", "x".repeat(LARGE), "xxx"),
        MANY_LINES("wsdl", "x\n".repeat(LARGE / 4), "x"),
        MANY_OPERATIONS("openapi", operations(), "/p0"),
        MANY_TYPES("graphql", types(), "T0"),
        CYCLES("openapi", cycles(), "T0"),
        GRAPHQL_CYCLE("graphql", "type Query { a: A } type A { b: B } type B { a: A, b: [B!]! }", "Queries"),
        MARKED_OPENAPI(
                "openapi", marked("openapi: 3.0.0", "paths: {'/%s': {get: {summary: '%s', tags: ['%s']}}}"), "hit"),
        MARKED_ASYNCAPI("asyncapi", marked("asyncapi: 2.6.0", "channels: {'%s': {description: '%s'}}"), "hit"),
        MARKED_GRAPHQL(
                "graphql",
                "\"\"\"" + MARK + "\"\"\" type Query { \"" + MARK + "\" a(b: String = \"" + MARK + "\"): Int }",
                "hit"),
        MARKED_PROTOBUF(
                "grpc",
                "syntax = \"proto3\"; // " + MARK + "\nservice S { // " + MARK + "\n rpc f(A) returns (A); }\n// "
                        + MARK + "\nmessage A { string b = 1; /* " + MARK + " */ }",
                "hit");

        private final String type;
        private final String definition;
        private final String word;

        Api(String type, String definition, String word) {
            this.type = type;
            this.definition = definition;
            this.word = word;
        }

        private String id() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }

        private String entity() {
            ObjectNode entity = JSON.createObjectNode()
                    .put("apiVersion", "backstage.io/v1alpha1")
                    .put("kind", "API");
            entity.putObject("metadata").put("name", id());
            entity.putObject("spec")
                    .put("type", type)
                    .put("lifecycle", "production")
                    .put("owner", "group:default/booking")
                    .put("definition", definition);
            return entity.toString();
        }
    }

    private static String operations() {
        return "openapi: 3.0.0\npaths:\n"
                + IntStream.range(0, 15_000)
                        .mapToObj(n -> "  /p" + n + ": {get: {responses: {\"200\": {}}}}\n")
                        .collect(Collectors.joining());
    }

    private static String types() {
        return IntStream.range(0, 15_000)
                .mapToObj(n -> "type T" + n + " { a: T" + (n + 1) + ", b: [Int!]! }\n")
                .collect(Collectors.joining());
    }

    private static String cycles() {
        return "openapi: 3.0.0\ncomponents:\n  schemas:\n"
                + IntStream.range(0, 60)
                        .mapToObj(n -> "    T" + n + ": {properties: {a: {$ref: '#/components/schemas/T" + (n + 1) % 60
                                + "'}, b: {$ref: '#/components/schemas/T" + n + "'}}}\n")
                        .collect(Collectors.joining());
    }

    private static String marked(String first, String rest) {
        return first + "\ninfo: {title: '" + MARK + "', version: '" + MARK + "', description: '" + MARK + "'}\n"
                + rest.replace("%s", MARK) + "\n";
    }

    @BeforeAll
    static void start(@TempDir Path root) {
        StringBuilder locations = new StringBuilder();
        for (Api api : Api.values()) {
            PortalFolder.write(root.resolve(api.id() + ".json"), PluginJar.bytes(api.entity()));
            locations
                    .append("    - {type: file, target: ")
                    .append(api.id())
                    .append(".json, rules: [{allow: [API]}]}\n");
        }
        stage = BrowserStage.start(root, locations.toString());
    }

    @AfterAll
    static void stop() {
        if (stage != null) {
            stage.close();
        }
    }

    @ParameterizedTest
    @EnumSource
    void isReadable(Api api) {
        List<String> alive = new CopyOnWriteArrayList<>();
        Page page = stage.signedIn(ColorScheme.LIGHT);
        page.exposeFunction("hit", arguments -> alive.add("hit"));
        page.addInitScript("""
                window.longest = 0;
                new PerformanceObserver((list) => list.getEntries().forEach(({ duration }) => (window.longest = Math.max(window.longest, duration))))
                  .observe({ type: 'longtask', buffered: true });""");
        page.navigate(stage.portal().address() + "/catalog/default/api/" + api.id() + "/web-shell.definition");
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1))
                        .first())
                .isVisible();
        assertThat(page.locator("[aria-busy=true]")).hasCount(0);
        Locator definition = page.locator("cb-definition");
        assertThat(definition).containsText(api.word);
        Locator open = definition.locator(".open");
        if (open.count() > 0) {
            open.first().click();
            assertThat(open.first()).hasAttribute("aria-expanded", "true");
        }
        int longest = ((Number) page.evaluate("window.longest")).intValue();
        System.out.println(api + ": the page stood still for " + longest + " ms at the most");
        assertTrue(longest < LONGEST_STANDSTILL_MS, () -> "The page stood still for " + longest + " ms.");
        assertEquals(0, page.locator("cb-definition img, cb-definition script").count());
        assertEquals(List.of(), alive);
        stage.assertNoComplaints();
        page.context().close();
    }
}
