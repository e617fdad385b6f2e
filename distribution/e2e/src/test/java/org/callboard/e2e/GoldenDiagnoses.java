package org.callboard.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The file with every diagnosis as it must read. {@code -Dgolden=write} writes down what the portal says now. */
final class GoldenDiagnoses {

    private static final Path FILE = Path.of("src/test/resources/diagnoses.txt");
    static final boolean WRITES = "write".equals(System.getProperty("golden"));

    private final Map<String, String> said;

    private GoldenDiagnoses(Map<String, String> said) {
        this.said = said;
    }

    /** Each begins with a line that names the case. */
    static GoldenDiagnoses read() {
        Map<String, String> said = new TreeMap<>();
        String text = WRITES ? "" : PortalFolder.read(FILE);
        for (String part : text.split("(?m)^# ", -1)) {
            String[] lines = part.split("\n", 2);
            if (lines.length == 2) {
                said.put(lines[0].strip(), lines[1].strip());
            }
        }
        return new GoldenDiagnoses(said);
    }

    void check(String name, Answer refused) {
        String now = portable(refused.message() + "\n" + refused.hint());
        if (WRITES) {
            said.put(name, now);
        }
        assertEquals(
                said.get(name),
                now,
                () -> "The diagnosis of '" + name + "' is another. If it is a better one, run the journey with"
                        + " -Dgolden=write, and look at the difference in " + FILE + ".");
    }

    /** The Java that runs the portal is not part of what is said. */
    private static String portable(String text) {
        int runs = Runtime.version().feature();
        return text.replaceAll("(Java|release) " + runs + "\\b", "$1 {java}")
                .replace("(up to " + (runs + 44) + ")", "(up to {class file version})");
    }

    Set<String> names() {
        return said.keySet();
    }

    void writeIfAsked() {
        if (!WRITES) {
            return;
        }
        StringBuilder text = new StringBuilder();
        said.forEach((name, diagnosis) ->
                text.append("# ").append(name).append('\n').append(diagnosis).append("\n\n"));
        try {
            Files.createDirectories(FILE.getParent());
            Files.writeString(FILE, text.toString().stripTrailing() + "\n");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
