package org.callboard.core.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.callboard.api.problem.Problem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code $openapi} and {@code $asyncapi} make of descriptions that are spread over files. */
class ApiDescriptionTest {

    private static final String API = """
            apiVersion: backstage.io/v1alpha1
            kind: API
            metadata:
              name: ledger
            spec:
              type: openapi
              lifecycle: production
              owner: team-a
              definition:
            """;

    private Workbench bench = new Workbench(Path.of("/nowhere"));

    @BeforeEach
    void configure(@TempDir Path folder) {
        bench = new Workbench(folder);
    }

    private static String definition(SourceResult result) {
        assertEquals(List.of(), result.problems());
        return result.entities().get(0).document().text("spec", "definition").orElseThrow();
    }

    private String bundle(String root) {
        bench.write("openapi.yaml", root);
        return definition(bench.process(API + "    $openapi: ./openapi.yaml\n"));
    }

    private Problem refusal(String root) {
        bench.write("openapi.yaml", root);
        Problem problem = bench.problem(API + "    $openapi: ./openapi.yaml\n");
        assertEquals("ERROR placeholder-failed 10:15", Workbench.brief(problem));
        assertFalse(problem.reason().contains(bench.folder.toString()), problem::reason);
        assertFalse(problem.fix().isBlank());
        return problem;
    }

    @Test
    void keepsWhatIsInOneFileAsItIs() {
        assertEquals("""
                openapi: 3.1.0
                paths:
                  /pets:
                    $ref: '#/components/pathItems/pets'
                components:
                  pathItems:
                    pets: {}
                  schemas:
                    Missing:
                      $ref: '#/nowhere'
                    Anchor:
                      $ref: '#anchor'
                    Self:
                      $ref: '#/components/schemas/Self'
                """, bundle("""
                # comments are lost
                openapi: 3.1.0
                paths: {/pets: {$ref: '#/components/pathItems/pets'}}
                components:
                  pathItems:
                    pets: {}
                  schemas: {Missing: {$ref: '#/nowhere'}, Anchor: {$ref: '#anchor'},
                    Self: {$ref: '#/components/schemas/Self'}}
                """));
    }

    @Test
    void putsContentWhereItIsNearestToTheRootAndPointsThereFromElsewhere() {
        bench.write("paths/pets.yaml", """
                get:
                  responses:
                    '200':
                      schema: {$ref: '../schemas.yaml#/Pet'}
                """);
        bench.write("schemas.yaml", """
                Pet:
                  properties:
                    id: {type: integer}
                    owner: {$ref: './schemas.yaml#/Owner'}
                Owner: {type: string}
                """);
        assertEquals("""
                paths:
                  /pets:
                    get:
                      responses:
                        '200':
                          schema:
                            $ref: '#/components/schemas/Pet'
                components:
                  schemas:
                    Pet:
                      properties:
                        id:
                          type: integer
                        owner:
                          type: string
                    PetId:
                      $ref: '#/components/schemas/Pet/properties/id'
                """, bundle("""
                paths:
                  /pets: {$ref: paths/pets.yaml}
                components:
                  schemas:
                    Pet: {$ref: './schemas.yaml#/Pet'}
                    PetId: {$ref: './schemas.yaml#/Pet/properties/id'}
                """));
    }

    @Test
    void keepsCyclesAsReferencesWithin() {
        bench.write("node.yaml", """
                properties:
                  next: {$ref: '#'}
                  other: {$ref: 'other.yaml#/Other'}
                """);
        bench.write("other.yaml", "Other: {of: {$ref: node.yaml}, root: {$ref: 'openapi.yaml#/info'}}\n");
        assertEquals("""
                info:
                  title: x
                Node:
                  properties:
                    next:
                      $ref: '#/Node'
                    other:
                      of:
                        $ref: '#/Node'
                      root:
                        $ref: '#/info'
                """, bundle("info: {title: x}\nNode: {$ref: node.yaml}\n"));
    }

    @Test
    void readsPointersWithEscapes() {
        bench.write("my schemas.json", "{\"a/b\": {\"c~d\": {\"{e}\": [{\"f\": 1}, \"text\"]}}}");
        assertEquals("""
                first:
                  f: 1
                second: text
                again:
                  $ref: '#/first'
                """, bundle("""
                first: {$ref: 'my%20schemas.json#/a~1b/c~0d/%7Be%7D/0'}
                second: {$ref: 'my%20schemas.json#/a~1b/c~0d/{e}/1'}
                again: {$ref: 'my schemas.json#/a%2Fb/c~0d/%7Be%7D/0'}
                """));
    }

    @Test
    void followsReferencesThatStandInTheWay() {
        bench.write("index.yaml", "Pet: {$ref: 'pet.yaml#/Pet'}\n");
        bench.write("pet.yaml", "Pet: {properties: {id: {type: integer}}}\n");
        assertEquals("""
                Pet:
                  properties:
                    id:
                      type: integer
                Same:
                  $ref: '#/Pet'
                Id:
                  $ref: '#/Pet/properties/id'
                """, bundle("""
                Pet: {$ref: 'index.yaml#/Pet'}
                Same: {$ref: '#/Pet'}
                Id: {$ref: '#/Pet/properties/id'}
                """));
    }

    @Test
    void keepsWhatAReferenceSaysBesides() {
        bench.write("pet.yaml", "{description: any, child: {$ref: '#', description: young}}\n");
        assertEquals("""
                first:
                  $ref: '#/plain'
                  description: first
                plain:
                  description: any
                  child:
                    $ref: '#/plain'
                    description: young
                """, bundle("""
                first: {$ref: pet.yaml, description: first}
                plain: {$ref: pet.yaml}
                """));
        assertEquals("""
                only:
                  description: mine
                  child:
                    $ref: '#/only'
                    description: young
                """, bundle("only: {$ref: pet.yaml, description: mine}\n"));
    }

    @Test
    void bringsTextsInAsTexts() {
        bench.write("intro.md", "# Welcome\n\nto it\n");
        assertEquals("""
                info:
                  description: |
                    # Welcome

                    to it
                """, bundle("info: {description: {$ref: intro.md}}\n"));
    }

    @Test
    void makesYamlOfJsonFromTheWebToo() {
        bench.web
                .put("api/asyncapi.json", "{\"asyncapi\": \"2.6.0\", \"x\": {\"$ref\": \"../common/x.json#/a\"}}")
                .put("common/x.json", "{\"a\": {\"$ref\": \"/common/y.yaml\"}}")
                .put("common/y.yaml", "y: true\n");
        SourceResult result =
                bench.processFromWeb("https://code.example/info.yaml", API + "    $asyncapi: api/asyncapi.json\n");
        assertEquals("asyncapi: 2.6.0\nx:\n  y: true\n", definition(result));
        assertEquals(
                List.of("api/asyncapi.json", "common/x.json", "common/y.yaml"),
                result.inputs().stream()
                        .map(input -> input.resource().target().substring(MemoryWeb.HOST.length()))
                        .toList());
    }

    @Test
    void namesFileAndLineOfAReferenceThatLeadsNowhere() {
        bench.write("schemas/a.yaml", "x: 1\ny:\n  $ref: './b.yaml#/none'\nz: {$ref: ./c.yaml}\n");
        bench.write("schemas/b.yaml", "some: 1\n");
        Problem problem = refusal("a: 1\nb: {$ref: 'schemas/a.yaml'}\n");
        assertEquals(
                "$openapi can't be followed: './openapi.yaml', in 'schemas/a.yaml', line 3: The $ref to './b.yaml#/none' "
                        + "can't be followed: 'schemas/b.yaml' has nothing at '#/none'.",
                problem.reason());
        bench.write("schemas/b.yaml", "none: [\n");
        assertTrue(refusal("b: {$ref: 'schemas/a.yaml'}\n")
                .reason()
                .contains("'./openapi.yaml', in 'schemas/b.yaml', line "));
    }

    @Test
    void remembersWhatItCouldNotRead() {
        bench.write("openapi.yaml", "a: {$ref: gone.yaml}\n");
        SourceResult result = bench.process(API + "    $openapi: ./openapi.yaml\n");
        assertEquals(
                List.of("openapi.yaml", "gone.yaml"),
                result.inputs().stream()
                        .map(input -> input.resource()
                                .target()
                                .substring(bench.folder.toString().length() + 1))
                        .toList());
        assertEquals("", result.inputs().get(1).fingerprint());
    }

    @ParameterizedTest
    @CsvSource({
        "http://169.254.169.254/latest/meta-data, is not allowed",
        "https://evil.example/x.yaml#/a, is not allowed",
        "//evil.example/x.yaml, leads out",
        "file:///etc/passwd, names a way of reading",
        "../../../etc/passwd, leads out",
        "%2e%2e/%2e%2e/%2e%2e/etc/passwd, leads out",
        "%252e%252e/secret.yaml, encoded dot",
        "/etc/passwd, leads out",
        "jar:file:a.jar!/x, names a way of reading",
        "a%00b.yaml, control character"
    })
    void fetchesNothingThatIsNotAllowed(String ref, String why) {
        Problem problem = refusal("a:\n  b:\n    $ref: '" + ref + "'\n");
        assertTrue(problem.reason().contains("'./openapi.yaml', line 3: The $ref to "), problem::reason);
        assertTrue(problem.reason().contains(why), problem::reason);
        assertEquals(List.of(), bench.web.read);
    }

    @ParameterizedTest
    @ValueSource(strings = {"other.yaml", "other.yaml#/a", "./x.yaml#/loop"})
    void endsWhereReferencesHaveNoEnd(String ref) {
        bench.write("other.yaml", "$ref: './x.yaml#/loop'\n");
        bench.write("x.yaml", "loop: {$ref: '#/again'}\nagain: {$ref: '#/loop'}\n");
        assertTrue(refusal("a: {$ref: '" + ref + "'}\n").reason().contains("without end"));
    }

    @Test
    void readsTwoHundredFilesAndFiftyDeepAtMost() {
        StringBuilder wide = new StringBuilder();
        for (int i = 0; i < 201; i++) {
            bench.write("wide/" + i + ".yaml", "x: 1\n");
            bench.write("deep/" + i + ".yaml", "x: {$ref: '" + (i + 1) + ".yaml'}\n");
            wide.append(i).append(": {$ref: wide/").append(i).append(".yaml}\n");
        }
        assertTrue(refusal(wide.toString()).reason().contains("more than 200 files"));
        assertTrue(refusal("x: {$ref: deep/0.yaml}\n").reason().contains("more than 50 files"));
        bench.write("deep/49.yaml", "x: end\n");
        assertTrue(bundle("x: {$ref: deep/0.yaml}\n").endsWith("x: end\n"));
    }

    @Test
    void bringsFourMebibytesTogetherAtMost() {
        String long1 = "x: " + "y".repeat(1_000_000) + "\n";
        StringBuilder files = new StringBuilder();
        for (int i = 0; i < 6; i++) {
            bench.write("long" + i + ".yaml", long1);
            files.append(i).append(": {$ref: long").append(i).append(".yaml}\n");
        }
        assertTrue(refusal(files.toString()).reason().contains("4194304"));
    }

    @Test
    void countsPartsOfOneFileThatAreWantedEachByItself() {
        bench.write("x.yaml", "p:\n" + nested(60) + "  ".repeat(60) + "text: " + "y".repeat(200_000) + "\n");
        StringBuilder parts = new StringBuilder();
        for (int i = 60; i > 0; i--) {
            parts.append(i).append(": {$ref: 'x.yaml#").append("/p".repeat(i)).append("'}\n");
        }
        Problem problem = refusal(parts.toString());
        assertTrue(problem.reason().contains("longer than 4194304 characters"), problem::reason);
    }

    private static String nested(int depth) {
        StringBuilder text = new StringBuilder();
        for (int i = 1; i < depth; i++) {
            text.append("  ".repeat(i)).append("p:\n");
        }
        return text.toString();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "just text\n", "- a\n", "a: 1\na: 2\n", "a: [\n", "!!java.lang.Runtime {}\n"})
    void refusesWhatIsNoDescription(String text) {
        assertFalse(refusal(text).reason().isBlank());
    }

    @Test
    void readsNothingOfAMillionLines() {
        assertTrue(refusal("- x\n".repeat(1_000_000)).reason().contains("1048576 bytes"));
    }
}
