package org.callboard.core.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.callboard.api.model.EntityRef;
import org.callboard.api.source.FileChange;
import org.callboard.api.source.SourcePlace;
import org.callboard.core.web.ArchiveCheck;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TreeChangesTest {

    private static final String ONE = "1".repeat(40);
    private static final String TWO = "2".repeat(64);
    private static final Instant THEN = Instant.parse("2026-03-28T23:59:59Z");
    private static final Instant NOW = Instant.parse("2027-07-01T12:00:01Z");

    private final Path folder;
    private final TreeCheck check = new TreeCheck();

    TreeChangesTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private Path archive(String name, TestZip zip) throws IOException {
        return Files.write(folder.resolve(name), zip.bytes());
    }

    private static TestZip at(Instant time, String commit) {
        return new TestZip().comment(commit).at(time);
    }

    private static Optional<FileChange> change(Instant at, String commit) {
        return Optional.of(new FileChange(at, new FileChange.Commit(commit, "")));
    }

    /** {@return what is known of a file, as the folder of an archive tells it} */
    private static Optional<FileChange> known(Path archive, String path) throws IOException, UnfitArchiveException {
        TreeChanges changes = TreeChanges.read(ArchiveCheck.notes(archive));
        SourcePlace place = SourcePlace.beside(EntityRef.parse("component:default/shop"), ".");
        return new TreeFolder(ArchiveTree.open(archive), changes::of, "docs", "1", place, Optional.empty())
                .change(path);
    }

    @Test
    void whatDiffersWasChangedByTheCommitThatShowedItAndAllElseByWhatIsKnown()
            throws IOException, UnfitArchiveException {
        Path first = archive(
                "first.zip",
                at(Instant.parse("2026-01-01T00:00:00Z"), "0".repeat(40))
                        .file("shop-0/docs/a.md", "a")
                        .file("shop-0/docs/b.md", "b")
                        .file("shop-0/docs/same.md", "same"));
        Path second = archive(
                "second.zip",
                at(THEN, ONE)
                        .file("shop-1/docs/a.md", "A")
                        .file("shop-1/docs/b.md", "b")
                        .file("shop-1/docs/same.md", "same")
                        .file("shop-1/docs/.hidden.md", "new"));
        check.compare(first, second);
        assertEquals(Optional.empty(), known(first, "a.md"));
        assertEquals(change(THEN, ONE), known(second, "a.md"));
        assertEquals(Optional.empty(), known(second, "b.md"));
        assertEquals(Optional.empty(), known(second, ".hidden.md"));
        Path third = archive(
                "third.zip",
                at(NOW, TWO)
                        .file("shop-2/docs/a.md", "A")
                        .file("shop-2/docs/b.md", "other")
                        .file("shop-2/docs/same.md", "same")
                        .file("shop-2/docs/new.md", "new"));
        check.compare(second, third);
        assertEquals(change(THEN, ONE), known(third, "a.md"));
        assertEquals(change(NOW, TWO), known(third, "b.md"));
        assertEquals(change(NOW, TWO), known(third, "new.md"));
        assertEquals(Optional.empty(), known(third, "same.md"));
        assertEquals(Optional.empty(), known(third, "gone.md"));
    }

    @Test
    void anArchiveThatNamesNoCommitTellsNothing() throws IOException, UnfitArchiveException {
        Path first = archive("first.zip", at(THEN, ONE).file("docs/a.md", "a").file("b.md", "b"));
        Path second = archive(
                "second.zip", at(NOW, "a release").file("docs/a.md", "A").file("b.md", "b"));
        check.compare(first, second);
        assertEquals(Optional.empty(), known(second, "a.md"));
    }

    @Test
    void whatWasBeforeMayBeGone() throws IOException, UnfitArchiveException {
        Path second = archive("second.zip", at(NOW, ONE).file("docs/a.md", "A").file("b.md", "b"));
        check.compare(folder.resolve("first.zip"), second);
        assertEquals(Optional.empty(), known(second, "a.md"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x",
                "1 2",
                "x 1111111111111111111111111111111111111111 docs/a.md",
                "99999999999999999 1 docs/a.md"
            })
    void damagedNotesAreNone(String notes) throws IOException, UnfitArchiveException {
        Path archive = archive("first.zip", at(NOW, ONE).file("docs/a.md", "A").file("b.md", "b"));
        Files.writeString(ArchiveCheck.notes(archive), "1 " + ONE + " docs/a.md\n" + notes + "\n");
        assertEquals(Optional.empty(), known(archive, "a.md"));
        Files.writeString(ArchiveCheck.notes(archive), "1 " + ONE + " docs/a.md\n");
        assertEquals(change(Instant.ofEpochSecond(1), ONE), known(archive, "a.md"));
    }

    @Test
    void notesAreBounded() throws IOException, UnfitArchiveException {
        TestZip first = at(THEN, ONE).file("docs/a.md", "a").file("b.md", "b");
        TestZip second = at(NOW, TWO).file("docs/a.md", "A").file("b.md", "b");
        for (int i = 0; i < 300; i++) {
            second.file("docs/" + i + "-" + "x".repeat(20_000), "");
        }
        Path archive = archive("second.zip", second);
        check.compare(archive("first.zip", first), archive);
        long size = Files.size(ArchiveCheck.notes(archive));
        assertTrue(size > 1_000_000 && size < 3_000_000, () -> size + " bytes");
        assertEquals(change(NOW, TWO), known(archive, "0-" + "x".repeat(20_000)));
    }

    /** A time of its own is that of the wall, which is no reason to fail. */
    @Test
    void anEntryWithoutATimeOfTheWorldHasThatOfTheWall() throws IOException, UnfitArchiveException {
        byte[] bytes = at(THEN, ONE).file("docs/a.md", "A").file("b.md", "b").bytes();
        int entry = TestZip.entry(bytes, "docs/a.md");
        bytes[entry + 46 + "docs/a.md".length()] = 0;
        Path archive = Files.write(folder.resolve("second.zip"), bytes);
        check.compare(archive("first.zip", at(NOW, TWO).file("docs/a.md", "a").file("b.md", "b")), archive);
        Instant at = known(archive, "a.md").orElseThrow().at();
        assertTrue(at.isAfter(THEN.minusSeconds(90_000)) && at.isBefore(THEN.plusSeconds(90_000)), at::toString);
    }
}
