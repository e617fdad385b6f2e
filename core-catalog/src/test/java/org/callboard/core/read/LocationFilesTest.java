package org.callboard.core.read;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.callboard.core.read.LocationFiles.Expansion;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocationFilesTest {

    private Path folder;
    private Path root;
    private LocationFiles files;

    @BeforeEach
    void writeFiles(@TempDir Path temporary) throws IOException {
        folder = temporary;
        root = Files.createDirectory(folder.resolve("catalog"));
        for (String name : List.of(
                "b/catalog-info.yaml",
                "a/catalog-info.yml",
                "a/deep/down/api.json",
                "a/notes.txt",
                ".backstage/hidden.yaml",
                ".git/config.yaml",
                "catalog-info.yaml.njs")) {
            write(root.resolve(name), "x: " + name);
        }
        write(folder.resolve("secret.yaml"), "secret: 1");
        files = new LocationFiles(ReadLimits.DEFAULT, List.of(root.toString()));
    }

    private static void write(Path path, String text) throws IOException {
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }

    private List<String> names(String target) {
        return files.expand(target).files().stream()
                .map(file -> root.relativize(file).toString())
                .toList();
    }

    @Test
    void findsEveryDescriptorBelowAFolderInOrder() {
        assertEquals(
                List.of(
                        ".backstage/hidden.yaml",
                        "a/catalog-info.yml",
                        "a/deep/down/api.json",
                        "b/catalog-info.yaml",
                        "catalog-info.yaml.njs"),
                names(root.toString()));
    }

    @Test
    void findsFilesByPatternAsShellsDo() {
        assertEquals(List.of("a/catalog-info.yml", "b/catalog-info.yaml"), names(root + "/*/catalog-info.{yaml,yml}"));
        assertEquals(List.of("a/deep/down/api.json"), names(root + "/**/*.json"));
        assertEquals(List.of("a/deep/down/api.json"), names(root + "/a/**/api.js?n"));
        assertEquals(List.of("b/catalog-info.yaml"), names(root + "/**/b/*.yaml"));
        assertEquals(List.of(".backstage/hidden.yaml"), names(root + "/.backstage/*.yaml"));
        assertEquals(List.of("a/catalog-info.yml"), names(root + "/b/../a/*.yml"));
    }

    @Test
    void answersAThousandStarsAtOnce() {
        assertEquals(List.of(), names(root + "/" + "**/".repeat(300) + "x"));
        assertFalse(Glob.matches("*a".repeat(100) + "b", "a".repeat(200)));
        assertEquals(List.of(), names(root + "/" + "{a,b,c}".repeat(40)));
    }

    @Test
    void saysThatNothingIsThere() {
        for (String target : List.of(root + "/none.yaml", root + "/*.none", root + "/a\0b")) {
            Expansion expansion = files.expand(target);
            assertEquals(List.of(), expansion.files());
            assertEquals("file-missing", expansion.problems().get(0).code());
            assertEquals(target, expansion.problems().get(0).position().toString());
        }
    }

    @Test
    void passesOverLinksThatLeadOut() throws IOException {
        Files.createSymbolicLink(root.resolve("a/out.yaml"), folder.resolve("secret.yaml"));
        Files.createSymbolicLink(root.resolve("a/loop"), root);
        Files.createSymbolicLink(root.resolve("a/in.yaml"), root.resolve("b/catalog-info.yaml"));
        List<String> names = names(root.toString());
        assertFalse(names.contains("a/out.yaml"));
        assertTrue(names.contains("a/in.yaml"));
        assertEquals(6, names.size());
        assertEquals(
                List.of("a/catalog-info.yml", "a/in.yaml"),
                names(root + "/**/{in,catalog-info}.y*").subList(0, 2));
    }

    @Test
    void readsNothingOutsideTheConfiguredFolders() throws Exception {
        Path link = Files.createSymbolicLink(root.resolve("a/out.yaml"), folder.resolve("secret.yaml"));
        for (Path path : List.of(link, folder.resolve("secret.yaml"), root.resolve("../secret.yaml"))) {
            UnreadableException refused = assertThrows(UnreadableException.class, () -> files.read(path));
            assertEquals("file-outside", refused.problem().code());
        }
        assertFalse(files.allows(root.resolve("../secret.yaml")));
        assertTrue(files.allows(root.resolve("a/../b/x.yaml")));
        assertArrayEquals(
                "x: b/catalog-info.yaml".getBytes(StandardCharsets.UTF_8),
                files.read(root.resolve("b/catalog-info.yaml")));
    }

    @Test
    void readsThroughARootThatIsALink() throws Exception {
        Path link = Files.createSymbolicLink(folder.resolve("linked"), root);
        LocationFiles linked = new LocationFiles(ReadLimits.DEFAULT, List.of(link + "/**/*.yaml"));
        assertTrue(linked.read(link.resolve("b/catalog-info.yaml")).length > 0);
    }

    @Test
    void refusesFoldersMissingFilesAndLongOnes() throws IOException {
        Path big = root.resolve("big.yaml");
        Files.write(big, new byte[(1 << 20) + 1]);
        assertEquals("file-too-large", refusal(big));
        assertEquals("file-missing", refusal(root.resolve("a")));
        assertEquals("file-missing", refusal(root.resolve("gone.yaml")));
    }

    private String refusal(Path path) {
        return assertThrows(UnreadableException.class, () -> files.read(path))
                .problem()
                .code();
    }

    @Test
    void allowsTheFolderOfAConfiguredFile() throws Exception {
        LocationFiles one = new LocationFiles(
                ReadLimits.DEFAULT, List.of(root.resolve("b/catalog-info.yaml").toString()));
        assertTrue(one.allows(root.resolve("b/openapi.yaml")));
        assertFalse(one.allows(root.resolve("a/catalog-info.yml")));
        assertEquals(
                "file-outside",
                assertThrows(UnreadableException.class, () -> one.read(root.resolve("a/catalog-info.yml")))
                        .problem()
                        .code());
    }

    @Test
    void fingerprintsChangeWithTheFile() throws IOException {
        Path file = root.resolve("b/catalog-info.yaml");
        String before = files.fingerprint(file);
        assertEquals(before, files.fingerprint(file));
        Files.writeString(file, "longer than it was before");
        assertNotEquals(before, files.fingerprint(file));
        assertEquals("", files.fingerprint(root.resolve("gone.yaml")));
    }
}
