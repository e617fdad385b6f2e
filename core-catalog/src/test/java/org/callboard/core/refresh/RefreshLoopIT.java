package org.callboard.core.refresh;

import static org.callboard.core.refresh.FolderCatalog.component;
import static org.callboard.core.refresh.FolderCatalog.location;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.callboard.api.model.Json;
import org.callboard.core.db.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource
class RefreshLoopIT {

    private static final String A = "component:default/a";
    private static final String B = "component:default/b";

    @Parameter
    private TestDatabase server;

    @TempDir
    private Path folder;

    @Test
    void servesWhatTheFilesHold() throws IOException {
        try (FolderCatalog catalog = new FolderCatalog(server, folder, "")) {
            catalog.write("one.yaml", component("a", "x") + "---\n" + component("b", "x"))
                    .pass();
            assertEquals(Set.of(A, B), catalog.entities().keySet());
        }
    }

    @Test
    void readsNothingAndPublishesNothingWhileNothingChanges() throws IOException {
        try (FolderCatalog catalog = new FolderCatalog(server, folder, "")) {
            catalog.write("one.yaml", component("a", "x")).pass();
            int published = catalog.published();
            catalog.pass().pass();
            assertEquals(published, catalog.published());
        }
    }

    @Test
    void aChangedFileChangesItsEntityAndKeepsItsUid() throws IOException {
        try (FolderCatalog catalog = new FolderCatalog(server, folder, "")) {
            catalog.write("one.yaml", component("a", "x")).pass();
            Json.Obj before = catalog.entities().get(A);
            catalog.write("one.yaml", component("a", "y")).pass();
            Json.Obj after = catalog.entities().get(A);
            assertEquals("y", after.text("spec", "owner").orElseThrow());
            assertEquals(before.text("metadata", "uid"), after.text("metadata", "uid"));
            assertTrue(!before.text("metadata", "etag").equals(after.text("metadata", "etag")));
        }
    }

    @Test
    void keepsTheLastGoodVersionWhileTheFileIsBroken() throws IOException {
        try (FolderCatalog catalog = new FolderCatalog(server, folder, "")) {
            catalog.write("one.yaml", component("a", "x")).pass();
            catalog.write("one.yaml", "kind: [").pass();
            assertEquals(Set.of(A), catalog.entities().keySet());
            assertEquals(1, catalog.problemCodes().size());
            assertEquals(List.of("error"), levels(catalog, A));
            catalog.write("one.yaml", component("a", "x")).pass();
            assertEquals(List.of(), catalog.problemCodes());
            assertEquals(List.of(), levels(catalog, A));
        }
    }

    @Test
    void onlyWhatTheBrokenPartOfAFileHeldIsMarked() throws IOException {
        try (FolderCatalog catalog = new FolderCatalog(server, folder, "")) {
            catalog.write("one.yaml", component("a", "x") + "---\n" + component("b", "x"))
                    .pass();
            catalog.write("one.yaml", "kind: [\n---\n" + component("b", "x")).pass();
            assertEquals(List.of("error"), levels(catalog, A));
            assertEquals(List.of(), levels(catalog, B));
        }
    }

    @Test
    void anEntityShowsItsProblemsForAsLongAsItHasThem() throws IOException {
        try (FolderCatalog catalog = new FolderCatalog(server, folder, "")) {
            catalog.write("one.yaml", component("a", "x")).pass();
            String etag = catalog.entities().get(A).text("metadata", "etag").orElseThrow();
            catalog.write("one.yaml", component("a", "[]")).pass();
            Json.Obj marked = catalog.entities().get(A);
            assertEquals("x", marked.text("spec", "owner").orElseThrow());
            assertEquals(List.of("error"), levels(catalog, A));
            Json.Obj item = (Json.Obj) marked.array("status", "items").items().get(0);
            assertEquals("backstage.io/catalog-processing", item.text("type").orElseThrow());
            assertTrue(item.text("message").orElseThrow().contains("one.yaml:8"), item.toString());
            assertEquals("InputError", item.text("error", "name").orElseThrow());
            catalog.write("one.yaml", component("a", "x")).pass();
            assertEquals(
                    etag, catalog.entities().get(A).text("metadata", "etag").orElseThrow());
        }
    }

    @Test
    void anEntityThatTwoFilesClaimIsMarkedUntilOneLetsGo() throws IOException {
        try (FolderCatalog catalog = new FolderCatalog(server, folder, "")) {
            catalog.write("a.yaml", component("a", "x")).pass();
            catalog.write("b.yaml", component("a", "y")).pass();
            assertEquals(List.of("error"), levels(catalog, A));
            catalog.delete("b.yaml").pass();
            assertEquals(List.of(), levels(catalog, A));
        }
    }

    private static List<String> levels(FolderCatalog catalog, String ref) {
        return catalog.entities().get(ref).array("status", "items").items().stream()
                .map(Json.Obj.class::cast)
                .map(item -> item.text("level").orElseThrow())
                .toList();
    }

    @Test
    void anEntityGoesWithItsDocumentAndWithItsFile() throws IOException {
        try (FolderCatalog catalog = new FolderCatalog(server, folder, "")) {
            catalog.write("one.yaml", component("a", "x") + "---\n" + component("b", "x"))
                    .pass();
            catalog.write("one.yaml", component("b", "x")).pass();
            assertEquals(Set.of(B), catalog.entities().keySet());
            catalog.delete("one.yaml").write("two.txt", "").pass();
            assertEquals(Set.of(), catalog.entities().keySet());
        }
    }

    @Test
    void anEntityMovesFromFileToFileAndStaysTheSame() throws IOException {
        try (FolderCatalog catalog = new FolderCatalog(server, folder, "")) {
            catalog.write("z.yaml", component("a", "x")).pass();
            String uid = catalog.entities().get(A).text("metadata", "uid").orElseThrow();
            catalog.write("a.yaml", component("a", "x")).delete("z.yaml").pass();
            assertEquals(uid, catalog.entities().get(A).text("metadata", "uid").orElseThrow());
            assertEquals(List.of(), catalog.problemCodes());
        }
    }

    @Test
    void theFirstFileKeepsAnEntityThatASecondClaimsUntilItLetsGo() throws IOException {
        try (FolderCatalog catalog = new FolderCatalog(server, folder, "")) {
            catalog.write("m.yaml", component("a", "first")).pass();
            catalog.write("a.yaml", component("a", "second")).pass();
            assertEquals(
                    "first", catalog.entities().get(A).text("spec", "owner").orElseThrow());
            assertEquals(1, catalog.problemCodes().size());
            catalog.delete("m.yaml").pass().pass();
            assertEquals(
                    "second", catalog.entities().get(A).text("spec", "owner").orElseThrow());
            assertEquals(List.of(), catalog.problemCodes());
        }
    }

    @Test
    void followsLocationsAndForgetsWhatTheyNoLongerLeadTo() throws IOException {
        try (FolderCatalog catalog = new FolderCatalog(server, folder, "root.yaml")) {
            catalog.write("root.yaml", location("./a.yaml", "./sub/*.yaml"))
                    .write("a.yaml", component("a", "x"))
                    .write("sub/b.yaml", component("b", "x"))
                    .pass();
            assertEquals(
                    Set.of("location:default/more", A, B), catalog.entities().keySet());
            catalog.write("root.yaml", location("./a.yaml")).pass();
            assertEquals(Set.of("location:default/more", A), catalog.entities().keySet());
        }
    }

    @Test
    void locationsThatLeadToEachOtherEnd() throws IOException {
        try (FolderCatalog catalog = new FolderCatalog(server, folder, "root.yaml")) {
            catalog.write("root.yaml", location("./other.yaml"))
                    .write("other.yaml", location("./root.yaml", "./other.yaml").replace("more", "others"))
                    .pass();
            assertEquals(
                    Set.of("location:default/more", "location:default/others"),
                    catalog.entities().keySet());
        }
    }

    @Test
    void relationsShowAtBothEndsAndGoWithTheirCause() throws IOException {
        try (FolderCatalog catalog = new FolderCatalog(server, folder, "")) {
            catalog.write("a.yaml", component("a", "x").replace("owner", "dependsOn: [component:b]\n  owner"))
                    .write("b.yaml", component("b", "x"))
                    .pass();
            assertTrue(
                    relations(catalog, B).contains("dependencyOf " + A),
                    relations(catalog, B).toString());
            catalog.write("a.yaml", component("a", "x")).pass();
            assertEquals(List.of("ownedBy group:default/x"), relations(catalog, B));
        }
    }

    @Test
    void aNamedFileThatIsMissingIsAProblemAndKeepsItsEntities() throws IOException {
        try (FolderCatalog catalog = new FolderCatalog(server, folder, "one.yaml")) {
            catalog.write("one.yaml", component("a", "x")).pass();
            catalog.delete("one.yaml").pass();
            assertEquals(Set.of(A), catalog.entities().keySet());
            assertEquals(List.of("file-missing"), catalog.problemCodes());
            int published = catalog.published();
            catalog.pass();
            assertEquals(published, catalog.published());
            catalog.write("one.yaml", component("b", "x")).pass();
            assertEquals(Set.of(B), catalog.entities().keySet());
            assertEquals(List.of(), catalog.problemCodes());
        }
    }

    @Test
    void aFolderThatIsAwayTakesNothingWithIt() throws IOException {
        try (FolderCatalog catalog = new FolderCatalog(server, folder, "sub")) {
            catalog.write("sub/a.yaml", component("a", "x")).pass();
            Files.move(catalog.files().resolve("sub"), catalog.files().resolve("away"));
            catalog.pass();
            assertEquals(Set.of(A), catalog.entities().keySet());
            assertEquals(List.of("file-missing"), catalog.problemCodes());
        }
    }

    @Test
    void anotherStartReadsTheFilesNoSecondTime() throws IOException {
        String etag;
        try (FolderCatalog catalog = new FolderCatalog(server, folder, "")) {
            catalog.write("one.yaml", component("a", "x")).pass();
            etag = catalog.entities().get(A).text("metadata", "etag").orElseThrow();
        }
        try (FolderCatalog catalog = new FolderCatalog(server, folder, "")) {
            catalog.pass();
            assertEquals(
                    etag, catalog.entities().get(A).text("metadata", "etag").orElseThrow());
        }
    }

    private static List<String> relations(FolderCatalog catalog, String ref) {
        return catalog.entities().get(ref).array("relations").items().stream()
                .map(Json.Obj.class::cast)
                .map(relation -> relation.text("type").orElseThrow() + " "
                        + relation.text("targetRef").orElseThrow())
                .toList();
    }
}
