package org.callboard.core.refresh;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FileWatchTest {

    @TempDir
    private Path root;

    private final Semaphore heard = new Semaphore(0);
    private final FileWatch watch = new FileWatch(heard::release);

    private Path folder;

    @BeforeEach
    void watchAFolder() throws IOException {
        folder = Files.createDirectory(root.resolve("catalog"));
        assertTrue(watch.cover(Set.of(), Set.of(folder)));
        assertFalse(watch.cover(Set.of(), Set.of(folder)));
    }

    @AfterEach
    void close() {
        watch.close();
    }

    @Test
    void hearsOfANewDescriptor() throws Exception {
        Files.writeString(folder.resolve("new.yaml"), "kind: Component");
        assertHeard();
    }

    /** It may have been written again since it was read, while it was nobody's yet. */
    @Test
    void asksForAnotherLookAtAFileThatCountsOnlyNow() throws Exception {
        Path text = Files.writeString(folder.resolve("text.md"), "first");
        assertTrue(watch.cover(Set.of(text), Set.of(folder)));
        assertFalse(watch.cover(Set.of(text), Set.of(folder)));
        Files.writeString(text, "second");
        assertHeard();
    }

    @Test
    void hearsOfTheFolderThatIsPutInThePlaceOfAnother() throws Exception {
        Files.move(folder, root.resolve("former"));
        assertHeard();
        Files.createDirectory(folder);
        assertHeard();
        assertTrue(watch.cover(Set.of(), Set.of(folder)));
        assertFalse(watch.cover(Set.of(), Set.of(folder)));
        Files.writeString(folder.resolve("new.yaml"), "kind: Component");
        assertHeard();
    }

    @Test
    void hearsOfALinkThatLeadsElsewhere() throws Exception {
        Path current = Files.createSymbolicLink(root.resolve("current"), folder);
        watch.cover(Set.of(), Set.of(current));
        Path next = Files.createDirectory(root.resolve("next"));
        Files.delete(current);
        assertHeard();
        Files.createSymbolicLink(current, next);
        assertHeard();
        assertTrue(watch.cover(Set.of(), Set.of(current)));
        Files.writeString(next.resolve("new.yaml"), "kind: Component");
        assertHeard();
    }

    @Test
    void hearsOfAFolderByEachPathThatLeadsToIt() throws Exception {
        Path team = Files.createDirectory(root.resolve("team"));
        Path link = Files.createSymbolicLink(root.resolve("link"), team);
        Path text = Files.writeString(team.resolve("text.md"), "first");
        Set<Path> files = Set.of(link.resolve("text.md"));
        watch.cover(files, Set.of(team, link));
        assertFalse(watch.cover(files, Set.of(team, link)));
        Files.writeString(text, "second");
        assertHeard();
    }

    /** What changes in the folder around another is nobody's, and is not asked for there. */
    @Test
    void hearsOfAFolderThatIsAlsoAroundAnother() throws Exception {
        Path team = Files.createDirectory(root.resolve("team"));
        Path inner = Files.createDirectory(team.resolve("inner"));
        Path link = Files.createSymbolicLink(root.resolve("link"), team);
        Path text = Files.writeString(team.resolve("text.md"), "first");
        Set<Path> files = Set.of(link.resolve("text.md"));
        watch.cover(files, Set.of(link));
        assertTrue(watch.cover(files, Set.of(link, inner)));
        assertFalse(watch.cover(files, Set.of(link, inner)));
        Files.writeString(text, "second");
        assertHeard();
    }

    @Test
    void goesOnHearingOfAFolderWhenOneOfItsPathsIsGivenUp() throws Exception {
        Path team = Files.createDirectory(root.resolve("team"));
        Path link = Files.createSymbolicLink(root.resolve("link"), team);
        watch.cover(Set.of(), Set.of(team, link));
        assertTrue(watch.cover(Set.of(), Set.of(link)));
        assertFalse(watch.cover(Set.of(), Set.of(link)));
        Files.writeString(team.resolve("new.yaml"), "kind: Component");
        assertHeard();
    }

    /** What else there is beside the folder is nobody's, whatever it is called: one after another is heard of in their order. */
    @Test
    void hearsNothingOfWhatIsBesideTheFolder() throws Exception {
        Files.writeString(root.resolve("beside.yaml"), "kind: Component");
        Files.createDirectory(root.resolve("beside"));
        Files.writeString(folder.resolve("new.yaml"), "kind: Component");
        assertHeard();
        assertFalse(heard.tryAcquire());
    }

    private void assertHeard() throws InterruptedException {
        assertTrue(heard.tryAcquire(20, TimeUnit.SECONDS));
    }
}
