package org.callboard.core.source;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.callboard.api.model.Entity;
import org.callboard.api.model.EntityRef;
import org.callboard.api.model.Json;
import org.callboard.api.problem.PortalException;
import org.callboard.api.problem.ProblemKind;
import org.callboard.api.security.Caller;
import org.callboard.api.source.SourceFolder;
import org.callboard.api.source.SourcePlace;
import org.callboard.core.entity.JsonCodec;
import org.callboard.core.session.TestRights;
import org.callboard.core.web.ReadingRules;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EntityFilesTest {

    private static final EntityRef LEDGER = EntityRef.parse("component:default/ledger");
    private static final EntityRef FAR = EntityRef.parse("component:default/far");
    private static final Caller READER = TestRights.caller(Map.of());

    private final Path outside;
    private final Path team;

    EntityFilesTest(@TempDir Path own) {
        this.outside = own;
        this.team = own.resolve("company/team");
    }

    /** An entity that was read from a place. */
    private record Placed(EntityRef ref, String location) implements Entity {

        @Override
        public Json.Obj document() {
            return Json.object()
                    .put(
                            "metadata",
                            Json.object()
                                    .put(
                                            "annotations",
                                            Json.object()
                                                    .put("backstage.io/managed-by-location", location)
                                                    .build())
                                    .build())
                    .build();
        }

        @Override
        public void writeTo(OutputStream out) throws IOException {
            out.write(new JsonCodec().encode(document()));
        }
    }

    @BeforeEach
    void writeFiles() throws IOException {
        write("company/team/catalog-info.yaml", "kind: Component");
        write("company/team/mkdocs.yml", "site_name: Ledger");
        write("company/team/docs/index.md", "# Ledger");
        write("company/team/docs/.hidden.md", "not shown");
        write("company/team/.git/config", "url = https://user:hush@example.com");
        write("company/handbook/how.md", "# How");
        write("secret.md", "hush");
    }

    private void write(String path, String text) throws IOException {
        Path file = outside.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private Optional<Entity> find(Caller caller, EntityRef ref) {
        assertEquals(READER, caller);
        Map<EntityRef, String> locations =
                Map.of(LEDGER, "file:" + team.resolve("catalog-info.yaml"), FAR, "url:https://example.com/x.yaml");
        return Optional.ofNullable(locations.get(ref)).map(location -> new Placed(ref, location));
    }

    @Test
    void whatOrdersTheFilesIsAmongThem() throws IOException {
        write("company/team/docs/.pages", "nav: [index.md]");
        assertEquals(List.of(".pages", "index.md"), open("docs").paths());
    }

    private SourceFolder open(String path) {
        return open(LEDGER, path);
    }

    private SourceFolder open(EntityRef ref, String path) {
        return open(SourcePlace.beside(ref, path));
    }

    private SourceFolder open(SourcePlace place) {
        String target = outside.resolve("company/*/catalog-info.yaml").toString();
        try (WebTrees trees = new WebTrees(
                outside.resolve("held"), new ReadingRules(List.of()), Duration.ofMinutes(2), Clock.systemUTC())) {
            return new EntityFiles(this::find, List.of(target), trees).folder(READER, place);
        }
    }

    private static String text(Optional<byte[]> bytes) {
        return new String(bytes.orElseThrow(), StandardCharsets.UTF_8);
    }

    @Test
    void listsAndReadsWhatLiesBesideTheDescriptor() {
        SourceFolder folder = open(".");
        assertEquals(List.of("catalog-info.yaml", "docs/index.md", "mkdocs.yml"), folder.paths());
        assertEquals("# Ledger", text(folder.read("docs/index.md")));
        assertEquals(List.of("index.md"), open("docs").paths());
        assertEquals(List.of("how.md"), open("../handbook").paths());
    }

    @Test
    void readsNothingThatItDoesNotList() throws IOException {
        Files.createSymbolicLink(team.resolve("docs/stolen.md"), outside.resolve("secret.md"));
        Files.createSymbolicLink(team.resolve("docs/all"), outside);
        Files.createSymbolicLink(team.resolve("docs/how.md"), outside.resolve("company/handbook/how.md"));
        SourceFolder folder = open("docs");
        assertEquals(List.of("how.md", "index.md"), folder.paths(), "a link within the location is followed");
        for (String path : List.of("stolen.md", "all/secret.md", ".hidden.md", "../mkdocs.yml", "/etc/passwd", "")) {
            assertTrue(folder.read(path).isEmpty(), path);
        }
    }

    @Test
    void aLinkThatTakesTheFilesPlaceLaterLeadsNowhere() throws IOException {
        SourceFolder folder = open("docs");
        Files.delete(team.resolve("docs/index.md"));
        Files.createSymbolicLink(team.resolve("docs/index.md"), outside.resolve("secret.md"));
        assertTrue(folder.read("index.md").isEmpty());
    }

    @Test
    void aLinkedFolderThatLeadsOutIsEmpty() throws IOException {
        Files.createSymbolicLink(team.resolve("away"), outside);
        assertEquals(List.of(), open("away").paths());
    }

    @ParameterizedTest
    @ValueSource(strings = {"../..", "../../..", "/etc", "docs/../../../..", "a\\b", "a\0b"})
    void refusesWhatLeadsOutOrIsNoPath(String path) {
        PortalException refusal = assertThrows(PortalException.class, () -> open(path));
        assertEquals(ProblemKind.BAD_INPUT, refusal.kind());
    }

    @Test
    void saysWhatIsNotThere() {
        assertEquals(
                ProblemKind.NOT_FOUND,
                assertThrows(PortalException.class, () -> open("missing")).kind());
        EntityRef unknown = EntityRef.parse("component:default/unknown");
        assertEquals(
                ProblemKind.NOT_FOUND,
                assertThrows(PortalException.class, () -> open(unknown, ".")).kind());
        assertEquals(
                ProblemKind.BAD_INPUT,
                assertThrows(PortalException.class, () -> open(FAR, ".")).kind(),
                "nothing says where its repository is");
        SourcePlace old = SourcePlace.beside(LEDGER, ".").version("v1");
        assertEquals(
                ProblemKind.BAD_INPUT,
                assertThrows(PortalException.class, () -> open(old)).kind());
    }

    @Test
    void looksOnlyWhereAPatternLeads() throws IOException {
        SourcePlace some = SourcePlace.beside(LEDGER, ".").only(List.of("*.YML", "docs/**/*.md"));
        assertEquals(List.of("docs/index.md", "mkdocs.yml"), open(some).paths());
        String before = open(some).fingerprint();
        write("company/team/other/new.md", "");
        assertEquals(before, open(some).fingerprint());
        write("company/team/docs/deep/new.md", "");
        assertEquals(
                List.of("docs/deep/new.md", "docs/index.md", "mkdocs.yml"),
                open(some).paths());
    }

    @Test
    void theFingerprintIsAnotherWhenAFileChanges() throws IOException {
        String before = open("docs").fingerprint();
        assertEquals(before, open("docs").fingerprint());
        write("company/team/docs/index.md", "# The ledger");
        String written = open("docs").fingerprint();
        assertNotEquals(before, written);
        write("company/team/docs/more.md", "");
        assertNotEquals(written, open("docs").fingerprint());
    }

    @Test
    void refusesAFileThatIsTooLarge() throws IOException {
        try (RandomAccessFile file =
                new RandomAccessFile(team.resolve("docs/film.mp4").toFile(), "rw")) {
            file.setLength(EntityFiles.LARGEST + 1L);
        }
        SourceFolder folder = open("docs");
        PortalException refusal = assertThrows(PortalException.class, () -> folder.read("film.mp4"));
        assertEquals(ProblemKind.BAD_INPUT, refusal.kind());
        write("company/team/docs/film.mp4", "short");
        assertArrayEquals(
                "short".getBytes(StandardCharsets.UTF_8),
                folder.read("film.mp4").orElseThrow());
    }
}
