package org.callboard.core.read;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.List;
import org.callboard.api.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AllowedResourcesTest {

    private static final Resource FILE = new Resource("file", "/srv/catalog/team/info.yaml");
    private static final Resource PAGE = new Resource("url", "http://a/b/c/d;p?q");

    private final AllowedResources resources = new AllowedResources(
            new LocationFiles(ReadLimits.DEFAULT, List.of("/srv/catalog/*.yaml")), new EveryPage());

    private static final class EveryPage implements ResourceReader {
        @Override
        public Resource resolve(Resource base, String name) {
            return new Resource("url", name);
        }

        @Override
        public byte[] read(Resource resource) {
            return new byte[] {1, 2};
        }

        @Override
        public String fingerprint(Resource resource) {
            return "of " + resource.target();
        }
    }

    private String resolved(Resource base, String name) throws UnreadableException {
        return resources.resolve(base, name).reference();
    }

    private Problem refusal(Resource base, String name) {
        return assertThrows(UnreadableException.class, () -> resources.resolve(base, name), name)
                .problem();
    }

    @ParameterizedTest
    @CsvSource({
        "g, http://a/b/c/g",
        "./g, http://a/b/c/g",
        "g/, http://a/b/c/g/",
        "/g, http://a/g",
        "//g, http://g",
        "?y, http://a/b/c/d;p?y",
        "g?y, http://a/b/c/g?y",
        "g;x, http://a/b/c/g;x",
        "g;x=1/./y, http://a/b/c/g;x=1/y",
        "g;x=1/../y, http://a/b/c/y",
        ".., http://a/b/",
        "../g, http://a/b/g",
        "../../g, http://a/g",
        "g?y/../x, http://a/b/c/g?y/../x",
        "HTTP://x/y, HTTP://x/y",
        "my notes.md, http://a/b/c/my%20notes.md"
    })
    void resolvesOnTheWebAsRfc3986Does(String name, String url) throws UnreadableException {
        assertEquals("url:" + url, resolved(PAGE, name));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../../../g",
                "file:///etc/passwd",
                "FILE:/etc/passwd",
                "jar:http://a/b.jar!/c",
                "ftp://a/b",
                "gopher://a/b",
                "classpath:a",
                "bundle://1/a",
                "data:text/plain,a",
                "..\\..\\g",
                "%2e%2e/g",
                "a%2Fb",
                "a%00b",
                "a%5cb",
                "..;/g",
                "a\0b",
                "g.",
                "",
                "**/g.yaml",
                "{a,b}.yaml",
                "a^b"
            })
    void refusesOnTheWebWhatCouldBeTakenForSomethingElse(String name) {
        Problem problem = refusal(PAGE, name);
        assertEquals("resource-refused", problem.code());
        assertFalse(problem.fix().isBlank());
    }

    @ParameterizedTest
    @CsvSource({
        "a.yaml, file:/srv/catalog/team/a.yaml",
        "./a.yaml, file:/srv/catalog/team/a.yaml",
        "../a b.yaml, file:/srv/catalog/a b.yaml",
        "/srv/catalog/x/../a.yaml, file:/srv/catalog/a.yaml",
        "./**/*.yaml, file:/srv/catalog/team/**/*.yaml",
        "100%.yaml, file:/srv/catalog/team/100%.yaml",
        "https://a/b.yaml, url:https://a/b.yaml",
        "Http://a/b.yaml, url:Http://a/b.yaml"
    })
    void resolvesFilesFromTheirFolder(String name, String reference) throws UnreadableException {
        assertEquals(reference, resolved(FILE, name));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../../secret",
                "../../../etc/passwd",
                "docs/../../../secret",
                "/etc/passwd",
                "/srv/catalog/../secret",
                "/srv/catalogue/a.yaml",
                "..\\..\\secret",
                "%2e%2e%2fsecret",
                "%2E%2E/secret",
                "..%5csecret",
                "..;/secret",
                "a\0.yaml",
                "a\n.yaml",
                "a.yaml.",
                "folder./a.yaml",
                "a.yaml ",
                "...",
                "NUL",
                "con.yaml",
                "folder/aux/a.yaml",
                "LPT1.txt",
                " ",
                "file:///srv/catalog/a.yaml",
                "file:a.yaml",
                "jar:file:/srv/catalog/a.jar!/b",
                "classpath:a.yaml",
                "https://a/*.yaml"
            })
    void refusesFilesThatAreOutsideOrNotWhatTheySeem(String name) {
        Problem problem = refusal(FILE, name);
        assertEquals("resource-refused", problem.code());
        assertFalse(problem.reason().contains("/srv/catalog ") || problem.fix().isBlank());
    }

    @Test
    void asksEachSideForItsOwn(@TempDir Path folder) throws Exception {
        Path file = java.nio.file.Files.writeString(folder.resolve("a.txt"), "abc");
        LocationFiles files = new LocationFiles(ReadLimits.DEFAULT, List.of(folder.toString()));
        AllowedResources both = new AllowedResources(files, new EveryPage());
        Resource named = new Resource("file", file.toString());
        assertArrayEquals(new byte[] {'a', 'b', 'c'}, both.read(named));
        assertEquals(files.fingerprint(file), both.fingerprint(named));
        assertArrayEquals(new byte[] {1, 2}, both.read(PAGE));
        assertEquals("of " + PAGE.target(), both.fingerprint(PAGE));
    }

    @Test
    void filesAloneNameNothingOnTheWeb() {
        LocationFiles files = new LocationFiles(ReadLimits.DEFAULT, List.of("/srv/catalog/*.yaml"));
        for (Resource base : List.of(FILE, PAGE)) {
            UnreadableException refused =
                    assertThrows(UnreadableException.class, () -> files.resolve(base, "https://a/b"));
            assertEquals(
                    "'https://a/b' is on the web, and reading from there is not configured.",
                    refused.problem().reason());
            assertThrows(UnreadableException.class, () -> files.resolve(PAGE, "a.yaml"));
        }
    }
}
