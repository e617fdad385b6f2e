package org.callboard.core.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.callboard.api.model.EntityRef;
import org.callboard.api.problem.PortalException;
import org.callboard.api.source.SourcePlace;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArchiveTreeTest {

    private static final int LINK = 0120777;

    private final Path file;

    ArchiveTreeTest(@TempDir Path folder) {
        this.file = folder.resolve("x.zip");
    }

    private ArchiveTree open(byte[] archive) throws IOException, UnfitArchiveException {
        Files.write(file, archive);
        ArchiveTree tree = ArchiveTree.open(file);
        tree.requireHarmless();
        return tree;
    }

    private String refusal(byte[] archive) {
        return assertThrows(UnfitArchiveException.class, () -> open(archive)).getMessage();
    }

    private static TestZip shop() {
        return new TestZip()
                .comment(TestZip.COMMIT)
                .file("shop-main/", "")
                .file("shop-main/mkdocs.yml", "site_name: Shop")
                .file("shop-main/docs/index.md", "# Shop")
                .file("shop-main/.github/secret.md", "not shown");
    }

    private static String text(ArchiveTree tree, String path) throws IOException, UnfitArchiveException {
        return new String(tree.read(path).orElseThrow(), StandardCharsets.UTF_8);
    }

    @Test
    void theOneFolderThatAllIsInIsNotPartOfThePaths() throws IOException, UnfitArchiveException {
        ArchiveTree tree = open(shop().bytes());
        assertEquals(List.of(".github/secret.md", "docs/index.md", "mkdocs.yml"), tree.paths());
        assertEquals("# Shop", text(tree, "docs/index.md"));
        assertEquals(TestZip.COMMIT, tree.commit());
        assertTrue(tree.read("../x").isEmpty());
        assertEquals(
                List.of("a.md", "b/c.md"),
                open(new TestZip().file("a.md", "").file("b/c.md", "").bytes()).paths());
    }

    @Test
    void aFolderShowsNothingElse() throws IOException, UnfitArchiveException {
        ArchiveTree tree = open(shop().file("shop-main/docs/film.mp4", new byte[EntityFiles.LARGEST + 1])
                .file("shop-main/docs/noise", noise(400_000))
                .bytes());
        SourcePlace place = SourcePlace.beside(EntityRef.parse("component:default/shop"), ".");
        TreeFolder all = new TreeFolder(tree, path -> Optional.empty(), "", "1", place, Optional.empty());
        assertEquals(List.of("docs/film.mp4", "docs/index.md", "docs/noise", "mkdocs.yml"), all.paths());
        TreeFolder docs = new TreeFolder(
                tree, path -> Optional.empty(), "docs", "1", place.only(List.of("*.md")), Optional.empty());
        assertEquals(List.of("index.md"), docs.paths());
        assertTrue(docs.read("../mkdocs.yml").isEmpty());
        assertTrue(all.read(".github/secret.md").isEmpty());
        assertThrows(PortalException.class, () -> docs.read("film.mp4"));
    }

    private static byte[] noise(int length) {
        byte[] noise = new byte[length];
        new Random(1).nextBytes(noise);
        return noise;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"../x.md", "a/../../x.md", "/etc/x.md", "a\\b.md", "C:/x.md", "a//b.md", "a/./b.md", "a\nb"})
    void namesThatCouldLeadOutAreRefused(String name) {
        assertTrue(
                refusal(new TestZip().file("ok.md", "").file(name, "x").bytes()).contains("could lead out"));
    }

    @Test
    void linksAndDevicesAreNotThere() throws IOException, UnfitArchiveException {
        byte[] archive = new TestZip()
                .file("a.md", "# A")
                .file("link.md", "/etc/passwd")
                .file("pipe.md", "")
                .bytes();
        TestZip.mode(archive, "link.md", LINK);
        TestZip.mode(archive, "pipe.md", 0010644);
        assertEquals(
                List.of("a.md"), open(TestZip.mode(archive, "a.md", 0100644)).paths());
    }

    @Test
    void whatBecomesFarLargerIsRefusedAndNoFurtherUnpackedThanThat() {
        TestZip bomb = new TestZip();
        byte[] zeros = new byte[8 << 20];
        for (int i = 0; i < 12; i++) {
            bomb.file("bomb" + i, zeros);
        }
        assertTrue(refusal(bomb.bytes()).contains("far larger"));
    }

    @Test
    void tooManyFilesAreRefusedBeforeAnyIsLookedAt() {
        TestZip many = new TestZip();
        for (int i = 0; i < 100_000; i++) {
            many.file("f" + i, "");
        }
        assertTrue(refusal(many.bytes()).contains("20000"));
        TestZip some = new TestZip();
        for (int i = 0; i <= ZipDirectory.MOST_FILES; i++) {
            some.file("f" + i, "");
        }
        assertTrue(refusal(some.bytes()).contains("20000"));
    }

    @Test
    void twoFilesWithOneNameAreRefused() {
        byte[] archive = new TestZip().file("one.md", "1").file("two.md", "2").bytes();
        assertTrue(refusal(TestZip.replaced(archive, "two.md", "one.md")).contains("two files"));
    }

    @Test
    void encryptedFilesAreRefused() {
        byte[] archive = new TestZip().file("one.md", "1").bytes();
        archive[TestZip.entry(archive, "one.md") + 8] |= 1;
        assertTrue(refusal(archive).contains("encrypted"));
    }

    @Test
    void whatWasCutOffOrIsNoArchiveIsRefused() {
        byte[] archive = shop().bytes();
        for (int length : new int[] {0, 1, 21, 22, archive.length / 2, archive.length - 1}) {
            assertTrue(refusal(Arrays.copyOf(archive, length)).contains("no ZIP archive"), () -> "cut at " + length);
        }
        assertTrue(
                refusal("<html>sign in</html>".getBytes(StandardCharsets.UTF_8)).contains("no ZIP archive"));
    }

    @Test
    void anEntryThatIsNotWhatTheDirectorySaysIsRefused() {
        byte[] size = shop().bytes();
        size[TestZip.entry(size, "shop-main/mkdocs.yml") + 24]++;
        assertTrue(refusal(size).contains("damaged"));
        byte[] place = shop().bytes();
        place[TestZip.entry(place, "shop-main/mkdocs.yml") + 42]++;
        assertTrue(refusal(place).contains("damaged"));
        byte[] two = new TestZip().file("one.md", "1").file("two.md", "1").bytes();
        int one = TestZip.entry(two, "one.md");
        System.arraycopy(two, one + 42, two, TestZip.entry(two, "two.md") + 42, 4);
        assertTrue(refusal(two).contains("overlap"));
    }

    @Test
    void noDamageDoesMoreThanRefuse() throws IOException {
        byte[] archive = shop().bytes();
        Random random = new Random(7);
        for (int i = 0; i < 3_000; i++) {
            byte[] damaged = archive.clone();
            damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
            try {
                ArchiveTree tree = open(damaged);
                for (String path : tree.paths()) {
                    tree.read(path);
                }
            } catch (UnfitArchiveException refused) {
                assertTrue(!refused.getMessage().isEmpty());
            }
        }
    }
}
