package org.callboard.core.process;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.callboard.api.problem.Problem;
import org.callboard.core.process.SourceResult.Readability;
import org.callboard.core.read.DocumentParser;
import org.callboard.core.read.LocationFiles;
import org.callboard.core.read.ReadLimits;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever becomes of a file's bytes, an answer comes of it, and the answer says what is wrong. */
class MutilatedFilesTest {

    private static final int ROUNDS = 3_000;
    private static final String SIGNS = "{}[]:,-?&*!|>'\"%@`#\\ \t\n\r\0~<=.$0e\u0080\u00ff";

    private final SourceProcessor processor = new SourceProcessor(
            new DocumentParser(ReadLimits.DEFAULT),
            new LocationFiles(ReadLimits.DEFAULT, List.of("/nowhere/*.yaml")),
            List::of,
            List::of);

    @ParameterizedTest
    @ValueSource(strings = {"a.yaml", "a.json"})
    void answersWhateverTheBytesAre(String name) {
        String yaml = Workbench.COMPONENT + "---\n"
                + Workbench.COMPONENT.replace("ledger", "other\n  links: [{url: 'https://x.example'}]");
        String json = """
                {"apiVersion": "backstage.io/v1alpha1", "kind": "Location", "metadata": {"name": "x", "tags": ["a"]},
                 "spec": {"type": "file", "targets": ["./a", "./b"], "number": 1.5e3, "text": "\\u00e4", "$text": "./x"}}
                """;
        byte[] start = (name.endsWith("json") ? json : yaml).getBytes(StandardCharsets.UTF_8);
        LocationTarget source =
                new LocationTarget("file", Path.of("/nowhere", name).toString(), "file:/nowhere/*.yaml", null);
        Random random = new Random(7);
        for (int round = 0; round < ROUNDS; round++) {
            byte[] bytes = mutilated(start, random);
            check(processor.process(source, bytes), bytes);
        }
    }

    private static byte[] mutilated(byte[] start, Random random) {
        byte[] bytes = start.clone();
        for (int i = random.nextInt(6); i >= 0; i--) {
            int at = random.nextInt(bytes.length);
            switch (random.nextInt(3)) {
                case 0 -> bytes[at] = (byte) SIGNS.charAt(random.nextInt(SIGNS.length()));
                case 1 -> bytes[at] = (byte) random.nextInt(256);
                default -> bytes = Arrays.copyOf(bytes, Math.max(1, at));
            }
        }
        return bytes;
    }

    private static void check(SourceResult result, byte[] bytes) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        assertFalse(result.entities().isEmpty() && result.problems().isEmpty(), text);
        boolean refused = result.problems().stream()
                .anyMatch(problem ->
                        problem.level() == Problem.Level.ERROR || problem.code().equals("template-file"));
        assertTrue(refused == (result.readability() == Readability.PARTIAL), () -> text + result.problems());
        for (Problem problem : result.problems()) {
            assertTrue(problem.position().line() > 0, problem::toString);
            assertFalse(problem.reason().isBlank() || problem.fix().isBlank(), problem::toString);
            assertFalse(
                    problem.reason().contains("snakeyaml") || problem.reason().contains("Exception"),
                    problem::toString);
        }
    }
}
