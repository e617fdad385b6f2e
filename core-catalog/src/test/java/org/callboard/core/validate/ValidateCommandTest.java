package org.callboard.core.validate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.callboard.api.model.Json;
import org.callboard.core.entity.JsonCodec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ValidateCommandTest {

    private static final String GOOD = """
            apiVersion: backstage.io/v1alpha1
            kind: System
            metadata: {name: money}
            spec: {owner: books}
            """;
    private static final String BAD = GOOD.replace("money", "mo ney");
    private static final String DOUBTFUL = GOOD.replace("System", "Gizmo");

    @TempDir
    private Path folder;

    private record Ended(int code, String out, String errors) {}

    private static Ended run(InputStream in, String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream errors = new ByteArrayOutputStream();
        int code = ValidateCommand.run(
                arguments,
                in,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(errors, true, StandardCharsets.UTF_8));
        return new Ended(code, out.toString(StandardCharsets.UTF_8), errors.toString(StandardCharsets.UTF_8));
    }

    private static Ended run(String... arguments) {
        return run(InputStream.nullInputStream(), arguments);
    }

    private String write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text).toString();
    }

    @Test
    void saysNothingButTheSumOfWhatIsInOrder() throws IOException {
        assertEquals(new Ended(0, "1 file, 1 entity: no problems.\n", ""), run(write("a.yaml", GOOD)));
    }

    @Test
    void saysOfEachProblemWhereItIsAndWhyAndWhatToDo() throws IOException {
        String file = write("a.yaml", BAD + "---\n" + GOOD);
        assertEquals(new Ended(1, file + """
                        :3:18: error: metadata.name must be sequences of [a-zA-Z0-9] separated by any of [-_.], \
                        at most 63 characters in total, but is 'mo ney'.
                            Write 'mo-ney', for example.
                        1 file, 1 entity: 1 error, 0 warnings.
                        """, ""), run(file));
    }

    @Test
    void letsWarningsPassUnlessItIsToBeStrict() throws IOException {
        String file = write("a.yaml", DOUBTFUL);
        assertEquals(0, run(file).code());
        Ended strict = run("--strict", file);
        assertEquals(1, strict.code());
        assertTrue(strict.out().endsWith("1 file, 1 entity: 0 errors, 1 warning.\n"), strict::out);
    }

    @Test
    void readsFoldersAndPatternsAndEachFileOnce() throws IOException {
        String file = write("a/catalog-info.yaml", GOOD);
        write("b/catalog-info.yaml", BAD);
        write("b/other.yml", GOOD.replace("money", "other"));
        assertTrue(run(folder.toString(), file).out().endsWith("3 files, 2 entities: 1 error, 0 warnings.\n"));
        assertTrue(run(folder + "/**/catalog-info.yaml").out().endsWith("2 files, 1 entity: 1 error, 0 warnings.\n"));
    }

    @Test
    void readsStandardInput() {
        Ended ended = run(new ByteArrayInputStream(BAD.getBytes(StandardCharsets.UTF_8)), "-");
        assertEquals(1, ended.code());
        assertTrue(ended.out().startsWith("-:3:18: error: metadata.name must be"), ended::out);
    }

    @Test
    void saysWhatCannotBeReadAndChecksTheRest() throws IOException {
        Ended ended = run(folder.resolve("none.yaml").toString(), write("a.yaml", BAD));
        assertEquals(6, ended.code());
        assertTrue(
                ended.out().startsWith(folder.resolve("none.yaml") + ": error: Nothing can be read here"), ended::out);
        assertTrue(ended.out().endsWith("1 file, 0 entities: 2 errors, 0 warnings.\n"), ended::out);
        InputStream closed = InputStream.nullInputStream();
        closed.close();
        assertEquals(6, run(closed, "-").code());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "--json", "--bogus a", "--"})
    void answersACommandLineThatItDoesNotKnowWithItsUsage(String line) {
        Ended ended = run(line.isEmpty() ? new String[0] : line.split(" "));
        assertEquals(2, ended.code());
        assertEquals("", ended.out());
        assertTrue(ended.errors().contains("usage: callboard catalog validate"), ended::errors);
    }

    @Test
    void takesWhatStandsBehindTwoHyphensForANameAndAnEmptyOneForNone() {
        assertEquals(6, run("--", "--strict").code());
        assertEquals(2, run("").code());
    }

    @Test
    void printsOneDocumentForPrograms() throws IOException {
        String file = write("a.yaml", BAD);
        Ended ended = run("--json", file);
        Json.Obj document = (Json.Obj) new JsonCodec().decode(ended.out().getBytes(StandardCharsets.UTF_8));
        assertEquals(
                List.of("verdict", "ok", "files", "entities", "errors", "warnings", "problems"),
                List.copyOf(document.fields().keySet()));
        assertEquals(Json.of("refused"), document.get("verdict"));
        assertEquals(Json.Bool.FALSE, document.get("ok"));
        Json.Obj problem = (Json.Obj) document.array("problems").items().get(0);
        assertEquals(
                List.of("level", "code", "entityRef", "target", "line", "column", "reason", "fix"),
                List.copyOf(problem.fields().keySet()));
        assertEquals(Json.of(file), problem.get("target"));
        assertEquals(Json.of(3), problem.get("line"));
        assertEquals(1, ended.out().lines().count());
    }

    @Test
    void readsPlaceholdersAndTargetsBesideTheFile() throws IOException {
        write("text.txt", "content");
        write("more/a.yaml", GOOD.replace("money", "a"));
        write("more/b.yaml", BAD);
        String file = write("all.yaml", """
                apiVersion: backstage.io/v1alpha1
                kind: Location
                metadata: {name: all, description: {$text: ./text.txt}}
                spec: {targets: [./more/*.yaml, ./all.yaml]}
                """);
        Ended ended = run(file);
        assertEquals(1, ended.code());
        assertTrue(ended.out().startsWith(folder.resolve("more/b.yaml") + ":3:18: error"), ended::out);
        assertTrue(ended.out().endsWith("3 files, 2 entities: 1 error, 0 warnings.\n"), ended::out);
    }

    @Test
    void refusesPlaceholdersAndTargetsThatAreNotThere() throws IOException {
        String text = GOOD.replace("owner: books", "owner: {$text: ./none.txt}");
        assertEquals(1, run(write("a.yaml", text)).code());
        String location = GOOD.replace("System", "Location").replace("owner: books", "target: ./none.yaml");
        assertEquals(1, run(write("b.yaml", location)).code());
    }

    @Test
    void saysOnceThatAPlaceholderFailsAndNotWhatIsMissingInItsPlace() throws IOException {
        String file = write("a.yaml", GOOD.replace("{owner: books}", "{$yaml: ./none.yaml}"));
        assertTrue(run(file).out().endsWith("1 file, 0 entities: 1 error, 0 warnings.\n"));
    }

    @Test
    void saysWhereALocationNamesWhatIsNotThereUnlessThatIsOptional() throws IOException {
        String location = GOOD.replace("System", "Location");
        Ended ended = run(write("a.yaml", location.replace("owner: books", "target: ./none.yaml")));
        assertTrue(ended.out().startsWith(folder.resolve("a.yaml") + ":4:16: error: "), ended::out);
        String optional = location.replace("owner: books", "target: ./none.yaml, presence: optional");
        assertEquals(0, run(write("b.yaml", optional)).code());
    }

    @Test
    void passesOverWhatIsOnTheWebAndSaysSo() throws IOException {
        String url = "https://example.com/a.yaml";
        String text = GOOD.replace("owner: books", "$yaml: '" + url + "'");
        String location = GOOD.replace("System", "Location").replace("owner: books", "target: '" + url + "'");
        Ended ended = run("--strict", write("a.yaml", text), write("b.yaml", location));
        assertEquals(0, ended.code(), ended::out);
        assertEquals(
                2, ended.out().lines().filter(line -> line.contains(": info: ")).count(), ended::out);
        assertEquals(1, run(write("c.yaml", text.replace("money", "mo ney"))).code());
    }

    @Test
    void followsWhatLiesElsewhereInTheSameRepositoryAndNothingOutside() throws IOException {
        write("docs/text.txt", "content");
        String file = write("a/b/a.yaml", GOOD.replace("owner: books", "owner: {$text: ../../docs/text.txt}"));
        assertEquals(1, run(file).code());
        Files.createDirectory(folder.resolve(".git"));
        assertEquals(0, run(file).code());
    }

    @Test
    void warnsOfAnEntityThatStandsInTwoFiles() throws IOException {
        write("a.yaml", GOOD);
        write("b.yaml", GOOD);
        Ended ended = run(folder.toString());
        assertEquals(0, ended.code());
        assertTrue(ended.out().contains("b.yaml:1:1: warning: The entity system:default/money stands in "), ended::out);
    }

    @Test
    void allowsEveryKind() throws IOException {
        String text = GOOD.replace("System", "User").replace("owner: books", "memberOf: []");
        assertEquals(0, run(write("a.yaml", text)).code());
    }

    @Test
    void saysInSentencesWhatIsWrongWithHostileFiles() throws IOException {
        List<byte[]> hostile = List.of(
                new byte[] {0, 1, 2, (byte) 0xFF},
                new byte[(1 << 20) + 1],
                "a: &a [*a]".getBytes(StandardCharsets.UTF_8),
                "[".repeat(100_000).getBytes(StandardCharsets.UTF_8),
                "{a: ".repeat(100_000).getBytes(StandardCharsets.UTF_8),
                "---\n".repeat(100_000).concat("a").getBytes(StandardCharsets.UTF_8),
                "!!java.net.URL [x]".getBytes(StandardCharsets.UTF_8),
                "kind: \"\\e[2J\\u0007\\u202e\"\nmetadata: {name: 1e999}".getBytes(StandardCharsets.UTF_8),
                GOOD.replace("money", "\u001b[2J").getBytes(StandardCharsets.UTF_8));
        for (byte[] bytes : hostile) {
            for (String name : List.of("a.yaml", "a.json")) {
                Ended ended = run(Files.write(folder.resolve(name), bytes).toString());
                assertEquals(1, ended.code(), ended::out);
                assertFalse(ended.out().contains("Exception") || ended.out().contains("\tat "), ended::out);
                assertFalse(ended.out().contains("\u001b") || ended.out().contains("\u202e"), ended::out);
                assertEquals("", ended.errors());
            }
        }
    }

    @Test
    void printsNamesOfFilesThatSteerATerminalAsHarmlessText() throws IOException {
        Ended ended = run(write("a\u001b[2J\n.yaml", BAD));
        assertTrue(ended.out().contains("a\uFFFD[2J\uFFFD.yaml:3:18: error"), ended::out);
    }
}
