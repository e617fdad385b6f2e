package org.callboard.core.compat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ApiCompatibilityTest {

    private static final Path GOLDEN = Path.of("src/test/resources/org/callboard/core/compat/incompatibilities.txt");

    private final Map<String, byte[]> plugin = SeededApi.plugin();

    private List<Mismatch> check(Map<String, byte[]> api) throws IOException {
        return new ApiCompatibility(plugin::get, api::get).check(plugin.keySet());
    }

    @Test
    void findsNothingWhereTheApiIsTheSame() throws IOException {
        assertEquals(List.of(), check(CompiledText.of(SeededApi.sources())));
    }

    @Test
    void findsNothingWhereTheApiHasOnlyGrown() throws IOException {
        for (String[] growth : List.of(
                new String[] {"Provider", "String id();", "String id(); default long cost() { return 0; }"},
                new String[] {"Card", "public Card text", "public Card text(long n) { return this; } public Card text"},
                new String[] {"Tone", "QUIET", "QUIET, SILENT"},
                new String[] {
                    "Worker",
                    "public class Worker {",
                    "public class Worker implements Clock { public long now() { return 0; }"
                },
                new String[] {"Failure", "extends RuntimeException", "extends IllegalStateException"})) {
            assertEquals(List.of(), check(SeededApi.changed(growth[0], growth[1], growth[2])), growth[2]);
        }
    }

    /** Each block of the file: the type that is changed, what is replaced by what, and what is found. */
    @Test
    void namesEverySeededIncompatibility() throws IOException {
        String golden = Files.readString(GOLDEN);
        List<String> blocks = List.of(golden.strip().split("\n\n"));
        List<String> found = new ArrayList<>();
        for (String block : blocks) {
            String[] head = block.lines().findFirst().orElseThrow().split(" \\| ", -1);
            List<Mismatch> mismatches = check(SeededApi.changed(head[0], head[1].strip(), head[2].strip()));
            StringBuilder text = new StringBuilder(String.join(" | ", head));
            mismatches.forEach(mismatch -> text.append("\n    ").append(mismatch));
            assertTrue(!mismatches.isEmpty(), () -> "Nothing is found of: " + String.join(" | ", head));
            found.add(text.toString());
        }
        assertEquals(golden.strip(), String.join("\n\n", found));
        assertTrue(blocks.size() >= 40, () -> blocks.size() + " are seeded");
    }
}
