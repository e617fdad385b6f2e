package org.callboard.core.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.callboard.api.model.Json;
import org.callboard.api.problem.Problem;
import org.callboard.core.process.SourceResult.Readability;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What authors write by mistake or out of malice, in descriptors and in the files that they bring in. */
class HostileSourcesTest {

    private static final String BROUGHT_IN = Workbench.COMPONENT + "  brought: {$yaml: ./in.yaml}\n";

    private Workbench bench = new Workbench(Path.of("/nowhere"));

    @BeforeEach
    void configure(@TempDir Path folder) {
        bench = new Workbench(folder);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b]\n"
                        + "d: &d [*c,*c,*c,*c,*c,*c,*c,*c,*c]\ne: &e [*d,*d,*d,*d,*d,*d,*d,*d,*d]\nf: &f [*e,*e,*e,*e,*e,*e,*e,*e,*e]\ng: [*f,*f,*f,*f,*f,*f]\n",
                "a: &a [*a]\n",
                "a: !!javax.script.ScriptEngineManager [x]\n",
                "a: 1\na: 2\n",
                "a: 1e99999\n",
                "a: .inf\n",
                "\ta: 1\n",
                "a: \"\\ud800\"\n"
            })
    void refusesInWhatPlaceholdersBringInWhatDescriptorsMayNotHold(String text) {
        bench.write("in.yaml", text);
        Problem problem = bench.problem(BROUGHT_IN);
        assertEquals("ERROR placeholder-failed 9:20", Workbench.brief(problem));
        assertTrue(problem.reason().matches("\\$yaml can't be followed: './in.yaml', line \\d: .*"), problem::reason);
    }

    @Test
    void takesKeysThatOtherParsersStumbleOverAsDataWhereverTheyComeFrom() {
        bench.write("in.yaml", "{__proto__: {a: 1}, constructor: x, class: y, $type: z, '@class': java.lang.Runtime}");
        Json.Obj brought = bench.entity(BROUGHT_IN).document().object("spec", "brought");
        assertEquals(
                Set.of("__proto__", "constructor", "class", "$type", "@class"),
                brought.fields().keySet());
    }

    @Test
    void leavesPlaceholdersInWhatPlaceholdersBringInAsTheyAre() {
        bench.write("in.yaml", "$yaml: ./in.yaml\n");
        Json.Obj document = bench.entity(BROUGHT_IN).document();
        assertEquals("./in.yaml", document.text("spec", "brought", "$yaml").orElseThrow());
    }

    @Test
    void heedsItsRulesForWhatPlaceholdersBringIn() {
        bench.write("kind.txt", "User");
        bench.write(
                "metadata.yaml",
                "{name: x, annotations: {backstage.io/orphan: 'true', backstage.io/managed-by-location: 'file:/x'},"
                        + " links: [{url: 'javascript:alert(1)'}]}");
        String text = "apiVersion: backstage.io/v1alpha1\nkind: {$text: kind.txt}\nmetadata: {$yaml: metadata.yaml}\n"
                + "spec: {memberOf: []}\n";
        SourceResult refused = bench.process(text, Set.of("component"));
        assertTrue(
                refused.problems().stream().anyMatch(problem -> problem.code().equals("kind-not-allowed")));
        assertEquals(List.of(), refused.entities());
        Json.Obj annotations = bench.entity(text).document().object("metadata", "annotations");
        assertEquals(
                "file:" + bench.folder.resolve("catalog-info.yaml"),
                annotations.text("backstage.io/managed-by-location").orElseThrow());
        assertEquals(null, annotations.get("backstage.io/orphan"));
        assertTrue(bench.problems(text).contains("WARNING link-scheme 3:1"), () -> "" + bench.problems(text));
    }

    @Test
    void refusesAnEntityThatRefersToMoreThanAThousandOthers() {
        String refs = IntStream.range(0, 100_000).mapToObj(i -> "r" + i).collect(Collectors.joining(", "));
        Problem problem = bench.problem(Workbench.COMPONENT + "  dependsOn: [" + refs + "]\n");
        assertEquals("too-many", problem.code());
        assertTrue(problem.reason().contains("100001"), problem::reason);
    }

    @Test
    void takesEntitiesThatRelateToThemselves() {
        ProcessedEntity entity =
                bench.entity(Workbench.COMPONENT + "  subcomponentOf: ledger\n  dependsOn: ['component:ledger']\n");
        assertEquals(
                List.of("ownedBy", "ownerOf", "partOf", "hasPart", "dependsOn", "dependencyOf"),
                entity.relations().stream().map(EmittedRelation::type).toList());
    }

    @Test
    void takesTheGoodDocumentsAroundABrokenOne() {
        String text = IntStream.range(0, 1_000)
                .mapToObj(i -> Workbench.COMPONENT.replace("ledger", i == 500 ? "[" : "c" + i))
                .collect(Collectors.joining("---\n"));
        SourceResult result = bench.process(text);
        assertEquals(999, result.entities().size());
        assertEquals(1, result.problems().size());
        assertEquals(Readability.PARTIAL, result.readability());
    }

    @ParameterizedTest
    @ValueSource(strings = {"no", "012", "2024-01-31", "yes", "0x1f.x"})
    void takesTextsThatOtherReadersTakeForSomethingElse(String owner) {
        Json.Obj document = bench.entity(Workbench.COMPONENT.replace("team-a", "'" + owner + "'"))
                .document();
        assertEquals(owner, document.text("spec", "owner").orElseThrow());
    }

    @ParameterizedTest
    @ValueSource(strings = {"true", "1", "0x1f", "1.5", "[a]", "{a: b}", "null"})
    void refusesOtherValuesWhereATextIsWanted(String owner) {
        assertTrue(bench.problem(Workbench.COMPONENT.replace("team-a", owner))
                .code()
                .matches("wrong-type|missing-field"));
    }
}
