package org.callboard.core.maven;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.callboard.core.maven.RepositoryFile.Lifetime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MavenRepositoryTest {

    private static final String API = "org/callboard/plugin-api";

    @TempDir
    private Path folder;

    private MavenRepository repository;

    @BeforeEach
    void fill() throws IOException {
        put(API + "/1.0.0/plugin-api-1.0.0.pom", "pom");
        put(API + "/1.0.0/plugin-api-1.0.0.jar", "jar");
        put(API + "/1.1.0-SNAPSHOT/plugin-api-1.1.0-SNAPSHOT.pom", "newer pom");
        put(API + "/1.1.0-SNAPSHOT/plugin-api-1.1.0-SNAPSHOT.jar", "newer jar");
        put(API + "/1.1.0-SNAPSHOT/plugin-api-1.1.0-SNAPSHOT-sources.jar", "sources");
        put("org/callboard/callboard-maven-plugin/1.0.0/callboard-maven-plugin-1.0.0.pom", "plugin");
        put("secret", "of the folder itself");
        repository = new MavenRepository(folder);
    }

    private void put(String path, String text) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2026-01-31T12:00:00Z")));
    }

    private RepositoryFile file(String path) throws IOException {
        return repository.find(path).orElseThrow(() -> new AssertionError("nothing at " + path));
    }

    private String text(String path) throws IOException {
        return new String(file(path).content().read(), StandardCharsets.UTF_8);
    }

    @Test
    void hasWhatIsInTheFolder() throws IOException {
        assertEquals("jar", text(API + "/1.0.0/plugin-api-1.0.0.jar"));
        assertEquals(
                "application/java-archive",
                file(API + "/1.0.0/plugin-api-1.0.0.jar").type());
        assertEquals(Lifetime.FOREVER, file(API + "/1.0.0/plugin-api-1.0.0.jar").lifetime());
        assertEquals(
                List.of(
                        "org.callboard:callboard-maven-plugin:1.0.0",
                        "org.callboard:plugin-api:1.0.0",
                        "org.callboard:plugin-api:1.1.0-SNAPSHOT"),
                repository.artifacts());
    }

    @Test
    void worksOutChecksums() throws IOException {
        String jar = API + "/1.0.0/plugin-api-1.0.0.jar";
        assertEquals("f92e777f4341930bad9b2422283c4680d00dbc06", text(jar + ".sha1"));
        assertEquals("0163f1eea7894350060624d315234d40c508ab251ba121714e234503045faadd", text(jar + ".sha256"));
        assertTrue(text(API + "/maven-metadata.xml.sha1").matches("[0-9a-f]{40}"));
        assertEquals(Lifetime.FOREVER, file(jar + ".sha1").lifetime());
        assertEquals(
                Lifetime.UNTIL_ASKED, file(API + "/maven-metadata.xml.sha1").lifetime());
    }

    @Test
    void listsTheVersionsOfAnArtifact() throws IOException {
        assertEquals("""
                <?xml version="1.0" encoding="UTF-8"?>
                <metadata>
                  <groupId>org.callboard</groupId>
                  <artifactId>plugin-api</artifactId>
                  <versioning>
                    <latest>1.1.0-SNAPSHOT</latest>
                    <versions>
                      <version>1.0.0</version>
                      <version>1.1.0-SNAPSHOT</version>
                    </versions>
                  </versioning>
                </metadata>
                """, text(API + "/maven-metadata.xml"));
    }

    @Test
    void namesTheReleaseWhereItIsTheLatest() throws IOException {
        assertTrue(
                text("org/callboard/callboard-maven-plugin/maven-metadata.xml").contains("<release>1.0.0</release>"));
    }

    @Test
    void tellsThePrefixOfAMavenPlugin() throws IOException {
        assertTrue(text("org/callboard/maven-metadata.xml")
                .contains("<prefix>callboard</prefix>\n      <artifactId>callboard-maven-plugin</artifactId>"));
    }

    @Test
    void offersASnapshotAsABuildWithTimeAndNumber() throws IOException {
        String build = build();
        assertTrue(build.matches("20260131\\.120000-[1-9]\\d*"), build);
        String path = API + "/1.1.0-SNAPSHOT/plugin-api-1.1.0-" + build;
        assertEquals("newer jar", text(path + ".jar"));
        assertEquals("sources", text(path + "-sources.jar"));
        assertEquals(40, text(path + ".pom.sha1").length());
        assertEquals(Lifetime.FOREVER, file(path + ".jar").lifetime());
        String plain = API + "/1.1.0-SNAPSHOT/plugin-api-1.1.0-SNAPSHOT.jar";
        assertEquals("newer jar", text(plain));
        assertEquals(Lifetime.UNTIL_ASKED, file(plain).lifetime());
    }

    private String build() throws IOException {
        Matcher metadata = Pattern.compile(
                        "<timestamp>(.*)</timestamp>\\s*<buildNumber>(.*)</buildNumber>.*"
                                + "<classifier>sources</classifier>\\s*<extension>jar</extension>\\s*"
                                + "<value>1\\.1\\.0-\\1-\\2</value>",
                        Pattern.DOTALL)
                .matcher(text(API + "/1.1.0-SNAPSHOT/maven-metadata.xml"));
        assertTrue(metadata.find());
        return metadata.group(1) + "-" + metadata.group(2);
    }

    @Test
    void givesAnotherContentOfASnapshotAnotherNumber() throws IOException {
        String before = build();
        put(API + "/1.1.0-SNAPSHOT/plugin-api-1.1.0-SNAPSHOT.jar", "newest jar");
        assertNotEquals(before, build());
    }

    @Test
    void hasNothingThatIsNotInTheLayout() throws IOException {
        Files.createSymbolicLink(folder.resolve(API + "/1.0.0/link.jar"), folder.resolve("secret"));
        Path outside = folder.resolveSibling("outside.jar");
        for (String path : List.of(
                "",
                "/",
                "org",
                API,
                API + "/",
                API + "//1.0.0/plugin-api-1.0.0.jar",
                API + "/../plugin-api/1.0.0/plugin-api-1.0.0.jar",
                API + "/1.0.0/none.jar",
                API + "/1.0.0/none.jar.sha1",
                API + "/1.0.0/link.jar",
                API + "/1.0.0/maven-metadata.xml",
                API + "/1.1.0-SNAPSHOT/plugin-api-1.1.0-20200101.000000-1.jar",
                "../" + outside.getFileName(),
                outside.toString(),
                "maven-metadata.xml",
                ".hidden",
                "C:\\secret",
                "a/".repeat(3_000) + "b")) {
            assertTrue(repository.find(path).isEmpty(), path);
        }
    }

    @Test
    void isEmptyWhereThereIsNoFolder() throws IOException {
        MavenRepository none = new MavenRepository(folder.resolve("none"));
        assertTrue(none.find(API + "/1.0.0/plugin-api-1.0.0.jar").isEmpty());
        assertTrue(none.find(API + "/maven-metadata.xml").isEmpty());
        assertEquals(List.of(), none.artifacts());
    }
}
