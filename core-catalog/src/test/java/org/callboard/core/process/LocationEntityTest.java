package org.callboard.core.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LocationEntityTest {

    private static final String LOCATION = """
            apiVersion: backstage.io/v1alpha1
            kind: Location
            metadata:
              name: all
            spec:
            """;

    private Workbench bench = new Workbench(Path.of("/nowhere"));

    @BeforeEach
    void configure(@TempDir Path folder) {
        bench = new Workbench(folder);
    }

    @Test
    void pointsAtFilesFromItsOwnFolderAndHandsItsRulesOn() {
        SourceResult result = bench.process(
                LOCATION + "  target: ./a.yaml\n  targets: [deep/../b.yaml, './**/catalog-info.yaml', '" + bench.folder
                        + "/c']\n",
                Set.of("location", "api"));
        String origin = "file:" + bench.folder + "/*.yaml";
        assertEquals(
                List.of("a.yaml", "b.yaml", "**/catalog-info.yaml", "c"),
                result.children().stream()
                        .map(child ->
                                bench.folder.relativize(Path.of(child.target())).toString())
                        .toList());
        for (LocationTarget child : result.children()) {
            assertEquals("file", child.type());
            assertEquals(origin, child.origin());
            assertEquals(Set.of("location", "api"), child.allowedKinds());
        }
        assertEquals(1, result.entities().size());
        assertEquals(List.of(), result.problems());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://github.com/x/y/blob/main/catalog-info.yaml",
                "../outside.yaml",
                "../*/x.yaml",
                "/etc/*.yaml",
                "file:///etc/x.yaml",
                "classpath:x.yaml",
                "ftp://example.com/x"
            })
    void staysServedAndSaysWhichTargetItCantFollow(String target) {
        SourceResult result = bench.process(LOCATION + "  targets:\n    - ./fine.yaml\n    - '" + target + "'\n");
        assertEquals(1, result.entities().size());
        assertEquals(1, result.children().size());
        assertEquals(
                List.of("WARNING location-not-readable 8:7"),
                result.problems().stream().map(Workbench::brief).toList());
    }

    @Test
    void knowsFilesAndUrlsOnly() {
        assertEquals(
                List.of("WARNING location-not-readable 6:9"),
                bench.problems(LOCATION + "  type: s3-discovery\n  target: x\n"));
        assertEquals(
                1,
                bench.process(LOCATION + "  type: file\n  target: x\n")
                        .children()
                        .size());
    }

    @Test
    void followsNothingFromTheWeb() {
        SourceResult result = bench.processFromWeb("https://example.com/a.yaml", LOCATION + "  target: ./b.yaml\n");
        assertEquals(List.of(), result.children());
        assertEquals("location-not-readable", result.problems().get(0).code());
    }

    @Test
    void pointsAtAThousandTargetsAtMost() {
        String text = LOCATION + "  targets:\n" + "    - ./a.yaml\n".repeat(1_001);
        assertEquals(List.of("ERROR too-many 6:3"), bench.problems(text));
        assertTrue(bench.process(text).children().isEmpty());
    }

    @Test
    void mayPointAtNothing() {
        SourceResult result = bench.process(LOCATION.replace("spec:", "spec: {}"));
        assertEquals(1, result.entities().size());
        assertEquals(List.of(), result.problems());
    }
}
