package org.callboard.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Descriptors are checked by the command line, as CI does it, while no portal runs. */
class ValidateJourney {

    private static final String GOOD = """
            apiVersion: backstage.io/v1alpha1
            kind: API
            metadata:
              name: ledger
            spec:
              type: openapi
              lifecycle: production
              owner: books
              definition:
                $text: ./ledger.json
            """;
    private static final String BAD = GOOD.replace("owner: books", "owner: 12");

    @TempDir
    private Path folder;

    private static Distribution.Ended validate(String... arguments) {
        List<String> line = new ArrayList<>(List.of("catalog", "validate"));
        line.addAll(List.of(arguments));
        return Distribution.run(Map.of(), line.toArray(String[]::new));
    }

    private String write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    @Test
    void passesWhatThePortalWouldTake() throws IOException {
        write("ledger.json", "{}");
        Distribution.Ended ended = validate(write("catalog-info.yaml", GOOD));
        assertEquals(0, ended.exitCode(), ended::out);
        assertEquals("1 file, 1 entity: no problems.\n", ended.out());
        assertEquals("", ended.errors());
    }

    @Test
    void failsWithFileLineReasonAndFix() throws IOException {
        write("ledger.json", "{}");
        String file = write("catalog-info.yaml", BAD);
        Distribution.Ended ended = validate(file);
        assertEquals(1, ended.exitCode(), ended::out);
        assertEquals(file + """
                :8:10: error: spec.owner must be a text of at least one character, but is the number 12.
                    Put the value in quotes.
                1 file, 0 entities: 1 error, 0 warnings.
                """, ended.out());
        assertEquals("", ended.errors());
    }

    @Test
    void readsAFolderAndAnswersProgramsInJson() throws IOException {
        write("ledger.json", GOOD.replace("ledger", "unused"));
        write("b.yaml", BAD);
        Distribution.Ended ended = validate("--json", folder.toString());
        assertEquals(1, ended.exitCode(), ended::out);
        JsonNode report = new ObjectMapper().readTree(ended.out());
        assertEquals(2, report.path("files").asInt());
        assertFalse(report.path("ok").asBoolean(true));
        for (JsonNode problem : report.path("problems")) {
            assertTrue(problem.path("line").asInt() > 0, problem::toString);
        }
    }

    @Test
    void readsStandardInput() throws IOException {
        String text = BAD.replace("$text: ./ledger.json", "x");
        Process process = Distribution.command("catalog", "validate", "-")
                .redirectInput(Path.of(write("in", text)).toFile())
                .start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(1, Distribution.exitCode(process), out);
        assertTrue(out.startsWith("-:8:10: error: spec.owner"), out);
    }

    @Test
    void treatsWarningsAsItIsTold() throws IOException {
        String file = write("a.yaml", GOOD.replace("API", "Gizmo").replace("$text: ./ledger.json", "x"));
        assertEquals(0, validate(file).exitCode());
        assertEquals(1, validate("--strict", file).exitCode());
    }

    @Test
    void tellsAMissingFileFromABadOneAndFromABadCommandLine() {
        assertEquals(6, validate(folder.resolve("none.yaml").toString()).exitCode());
        for (Distribution.Ended wrong : List.of(
                validate(),
                validate("--bogus", "a.yaml"),
                Distribution.run(Map.of(), "catalog"),
                Distribution.run(Map.of(), "catalog", "bogus"))) {
            assertEquals(2, wrong.exitCode(), wrong::errors);
            assertTrue(wrong.errors().contains("usage: callboard"), wrong::errors);
            assertEquals("", wrong.out());
        }
    }

    @Test
    void saysInSentencesWhatIsWrongWithHostileFiles() throws IOException {
        String[] files = {
            write("bomb.yaml", "a: &a [x]\nb: [" + "*a, ".repeat(1_000) + "]"),
            write("loop.yaml", "a: &a [*a]"),
            write("deep.json", "[".repeat(100_000)),
            write("type.yaml", "!!javax.script.ScriptEngineManager [x]"),
            write("long.yaml", "a".repeat(2 << 20)),
            Files.write(folder.resolve("bytes.yaml"), new byte[] {0, 1, (byte) 0xFF})
                    .toString()
        };
        Distribution.Ended ended = validate(files);
        assertEquals(1, ended.exitCode(), ended::out);
        assertTrue(
                ended.out().lines().filter(line -> line.contains(": error: ")).count() >= files.length, ended::out);
        assertFalse((ended.out() + ended.errors()).contains("Exception"), () -> ended.out() + ended.errors());
    }
}
