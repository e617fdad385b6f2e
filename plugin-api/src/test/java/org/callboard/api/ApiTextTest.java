package org.callboard.api;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Everything that plugins compile against stands in {@code api.txt}, so that a change of it shows in review. */
class ApiTextTest {

    private static final Path CLASSES = Path.of("target/classes");
    private static final Path TEXT = Path.of("api.txt");

    @Test
    void theApiIsWhatTheCommittedTextSays() throws IOException {
        String found = signatures();
        if (Boolean.getBoolean("api.write")) {
            Files.writeString(TEXT, found);
        }
        assertEquals(
                Files.readString(TEXT),
                found,
                "The API differs from api.txt. Where that is meant, write it anew and commit it: "
                        + "mvn test -pl plugin-api -Dtest=ApiTextTest -DargLine=-Dapi.write=true");
    }

    private static String signatures() throws IOException {
        List<String> classes;
        try (Stream<Path> files = Files.walk(CLASSES)) {
            classes = files.map(file -> CLASSES.relativize(file).toString().replace('\\', '/'))
                    .filter(name -> name.endsWith(".class") && !name.endsWith("-info.class"))
                    .sorted()
                    .map(name -> CLASSES + "/" + name)
                    .collect(Collectors.toCollection(ArrayList::new));
        }
        classes.addAll(0, List.of("-protected", "-constants"));
        StringWriter out = new StringWriter();
        ToolProvider.findFirst("javap")
                .orElseThrow(() -> new IllegalStateException("This JDK has no javap."))
                .run(new PrintWriter(out), new PrintWriter(out), classes.toArray(String[]::new));
        return out.toString()
                .lines()
                .filter(line -> !line.startsWith("Compiled from"))
                .collect(Collectors.joining("\n", "", "\n"));
    }
}
