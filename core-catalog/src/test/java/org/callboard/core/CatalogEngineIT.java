package org.callboard.core;

import static org.callboard.core.EngineStage.CALLER;
import static org.callboard.core.EngineStage.component;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.callboard.api.catalog.Filter;
import org.callboard.api.catalog.Location;
import org.callboard.api.catalog.Preview;
import org.callboard.api.catalog.Provenance;
import org.callboard.api.catalog.Query;
import org.callboard.api.model.Entity;
import org.callboard.api.model.EntityRef;
import org.callboard.api.model.Json;
import org.callboard.api.problem.PortalException;
import org.callboard.api.problem.Problem;
import org.callboard.api.problem.ProblemKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CatalogEngineIT {

    private static final String A = "component:default/a";
    private static final String ORPHAN = "backstage.io/orphan";
    private static final String LIST = """
            apiVersion: backstage.io/v1alpha1
            kind: Location
            metadata: {name: list}
            spec:
              targets: [./a.yaml]
            """;

    @TempDir
    private Path folder;

    private static Optional<String> description(EngineStage stage) {
        return stage.find(A).flatMap(entity -> entity.document().text("metadata", "description"));
    }

    /** {@return an entity as its author wrote it} */
    private static Json.Obj written(Entity entity) {
        return Json.object()
                .put("apiVersion", entity.document().get("apiVersion"))
                .put("kind", entity.document().get("kind"))
                .put("metadata", Json.object().put("name", "a").build())
                .put("spec", entity.document().get("spec"))
                .build();
    }

    private static PortalException refusal(Runnable act) {
        return assertThrows(PortalException.class, act::run);
    }

    @Test
    void whatARegisteredLocationLeadsToIsThereAtOnceAndGoesWithIt() throws IOException {
        try (EngineStage stage = new EngineStage(folder)) {
            stage.page("/list.yaml", LIST).page("/a.yaml", component("a", "one"));
            Location location = stage.locations().register(CALLER, "url", stage.url("/list.yaml"));
            assertEquals(
                    Optional.of("one"),
                    description(stage),
                    stage.catalog().problems(CALLER, 10).toString());
            assertEquals(List.of(location), stage.locations().list(CALLER));
            assertEquals(Optional.of(location), stage.locations().of(CALLER, EntityRef.parse(A)));
            Provenance provenance =
                    stage.ingest().provenance(CALLER, EntityRef.parse(A)).orElseThrow();
            assertEquals("url:" + stage.url("/a.yaml"), provenance.location());
            assertEquals("url:" + stage.url("/list.yaml"), provenance.origin());
            assertEquals(List.of(EntityRef.parse("location:default/list")), provenance.parents());
            assertEquals(
                    List.of(location.entityRef()),
                    stage.ingest()
                            .provenance(CALLER, EntityRef.parse("location:default/list"))
                            .orElseThrow()
                            .parents());
            stage.locations().remove(CALLER, location.id());
            assertEquals(Optional.empty(), stage.find(A));
            assertEquals(Optional.empty(), stage.find("location:default/list"));
            assertEquals(Optional.empty(), stage.find(location.entityRef().toString()));
        }
    }

    @Test
    void aPageThatFailsKeepsItsEntitiesAndSaysWhy() throws IOException {
        try (EngineStage stage = new EngineStage(folder)) {
            stage.page("/a.yaml", component("a", "one"));
            stage.locations().register(CALLER, "url", stage.url("/a.yaml"));
            stage.noPage("/a.yaml");
            stage.refreshUntil(A, () -> explanation(stage).contains("there is no such page"));
            assertEquals(Optional.of("one"), description(stage));
            assertTrue(stage.find(A).orElseThrow().document().get("status") != null);
            stage.page("/a.yaml", component("a", "two"));
            stage.refreshUntil(A, () -> description(stage).equals(Optional.of("two")));
            assertEquals(null, stage.find(A).orElseThrow().document().get("status"));
        }
    }

    private static String explanation(EngineStage stage) {
        return stage.ingest()
                .provenance(CALLER, EntityRef.parse(A))
                .orElseThrow()
                .explanation();
    }

    @Test
    void aPlaceIsRegisteredOnceAndOnlyWhereItCanBeRead() throws IOException {
        try (EngineStage stage = new EngineStage(folder)) {
            stage.page("/a.yaml", component("a", "one"));
            stage.locations().register(CALLER, "url", stage.url("/a.yaml"));
            assertEquals(
                    ProblemKind.CONFLICT,
                    refusal(() -> stage.locations().register(CALLER, "url", stage.url("/a.yaml")))
                            .kind());
            assertEquals(
                    ProblemKind.BAD_INPUT,
                    refusal(() -> stage.locations().register(CALLER, "file", "/etc/passwd"))
                            .kind());
            assertEquals(
                    ProblemKind.BAD_INPUT,
                    refusal(() -> stage.locations().register(CALLER, "url", "http://169.254.169.254/a.yaml"))
                            .kind());
            assertEquals(1, stage.locations().list(CALLER).size());
        }
    }

    @Test
    void aLocationMovesToAnotherPlaceAndKeepsItsId() throws IOException {
        try (EngineStage stage = new EngineStage(folder)) {
            stage.page("/a.yaml", component("a", "one")).page("/b.yaml", component("b", "two"));
            Location first = stage.locations().register(CALLER, "url", stage.url("/a.yaml"));
            stage.locations().move(CALLER, first.id(), "url", stage.url("/b.yaml"));
            assertEquals(Optional.empty(), stage.find(A));
            assertTrue(stage.find("component:default/b").isPresent());
            assertEquals(
                    stage.url("/b.yaml"),
                    stage.locations().find(CALLER, first.id()).orElseThrow().target());
        }
    }

    @Test
    void readonlyRefusesChangesAndStillShowsPreviews() throws IOException {
        try (EngineStage stage = new EngineStage(folder, "readonly: true")) {
            stage.page("/a.yaml", component("a", "one"));
            assertEquals(
                    ProblemKind.NOT_ALLOWED,
                    refusal(() -> stage.locations().register(CALLER, "url", stage.url("/a.yaml")))
                            .kind());
            assertEquals(
                    2,
                    stage.locations()
                            .preview(CALLER, "url", stage.url("/a.yaml"))
                            .entities()
                            .size());
        }
    }

    @Test
    void aPreviewFollowsLocationsAndKeepsNothing() throws IOException {
        try (EngineStage stage = new EngineStage(folder)) {
            stage.page("/list.yaml", LIST.replace("./a.yaml", "./a.yaml, ./gone.yaml"))
                    .page("/a.yaml", component("a", "one") + "---\nkind: [");
            Preview preview = stage.locations().preview(CALLER, "url", stage.url("/list.yaml"));
            assertEquals(
                    List.of("Location", "Location", "Component"),
                    preview.entities().stream()
                            .map(entity -> entity.text("kind").orElseThrow())
                            .toList());
            assertTrue(preview.problems().stream()
                    .anyMatch(problem -> problem.code().equals("yaml-syntax")));
            assertTrue(preview.problems().stream()
                    .anyMatch(problem -> problem.reason().contains("gone.yaml")));
            assertEquals(Optional.empty(), stage.find(A));
            assertEquals(List.of(), stage.locations().list(CALLER));
        }
    }

    @Test
    void aDeletedEntityIsBackWhenItsSourceIsReadAgain() throws IOException {
        try (EngineStage stage = new EngineStage(folder)) {
            stage.page("/list.yaml", LIST).page("/a.yaml", component("a", "one"));
            stage.locations().register(CALLER, "url", stage.url("/list.yaml"));
            String uid = stage.find(A)
                    .orElseThrow()
                    .document()
                    .text("metadata", "uid")
                    .orElseThrow();
            stage.ingest().delete(CALLER, uid);
            assertEquals(Optional.empty(), stage.find(A));
            stage.ingest().delete(CALLER, uid);
            stage.ingest().refresh(CALLER, EntityRef.parse("location:default/list"));
            assertEquals(Optional.empty(), stage.find(A), "its own source was not read again");
        }
    }

    @Test
    void aSavedFileAndAFileThatItOnlyNamesShowWithNobodyAsking() throws Exception {
        try (EngineStage stage = new EngineStage(folder)) {
            stage.file("text.md", "first").file("a.yaml", component("a", "{$text: ./text.md}"));
            stage.await(() -> description(stage).equals(Optional.of("first")));
            stage.file("text.md", "second");
            stage.await(() -> description(stage).equals(Optional.of("second")));
            stage.file("a.yaml", component("a", "third"));
            stage.await(() -> description(stage).equals(Optional.of("third")));
            stage.noFile("a.yaml");
            stage.await(() -> stage.find(A).isEmpty());
        }
    }

    @Test
    void orphansAreKeptAndMarkedWhereThatIsConfiguredUntilTheirLocationGoes() throws Exception {
        try (EngineStage stage = new EngineStage(folder, "orphanStrategy: keep")) {
            stage.file("a.yaml", component("a", "one"));
            stage.await(() -> description(stage).isPresent());
            stage.noFile("a.yaml");
            stage.await(() ->
                    stage.find(A).flatMap(entity -> entity.annotation(ORPHAN)).isPresent());
            assertEquals(
                    List.of(),
                    stage.ingest()
                            .provenance(CALLER, EntityRef.parse(A))
                            .orElseThrow()
                            .parents());
            stage.file("again.yaml", component("a", "two"));
            stage.await(() -> description(stage).equals(Optional.of("two")));
            assertEquals(Optional.empty(), stage.find(A).flatMap(entity -> entity.annotation(ORPHAN)));

            stage.page("/b.yaml", component("b", "one"));
            Location location = stage.locations().register(CALLER, "url", stage.url("/b.yaml"));
            assertTrue(stage.find("component:default/b").isPresent());
            stage.locations().remove(CALLER, location.id());
            assertEquals(Optional.empty(), stage.find("component:default/b"));
        }
    }

    @Test
    void aRefusedDocumentMarksTheVersionThatIsServedStill() throws Exception {
        try (EngineStage stage = new EngineStage(folder)) {
            stage.file("a.yaml", component("a", "one"));
            stage.await(() -> description(stage).isPresent());
            stage.file("a.yaml", component("a", "two").replace("type: service, ", ""));
            stage.await(() -> stage.find(A)
                    .map(entity -> !entity.document()
                            .object("status")
                            .array("items")
                            .items()
                            .isEmpty())
                    .orElse(false));
            assertEquals(Optional.of("one"), description(stage));
            List<Problem> problems = stage.catalog().problemsOwnedBy(CALLER, EntityRef.parse("group:default/x"), 10);
            assertEquals(1, problems.size());
            assertEquals(
                    List.of(problems.get(0).code(), "no-such-owner"),
                    stage.catalog().problems(CALLER, EntityRef.parse(A)).stream()
                            .map(Problem::code)
                            .toList());
            assertTrue(stage.catalog().problems(CALLER, 10).containsAll(problems));
            Provenance provenance =
                    stage.ingest().provenance(CALLER, EntityRef.parse(A)).orElseThrow();
            assertTrue(provenance.explanation().contains("last good version"), provenance.explanation());
        }
    }

    @Test
    void aDocumentIsCheckedAsIfItWereRead() throws IOException {
        try (EngineStage stage = new EngineStage(folder)) {
            stage.page("/a.yaml", component("a", "one"));
            stage.locations().register(CALLER, "url", stage.url("/a.yaml"));
            Entity good = stage.find(A).orElseThrow();
            Json.Obj document = written(good);
            assertEquals(List.of(), stage.ingest().validate(CALLER, document, "url:https://example.com/a.yaml"));
            List<Problem> problems = stage.ingest()
                    .validate(CALLER, document.with("kind", Json.of("User")), "url:https://example.com/a.yaml");
            assertTrue(
                    problems.stream().anyMatch(problem -> problem.level() == Problem.Level.ERROR), problems.toString());
            assertEquals(
                    3, stage.catalog().query(CALLER, Query.of(Filter.NONE, 10)).total());
        }
    }
}
