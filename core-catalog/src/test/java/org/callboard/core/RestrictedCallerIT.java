package org.callboard.core;

import static org.callboard.core.EngineStage.CALLER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.callboard.api.catalog.Filter;
import org.callboard.api.catalog.Location;
import org.callboard.api.catalog.Preview;
import org.callboard.api.catalog.Provenance;
import org.callboard.api.model.EntityRef;
import org.callboard.api.problem.PortalException;
import org.callboard.api.problem.ProblemKind;
import org.callboard.api.security.Caller;
import org.callboard.api.security.Permission;
import org.callboard.core.session.TestRights;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What somebody does to entities and locations who may not read all of them, or may do it to some alone. */
class RestrictedCallerIT {

    private static final Filter OURS = Filter.equal("relations.ownedby", "group:default/us");
    private static final Filter OPEN = new Filter.Not(Filter.equal("relations.ownedby", "group:default/secret"));
    private static final EntityRef OWN = EntityRef.parse("component:default/own");
    private static final EntityRef OTHER = EntityRef.parse("component:default/other");
    private static final EntityRef HIDDEN = EntityRef.parse("component:default/hidden");
    private static final EntityRef MISSING = EntityRef.parse("component:default/absent");

    @TempDir
    private Path folder;

    private static String component(String name, String owner) {
        return """
                apiVersion: backstage.io/v1alpha1
                kind: Component
                metadata: {name: %s}
                spec: {type: service, lifecycle: production, owner: %s}
                """.formatted(name, owner);
    }

    private EngineStage stage() throws Exception {
        EngineStage stage = new EngineStage(folder);
        stage.file("own.yaml", component("own", "us"))
                .file("other.yaml", component("other", "them"))
                .file("hidden.yaml", component("hidden", "secret"));
        stage.await(() -> List.of(OWN, OTHER, HIDDEN).stream()
                .allMatch(ref -> stage.find(ref.toString()).isPresent()));
        return stage;
    }

    private static String refusal(ProblemKind kind, Runnable act) {
        PortalException refused = assertThrows(PortalException.class, act::run);
        assertEquals(kind, refused.kind(), refused.message());
        return refused.message();
    }

    private static String uid(EngineStage stage, EntityRef ref) {
        return stage.find(ref.toString())
                .flatMap(entity -> entity.document().text("metadata", "uid"))
                .orElseThrow();
    }

    @Test
    void refreshesWhatIsTheirOwnIsDeniedWhatTheyReadAndFindsNothingElse() throws Exception {
        try (EngineStage stage = stage()) {
            Caller caller = TestRights.caller(Map.of(Permission.CATALOG_READ, OPEN, Permission.CATALOG_REFRESH, OURS));
            stage.ingest().refresh(caller, OWN);
            assertTrue(refusal(ProblemKind.NOT_ALLOWED, () -> stage.ingest().refresh(caller, OTHER))
                    .contains(OTHER.toString()));
            String hidden = refusal(ProblemKind.NOT_FOUND, () -> stage.ingest().refresh(caller, HIDDEN));
            String missing = refusal(ProblemKind.NOT_FOUND, () -> stage.ingest().refresh(caller, MISSING));
            assertEquals(missing, hidden.replace(HIDDEN.toString(), MISSING.toString()));
        }
    }

    @Test
    void deletesWhatIsTheirOwnIsDeniedWhatTheyReadAndFindsNothingElse() throws Exception {
        try (EngineStage stage = stage()) {
            Caller caller = TestRights.caller(Map.of(Permission.CATALOG_READ, OPEN, Permission.CATALOG_DELETE, OURS));
            String other = uid(stage, OTHER);
            String hidden = uid(stage, HIDDEN);
            refusal(ProblemKind.NOT_ALLOWED, () -> stage.ingest().delete(caller, other));
            assertEquals(
                    refusal(ProblemKind.NOT_FOUND, () -> stage.ingest().delete(caller, "absent")),
                    refusal(ProblemKind.NOT_FOUND, () -> stage.ingest().delete(caller, hidden))
                            .replace(hidden, "absent"));
            stage.ingest().delete(caller, uid(stage, OWN));
            assertTrue(stage.find(OWN.toString()).isEmpty());
            assertTrue(stage.find(OTHER.toString()).isPresent());
            assertTrue(stage.find(HIDDEN.toString()).isPresent());
        }
    }

    @Test
    void whoMayDeleteEverythingNeedNotReadIt() throws Exception {
        try (EngineStage stage = stage()) {
            Caller caller = TestRights.caller(Map.of(Permission.CATALOG_DELETE, Filter.NONE));
            stage.ingest().delete(caller, uid(stage, HIDDEN));
            stage.ingest().delete(caller, "absent");
            assertTrue(stage.find(HIDDEN.toString()).isEmpty());
        }
    }

    @Test
    void ofALineageOnlyThoseAreNamedWhoMayBeRead() throws Exception {
        try (EngineStage stage = stage()) {
            stage.page("/list.yaml", """
                            apiVersion: backstage.io/v1alpha1
                            kind: Location
                            metadata: {name: list}
                            spec: {targets: [./listed.yaml]}
                            """).page("/listed.yaml", component("listed", "us"));
            Location location = stage.locations().register(CALLER, "url", stage.url("/list.yaml"));
            EntityRef listed = EntityRef.parse("component:default/listed");
            Caller caller =
                    TestRights.caller(Map.of(Permission.CATALOG_READ, OURS, Permission.LOCATION_READ, Filter.NONE));
            assertEquals(
                    1, provenance(stage, CALLER, listed).orElseThrow().parents().size());
            assertEquals(
                    List.of(), provenance(stage, caller, listed).orElseThrow().parents());
            assertEquals(Optional.empty(), provenance(stage, caller, OTHER));
            List<EntityRef> both = List.of(listed, EntityRef.parse("location:default/list"));
            assertEquals(2, stage.ingest().changed(CALLER, both).size());
            assertEquals(1, stage.ingest().changed(caller, both).size());
            assertEquals(Optional.of(location), stage.locations().of(caller, listed));
            assertEquals(Optional.empty(), stage.locations().of(caller, EntityRef.parse("location:default/list")));
        }
    }

    private static Optional<Provenance> provenance(EngineStage stage, Caller caller, EntityRef ref) {
        return stage.ingest().provenance(caller, ref);
    }

    @Test
    void aConditionOnLocationsIsOneOnTheEntitiesThatStandForThem() throws Exception {
        try (EngineStage stage = stage()) {
            stage.page("/a.yaml", component("a", "us")).page("/b.yaml", component("b", "us"));
            Location a = stage.locations().register(CALLER, "url", stage.url("/a.yaml"));
            Location b = stage.locations().register(CALLER, "url", stage.url("/b.yaml"));
            Filter onlyA = Filter.equal("spec.target", a.target());
            Caller caller = TestRights.caller(Map.of(
                    Permission.LOCATION_READ, onlyA,
                    Permission.LOCATION_DELETE, new Filter.Any(List.of()),
                    Permission.LOCATION_CREATE, onlyA));
            assertEquals(List.of(a), stage.locations().list(caller));
            assertEquals(Optional.of(a), stage.locations().find(caller, a.id()));
            assertEquals(Optional.empty(), stage.locations().find(caller, b.id()));
            refusal(ProblemKind.NOT_ALLOWED, () -> stage.locations().remove(caller, a.id()));
            assertEquals(
                    refusal(ProblemKind.NOT_FOUND, () -> stage.locations().remove(caller, "absent")),
                    refusal(ProblemKind.NOT_FOUND, () -> stage.locations().remove(caller, b.id()))
                            .replace(b.id(), "absent"));
            refusal(ProblemKind.NOT_ALLOWED, () -> stage.locations().register(caller, "url", stage.url("/c.yaml")));
            Caller remover = TestRights.caller(Map.of(Permission.LOCATION_DELETE, onlyA));
            stage.locations().remove(remover, a.id());
            assertEquals(List.of(b), stage.locations().list(CALLER));
        }
    }

    @Test
    void lookingAtALocationShowsNothingThatIsHiddenInTheCatalog() throws Exception {
        try (EngineStage stage = stage()) {
            stage.page("/two.yaml", component("hidden", "secret") + "---\n" + component("new", "them"));
            Caller caller =
                    TestRights.caller(Map.of(Permission.CATALOG_READ, OPEN, Permission.LOCATION_ANALYZE, Filter.NONE));
            assertTrue(names(stage.locations().preview(CALLER, "url", stage.url("/two.yaml")))
                    .containsAll(List.of("hidden", "new")));
            List<String> seen = names(stage.locations().preview(caller, "url", stage.url("/two.yaml")));
            assertTrue(seen.contains("new") && !seen.contains("hidden"), seen::toString);
        }
    }

    private static List<String> names(Preview preview) {
        return preview.entities().stream()
                .flatMap(entity -> entity.text("metadata", "name").stream())
                .toList();
    }
}
