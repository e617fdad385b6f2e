package org.callboard.core.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.callboard.api.model.Json;
import org.callboard.api.problem.Problem;
import org.callboard.core.read.DocumentParser;
import org.callboard.core.read.LocationFiles;
import org.callboard.core.read.ReadLimits;
import org.callboard.core.read.Resource;
import org.callboard.core.read.ResourceReader;
import org.callboard.core.read.UnreadableException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlaceholdersTest {

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
        bench.write("openapi.yaml", "openapi: 3.0.0\n# as it stands\n");
        bench.write("deep/labels.json", "{\"tier\": \"one\"}");
        bench.write("links.yaml", "- url: https://example.com\n  title: Home\n");
        bench.write("broken.json", "{\n\"a\": }");
        bench.write("two.yaml", "a: 1\n---\nb: 2\n");
    }

    @Test
    void putsFilesInThePlaceOfTheirNames() {
        String text = (API + "    $text: ./openapi.yaml\n")
                .replace(
                        "name: ledger",
                        "name: ledger\n  labels:\n    $json: deep/labels.json\n  links:\n    $yaml: ./links.yaml");
        Json.Obj document = bench.entity(text).document();
        assertEquals(
                "openapi: 3.0.0\n# as it stands\n",
                document.text("spec", "definition").orElseThrow());
        assertEquals("one", document.text("metadata", "labels", "tier").orElseThrow());
        assertEquals(1, document.array("metadata", "links").items().size());
    }

    @Test
    void takesOpenApiAndAsyncApiAsText() {
        for (String key : new String[] {"$openapi", "$asyncapi"}) {
            Json.Obj document =
                    bench.entity(API + "    " + key + ": openapi.yaml\n").document();
            assertTrue(document.text("spec", "definition").orElseThrow().startsWith("openapi: 3.0.0"));
        }
    }

    @Test
    void leavesObjectsAloneThatOnlyLookLikePlaceholders() {
        Json.Obj document = bench.entity(API.replace(
                        "  definition:\n", "  definition: x\n  other: {$unknown: ./a, more: {$text: a, b: c}}\n"))
                .document();
        assertEquals("a", document.text("spec", "other", "more", "$text").orElseThrow());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "$text: ./none.yaml",
                "$text: https://example.com/openapi.yaml",
                "$text: ../../etc/passwd",
                "$text: /etc/passwd",
                "$text: file:///etc/passwd",
                "$text: jar:file:/x.jar!/y",
                "$text: ..\\..\\x",
                "$text: '%2e%2e%2fx'",
                "$text: ..;/x",
                "$text: ./openapi.yaml.",
                "$text: ''",
                "$text: deep/NUL.json",
                "$text: \"a\\tb\"",
                "$text: .",
                "$text: 12",
                "$json: ./broken.json",
                "$yaml: ./two.yaml"
            })
    void refusesWhatCantBeRead(String placeholder) {
        Problem problem = bench.problem(API + "    " + placeholder + "\n");
        assertEquals("ERROR placeholder-failed 10:" + (5 + placeholder.indexOf(' ') + 1), Workbench.brief(problem));
        assertEquals("api:default/ledger", problem.entityRef());
        assertTrue(!problem.fix().isBlank() && !problem.reason().contains(bench.folder.toString()), problem::toString);
    }

    @Test
    void namesTheLineInTheFileThatIsBroken() {
        Problem problem = bench.problem(API + "    $json: ./broken.json\n");
        assertTrue(problem.reason().startsWith("$json can't be followed: './broken.json', line 2: "), problem::reason);
    }

    @Test
    void takesPagesFromTheWebWhereTheyAreAllowed() {
        bench.web.put("api/openapi.yaml", "openapi: 3.1.0\n");
        String fromFile = API + "    $text: https://code.example/api/openapi.yaml\n";
        String fromWeb = API + "    $text: openapi.yaml\n";
        for (SourceResult result :
                List.of(bench.process(fromFile), bench.processFromWeb("https://code.example/api/info.yaml", fromWeb))) {
            assertEquals(List.of(), result.problems());
            assertEquals(
                    "openapi: 3.1.0\n",
                    result.entities()
                            .get(0)
                            .document()
                            .text("spec", "definition")
                            .orElseThrow());
        }
        Problem refused = bench.problem(API + "    $text: https://169.254.169.254/latest\n");
        assertEquals("placeholder-failed", refused.code());
        assertEquals(2, bench.web.read.size());
    }

    @Test
    void remembersWhatWasReadAndWhatCouldNotBe() {
        bench.web.put("a.txt", "a");
        String other = "  other: [{$text: none.txt}, {$text: 'https://code.example/a.txt'}, {$text: openapi.yaml}]\n";
        SourceResult result = bench.process(API + "    $text: ./openapi.yaml\n" + other);
        LocationFiles files = new LocationFiles(ReadLimits.DEFAULT, List.of(bench.folder.toString()));
        Path openapi = bench.folder.resolve("openapi.yaml");
        assertEquals(
                List.of(
                        new SourceInput(new Resource("file", openapi.toString()), files.fingerprint(openapi)),
                        new SourceInput(new Resource("file", bench.folder + "/none.txt"), ""),
                        new SourceInput(new Resource("url", "https://code.example/a.txt"), "page 97")),
                result.inputs());
        assertEquals(List.of(), bench.process(Workbench.COMPONENT).inputs());
    }

    @Test
    void takesTheFingerprintBeforeItReads() {
        Path file = bench.write("changing.txt", "before");
        LocationFiles files = new LocationFiles(ReadLimits.DEFAULT, List.of(bench.folder.toString()));
        String before = files.fingerprint(file);
        ResourceReader changing = new ResourceReader() {
            @Override
            public Resource resolve(Resource base, String name) throws UnreadableException {
                return files.resolve(base, name);
            }

            @Override
            public byte[] read(Resource resource) throws UnreadableException {
                byte[] bytes = files.read(resource);
                bench.write("changing.txt", "after, while it was being read");
                return bytes;
            }

            @Override
            public String fingerprint(Resource resource) {
                return files.fingerprint(resource);
            }
        };
        SourceProcessor processor =
                new SourceProcessor(new DocumentParser(ReadLimits.DEFAULT), changing, List::of, List::of);
        String text = API + "    $text: changing.txt\n";
        LocationTarget source = new LocationTarget("file", bench.folder + "/a.yaml", "file:" + bench.folder, null);
        SourceResult result = processor.process(source, text.getBytes(StandardCharsets.UTF_8));
        assertEquals(before, result.inputs().get(0).fingerprint());
        assertNotEquals(before, files.fingerprint(file));
    }

    @Test
    void boundsWhatAFileBringsIn() {
        bench.write("big.txt", "x".repeat(1 << 20));
        StringBuilder text = new StringBuilder(API.replace("  definition:\n", "  definition: x\n  other:\n"));
        text.append("    - $text: ./big.txt\n".repeat(100));
        Problem problem = bench.process(text.toString()).problems().get(0);
        assertEquals("placeholder-failed", problem.code());
        assertTrue(problem.reason().contains("16777216 bytes"), problem::reason);
    }
}
