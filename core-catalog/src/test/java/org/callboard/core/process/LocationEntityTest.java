package org.callboard.core.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.callboard.core.process.LocationTarget.Presence;
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
            assertEquals(Presence.REQUIRED, child.presence());
            assertEquals("location:default/all", String.valueOf(child.parent()));
        }
        String file = bench.folder.resolve("catalog-info.yaml").toString();
        assertEquals(
                List.of(file + ":6:11", file + ":7:13", file + ":7:29", file + ":7:55"),
                result.children().stream()
                        .map(child -> String.valueOf(child.place()))
                        .toList());
        assertEquals(1, result.entities().size());
        assertEquals(List.of(), result.problems());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://github.com/x/y/blob/main/catalog-info.yaml",
                "https://code.example/**/catalog-info.yaml",
                "https://code.example/{a,b}.yaml",
                "HTTPS://code.example.evil/a.yaml",
                "jar:file:/x.jar!/y.yaml",
                "gopher://example.com/x",
                "bundle://1/x.yaml",
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
    void pointsAtTheWebFromAFileAndFromThere() {
        List<String> targets = List.of("https://code.example/a.yaml", "https://code.example/team/b.yaml");
        String absolute = LOCATION + "  type: url\n  targets: " + targets + "\n";
        String relative = LOCATION + "  targets: [../a.yaml, b.yaml]\n";
        for (SourceResult result : List.of(
                bench.process(absolute), bench.processFromWeb("https://code.example/team/all.yaml", relative))) {
            assertEquals(List.of(), result.problems());
            assertEquals(
                    targets,
                    result.children().stream().map(LocationTarget::target).toList());
            assertEquals("url", result.children().get(0).type());
        }
        assertEquals(List.of(), bench.web.read);
    }

    @ParameterizedTest
    @ValueSource(strings = {"file:///etc/passwd", "classpath:x", "../../../../x.yaml", "C:\\x.yaml", "./*.yaml"})
    void namesNoFileOfThePortalFromTheWeb(String target) {
        bench.write("x.yaml", Workbench.COMPONENT);
        SourceResult result =
                bench.processFromWeb("https://code.example/all.yaml", LOCATION + "  target: '" + target + "'\n");
        assertEquals(List.of(), result.children());
        assertEquals(
                List.of("WARNING location-not-readable 6:11"),
                result.problems().stream().map(Workbench::brief).toList());
    }

    @Test
    void takesAPathFromTheWebForOneOnTheSameSite() {
        SourceResult result = bench.processFromWeb(
                "https://code.example/deep/all.yaml", LOCATION + "  target: " + bench.folder + "/x.yaml\n");
        assertEquals(
                "url:https://code.example" + bench.folder + "/x.yaml",
                result.children().get(0).reference());
    }

    @ParameterizedTest
    @ValueSource(strings = {"type: file\n  target: https://code.example/a.yaml", "type: url\n  target: ./a.yaml"})
    void saysWhenATargetIsNotOfTheTypeGiven(String spec) {
        assertEquals(List.of("WARNING location-not-readable 7:11"), bench.problems(LOCATION + "  " + spec + "\n"));
    }

    @Test
    void keepsWhetherTheTargetMayBeMissing() {
        SourceResult result = bench.process(LOCATION + "  presence: optional\n  target: ./none.yaml\n");
        assertEquals(Presence.OPTIONAL, result.children().get(0).presence());
        assertEquals(List.of(), result.problems());
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
