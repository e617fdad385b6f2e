package org.callboard.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NewPluginCommandTest {

    private static final Path TEMPLATES =
            Path.of("../../plugins/archetype/src/main/templates").toAbsolutePath();

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    /** As the zip has it. */
    @BeforeEach
    void unpack() throws IOException {
        Files.createDirectories(folder.resolve("home/system/maven/org/callboard/plugin-parent/1.2.3"));
        try (Stream<Path> files = Files.walk(TEMPLATES)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = folder.resolve("home/system/templates")
                        .resolve(TEMPLATES.relativize(file).toString());
                Files.createDirectories(copy.resolveSibling("."));
                Files.copy(file, copy);
            }
        }
    }

    private Path target() {
        return folder.resolve("made");
    }

    private void run(String name, String... options) throws Exception {
        List<String> line = new ArrayList<>(List.of("new", name, "--dir", target().toString()));
        line.addAll(List.of(options));
        new NewPluginCommand(folder.resolve("home"), new PrintStream(printed, true, StandardCharsets.UTF_8))
                .run(Words.parse("plugin", line));
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.walk(target())) {
            return files.filter(Files::isRegularFile)
                    .map(file -> target().relativize(file).toString())
                    .sorted()
                    .toList();
        }
    }

    private String file(String name) throws IOException {
        return Files.readString(target().resolve(name));
    }

    @Test
    void makesAProjectWithAnExampleOfEachThingAndTests() throws Exception {
        run("hello-team", "--package", "com.example.hello", "--owner", "group:default/booking");
        assertEquals(
                List.of(
                        ".gitignore",
                        "README.md",
                        "pom.xml",
                        "src/main/java/com/example/hello/GreetingResource.java",
                        "src/main/java/com/example/hello/GreetingsPage.java",
                        "src/main/java/com/example/hello/HelloCard.java",
                        "src/main/java/com/example/hello/HelloConfig.java",
                        "src/main/java/com/example/hello/HelloProvider.java",
                        "src/main/resources/migrations/0001-greeting.sql",
                        "src/test/java/com/example/hello/GreetingResourceTest.java",
                        "src/test/java/com/example/hello/GreetingsPageTest.java",
                        "src/test/java/com/example/hello/HelloCardTest.java",
                        "src/test/java/com/example/hello/PluginIT.java"),
                files());
        String pom = file("pom.xml");
        for (String part : List.of(
                "<version>1.2.3</version>",
                "<groupId>com.example</groupId>",
                "<artifactId>hello-team</artifactId>",
                "<name>Hello team</name>",
                "<callboard.owner>group:default/booking</callboard.owner>",
                "<url>http://127.0.0.1:7007/maven</url>")) {
            assertTrue(pom.contains(part), part);
        }
        assertTrue(file("src/main/java/com/example/hello/HelloCard.java").startsWith("package com.example.hello;\n"));
        assertTrue(printed.toString(StandardCharsets.UTF_8).contains("  mvn package\n  mvn callboard:deploy\n"));
    }

    @Test
    void leavesNoPlaceholderOpen() throws Exception {
        run("hello", "--tier2");
        for (String name : files()) {
            assertFalse(file(name).contains("${"), name);
            assertFalse(name.contains("__"), name);
        }
    }

    @Test
    void makesTheCardAlone() throws Exception {
        run("hello", "--bare");
        assertEquals(
                List.of(
                        ".gitignore",
                        "README.md",
                        "pom.xml",
                        "src/main/java/org/callboard/plugin/hello/HelloCard.java"),
                files());
    }

    @Test
    void addsAnElementForTierTwo() throws Exception {
        run("hello", "--bare", "--tier2");
        assertTrue(file("src/main/resources/ui/main.js").contains("elements: { tally: Tally }"));
        assertTrue(
                file("src/main/java/org/callboard/plugin/hello/TallyCard.java").contains("return \"tally\";"));
    }

    @Test
    void namesThePortalOrTheFolderOfTheProductAsTheRepository() throws Exception {
        run("hello", "--portal", "https://portal.example.com/tools/");
        assertTrue(file("pom.xml").contains("<url>https://portal.example.com/tools/maven</url>"));
        assertTrue(file("pom.xml").contains("<callboard.url>https://portal.example.com/tools</callboard.url>"));
        Files.move(target(), folder.resolve("other"));
        run("hello", "--offline");
        assertTrue(file("pom.xml")
                .contains("<url>" + folder.resolve("home/system/maven").toUri() + "</url>"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Hello", "hello_team", "hello--team", "-hello", "1st", "../hello", "h.i", "hello-"})
    void refusesWhatIsNoPluginId(String name) throws Exception {
        CommandException refused = assertThrows(CommandException.class, () -> run(name));
        assertEquals(ExitCode.USAGE, refused.code());
        assertTrue(String.valueOf(refused.getMessage()).contains("such as hello-team"), refused.getMessage());
        assertTrue(Files.notExists(target()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--package=hello", "--package=com.Example.x", "--package=com.new.x", "--package=com..x",
                "--owner=payments", "--owner=group:default/<b>", "--portal=ftp://x", "--portal=http://x/\"</url>"
            })
    void refusesWhatCantBeWrittenIntoTheProject(String option) {
        String[] words = option.split("=", 2);
        CommandException refused = assertThrows(CommandException.class, () -> run("hello", words));
        assertEquals(ExitCode.USAGE, refused.code());
        assertTrue(Files.notExists(target()));
    }

    @Test
    void leavesAFolderAloneThatHoldsSomething() throws Exception {
        Files.createDirectories(target());
        run("hello", "--bare");
        Files.writeString(target().resolve("pom.xml"), "mine");
        CommandException refused = assertThrows(CommandException.class, () -> run("hello"));
        assertEquals(ExitCode.UNREADABLE, refused.code());
        assertEquals("mine", file("pom.xml"));
    }
}
