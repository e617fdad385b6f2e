package org.callboard.core.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.callboard.api.ingest.EntityProcessor;
import org.callboard.api.model.EntityRef;
import org.callboard.api.model.Json;
import org.callboard.api.problem.PortalException;
import org.callboard.api.problem.Problem;
import org.callboard.api.problem.ProblemKind;
import org.callboard.api.problem.SourcePosition;
import org.callboard.core.entity.JsonCodec;
import org.callboard.core.process.SourceResult.Readability;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceProcessorTest {

    private Workbench bench = new Workbench(Path.of("/nowhere"));

    @BeforeEach
    void configure(@TempDir Path folder) {
        bench = new Workbench(folder);
    }

    private static String json(Json value) {
        return new String(new JsonCodec().encode(value), StandardCharsets.UTF_8);
    }

    private String place() {
        return "\"backstage.io/managed-by-location\":\"file:" + bench.folder
                + "/catalog-info.yaml\",\"backstage.io/managed-by-origin-location\":\"file:" + bench.folder
                + "/*.yaml\"";
    }

    @Test
    void makesTheEntityThatBackstageServes() {
        ProcessedEntity entity = bench.entity("""
                apiVersion: backstage.io/v1alpha1
                kind: Component
                metadata:
                  name: Ledger
                  title: The Ledger
                  annotations:
                    example.com/slug: org/ledger
                  tags: [java]
                spec:
                  type: service
                  lifecycle: production
                  owner: team-a
                  dependsOn: [resource:zoo, component:other/Bank]
                """);
        assertEquals(
                "{\"metadata\":{\"namespace\":\"default\",\"annotations\":{" + place()
                        + ",\"example.com/slug\":\"org/ledger\"},\"name\":\"Ledger\",\"title\":\"The Ledger\",\"tags\":[\"java\"]},"
                        + "\"apiVersion\":\"backstage.io/v1alpha1\",\"kind\":\"Component\",\"spec\":{\"type\":\"service\","
                        + "\"lifecycle\":\"production\",\"owner\":\"team-a\","
                        + "\"dependsOn\":[\"component:other/Bank\",\"resource:zoo\"]}}",
                json(entity.document()));
        assertEquals(new EntityRef("component", "default", "ledger"), entity.ref());
        assertEquals(1, entity.position().line());
    }

    @Test
    void keepsAnAuthoredNamespaceInItsPlaceAndInLowerCase() {
        ProcessedEntity entity =
                bench.entity(Workbench.COMPONENT.replace("name: ledger", "name: ledger\n  namespace: Payments"));
        assertTrue(
                json(entity.document())
                        .startsWith("{\"metadata\":{\"annotations\":{" + place()
                                + "},\"name\":\"ledger\",\"namespace\":\"payments\"}"),
                () -> json(entity.document()));
        assertEquals("component:payments/ledger", entity.ref().toString());
        assertEquals("group:payments/team-a", entity.relations().get(0).target().toString());
    }

    @Test
    void saysWhereEntitiesFromTheWebCanBeSeen() {
        SourceResult result = bench.processFromWeb("https://example.com/a.yaml", Workbench.COMPONENT);
        assertEquals(
                "https://example.com/a.yaml",
                result.entities()
                        .get(0)
                        .document()
                        .text("metadata", "annotations", "backstage.io/view-url")
                        .orElseThrow());
    }

    @Test
    void dropsWhatOnlyTheCatalogMaySay() {
        String text = """
                apiVersion: backstage.io/v1alpha1
                kind: Component
                metadata:
                  name: ledger
                  uid: mine
                  etag: mine
                  annotations:
                    backstage.io/managed-by-location: url:https://evil.example/x
                    backstage.io/orphan: 'true'
                    backstage.io/source-location: url:https://example.com/
                spec: {type: service, lifecycle: production, owner: team-a}
                """;
        SourceResult result = bench.process(text);
        Json.Obj document = result.entities().get(0).document();
        assertEquals(
                List.of("metadata", "apiVersion", "kind", "spec"),
                List.copyOf(document.fields().keySet()));
        assertEquals(
                List.of("namespace", "annotations", "name"),
                List.copyOf(document.object("metadata").fields().keySet()));
        assertTrue(document.text("metadata", "annotations", "backstage.io/managed-by-location")
                .orElseThrow()
                .startsWith("file:"));
        assertFalse(
                document.at("metadata", "annotations", "backstage.io/orphan").isPresent());
        assertTrue(document.at("metadata", "annotations", "backstage.io/source-location")
                .isPresent());
        assertEquals(
                List.of("WARNING reserved-annotation 8:39", "WARNING reserved-annotation 9:26"),
                result.problems().stream().map(Workbench::brief).toList());
        assertEquals("component:default/ledger", result.problems().get(0).entityRef());
    }

    @Test
    void makesEveryRelationBothWaysAndOnce() {
        ProcessedEntity entity = bench.entity("""
                apiVersion: backstage.io/v1beta1
                kind: Component
                metadata: {name: a, namespace: ns}
                spec:
                  type: service
                  lifecycle: production
                  owner: user:Jane
                  system: s
                  subcomponentOf: component:default/whole
                  providesApis: [p, p]
                  consumesApis: [other/q]
                  dependsOn: [resource:r]
                  dependencyOf: [component:a]
                """);
        assertEquals(
                List.of(
                        "component:ns/a ownedBy user:ns/jane",
                        "user:ns/jane ownerOf component:ns/a",
                        "component:ns/a partOf system:ns/s",
                        "system:ns/s hasPart component:ns/a",
                        "component:ns/a partOf component:default/whole",
                        "component:default/whole hasPart component:ns/a",
                        "component:ns/a providesApi api:ns/p",
                        "api:ns/p apiProvidedBy component:ns/a",
                        "component:ns/a consumesApi api:other/q",
                        "api:other/q apiConsumedBy component:ns/a",
                        "component:ns/a dependsOn resource:ns/r",
                        "resource:ns/r dependencyOf component:ns/a",
                        "component:ns/a dependencyOf component:ns/a",
                        "component:ns/a dependsOn component:ns/a"),
                arrows(entity));
    }

    @Test
    void makesTheRelationsOfGroupsAndUsers() {
        assertEquals(
                List.of(
                        "group:default/g childOf group:default/p",
                        "group:default/p parentOf group:default/g",
                        "group:default/g parentOf group:default/c",
                        "group:default/c childOf group:default/g",
                        "group:default/g hasMember user:default/u",
                        "user:default/u memberOf group:default/g"),
                arrows(bench.entity("""
                        apiVersion: backstage.io/v1alpha1
                        kind: Group
                        metadata: {name: g}
                        spec: {type: team, parent: p, children: [c], members: [u]}
                        """)));
        assertEquals(
                List.of("user:default/u memberOf group:default/g", "group:default/g hasMember user:default/u"),
                arrows(bench.entity("""
                        apiVersion: backstage.io/v1alpha1
                        kind: User
                        metadata: {name: u}
                        spec: {memberOf: [g]}
                        """)));
    }

    private static List<String> arrows(ProcessedEntity entity) {
        return entity.relations().stream()
                .map(relation -> relation.source() + " " + relation.type() + " " + relation.target())
                .toList();
    }

    @Test
    void warnsOfReferencesThatCantBeRead() {
        SourceResult result = bench.process(Workbench.COMPONENT + "  dependsOn: [bare, 'a:', component:x]\n");
        assertEquals(1, result.entities().size());
        assertEquals(4, result.entities().get(0).relations().size());
        assertEquals(
                List.of("WARNING bad-reference 9:14", "WARNING bad-reference 9:14"),
                result.problems().stream().map(Workbench::brief).toList());
        assertEquals(
                "spec.dependsOn makes no relation: Entity reference 'a:' has an empty part.",
                result.problems().get(0).reason());
    }

    @Test
    void takesTheFirstOfTwoDocumentsOfOneName() {
        SourceResult result =
                bench.process(Workbench.COMPONENT + "---\n" + Workbench.COMPONENT.replace("ledger", "LEDGER"));
        assertEquals(1, result.entities().size());
        assertEquals(Readability.PARTIAL, result.readability());
        Problem problem = result.problems().get(0);
        assertEquals("ERROR duplicate-entity 10:1", Workbench.brief(problem));
        assertEquals(
                "The entity component:default/ledger stands twice in this file: on line 1 and on line 10; the first is taken.",
                problem.reason());
    }

    @Test
    void takesTheGoodDocumentsOfAFileWithABadOne() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 1_000; i++) {
            text.append("---\n").append(Workbench.COMPONENT.replace("ledger", i == 7 ? "bad name" : "ledger-" + i));
        }
        SourceResult result = bench.process(text.toString());
        assertEquals(999, result.entities().size());
        assertEquals(1, result.problems().size());
        assertEquals("component:default/bad name", result.problems().get(0).entityRef());
        assertEquals(Readability.PARTIAL, result.readability());
    }

    @Test
    void saysOfAGoodFileThatItIsComplete() {
        assertEquals(
                Readability.COMPLETE,
                bench.process(Workbench.COMPONENT + "---\n# nothing more\n").readability());
        SourceResult blank = bench.process("# nothing\n");
        assertEquals(Readability.COMPLETE, blank.readability());
        assertEquals("no-document", blank.problems().get(0).code());
    }

    @Test
    void refusesKindsThatTheLocationMayNotHold() {
        SourceResult result = bench.process(Workbench.COMPONENT, Set.of("api", "location"));
        assertEquals(List.of(), result.entities());
        Problem problem = result.problems().get(0);
        assertEquals("ERROR kind-not-allowed 2:7", Workbench.brief(problem));
        assertTrue(problem.reason().contains("catalog.rules allows api, location"), problem::reason);
        assertEquals(
                1,
                bench.process(Workbench.COMPONENT, Set.of("component"))
                        .entities()
                        .size());
    }

    @Test
    void reportsEverythingThatIsWrongWithADocumentAtOnce() {
        assertEquals(
                List.of(
                        "ERROR unknown-field 2:1",
                        "ERROR bad-format 5:9",
                        "ERROR bad-format 6:10",
                        "ERROR missing-field 7:1",
                        "ERROR wrong-type 9:10"),
                bench.problems("""
                        apiVersion: backstage.io/v1alpha1
                        labels: {}
                        kind: Component
                        metadata:
                          name: a b
                          tags: [Java]
                        spec:
                          type: service
                          owner: 12
                        """));
    }

    @Test
    void marksTemplatesOfDescriptorsInOneSentence() {
        String text =
                Workbench.COMPONENT.replace("ledger", "${{ values.name }}").replace("  type: service\n", "");
        Problem problem = bench.problem(text);
        assertEquals("INFO template-file 4:9", Workbench.brief(problem));
        assertEquals(null, problem.entityRef());
        assertEquals(Readability.PARTIAL, bench.process(text).readability());
        assertEquals(
                1,
                bench.process(Workbench.COMPONENT.replace("team-a", "${{ values.owner }}"))
                        .entities()
                        .size());
    }

    @Test
    void keepsEntitiesOfKindsThatNobodyTeaches() {
        SourceResult result = bench.process(Workbench.COMPONENT.replace("Component", "Api"));
        assertEquals(List.of(), result.entities().get(0).relations());
        assertEquals(
                "WARNING unknown-kind 2:7", Workbench.brief(result.problems().get(0)));
        assertEquals(Readability.COMPLETE, result.readability());
    }

    @Test
    void hashesTheDocumentAndItsRelations() {
        String hash = bench.entity(Workbench.COMPONENT).hash();
        assertTrue(hash.matches("[0-9a-f]{64}"), hash);
        assertEquals(hash, bench.entity("# a comment\n" + Workbench.COMPONENT).hash());
        assertNotEquals(
                hash,
                bench.entity(Workbench.COMPONENT.replace("team-a", "team-b")).hash());
    }

    @Test
    void runsProcessorsInOrderBeforeTheKindChecks() {
        bench.processors.add(processor(
                "owner of plugin a",
                (entity, position) -> new EntityProcessor.Result(
                        entity.with("spec", entity.object("spec").with("owner", Json.of("team-z"))), List.of())));
        bench.processors.add(processor(
                "title of plugin b",
                (entity, position) -> new EntityProcessor.Result(
                        entity,
                        List.of(new Problem(
                                Problem.Level.INFO,
                                "seen",
                                null,
                                position,
                                entity.text("spec", "owner").orElse("-"),
                                "f")))));
        SourceResult result = bench.process(Workbench.COMPONENT.replace("  owner: team-a\n", ""));
        assertEquals(
                "team-z",
                result.entities().get(0).document().text("spec", "owner").orElseThrow());
        assertEquals("team-z", result.problems().get(0).reason());
        assertEquals("component:default/ledger", result.problems().get(0).entityRef());
    }

    @Test
    void refusesTheDocumentWhereAProcessorFailsOrRenamesIt() {
        bench.processors.add(processor("The processor 'cost' of plugin 'a'", (entity, position) -> {
            throw new PortalException(ProblemKind.UNAVAILABLE, "Plugin a is too slow.", "Try later.");
        }));
        SourceResult failed = bench.process(Workbench.COMPONENT);
        assertEquals(List.of(), failed.entities());
        assertEquals(
                "The processor 'cost' of plugin 'a' failed: Plugin a is too slow.",
                failed.problems().get(0).reason());
        bench.processors.clear();
        bench.processors.add(processor(
                "x of plugin b",
                (entity, position) -> new EntityProcessor.Result(entity.with("kind", Json.of("User")), List.of())));
        assertEquals("processor-failed", bench.problem(Workbench.COMPONENT).code());
    }

    private interface Step {
        EntityProcessor.Result apply(Json.Obj entity, SourcePosition position);
    }

    private static DocumentProcessor processor(String name, Step step) {
        return new DocumentProcessor() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public EntityProcessor.Result process(Json.Obj entity, SourcePosition position) {
                return step.apply(entity, position);
            }
        };
    }
}
